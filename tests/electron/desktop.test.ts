/** The built desktop program from outside: the same on Electron itself and on the double. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answered, ask, choose, commanded, remember, runEnded, saveFile } from './asking.ts';
import { closeBrowser, type DesktopApp, folderOfRun, launchDesktop } from './desktop-app.ts';

let app: DesktopApp;
let page: Page;
beforeAll(async () => {
  app = await launchDesktop();
  page = await app.page();
  await remember(page);
});
afterAll(async () => {
  await app.close();
  await closeBrowser();
});

const content = { type: 'headroom-scenario', version: 1, extends: 'east-sussex', name: 'As published' };
const edit = {
  label: 'East Sussex',
  steps: [{ kind: 'put scenario' as const, scenario: { id: 's1', content } }],
};

describe('a window', () => {
  test('shows the screens, without an error', async () => {
    const troubles: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') troubles.push(message.text());
    });
    page.on('pageerror', (error) => troubles.push(error.message));
    await page.reload();
    await remember(page);
    await page.getByRole('heading').first().waitFor();
    expect(await page.title()).toContain('Headroom');
    expect(troubles).toEqual([]);
  });

  test('has the program only through the bridge', async () => {
    const globals = await page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => name in window),
    );
    expect(globals).toEqual([]);
    const bridge = await page.evaluate(() => Object.keys(Object(Reflect.get(window, 'headroom'))));
    expect(bridge.sort()).toEqual(['ask', 'choose', 'listen', 'obey', 'saveFile']);
  });

  test('is answered by the host in its own process, SQLite and simulation included', async () => {
    const { document, revision } = await answered(page, 'document new', { name: 'Lewes' });
    const state = await answered(page, 'document edit', { document, revision, edit });
    expect(state.scenarios.map(({ content }) => content.name)).toEqual(['As published']);
    await answered(page, 'run start', {
      run: 'preview',
      scenarios: [content],
      seed: 1,
      replications: 2,
      maxReplications: 2,
      weeks: 8,
      mayTakeLong: false,
      priority: 'preview',
    });
    expect(await runEnded(page, 'preview')).toBe('run finished');
  });

  test('is refused what the contract does not have', async () => {
    const refused = await ask(page, 'read the disk' as 'about', null);
    expect(refused.ok).toBe(false);
    expect(await ask(page, 'document', { path: 1 } as never)).toMatchObject({
      ok: false,
      failure: { kind: 'bad input' },
    });
  });
});

describe('documents', () => {
  test('are there again after the program is closed', async () => {
    const folder = folderOfRun();
    const first = await launchDesktop({ folder });
    const earlier = await first.page();
    const { document, revision, path } = await answered(earlier, 'document new', { name: 'Kept' });
    await answered(earlier, 'document edit', { document, revision, edit });
    await first.close();
    // Closed in order: nothing is left beside the document that would have to be read in again.
    expect(existsSync(`${path}-wal`)).toBe(false);

    const second = await launchDesktop({ folder });
    const again = await second.page();
    await answered(again, 'documents', null);
    const state = await answered(again, 'document open', { path });
    await second.close();
    rmSync(folder, { recursive: true });
    expect(state).toMatchObject({ name: 'Kept', undo: 'East Sussex', scenarios: [{ id: 's1' }] });
  });

  test('open from the menu, through the system’s dialog', async () => {
    const { path, document } = await answered(page, 'document new', { name: 'Chosen' });
    await answered(page, 'document close', { document });
    await app.answerDialog(path);
    await app.menu('File', 'Open…');
    expect(await commanded(page, 'open document')).toEqual({ kind: 'open document', path });
  });

  test('elsewhere are out of reach until a person chooses the file', async () => {
    const { document } = await answered(page, 'document new', { name: 'Mine' });
    const path = join(app.folder, 'Elsewhere.headroom');
    const refused = await ask(page, 'document copy', { document, path });
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'bad input' } });
    expect(existsSync(path)).toBe(false);

    await app.answerDialog(path);
    expect(await choose(page, 'copy', 'Elsewhere')).toBe(path);
    expect(await answered(page, 'document copy', { document, path })).toMatchObject({ name: 'Elsewhere' });
  });

  test('are not written over, whatever the system’s dialog offers: the person is told and asked again', async () => {
    const { path, document } = await answered(page, 'document new', { name: 'There' });
    const free = join(app.folder, 'Free.headroom');
    await app.answerDialog(path);
    await app.answerDialog(free);
    expect(await choose(page, 'copy', 'There')).toBe(free);
    expect(await answered(page, 'document copy', { document, path: free })).toMatchObject({ path: free });
  });

  test('are not touched when the person thinks better of it', async () => {
    await app.answerDialog(null);
    expect(await choose(page, 'open')).toBeNull();
  });
});

describe('a file saved from a screen', () => {
  test('is written where the person says: text, or a picture', async () => {
    const [table, picture] = [join(app.folder, 'weeks.csv'), join(app.folder, 'fan.png')];
    await app.answerDialog(table);
    expect(await saveFile(page, 'weeks.csv', 'week,waiting\n1,48\n')).toBe(table);
    expect(readFileSync(table, 'utf8')).toBe('week,waiting\n1,48\n');
    await app.answerDialog(picture);
    await saveFile(page, 'fan.png', [137, 80, 78, 71]);
    expect([...readFileSync(picture)]).toEqual([137, 80, 78, 71]);
  });

  test('that cannot be written there is told in words', async () => {
    await app.answerDialog(join(app.folder, 'no such folder', 'weeks.csv'));
    await expect(saveFile(page, 'weeks.csv', 'week')).rejects.toThrow(/weeks\.csv could not be saved there/);
  });
});
