/** What stands around every screen: header, banners, the screen itself, notices and dialogs. */
import { Center, Loader, useMantineColorScheme } from '@mantine/core';
import { observer } from 'mobx-react-lite';
import { type ComponentType, lazy, Suspense, useEffect, useRef } from 'react';
import { StartScreen } from '../screens/start/start-screen.tsx';
import type { Screen } from '../stores/ui-store.ts';
import { useApp } from './app-context.ts';
import { Banners } from './banners.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { CONTENT } from './content-place.ts';
import { Header } from './header.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { useLightOnPaper } from './light-on-paper.ts';
import { Notices } from './notices.tsx';
import { ScreenFault } from './screen-fault.tsx';
import { SCREEN_NAMES } from './screen-names.ts';
import { useUndoKeys } from './undo-keys.ts';

/** All but the first are fetched when first shown. */
const SHOWN: Readonly<Record<Screen, ComponentType>> = {
  start: StartScreen,
  service: lazy(async () => ({
    default: (await import('../screens/service/service-screen.tsx')).ServiceScreen,
  })),
  changes: lazy(async () => ({
    default: (await import('../screens/changes/changes-screen.tsx')).ChangesScreen,
  })),
  compare: lazy(async () => ({
    default: (await import('../screens/compare/compare-screen.tsx')).CompareScreen,
  })),
  assumptions: lazy(async () => ({
    default: (await import('../screens/assumptions/assumptions-screen.tsx')).AssumptionsScreen,
  })),
};

export const Frame = observer(() => {
  const app = useApp();
  useUndoKeys(app);
  useLightOnPaper();
  useTheme(app.settings.theme);
  const screen: Screen = app.document ? app.ui.screen : 'start';
  const before = useRef(screen);
  const name = app.document?.state.name;
  useEffect(() => {
    document.title = [SCREEN_NAMES[screen], name, 'Headroom'].filter(Boolean).join(' – ');
  }, [screen, name]);
  useEffect(() => {
    // What led to this screen went with the one before.
    const isOther = before.current !== screen;
    before.current = screen;
    if (isOther && document.activeElement === document.body) document.getElementById(CONTENT)?.focus();
  }, [screen]);
  const Shown = SHOWN[screen];
  return (
    <>
      <a className="skip" href={`#${CONTENT}`}>
        Skip to the content
      </a>
      <Header screen={screen} />
      <Banners />
      {name && (
        <p className="paper-head" aria-hidden="true">
          {[name, SCREEN_NAMES[screen], screen === 'compare' ? '' : app.shown?.name]
            .filter(Boolean)
            .join(' – ')}
        </p>
      )}
      <main id={CONTENT} tabIndex={-1} className="content" data-screen={screen}>
        <ScreenFault key={screen}>
          <Suspense fallback={<Waiting />}>
            <Shown />
          </Suspense>
        </ScreenFault>
      </main>
      <Notices />
      <ConflictDialog />
      <LeaveDialog />
      <HelpDialog />
    </>
  );
});

function Waiting() {
  return (
    <Center h={240} role="status" aria-label="Loading">
      <Loader type="dots" />
    </Center>
  );
}

function useTheme(theme: 'light' | 'dark' | 'as the system'): void {
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => setColorScheme(theme === 'as the system' ? 'auto' : theme), [theme, setColorScheme]);
}
