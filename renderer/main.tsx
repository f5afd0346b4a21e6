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
  // What is being typed is kept when the window goes.
  window.addEventListener('pagehide', () => app.commit());
}
createRoot(place).render(<StrictMode>{app ? <Root app={app} /> : <NoHost />}</StrictMode>);

function appOfThisWindow(): AppStore | null {
  if (window.headroom) return new AppStore(bridgeConnection(window.headroom), window.headroom);
  const token = takeToken(window);
  return token === null ? null : new AppStore(httpConnection(token, window.location.origin));
}
