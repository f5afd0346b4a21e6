/** Headroom in a browser window: the host and the built screens on 127.0.0.1, behind a token that is new each time. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { BadInput } from '../host/failure.ts';
import type { Host } from '../host/host.ts';
import { screenFile } from '../host/screen-files.ts';
import { routes } from './serve-routes.ts';

/** Never another: what is kept here is for the person at this machine. */
const LOOPBACK = '127.0.0.1';

export interface Serving {
  /** With the token in the fragment, which no browser sends to anybody. */
  readonly address: string;
  readonly token: string;
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** Cuts what is under way. The host stays the caller's. */
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly host: Host;
  /** Folder of the built screens; the program's own unless said. */
  readonly screens?: string;
  /** 0 takes any that is free. */
  readonly port?: number;
  /** Milliseconds that a page may be away before what it has open is closed. */
  readonly grace?: number;
}

/** @throws {BadInput} when the screens are not built, or the port is taken */
export async function serve({
  host,
  screens = builtScreens(),
  port = 0,
  grace,
}: ServeOptions): Promise<Serving> {
  refuseUnbuilt(screens);
  const token = newToken();
  let authority = '';
  const app = routes(host, { token, authority: () => authority }, grace);
  app.get('*', async (context) => {
    const file = await screenFile(screens, new URL(context.req.url).pathname);
    return file ? context.body(file.body, 200, file.headers) : context.text('There is no such page.', 404);
  });
  const server = createAdaptorServer({ fetch: app.fetch, hostname: LOOPBACK });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portTaken(error, port) ?? error));
    server.listen(port, LOOPBACK, resolve);
  });
  authority = `${LOOPBACK}:${(server.address() as AddressInfo).port}`;
  return {
    token,
    origin: `http://${authority}`,
    address: addressWith(authority, token),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

export const newToken = () => randomBytes(32).toString('base64url');

export const addressWith = (authority: string, token: string) => `http://${authority}/#token=${token}`;

/** `dist/renderer`, seen from the source as from the built program in `dist/node`. */
const builtScreens = () =>
  join(import.meta.dirname, import.meta.filename.endsWith('.ts') ? '../dist/renderer' : '../renderer');

function refuseUnbuilt(screens: string): void {
  if (existsSync(join(screens, 'index.html'))) return;
  const message = `the screens are not built: there is no ${join(screens, 'index.html')}; run "npm run build" first`;
  throw new BadInput([{ path: 'headroom serve', value: screens, allowed: 'built screens', message }]);
}

function portTaken(error: NodeJS.ErrnoException, port: number): BadInput | null {
  if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') return null;
  const message = `port ${port} is taken or may not be used; choose another, or leave --port out for one that is free`;
  return new BadInput([{ path: '--port', value: port, allowed: 'a port that is free', message }]);
}
