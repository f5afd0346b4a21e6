/** What no page in a window may do, whatever code runs in it: reach the network, go elsewhere, open windows, ask for devices. */
import type { Session, WebContents } from 'electron';
import { isOurs, staysHere } from './addresses.ts';

/** Copying a chart or a table into the clipboard, from our own page; reading the clipboard is not among it. */
const COPYING = 'clipboard-sanitized-write';

/** @param developing run from source */
export function guardSession(session: Session, developing: boolean): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !staysHere(url, developing) }));
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(permission === COPYING && isOurs(requestingUrl)),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === COPYING && isOurs(origin),
  );
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  // It would fetch its dictionaries from the network.
  session.setSpellCheckerEnabled(false);
}

export function guardContents(contents: WebContents): void {
  const prevent = (event: { preventDefault(): void }) => event.preventDefault();
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', prevent);
  contents.on('will-frame-navigate', prevent);
  contents.on('will-redirect', prevent);
  contents.on('will-attach-webview', prevent);
}
