/** The program with its windows: joins the host, the windows, the menu and the dialogs. */
import { join, parse } from 'node:path';
import { app, dialog, Menu, nativeTheme } from 'electron';
import * as z from 'zod';
import type { Command, DocumentFile, Reply, Settings, WireFailure } from '../host/contract.ts';
import { CHOICE, type Choice, chooseDocument, FILE_TO_SAVE, type FileToSave, saveFile } from './dialogs.ts';
import { GrantedPaths } from './granted-paths.ts';
import { HostLink } from './host-link.ts';
import { type MenuActions, menuTemplate } from './menu.ts';
import { printPage, savePageAsPdf } from './paper.ts';
import type { AppWindow } from './window.ts';
import { bringForward, Windows } from './windows.ts';
import { CHOOSE_DOCUMENT, EDIT_TEXT, OBEYING, SAVE_FILE } from './wire.ts';

/** More would not be read in a menu. */
const MOST_RECENT = 10;
/** After these the list of recent documents is another. */
const CHANGES_RECENT = ['document new', 'document open', 'document copy'];
const THEMES = { light: 'light', dark: 'dark', 'as the system': 'system' } as const;

export interface DesktopFolders {
  /** Where documents are kept unless a person says otherwise. */
  readonly documents: string;
  /** Of this program's own settings. */
  readonly settings: string;
  /** Of the built program: main, host, screens. */
  readonly program: string;
}

export class Desktop {
  readonly #folders: DesktopFolders;
  readonly #paths = new GrantedPaths();
  readonly #link: HostLink;
  readonly #windows: Windows;
  #recent: readonly DocumentFile[] = [];
  #settings: Settings = { theme: 'as the system', counted: 'families' };

  constructor(folders: DesktopFolders) {
    this.#folders = folders;
    this.#link = new HostLink(
      unpacked(join(folders.program, 'node', 'host-process.js')),
      { documentsFolder: folders.documents, settingsFolder: folders.settings },
      {
        news: (news) => {
          for (const window of this.#windows) window.hear(news);
        },
        died: (failure, again) => this.#hostDied(failure, again),
      },
    );
    this.#windows = new Windows(
      {
        preload: join(folders.program, 'preload', 'preload.cjs'),
        stateFile: join(folders.settings, 'window-state.json'),
        developing: !app.isPackaged,
      },
      (name, argument) => this.#link.ask(name, argument),
      this.#paths,
    );
  }

  get windows(): Windows {
    return this.#windows;
  }

  /** @param documents to open at once */
  async start(documents: readonly string[]): Promise<void> {
    this.#link.start();
    this.#showMenu();
    this.openDocuments(documents);
    if (documents.length === 0) this.#windows.open();
    const settings = await this.#link.ask('settings', null);
    if (settings.ok) this.#follow(settings.answer as Settings);
    await this.#readRecent();
  }

  /** Each in a window that is free, or in front where it is open already. */
  openDocuments(paths: readonly string[]): void {
    for (const path of paths) {
      const window = this.#windows.for(path);
      if (!window.host.documents.includes(path)) this.#open(window, path);
      bringForward(window.browser);
    }
  }

  /** The program was called again, or its icon was clicked: a window comes in front. */
  called(documents: readonly string[]): void {
    this.openDocuments(documents);
    if (documents.length === 0) bringForward(this.#windows.current().browser);
  }

  /** What a window asks: a few things of this process, the rest of the host. */
  async answer(window: AppWindow, name: string, argument: unknown): Promise<unknown> {
    switch (name) {
      case CHOOSE_DOCUMENT:
        return await this.#choose(window, CHOICE.parse(argument));
      case SAVE_FILE:
        return await this.#save(window, FILE_TO_SAVE.parse(argument));
      case EDIT_TEXT:
        return window.browser.webContents[z.enum(['undo', 'redo']).parse(argument)]();
      case OBEYING:
        return window.obeying();
      default:
        return await this.#askHost(window, name, argument);
    }
  }

  /** Lets the host close its documents; the program can end then. */
  close(): Promise<void> {
    return this.#link.close();
  }

  async #askHost(window: AppWindow, name: string, argument: unknown): Promise<Reply<unknown>> {
    const reply = await window.host.ask(name, argument);
    if (!reply.ok) return reply;
    if (name === 'settings' || name === 'settings change') this.#follow(reply.answer as Settings);
    if (CHANGES_RECENT.includes(name)) {
      app.addRecentDocument((reply.answer as DocumentFile).path);
      void this.#readRecent();
    }
    return reply;
  }

  async #choose(window: AppWindow, choice: Choice): Promise<string | null> {
    const path = await chooseDocument(window.browser, this.#folders.documents, choice);
    if (path !== null) this.#paths.grant(path);
    return path;
  }

  async #save(window: AppWindow, file: FileToSave): Promise<Reply<string | null>> {
    try {
      return { ok: true, answer: await saveFile(window.browser, app.getPath('downloads'), file) };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message = `${file.suggestedName} could not be saved there: ${reason}`;
      return { ok: false, failure: { kind: 'storage', message, problems: [] } };
    }
  }

  async #chooseThen(kind: Choice['kind'], command: (path: string) => Command, suggestedName?: string) {
    const window = this.#windows.current();
    const path = await this.#choose(window, { kind, suggestedName });
    if (path !== null) window.command(command(path));
  }

  #nameOfCopy(): string | undefined {
    const path = this.#windows.current().host.documents[0];
    return path === undefined ? undefined : `${parse(path).name} copy`;
  }

  #open(window: AppWindow, path: string): void {
    this.#paths.grant(path);
    window.command({ kind: 'open document', path });
  }

  #hostDied(failure: WireFailure, again: boolean): void {
    for (const window of this.#windows) window.hostDied(failure, again);
    const message = again
      ? 'Headroom’s calculations stopped unexpectedly and were started again.'
      : 'Headroom’s calculations keep stopping.';
    const detail = again
      ? 'Your document is being opened again as it was last saved, which is after every change. A run that was going on has to be started again.'
      : 'Every change that was saved is kept. Please close Headroom and open it again.';
    void dialog.showMessageBox(this.#windows.current().browser, { type: 'warning', message, detail });
  }

  async #readRecent(): Promise<void> {
    const reply = await this.#link.ask('documents', null);
    if (!reply.ok) return;
    this.#paths.grantAnswered(reply.answer);
    this.#recent = (reply.answer as readonly DocumentFile[]).filter(({ changed }) => changed !== null);
    this.#showMenu();
  }

  #follow(settings: Settings): void {
    this.#settings = settings;
    nativeTheme.themeSource = THEMES[settings.theme];
    this.#showMenu();
  }

  async #changeTheme(theme: Settings['theme']): Promise<void> {
    const reply = await this.#link.ask('settings change', { theme });
    if (!reply.ok) return;
    const settings = reply.answer as Settings;
    this.#follow(settings);
    for (const window of this.#windows) window.command({ kind: 'settings', settings });
  }

  #showMenu(): void {
    const state = {
      mac: process.platform === 'darwin',
      developing: !app.isPackaged,
      recent: this.#recent.slice(0, MOST_RECENT),
      theme: this.#settings.theme,
    };
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state, this.#actions())));
  }

  #actions(): MenuActions {
    const tell = (kind: 'new document' | 'save' | 'close document' | 'undo' | 'redo' | 'help') => () =>
      this.#windows.current().command({ kind });
    return {
      newDocument: tell('new document'),
      newWindow: () => void this.#windows.open(),
      open: () => void this.#chooseThen('open', (path) => ({ kind: 'open document', path })),
      openRecent: (path) => this.#open(this.#windows.current(), path),
      save: tell('save'),
      saveCopy: () =>
        void this.#chooseThen('copy', (path) => ({ kind: 'copy document', path }), this.#nameOfCopy()),
      saveAsPdf: () => void savePageAsPdf(this.#windows.current().browser, app.getPath('downloads')),
      print: () => printPage(this.#windows.current().browser),
      closeDocument: tell('close document'),
      undo: tell('undo'),
      redo: tell('redo'),
      theme: (theme) => void this.#changeTheme(theme),
      help: tell('help'),
    };
  }
}

/** Packed, the host and its worker threads lie beside the archive: threads and SQLite need files that are files. */
const unpacked = (file: string) => file.replace('app.asar', 'app.asar.unpacked');
