/** Menu, theme, undo, paper and the window's place; on the double. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type MenuActions, menuTemplate } from '../../electron/menu.ts';
import { answered, commanded, commands, remember } from './asking.ts';
import { closeBrowser, type DoubleApp, eventually, folderOfRun, launchDouble } from './desktop-app.ts';

let app: DoubleApp;
let page: Page;
beforeAll(async () => {
  app = await launchDouble();
  page = await app.page();
  await remember(page);
});
afterAll(async () => {
  await app.close();
  await closeBrowser();
});

type Items = readonly (typeof app.control.menu)[number][];
const labels = (...path: readonly string[]) => {
  let items: Items = app.control.menu;
  for (const label of path)
    items = items.find((item) => item.label?.replace('&', '') === label)?.submenu ?? [];
  return items.map(({ label }) => label);
};

describe('the menu', () => {
  const actions = new Proxy({} as MenuActions, { get: () => () => {} });
  const itemsOf = (mac: boolean) => {
    const state = { mac, developing: false, recent: [], theme: 'light' as const };
    return menuTemplate(state, actions).flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
  };
  const shortcuts = (mac: boolean) => {
    const items = itemsOf(mac).filter(({ visible }) => visible !== false);
    return Object.fromEntries(
      items.flatMap(({ label, accelerator }) => (label && accelerator ? [[label, accelerator]] : [])),
    );
  };

  test('has the shortcuts that people know, on each system', () => {
    expect(shortcuts(false)).toEqual({
      New: 'CmdOrCtrl+N',
      'New Window': 'CmdOrCtrl+Shift+N',
      'Open…': 'CmdOrCtrl+O',
      Save: 'CmdOrCtrl+S',
      'Save a Copy…': 'CmdOrCtrl+Shift+S',
      'Print…': 'CmdOrCtrl+P',
      Undo: 'CmdOrCtrl+Z',
      Redo: 'Ctrl+Y',
      'Headroom Help': 'F1',
    });
    expect(shortcuts(true).Redo).toBe('Shift+Cmd+Z');
  });

  test('has a second shortcut for redo that shows no second item, where a system has two', () => {
    const hidden = (mac: boolean) =>
      itemsOf(mac)
        .filter(({ visible }) => visible === false)
        .map(({ label, accelerator }) => [label, accelerator]);
    expect(hidden(false)).toEqual([['Redo', 'Ctrl+Shift+Z']]);
    expect(hidden(true)).toEqual([]);
  });

  test('lists the documents opened lately, and opens them', async () => {
    const { path, document } = await answered(page, 'document new', { name: 'Lately' });
    await eventually(() => labels('File', 'Open Recent').includes('Lately'));
    await answered(page, 'document close', { document });
    await app.menu('File', 'Open Recent', 'Lately');
    expect(await commanded(page, 'open document')).toEqual({ kind: 'open document', path });
    expect(app.control.recentDocuments).toContain(path);
  });

  test('tells the screens what was chosen', async () => {
    await app.menu('File', 'New');
    await app.menu('File', 'Save');
    await app.menu('File', 'Close Document');
    await app.menu('Help', 'Headroom Help');
    for (const kind of ['new document', 'save', 'close document', 'help'] as const)
      expect(await commanded(page, kind)).toEqual({ kind });
  });
});

describe('undo', () => {
  test('goes to the document, and while one types to the text', async () => {
    const { calls } = app.control.windows[0]!.webContents;
    await page.evaluate(() => {
      const field = document.createElement('input');
      field.id = 'typed-in';
      document.body.append(field);
      field.focus();
    });
    await app.menu('Edit', 'Undo');
    await app.menu('Edit', 'Redo');
    await expect.poll(() => calls).toEqual(expect.arrayContaining(['undo', 'redo']));
    expect((await commands(page)).map(({ kind }) => kind)).not.toContain('undo');

    await page.evaluate(() => document.querySelector('#typed-in')?.remove());
    await app.menu('Edit', 'Undo');
    expect(await commanded(page, 'undo')).toEqual({ kind: 'undo' });
  });
});

describe('the theme', () => {
  test('chosen in the menu is kept, followed by the window, and told to the screens', async () => {
    await app.menu('View', 'Theme', 'Dark');
    expect(await commanded(page, 'settings')).toMatchObject({ settings: { theme: 'dark' } });
    expect(app.nativeTheme.themeSource).toBe('dark');
    expect(await answered(page, 'settings', null)).toMatchObject({ theme: 'dark' });
  });

  test('chosen on a screen is followed by the window and the menu', async () => {
    await answered(page, 'settings change', { theme: 'light' });
    expect(app.nativeTheme.themeSource).toBe('light');
    const themes = app.control.menu.find(({ label }) => label === '&View')!.submenu!;
    const chosen = themes.find(({ label }) => label === 'Theme')!.submenu!.filter(({ checked }) => checked);
    expect(chosen.map(({ label }) => label)).toEqual(['Light']);
  });
});

describe('paper', () => {
  test('is A4, in a PDF and at the printer', async () => {
    const path = join(app.folder, 'screen.pdf');
    await app.answerDialog(path);
    await app.menu('File', 'Save as PDF…');
    await eventually(() => existsSync(path));
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
    await app.menu('File', 'Print…');
    const { calls } = app.control.windows[0]!.webContents;
    expect(calls.filter((call) => /^(print|pdf) /.test(call))).toEqual([
      'pdf {"printBackground":true,"pageSize":"A4"}',
      'print {"printBackground":true,"pageSize":"A4"}',
    ]);
  });
});

describe('the window', () => {
  const kept = { bounds: { x: 40, y: 60, width: 1100, height: 700 }, maximised: false };
  const opened = async (folder: string) => {
    const again = await launchDouble({ folder });
    const { options } = await eventually(() => again.control.windows[0]);
    return { again, bounds: { x: options.x, y: options.y, width: options.width, height: options.height } };
  };

  test('opens where it was closed, and within the screen when that screen is gone', async () => {
    const folder = folderOfRun();
    const file = join(folder, 'settings', 'window-state.json');
    const first = await opened(folder);
    expect(first.bounds).toEqual({ x: undefined, y: undefined, width: 1366, height: 860 });
    first.again.control.windows[0]!.setBounds(kept.bounds);
    await first.again.close();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(kept);

    const second = await opened(folder);
    expect(second.bounds).toEqual(kept.bounds);
    await second.again.close();

    writeFileSync(file, JSON.stringify({ ...kept, bounds: { ...kept.bounds, x: 5000 } }));
    const third = await opened(folder);
    expect(third.bounds).toEqual(first.bounds);
    await third.again.close();
    rmSync(folder, { recursive: true });
  });

  test('opened beside another is wholly on the screen', async () => {
    const first = app.control.windows[0]!;
    const places = [];
    for (const place of [
      { x: 40, y: 60 },
      { x: 800, y: 330 },
    ]) {
      first.setBounds({ ...place, width: 1100, height: 700 });
      await app.menu('File', 'New Window');
      const { options } = await eventually(() => app.control.windows[1]);
      places.push([options.x, options.y, options.width, options.height]);
      await app.page(2);
      await app.control.windows[1]!.close();
    }
    expect(places).toEqual([
      [68, 88, 1100, 700],
      [0, 0, 1100, 700],
    ]);
  });
});
