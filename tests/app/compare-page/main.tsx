/** The Compare screen alone, over a host that is made up: `#scenarios=4` opens a document of four, `&trouble=...` lets things go wrong. */
import '../../../renderer/without-eval.ts';
import '@mantine/core/styles.css';
import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { AppContext } from '../../../renderer/frame/app-context.ts';
import { useLightOnPaper } from '../../../renderer/frame/light-on-paper.ts';
import { CompareScreen } from '../../../renderer/screens/compare/compare-screen.tsx';
import { AppStore } from '../../../renderer/stores/app-store.ts';
import { cssVariablesResolver, theme } from '../../../renderer/theme.ts';
import { madeUpHost, type Trouble } from './made-up-host.ts';

function Page() {
  useLightOnPaper();
  return <CompareScreen />;
}

const said = new URLSearchParams(location.hash.slice(1));
const host = madeUpHost({
  scenarios: Number(said.get('scenarios') ?? 3),
  trouble: said.get('trouble') as Trouble | null,
  names: said.get('names') === 'long' ? 'long' : 'plain',
});
const app = new AppStore(host);
app.listen();
await app.start();
await app.openDocument('/made-up.headroom');
Object.assign(window, { app });
createRoot(document.getElementById('root')!).render(
  <MantineProvider
    theme={theme}
    cssVariablesResolver={cssVariablesResolver}
    defaultColorScheme="auto"
    getStyleNonce={() => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''}
  >
    <AppContext value={app}>
      <Page />
    </AppContext>
  </MantineProvider>,
);
