/** Every window that is open, and the one that a menu or a double-clicked document means. */
import type { BrowserWindow, WebContents } from 'electron';
import type { GrantedPaths } from './granted-paths.ts';
import type { HostLink } from './host-link.ts';
import { type AppWindow, openWindow } from './window.ts';
import { WindowHost } from './window-host.ts';
import { besideOther, keepWindowState, keptWindowState } from './window-state.ts';

export interface WindowSettings {
  readonly preload: string;
  readonly stateFile: string;
  readonly developing: boolean;
}

export class Windows {
  readonly #settings: WindowSettings;
  readonly #ask: HostLink['ask'];
  readonly #paths: GrantedPaths;
  readonly #open = new Set<AppWindow>();
  /** The one used last, which a menu means on a Mac when another program is in front. */
  #last: AppWindow | null = null;
  #opened = 0;

  constructor(settings: WindowSettings, ask: HostLink['ask'], paths: GrantedPaths) {
    this.#settings = settings;
    this.#ask = ask;
    this.#paths = paths;
  }

  [Symbol.iterator](): Iterator<AppWindow> {
    return this.#open.values();
  }

  open(): AppWindow {
    const { preload, stateFile, developing } = this.#settings;
    this.#opened += 1;
    const host = new WindowHost(this.#ask, this.#paths, this.#opened);
    const window = openWindow({ preload, developing, host, state: this.#place(stateFile) });
    const { browser } = window;
    this.#open.add(window);
    this.#last = window;
    browser.on('focus', () => {
      this.#last = window;
    });
    browser.on('close', () => keepWindowState(stateFile, browser));
    browser.on('closed', () => this.#closed(window));
    return window;
  }

  of(contents: WebContents): AppWindow | undefined {
    return [...this.#open].find(({ browser }) => browser.webContents === contents);
  }

  /** The one in use; opens one where there is none. */
  current(): AppWindow {
    return this.#last ?? this.open();
  }

  /** The window that shows this document, or one that shows none. */
  for(path: string): AppWindow {
    const showing = [...this.#open].find(({ host }) => host.documents.includes(path));
    const empty = [...this.#open].find(({ host }) => host.documents.length === 0);
    return showing ?? empty ?? this.open();
  }

  #closed(window: AppWindow): void {
    this.#open.delete(window);
    if (this.#last === window) this.#last = [...this.#open].at(-1) ?? null;
    void window.host.close();
  }

  #place(stateFile: string) {
    const kept = keptWindowState(stateFile);
    const before = this.#last?.browser.getNormalBounds();
    if (before === undefined) return kept;
    return { bounds: besideOther(before), maximised: false };
  }
}

/** Brings it in front, also from the task bar. */
export function bringForward(browser: BrowserWindow): void {
  if (browser.isMinimized()) browser.restore();
  browser.focus();
}
