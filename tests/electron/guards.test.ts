/** What a page cannot do, whatever runs in it, and what only our own page is answered; on the double. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { staysHere } from '../../electron/addresses.ts';
import { ask, choose } from './asking.ts';
import { closeBrowser, type DoubleApp, forgive, launchDouble } from './desktop-app.ts';

let app: DoubleApp;
let page: Page;
/** Listens on this machine; nothing may ever reach it. */
let server: Server;
let outside: string;
const reached: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    reached.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  forgive(new RegExp(outside));
  app = await launchDouble();
  page = await app.page();
});
afterAll(async () => {
  await app.close();
  await closeBrowser();
  server.close();
  expect(reached).toEqual([]);
});
const calls = () => app.control.windows[0]!.webContents.calls;

describe('a window', () => {
  test('is sandboxed, isolated, without Node, spelling and web views', () => {
    expect(app.control.windows[0]!.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    });
  });

  test('has developer tools only when run from source: neither the tools, nor their addresses, nor a menu item', async () => {
    const packed = await launchDouble({ packaged: true });
    await packed.page();
    const has = async ({ control }: DoubleApp) => [
      control.windows[0]!.options.webPreferences.devTools,
      !(await control.isCancelled('devtools://devtools/bundled/inspector.html')),
      JSON.stringify(control.menu).includes('toggleDevTools'),
    ];
    const found = [await has(app), await has(packed)];
    await packed.close();
    expect(found).toEqual([
      [true, true, true],
      [false, false, false],
    ]);
  });

  test('is at least as large as the screens need', () => {
    expect(app.control.windows[0]!.options).toMatchObject({ minWidth: 1024, minHeight: 640, show: false });
  });
});

describe('the network', () => {
  test('is refused to every address but the program’s own', async () => {
    const fetched = await page.evaluate((address) => fetch(address).then(String, String), outside);
    expect(fetched).toMatch(/Failed to fetch/);
    const image = await page.evaluate(
      (address) =>
        new Promise((resolve) => {
          const picture = new Image();
          picture.onerror = () => resolve('refused');
          picture.onload = () => resolve('shown');
          picture.src = `${address}/picture.png`;
        }),
      outside,
    );
    expect(image).toBe('refused');
  });

  test('is refused by the session itself, whatever the page’s policy lets through', async () => {
    for (const address of [outside, 'https://example.com/', 'wss://example.com/', 'file:///etc/hosts'])
      expect([address, await app.control.isCancelled(address)]).toEqual([address, true]);
    expect(await app.control.isCancelled('app://headroom/index.html')).toBe(false);
  });

  test.each([
    ['app://headroom/index.html', true],
    ['blob:app://headroom/1234', true],
    ['data:image/png;base64,AA', true],
    ['app://elsewhere/index.html', false],
    ['blob:https://example.com/1234', false],
    ['https://example.com/', false],
    ['http://127.0.0.1:8080/', false],
    ['file:///etc/hosts', false],
    ['ws://127.0.0.1/', false],
    ['chrome://settings', false],
    ['no address', false],
  ])('%s stays here: %s', (address, expected) => {
    for (const developing of [true, false]) expect(staysHere(address, developing)).toBe(expected);
  });

  test('is not asked for spelling dictionaries', () => {
    expect(app.control.spellChecker).toBe(false);
  });

  test('is not even asked for names', () => {
    expect(app.control.switches).toContain('host-resolver-rules=MAP * ~NOTFOUND');
  });
});

describe('the page', () => {
  test('cannot be left', async () => {
    await page.evaluate((address) => {
      location.href = `${address}/away`;
    }, outside);
    await expect.poll(calls).toContain(`will-navigate ${outside}/away prevented`);
    expect(await page.evaluate(() => 'headroom' in window)).toBe(true);
  });

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    'is prevented in every frame: %s',
    (what) => {
      expect(app.control.windows[0]!.webContents.isPrevented(what, `${outside}/away`)).toBe(true);
    },
  );

  test('cannot open a window', async () => {
    await page.evaluate((address) => void window.open(`${address}/popup`), outside);
    await expect.poll(calls).toContain('window.open deny');
  });

  test('cannot download', () => {
    expect(app.control.downloadPrevented?.()).toBe(true);
  });

  test('gets no permission but to copy, and that only as our own page', () => {
    const { request, check, device } = app.control.permission!;
    const asked = (permission: string, requestingUrl: string) => {
      let granted: boolean | null = null;
      request(null, permission, (answer) => (granted = answer), { requestingUrl });
      return [granted, check(null, permission, requestingUrl)];
    };
    for (const permission of [
      'geolocation',
      'media',
      'notifications',
      'clipboard-read',
      'fileSystem',
      'openExternal',
    ])
      expect(asked(permission, 'app://headroom/')).toEqual([false, false]);
    expect(asked('clipboard-sanitized-write', 'app://headroom/')).toEqual([true, true]);
    expect(asked('clipboard-sanitized-write', 'https://example.com/')).toEqual([false, false]);
    expect(device()).toBe(false);
  });

  test('is served with the strict policy, a nonce of its own each time, and nothing beside it', async () => {
    const headers = async () =>
      await page.evaluate(async () => Object.fromEntries((await fetch('/index.html')).headers));
    const [one, other] = [await headers(), await headers()];
    const policy = one['content-security-policy']!;
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(other['content-security-policy']).not.toBe(policy);
    expect(one).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    const statuses = await page.evaluate(
      (paths) => Promise.all(paths.map(async (path) => (await fetch(path)).status)),
      [
        '/..%2fmain/main.js',
        '/..%2f..%2fpackage.json',
        '/no-such-file.js',
        '/%00.html',
        '/%E0%A4%A',
        '/assets',
      ],
    );
    expect(statuses).toEqual([404, 404, 404, 404, 404, 404]);
    expect(await page.evaluate(async () => (await fetch('/', { method: 'POST' })).status)).toBe(405);
  });
});

describe('the door', () => {
  test('answers no other frame than the page itself, and no other page', async () => {
    const { webContents } = app.control.windows[0]!;
    const event = (senderFrame: object | null) => ({ sender: webContents, senderFrame });
    const frame = { url: 'app://headroom/' };
    await expect(app.invoke(event(frame), 'about', null)).rejects.toThrow(/only its own pages/);
    await expect(app.invoke(event(null), 'about', null)).rejects.toThrow(/only its own pages/);
    await expect(app.invoke(event(webContents.mainFrame), 1, null)).rejects.toThrow(/only its own pages/);
    const away = { mainFrame: { url: 'https://example.com/' } };
    await expect(app.invoke({ sender: away, senderFrame: away.mainFrame }, 'about', null)).rejects.toThrow();
    const { url } = webContents.mainFrame;
    webContents.mainFrame.url = 'https://example.com/';
    await expect(app.invoke(event(webContents.mainFrame), 'about', null)).rejects.toThrow(
      /only its own pages/,
    );
    webContents.mainFrame.url = url;
    expect(await app.invoke(event(webContents.mainFrame), 'about', null)).toMatchObject({ ok: true });
  });

  test('takes no argument that the contract does not have', async () => {
    await expect(choose(page, 'anything' as 'open')).rejects.toThrow();
    expect(await ask(page, '__proto__' as 'about', null)).toMatchObject({ ok: false });
    expect(app.control.dialogs).toEqual([]);
  });
});
