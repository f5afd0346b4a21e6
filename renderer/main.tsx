/** Mounts the screens on the host that this window has: the desktop's bridge, or loopback HTTP. */
import './without-eval.ts';
import '@mantine/core/styles.css';
import './frame/frame.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { bridgeConnection } from './connection/bridge.ts';
import { httpConnection, takeToken } from './connection/http.ts';
import { NoHost, Root } from './frame/root.tsx';
import { AppStore } from './stores/app-store.ts';

const app = appOfThisWindow();
const place = document.getElementById('root');
if (!place) throw new Error('index.html has no element "root".');
if (app) {
  app.listen();
  void app.start();
  window.addEventListener('pagehide', () => keepTyping(app));
  window.addEventListener('beforeunload', (event) => {
    keepTyping(app);
    if (app.unsaved) event.preventDefault();
  });
}
createRoot(place).render(<StrictMode>{app ? <Root app={app} /> : <NoHost />}</StrictMode>);

/** Some fields say what was typed in them only when they are left. */
function keepTyping(app: AppStore): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  app.commit();
}

function appOfThisWindow(): AppStore | null {
  if (window.headroom) return new AppStore(bridgeConnection(window.headroom), window.headroom);
  const token = takeToken(window);
  return token === null ? null : new AppStore(httpConnection(token, window.location.origin));
}
