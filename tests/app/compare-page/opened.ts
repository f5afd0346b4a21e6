/** Builds the page once and serves it as the application is served, with its policy; notes all that a page in order does not do. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build } from 'vite';
import { screenFile } from '../../../host/screen-files.ts';
import { launchChromium } from '../../../scripts/chromium.ts';

export interface Opened {
  readonly page: Page;
  readonly troubles: readonly string[];
}

export interface ComparePage {
  open(hash: string, options?: BrowserContextOptions): Promise<Opened>;
  close(): Promise<void>;
}

export async function comparePage(): Promise<ComparePage> {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-compare-'));
  const kind = process.env.NODE_ENV;
  // Tests run as "test", for which React would be built with its developer's messages.
  process.env.NODE_ENV = 'production';
  await build({
    configFile: false,
    root: import.meta.dirname,
    base: './',
    logLevel: 'error',
    plugins: [react()],
    html: { cspNonce: '__CSP_NONCE__' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'chrome148',
      chunkSizeWarningLimit: 6_000,
      modulePreload: { polyfill: false },
    },
  });
  process.env.NODE_ENV = kind;
  const server = createServer(async (request, response) => {
    const file = await screenFile(folder, new URL(request.url!, 'http://local').pathname);
    response.writeHead(file ? 200 : 404, file?.headers).end(file?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await launchChromium();
  return {
    open: (hash, options) => open(browser, `${origin}/#${hash}`, origin, options),
    close: async () => {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function open(
  browser: Browser,
  address: string,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const troubles: string[] = [];
  page.on('console', (message) => troubles.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => troubles.push(error.stack ?? error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url()))
      troubles.push(`request: ${request.url()}`);
  });
  await page.exposeFunction('violated', (directive: string) => troubles.push(`policy: ${directive}`));
  await page.addInitScript(
    "addEventListener('securitypolicyviolation', (event) => violated(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample))",
  );
  await page.goto(address);
  return { page, troubles };
}
