/**
 * `npm run dev`: the screens with hot reload in a browser, over the real host on the same address. There is no content policy here, since
 * React's reload needs a script in the page; `npm start` has it.
 */
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createServer, type Plugin } from 'vite';
import { addressWith, newToken } from '../cli/serve.ts';
import { routes } from '../cli/serve-routes.ts';
import { documentsFolder, settingsFolder } from '../host/folders.ts';
import { createHost } from '../host/host.ts';

const LOOPBACK = '127.0.0.1';
const token = newToken();
let authority = '';

const host = createHost({ documentsFolder: documentsFolder(), settingsFolder: settingsFolder() });
const answer = getRequestListener(routes(host, { token, authority: () => authority }).fetch);

/** Requests of the contract go to the host, all others to Vite. */
const hostBesideScreens: Plugin = {
  name: 'headroom-host',
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      const path = request.url?.split('?')[0];
      if (path === '/ask' || path === '/news') void answer(request, response);
      else next();
    });
  },
};

const server = await createServer({
  configFile: `${import.meta.dirname}/../vite.config.ts`,
  plugins: [hostBesideScreens],
  server: { host: LOOPBACK, port: 5173 },
});
await server.listen();
const { port } = server.httpServer!.address() as AddressInfo;
authority = `${LOOPBACK}:${port}`;
process.stdout.write(`Headroom, reloading as files change, is at ${addressWith(authority, token)}\n`);

let ending = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    if (ending) process.exit(1);
    ending = true;
    await server.close();
    await host.close();
    process.exit(0);
  });
}
