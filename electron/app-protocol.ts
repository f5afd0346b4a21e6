/** `app://headroom/`: the built screens, read from the program's own folder and from nowhere else. */
import { protocol, type Session } from 'electron';
import { screenFile } from '../host/screen-files.ts';
import { isOurs, SCHEME } from './addresses.ts';

/** Before the app is ready, or Chromium will not know the scheme as one with an origin. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** @param folder where the built screens lie */
export function serveScreens(session: Session, folder: string): void {
  session.protocol.handle(SCHEME, async (request) => {
    if (!isOurs(request.url)) return refusal(404);
    if (request.method !== 'GET') return refusal(405);
    const file = await screenFile(folder, new URL(request.url).pathname);
    return file === null ? refusal(404) : new Response(file.body, { headers: file.headers });
  });
}

const refusal = (status: number) => new Response(null, { status });
