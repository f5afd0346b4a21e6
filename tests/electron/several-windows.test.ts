/** Several windows over one host, and the host's death, on the double. */
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { RunOrder } from '../../host/contract.ts';
import { settingsFolder } from '../../host/folders.ts';
import { answered, ask, commanded, commands, remember, runEnded } from './asking.ts';
import { closeBrowser, type DoubleApp, eventually, folderOfRun, launchDouble } from './desktop-app.ts';

afterAll(closeBrowser);

const order = (name: string): RunOrder => ({
  run: 'preview',
  scenarios: [{ type: 'headroom-scenario', version: 1, extends: 'east-sussex', name }],
  seed: 1,
  replications: 2,
  maxReplications: 2,
  weeks: 4,
  mayTakeLong: false,
  priority: 'preview',
});

describe('two windows', () => {
  let app: DoubleApp;
  let first: Page;
  let second: Page;
  beforeAll(async () => {
    app = await launchDouble();
    first = await app.page(1);
    await app.menu('File', 'New Window');
    second = await app.page(2);
    for (const page of [first, second]) await remember(page);
  });
  afterAll(() => app.close());

  test('each hear of their own run, though both call it the same', async () => {
    await Promise.all([
      answered(first, 'run start', order('One')),
      answered(second, 'run start', order('Two')),
    ]);
    for (const [page, name] of [
      [first, 'One'],
      [second, 'Two'],
    ] as const) {
      expect(await runEnded(page, 'preview')).toBe('run finished');
      const names = await page.evaluate(() =>
        window.heardNews?.flatMap((news) =>
          news.kind === 'run finished' ? news.experiment.scenarios.map((each) => each.name) : [],
        ),
      );
      expect(names).toEqual([name]);
    }
  });

  test('are told of a change to a document only where it is open', async () => {
    const { document, revision } = await answered(first, 'document new', { name: 'Mine' });
    const note = { subject: 'scenario/a', text: 'A note' };
    const edit = { label: 'a note', steps: [{ kind: 'put note' as const, note }] };
    await answered(first, 'document edit', { document, revision, edit });
    await first.waitForFunction(() => window.heardNews?.some(({ kind }) => kind === 'document changed'));
    const heard = await second.evaluate(() => window.heardNews?.map(({ kind }) => kind));
    expect(heard).not.toContain('document changed');
  });

  test('closed with changes that are not saved ask, and stay unless the person leaves them', () => {
    const { webContents } = app.control.windows[0]!;
    const unloads = (button: string) => {
      app.control.answers.push(button);
      let goes = false;
      const event = {
        preventDefault() {
          goes = true;
        },
      };
      webContents.emit('will-prevent-unload', event);
      return goes;
    };
    expect(unloads('0')).toBe(false);
    expect(unloads('1')).toBe(true);
    expect(app.control.dialogs.at(-1)?.options).toMatchObject({
      message: 'Some of your changes are not saved.',
      buttons: ['Stay', 'Leave without them'],
    });
  });

  test('on one document: it stays open until the last of them closes it', async () => {
    const { document, path } = await answered(first, 'document new', { name: 'Shared' });
    const seen = await answered(second, 'document open', { path });
    expect(seen.document).toBe(document);
    await app.control.windows[0]!.close();
    expect(await answered(second, 'document', { document })).toMatchObject({ name: 'Shared' });
    await answered(second, 'document close', { document });
    expect(await ask(second, 'document', { document })).toMatchObject({ ok: false });
  });
});

describe('the program called again', () => {
  let app: DoubleApp;
  let page: Page;
  let path: string;
  beforeAll(async () => {
    app = await launchDouble();
    page = await app.page();
    const made = await answered(page, 'document new', { name: 'Called' });
    path = made.path;
    await answered(page, 'document close', { document: made.document });
    await remember(page);
  });
  afterAll(() => app.close());
  const call = (...args: string[]) =>
    app.app.emit('second-instance', {}, ['headroom', '--flag', ...args], dirname(path));

  test('with a document opens it in the window that shows none', async () => {
    call('Called.headroom');
    expect(await commanded(page, 'open document')).toEqual({ kind: 'open document', path });
    expect(app.control.windows).toHaveLength(1);
  });

  test('with the document that is open brings its window in front', async () => {
    await answered(page, 'document open', { path });
    const before = (await commands(page)).length;
    let focused = false;
    app.control.windows[0]!.on('focus', () => {
      focused = true;
    });
    call('Called.headroom');
    expect(focused).toBe(true);
    expect(app.control.windows).toHaveLength(1);
    expect(await commands(page)).toHaveLength(before);
  });

  test('with another document leaves the one that is open, and opens a window', async () => {
    let prevented = false;
    const event = {
      preventDefault() {
        prevented = true;
      },
    };
    app.app.emit('open-file', event, join(app.folder, 'Other.headroom'));
    await app.page(2);
    expect(prevented).toBe(true);
    expect(app.control.windows).toHaveLength(2);
  });

  test('before it is ready opens what it names all the same', async () => {
    const early = await launchDouble({
      folder: app.folder,
      beforeReady: (second) =>
        second.emit('second-instance', {}, ['headroom', 'Called.headroom'], dirname(path)),
    });
    const shown = await early.page();
    await shown.getByText('Called', { exact: true }).first().waitFor();
    await early.close();
  });

  test('keeps its settings where a browser window has them', async () => {
    const home = folderOfRun();
    vi.stubEnv('XDG_CONFIG_HOME', join(home, 'config'));
    const usual = await launchDouble({ folder: home, usualSettings: true });
    await answered(await usual.page(), 'settings change', { theme: 'dark' });
    expect(usual.app.getPath('userData')).toBe(settingsFolder());
    expect(existsSync(join(settingsFolder(), 'settings.json'))).toBe(true);
    await usual.close();
    vi.unstubAllEnvs();
    rmSync(home, { recursive: true });
  });

  test('is not a second program', async () => {
    const second = await launchDouble({ secondInstance: true });
    expect(second.control.windows).toEqual([]);
    expect(second.control.hosts).toEqual([]);
    await second.abandon();
  });
});

describe('what a window shows dies', () => {
  let app: DoubleApp;
  let page: Page;
  beforeAll(async () => {
    app = await launchDouble();
    page = await app.page();
  });
  afterAll(() => app.close());
  const crash = () =>
    app.control.windows[0]!.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
  const messages = () => app.control.dialogs.map(({ options }) => String(options.message));

  test('it is loaded again, its document is opened again, and the person is told', async () => {
    const { path, document, revision } = await answered(page, 'document new', { name: 'Crashed' });
    const scenario = { id: 'a', content: order('As is').scenarios[0]! };
    const edit = { label: 'a scenario', steps: [{ kind: 'put scenario' as const, scenario }] };
    await answered(page, 'document edit', { document, revision, edit });
    await page.evaluate(() => globalThis.document.body.replaceChildren());
    crash();
    await page.getByText('Crashed', { exact: true }).first().waitFor();
    await eventually(() => app.control.windows[0]!.webContents.calls.includes('reload'));
    expect(messages()).toEqual([expect.stringMatching(/stopped unexpectedly and was loaded again/)]);
    // The host had closed it: it is open once, as another document of the same file.
    expect(await ask(page, 'document', { document })).toMatchObject({ ok: false });
    const again = await answered(page, 'document open', { path });
    expect(again.document).not.toBe(document);
    expect(again.scenarios.map(({ id }) => id)).toEqual(['a']);
  });

  test('again and again: it is not loaded for ever', async () => {
    for (const _ of [2, 3]) crash();
    const { calls } = app.control.windows[0]!.webContents;
    expect(calls.filter((call) => call === 'reload')).toHaveLength(2);
    expect(messages().at(-1)).toMatch(/keeps stopping/);
  });
});

describe('the host dies', () => {
  let app: DoubleApp;
  let page: Page;
  beforeAll(async () => {
    app = await launchDouble();
    page = await app.page();
    await remember(page);
  });
  afterAll(() => app.close());
  const kill = (number: number) => process.kill(app.control.hosts[number - 1]!.pid!, 'SIGKILL');
  const messages = () => app.control.dialogs.map(({ options }) => String(options.message));

  test('in the middle of a request: the asker is told, another is started, documents are opened again', async () => {
    const { path, document, revision } = await answered(page, 'document new', { name: 'Survivor' });
    const note = { subject: 'service', text: 'Kept' };
    const edit = { label: 'a note', steps: [{ kind: 'put note' as const, note }] };
    await answered(page, 'document edit', { document, revision, edit });
    await answered(page, 'run start', {
      ...order('Cut off'),
      replications: 2000,
      maxReplications: 2000,
      mayTakeLong: true,
    });
    // Stopped, it hears the question and cannot answer.
    process.kill(app.control.hosts[0]!.pid!, 'SIGSTOP');
    const before = app.control.asked.length;
    const cut = ask(page, 'about', null);
    await eventually(() => app.control.asked.length > before);
    kill(1);
    expect(await cut).toMatchObject({
      ok: false,
      failure: { message: expect.stringMatching(/was started again/) },
    });
    expect(await runEnded(page, 'preview')).toBe('run failed');
    expect(await commanded(page, 'reopen document')).toEqual({ kind: 'reopen document', path });
    expect(await eventually(() => messages()[0])).toMatch(/stopped unexpectedly and were started again/);
    expect(await answered(page, 'document open', { path })).toMatchObject({ notes: [note] });
  });

  test('again and again: it is not started for ever, and every request is answered', async () => {
    for (const number of [2, 3]) {
      await answered(page, 'about', null);
      kill(number);
      await eventually(() => messages().length === number);
    }
    expect(app.control.hosts).toHaveLength(3);
    expect(await ask(page, 'about', null)).toMatchObject({ ok: false, failure: { kind: 'our fault' } });
    expect(messages().at(-1)).toMatch(/keep stopping/);
  });
});
