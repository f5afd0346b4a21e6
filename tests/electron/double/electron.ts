/**
 * Stands for the module `electron` where its program is not installed: the built main and preload run against it unchanged. It keeps
 * Electron's own rules where breaking one would go unnoticed (schemes before ready, one handler per channel, sandboxed windows).
 * It cannot show: the real sandbox, `app:` as an origin, the archive, the system's menus and dialogs.
 */
import { EventEmitter } from 'node:events';
import type { BrowserContext } from 'playwright-core';
import { MessageChannelMain, UtilityProcessDouble } from './ports.ts';
import { type Invoked, WindowDouble, type WindowOptions } from './window.ts';

interface Setup {
  readonly context: BrowserContext;
  readonly paths: Readonly<Record<string, string>>;
  /** Another instance holds the lock. */
  readonly secondInstance: boolean;
  /** Not run from source. */
  readonly packaged: boolean;
  /** Switches the program was started with. */
  readonly switches: readonly string[];
}

type Handler = (event: object, ...args: unknown[]) => unknown;
type RequestFilter = (details: { url: string }, answer: (verdict: { cancel?: boolean }) => void) => void;
type ProtocolHandler = (request: Request) => Promise<Response>;

/** What the tests read and steer. */
export const control = {
  windows: [] as WindowDouble[],
  hosts: [] as UtilityProcessDouble[],
  switches: [] as string[],
  recentDocuments: [] as string[],
  /** Addresses that something asked for and was refused, and those that got past the refusal. */
  blocked: [] as string[],
  leaked: [] as string[],
  /** Names that windows have asked for. */
  asked: [] as unknown[],
  /** What dialogs were shown, and the answers that wait for the next of them. */
  dialogs: [] as { readonly kind: string; readonly options: Record<string, unknown> }[],
  answers: [] as (string | null)[],
  menu: [] as MenuItem[],
  permission: null as null | { request: PermissionRequest; check: PermissionCheck; device: () => boolean },
  downloadPrevented: null as null | (() => boolean),
  spellChecker: true,
  /** Whether the session's filter cancels a request for it. */
  async isCancelled(url: string): Promise<boolean> {
    return (await verdictOn(url)).cancel === true;
  },
};

export interface MenuItem {
  readonly label?: string;
  readonly role?: string;
  readonly accelerator?: string;
  readonly visible?: boolean;
  readonly checked?: boolean;
  readonly submenu?: readonly MenuItem[];
  readonly click?: () => void;
}
type PermissionRequest = (
  contents: null,
  permission: string,
  answer: (granted: boolean) => void,
  details: { requestingUrl: string },
) => void;
type PermissionCheck = (contents: null, permission: string, origin: string) => boolean;

let setup: Setup;
let ready = false;
const whenReady = Promise.withResolvers<void>();
const handlers = new Map<string, Handler>();
let schemes: readonly string[] = [];
const protocols = new Map<string, ProtocolHandler>();
let requestFilter: RequestFilter = (_details, answer) => answer({});

/** Before the main program is imported. */
export function prepare(given: Setup): void {
  setup = given;
}

/** After it: what had to be done before ready is done, or never. */
export function becomeReady(): void {
  ready = true;
  whenReady.resolve();
}

class App extends EventEmitter {
  get isPackaged(): boolean {
    return setup.packaged;
  }
  quitting = false;
  readonly commandLine = {
    appendSwitch: (name: string, value?: string) => {
      if (ready) throw new Error('switches come before ready');
      control.switches.push(value === undefined ? name : `${name}=${value}`);
    },
    hasSwitch: (name: string) => setup.switches.includes(name),
  };
  readonly #paths: Record<string, string> = {};
  readonly whenReady = () => whenReady.promise;
  readonly requestSingleInstanceLock = () => !setup.secondInstance;
  readonly getVersion = () => '0.0.0';
  readonly setAboutPanelOptions = () => {};
  readonly addRecentDocument = (path: string) => control.recentDocuments.push(path);

  getPath(name: string): string {
    const path = this.#paths[name] ?? setup?.paths[name];
    if (path === undefined) throw new Error(`the double knows no path ${name}`);
    return path;
  }

  setPath(name: string, path: string): void {
    if (ready) throw new Error('Chromium has read its paths by now');
    this.#paths[name] = path;
  }

  quit(): void {
    void this.#quit();
  }

  async #quit(): Promise<void> {
    this.quitting = true;
    for (const window of [...control.windows]) await window.close();
    let prevented = false;
    const event = {
      preventDefault() {
        prevented = true;
      },
    };
    this.emit('will-quit', event);
    if (!prevented) this.emit('quit');
  }
}
export const app = new App();

function verdictOn(url: string): Promise<{ cancel?: boolean }> {
  const verdict = Promise.withResolvers<{ cancel?: boolean }>();
  requestFilter({ url }, verdict.resolve);
  return verdict.promise;
}

async function respond(address: string, method: string): Promise<Response | null> {
  const cancelled = await control.isCancelled(address);
  const handler = protocols.get(new URL(address).protocol.slice(0, -1));
  if (cancelled || handler === undefined) {
    (cancelled ? control.blocked : control.leaked).push(address);
    return null;
  }
  return await handler(new Request(address, { method }));
}

async function invoke(window: WindowDouble, channel: string, args: readonly unknown[]): Promise<Invoked> {
  const handler = handlers.get(channel);
  try {
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    control.asked.push(args[0]);
    const { webContents } = window;
    const event = { sender: webContents, senderFrame: webContents.mainFrame };
    return { threw: null, value: structuredClone(await handler(event, ...args)) };
  } catch (error) {
    return { threw: String(error), value: undefined };
  }
}

export class BrowserWindow extends WindowDouble {
  constructor(options: WindowOptions) {
    if (!ready) throw new Error('Cannot create BrowserWindow before app is ready');
    super(options, {
      context: setup.context,
      created(window) {
        control.windows.push(window);
        app.emit('web-contents-created', {}, window.webContents);
      },
      closed(window) {
        control.windows.splice(control.windows.indexOf(window), 1);
        if (control.windows.length === 0 && !app.quitting) app.emit('window-all-closed');
      },
      invoke,
      respond,
    });
  }
}

/** Calls the one handler with an event of the test's making. */
export const callHandler = async (event: object, ...args: unknown[]) =>
  await handlers.get('headroom:ask')?.(event, ...args);

export const ipcMain = {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
};

export const protocol = {
  registerSchemesAsPrivileged(given: readonly { scheme: string }[]): void {
    if (ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    schemes = given.map(({ scheme }) => scheme);
  },
};

export const session = {
  defaultSession: {
    protocol: {
      handle(scheme: string, handler: ProtocolHandler): void {
        if (!schemes.includes(scheme)) throw new Error(`${scheme} was not registered before ready`);
        protocols.set(scheme, handler);
      },
    },
    webRequest: {
      onBeforeRequest(filter: RequestFilter): void {
        requestFilter = filter;
      },
    },
    setPermissionRequestHandler(request: PermissionRequest): void {
      control.permission = { check: () => true, device: () => true, ...control.permission, request };
    },
    setPermissionCheckHandler(check: PermissionCheck): void {
      control.permission = {
        request: (_c, _p, answer) => answer(true),
        device: () => true,
        ...control.permission,
        check,
      };
    },
    setDevicePermissionHandler(device: () => boolean): void {
      control.permission = {
        request: (_c, _p, answer) => answer(true),
        check: () => true,
        ...control.permission,
        device,
      };
    },
    on(_event: 'will-download', listener: (event: { preventDefault(): void }) => void): void {
      control.downloadPrevented = () => {
        let prevented = false;
        listener({
          preventDefault() {
            prevented = true;
          },
        });
        return prevented;
      };
    },
    setSpellCheckerEnabled(enabled: boolean): void {
      control.spellChecker = enabled;
    },
  },
};

export const Menu = {
  buildFromTemplate: (template: MenuItem[]) => template,
  setApplicationMenu(menu: MenuItem[]): void {
    control.menu = menu;
  },
};

function answerOf(kind: string, options: Record<string, unknown>): string | null {
  control.dialogs.push({ kind, options });
  const answer = control.answers.shift();
  if (answer === undefined) throw new Error(`nobody answers the ${kind} dialog`);
  return answer;
}
export const dialog = {
  async showOpenDialog(_window: WindowDouble, options: Record<string, unknown>) {
    const path = answerOf('open', options);
    return { canceled: path === null, filePaths: path === null ? [] : [path] };
  },
  async showSaveDialog(_window: WindowDouble, options: Record<string, unknown>) {
    const path = answerOf('save', options);
    return { canceled: path === null, filePath: path ?? '' };
  },
  showErrorBox(title: string, content: string): void {
    control.dialogs.push({ kind: 'error', options: { title, content } });
  },
  async showMessageBox(_window: WindowDouble, options: Record<string, unknown>) {
    control.dialogs.push({ kind: 'message', options });
    return { response: 0 };
  },
  /** The number of the button pressed, which a test gives as text. */
  showMessageBoxSync(_window: WindowDouble, options: Record<string, unknown>): number {
    return Number(answerOf('question', options));
  },
};

export const nativeTheme = { themeSource: 'system', shouldUseDarkColors: false };
const DISPLAY = { workArea: { x: 0, y: 0, width: 1920, height: 1040 } };
export const screen = { getAllDisplays: () => [DISPLAY], getDisplayMatching: () => DISPLAY };
export const utilityProcess = {
  fork(file: string): UtilityProcessDouble {
    if (!ready) throw new Error('utilityProcess cannot be created before app is ready');
    const host = new UtilityProcessDouble(file);
    control.hosts.push(host);
    return host;
  },
};
export { MessageChannelMain };
