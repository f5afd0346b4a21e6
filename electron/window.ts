/** A window: sandboxed, with our screens in it, told what its menu is asked to do once its screens listen. */
import { BrowserWindow, dialog, nativeTheme } from 'electron';
import type { Command, News, WireFailure } from '../host/contract.ts';
import { PAGE } from './addresses.ts';
import { Deaths } from './deaths.ts';
import type { WindowHost } from './window-host.ts';
import { SMALLEST, type WindowState } from './window-state.ts';
import { COMMAND, NEWS } from './wire.ts';

/** What the window shows before the page does, so that it does not flash. */
const GROUND = { light: '#ffffff', dark: '#242424' } as const;

export interface AppWindow {
  readonly browser: BrowserWindow;
  readonly host: WindowHost;
  /** Tells it the host's news, where they concern it. */
  hear(news: News): void;
  /** What was open and going on here is gone; it is told which runs failed, and to open its documents again. */
  hostDied(failure: WireFailure, again: boolean): void;
  /** Kept until the screens say that they listen. */
  command(command: Command): void;
  /** The screens listen now. */
  obeying(): void;
}

export interface WindowParts {
  readonly preload: string;
  readonly state: WindowState;
  readonly host: WindowHost;
  readonly developing: boolean;
}

export function openWindow({ preload, state, host, developing }: WindowParts): AppWindow {
  const browser = new BrowserWindow({
    ...state.bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light,
    title: 'Headroom',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: developing,
    },
  });
  if (state.maximised) browser.maximize();
  browser.once('ready-to-show', () => browser.show());
  const window = appWindow(browser, host);
  browser.loadURL(PAGE).catch((error: Error) => {
    // Closed before it was loaded, it is nobody's loss.
    if (!browser.isDestroyed()) dialog.showErrorBox('Headroom could not show its window', error.message);
  });
  return window;
}

function appWindow(browser: BrowserWindow, host: WindowHost): AppWindow {
  let kept: Command[] | null = [];
  const send = (channel: string, told: News | Command) => {
    if (!browser.isDestroyed()) browser.webContents.send(channel, told);
  };
  browser.webContents.on('did-start-loading', () => {
    kept ??= [];
  });
  const command = (told: Command) => {
    if (kept === null) send(COMMAND, told);
    else kept.push(told);
  };
  browser.webContents.on('will-prevent-unload', (event) => {
    if (leavesUnsaved(browser)) event.preventDefault();
  });
  const deaths = new Deaths();
  browser.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || browser.isDestroyed()) return;
    kept = host.documents.map((path) => ({ kind: 'open document', path }));
    void letGo(host);
    const again = deaths.another();
    if (again) browser.webContents.reload();
    void dialog.showMessageBox(browser, { type: 'warning', ...(again ? SHOWN_AGAIN : KEEPS_STOPPING) });
  });
  return {
    browser,
    host,
    hear(news) {
      const mine = host.heard(news);
      if (mine !== null) send(NEWS, mine);
    },
    hostDied(failure, again) {
      const { paths, runs } = host.forget();
      for (const run of runs) send(NEWS, { kind: 'run failed', run, failure });
      if (again) for (const path of paths) command({ kind: 'reopen document', path });
    },
    command,
    obeying() {
      for (const command of kept ?? []) send(COMMAND, command);
      kept = null;
    },
  };
}

const STAY = 0;

/** The page says that something is not saved, and Electron would stay without a word. It waits for the answer: the event does. */
function leavesUnsaved(browser: BrowserWindow): boolean {
  const answer = dialog.showMessageBoxSync(browser, {
    type: 'warning',
    message: 'Some of your changes are not saved.',
    detail:
      'They are lost if you close the window now. If you stay, the window says why, and you can try again or save a copy.',
    buttons: ['Stay', 'Leave without them'],
    defaultId: STAY,
    cancelId: STAY,
  });
  return answer !== STAY;
}

/** What the screens held is gone with their process: nobody waits for their runs, and each document is opened anew. */
async function letGo(host: WindowHost): Promise<void> {
  const closed = host.close();
  host.forget();
  await closed;
}

const SHOWN_AGAIN = {
  message: 'What this window showed stopped unexpectedly and was loaded again.',
  detail:
    'Your document is being opened again as it was last saved, which is after every change. What was being typed just then, and a run that was going on, have to be begun again.',
};
const KEEPS_STOPPING = {
  message: 'What this window shows keeps stopping.',
  detail: 'Every change that was saved is kept. Please close this window and open the document again.',
};
