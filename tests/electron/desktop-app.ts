/**
 * The built desktop program as a test holds it: on Electron itself where its program is installed, on the double otherwise, so that one
 * spec runs on both. Wherever it is used, every test fails if a page broke its content policy or asked for an address outside the program,
 * refused or not; `close` fails when something was let through.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { _electron, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterEach, expect } from 'vitest';
import { staysHere } from '../../electron/addresses.ts';
import { electronProgram, ensureBuilt, PROGRAM } from '../../scripts/built-program.ts';
import { launchChromium } from '../../scripts/chromium.ts';
import type * as Double from './double/electron.ts';
import type * as NodeImport from './double/node-import.ts';
import { fromPage } from './double/window.ts';

export interface DesktopApp {
  readonly kind: 'electron' | 'double';
  /** Of this run alone: documents, settings, downloads. */
  readonly folder: string;
  /** Waits for the window opened as the `number`th, from 1. */
  page(number?: number): Promise<Page>;
  /** Chooses from the menu bar by labels, as in `menu('File', 'New')`. */
  menu(...labels: string[]): Promise<void>;
  /** What the next file dialog is answered: a path, or `null` for Cancel. */
  answerDialog(path: string | null): Promise<void>;
  close(): Promise<void>;
}

/** What only the double shows. */
export interface DoubleApp extends DesktopApp {
  readonly kind: 'double';
  readonly control: typeof Double.control;
  readonly app: typeof Double.app;
  readonly nativeTheme: typeof Double.nativeTheme;
  /** Asks as if from this event, past every page. */
  invoke(event: object, name: unknown, argument: unknown): Promise<unknown>;
  /** For a program that ended by itself. */
  abandon(): Promise<void>;
}

export interface Launch {
  /** Of an earlier run; a fresh one otherwise, which is removed in the end. */
  readonly folder?: string;
  readonly secondInstance?: boolean;
  /** As if it were packed, not run from source. */
  readonly packaged?: boolean;
  /** Without the switch that says where settings are. */
  readonly usualSettings?: boolean;
  /** Done when the program has been loaded and is not ready yet. */
  readonly beforeReady?: (app: typeof Double.app) => void;
}

export const launchDesktop = (launch: Launch = {}): Promise<DesktopApp> => {
  const program = electronProgram();
  return program === null ? launchDouble(launch) : launchElectron(program, launch);
};

/** Of the test that is running. */
const troubles: string[] = [];
const forgiven: RegExp[] = [];
afterEach(() => {
  const found = troubles.splice(0).filter((trouble) => !forgiven.some((pattern) => pattern.test(trouble)));
  expect(found).toEqual([]);
});

/** From now on troubles that match are none: the tests try on purpose what is refused. */
export const forgive = (pattern: RegExp) => forgiven.push(pattern);

function watch(context: BrowserContext): void {
  context.on('request', (request) => {
    const address = fromPage(request.url());
    if (!staysHere(address, false) && !/^(?:about|blob|devtools):/.test(address))
      troubles.push(`request: ${address}`);
  });
  // Chromium says each breach on the page's console.
  context.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) troubles.push(`policy: ${message.text()}`);
  });
}

export function folderOfRun(): string {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-desktop-'));
  for (const name of ['Documents', 'settings', 'Downloads']) mkdirSync(join(folder, name));
  return folder;
}

/** The program has to be loaded by Node and not by the test runner, or our hook would not be asked for `electron`. */
const { nodeImport } = createRequire(import.meta.url)('./double/node-import.ts') as typeof NodeImport;
let runs = 0;
let browser: Promise<Browser> | null = null;

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = null;
}

export async function launchDouble({
  folder: given,
  secondInstance = false,
  usualSettings = false,
  packaged = false,
  beforeReady,
}: Launch = {}): Promise<DoubleApp> {
  await ensureBuilt();
  const folder = given ?? folderOfRun();
  runs += 1;
  browser ??= launchChromium();
  const context = await (await browser).newContext();
  watch(context);
  // A window that a page opens is refused before it asks for anything; here that takes a moment.
  await context.route('**/*', (route) => route.abort());
  const doubleAt = `${pathToFileURL(join(import.meta.dirname, 'double', 'electron.ts')).href}?run=${runs}`;
  const { app, becomeReady, callHandler, control, nativeTheme, prepare } = (await nodeImport(
    doubleAt,
  )) as typeof Double;
  const paths = {
    documents: join(folder, 'Documents'),
    userData: join(folder, 'settings'),
    downloads: join(folder, 'Downloads'),
  };
  prepare({ context, paths, secondInstance, packaged, switches: usualSettings ? [] : ['user-data-dir'] });
  const hook = registerHooks({
    resolve: (specifier, about, next) =>
      specifier === 'electron'
        ? { url: doubleAt, shortCircuit: true, format: 'module-typescript' }
        : next(specifier, about),
  });
  try {
    await nodeImport(`${pathToFileURL(join(PROGRAM, 'main', 'main.js')).href}?run=${runs}`);
  } finally {
    hook.deregister();
  }
  beforeReady?.(app);
  becomeReady();
  const abandon = async () => {
    await context.close();
    if (given === undefined) rmSync(folder, { recursive: true });
  };
  return {
    kind: 'double',
    folder,
    control,
    app,
    nativeTheme,
    invoke: callHandler,
    async page(number = 1) {
      const page = await (await eventually(() => control.windows[number - 1])).webContents.page!;
      return await loaded(page);
    },
    async menu(...labels) {
      const item = labels.reduce<Double.MenuItem | undefined>(
        (found, label) => found?.submenu?.find((each) => plain(each.label) === label),
        { submenu: control.menu },
      );
      if (item?.click === undefined) throw new Error(`no menu item ${labels.join(' > ')}`);
      item.click();
    },
    async answerDialog(path) {
      control.answers.push(path);
    },
    abandon,
    async close() {
      const quit = new Promise((resolve) => app.once('quit', resolve));
      app.quit();
      await quit;
      await abandon();
      if (control.leaked.length > 0) throw new Error(`asked of the network: ${control.leaked.join(', ')}`);
    },
  };
}

async function launchElectron(executablePath: string, { folder: given }: Launch): Promise<DesktopApp> {
  await ensureBuilt();
  const folder = given ?? folderOfRun();
  const running = await _electron.launch({
    executablePath,
    args: [join(PROGRAM, 'main', 'main.js'), `--user-data-dir=${join(folder, 'settings')}`, '--no-sandbox'],
    env: { ...process.env, HOME: folder, USERPROFILE: folder } as Record<string, string>,
  });
  watch(running.context());
  await running.firstWindow();
  return {
    kind: 'electron',
    folder,
    async page(number = 1) {
      return await loaded(await eventually(() => running.windows()[number - 1]));
    },
    menu: (...labels) =>
      running.evaluate(({ Menu }, path) => {
        let items = Menu.getApplicationMenu()?.items ?? [];
        for (const [at, label] of path.entries()) {
          const item = items.find((each) => each.label.replace('&', '') === label);
          if (item === undefined) throw new Error(`no menu item ${path.join(' > ')}`);
          if (at === path.length - 1) item.click();
          items = item.submenu?.items ?? [];
        }
      }, labels),
    answerDialog: (path) =>
      running.evaluate(({ dialog }, answer) => {
        const canceled = answer === null;
        dialog.showOpenDialog = async () => ({ canceled, filePaths: canceled ? [] : [answer] });
        dialog.showSaveDialog = async () => ({ canceled, filePath: answer ?? '' });
      }, path),
    async close() {
      await running.close();
      if (given === undefined) rmSync(folder, { recursive: true });
    },
  };
}

async function loaded(page: Page): Promise<Page> {
  await page.waitForURL((address) => address.href !== 'about:blank', { waitUntil: 'load' });
  return page;
}

const plain = (label: string | undefined) => label?.replace('&', '');

/** Pages answer in their own time, the more so where two cores do everything. */
const PATIENCE = 20_000;

/** Waits for what comes about on its own. */
export async function eventually<Found>(find: () => Found | undefined | null | false): Promise<Found> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    const found = find();
    if (found !== undefined && found !== null && found !== false) return found;
    if (Date.now() > until) throw new Error(`did not come about within ${PATIENCE / 1000} s: ${find}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
