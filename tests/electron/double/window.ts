/** `BrowserWindow` and `webContents` over a page of a real browser. */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page, Request as PageRequest, Route } from 'playwright-core';
import { DELIVER, INVOKE, preloadScript } from './preload-world.ts';

/** Stands for `app://` in a browser that knows no such scheme; `.invalid` leads nowhere. */
const SUFFIX = '.app.invalid';
export const toPage = (address: string) => address.replace(/^app:\/\/([^/]+)/, `https://$1${SUFFIX}`);
export const fromPage = (address: string) =>
  address.replace(/^https:\/\/([^/]+)\.app\.invalid/, (_, host: string) => `app://${host}`);

interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowOptions extends Partial<Bounds> {
  readonly webPreferences: { readonly preload: string } & Readonly<Record<string, unknown>>;
  readonly [option: string]: unknown;
}

interface OpenDetails {
  readonly url: string;
}

export class WebContentsDouble extends EventEmitter {
  readonly mainFrame: { url: string } = { url: '' };
  /** Calls of `undo`, `print` and the like. */
  readonly calls: string[] = [];
  page: Promise<Page> | null = null;
  openHandler: (details: OpenDetails) => { action: string } = () => ({ action: 'allow' });

  setWindowOpenHandler(handler: (details: OpenDetails) => { action: string }): void {
    this.openHandler = handler;
  }

  send(channel: string, ...told: unknown[]): void {
    const copy = structuredClone(told);
    const deliver = async () => {
      const page = await this.page;
      const call = ([name, to, what]: readonly [string, string, unknown]) =>
        (window as unknown as Record<string, (channel: string, told: unknown) => void>)[name]?.(to, what);
      await page?.evaluate<void, readonly [string, string, unknown]>(call, [DELIVER, channel, copy]);
    };
    // A page that is closing hears nothing more.
    deliver().catch((error: Error) => {
      if (!/closed/.test(error.message)) throw error;
    });
  }

  /** Emits what Electron emits before something is done. @returns whether a listener prevented it */
  isPrevented(what: string, url: string): boolean {
    let prevented = false;
    const event = {
      url,
      preventDefault() {
        prevented = true;
      },
    };
    this.emit(what, event);
    return prevented;
  }

  reload(): void {
    this.calls.push('reload');
    this.emit('did-start-loading');
    const again = async () => void (await (await this.page)?.reload());
    // A page that is closing, or loaded once more, gives up.
    again().catch((error: Error) => {
      if (!/closed|ERR_ABORTED/.test(error.message)) throw error;
    });
  }

  undo(): void {
    this.calls.push('undo');
  }

  redo(): void {
    this.calls.push('redo');
  }

  print(options: object): void {
    this.calls.push(`print ${JSON.stringify(options)}`);
  }

  async printToPDF(options: object): Promise<Buffer> {
    this.calls.push(`pdf ${JSON.stringify(options)}`);
    return (await (await this.page)?.pdf({ format: 'A4', printBackground: true })) ?? Buffer.alloc(0);
  }
}

/** What a window of the double needs of the rest. */
export interface Wiring {
  readonly context: BrowserContext;
  created(window: WindowDouble): void;
  closed(window: WindowDouble): void;
  invoke(window: WindowDouble, channel: string, args: readonly unknown[]): Promise<Invoked>;
  /** `null` where nothing answers: refused, or not ours. */
  respond(address: string, method: string): Promise<Response | null>;
}

export interface Invoked {
  readonly threw: string | null;
  readonly value: unknown;
}

const REQUIRED = { sandbox: true, contextIsolation: true, nodeIntegration: false } as const;

export class WindowDouble extends EventEmitter {
  readonly webContents = new WebContentsDouble();
  readonly options: WindowOptions;
  readonly #wiring: Wiring;
  #bounds: Bounds;
  #maximised = false;
  #closed = false;
  shown = false;

  constructor(options: WindowOptions, wiring: Wiring) {
    super();
    for (const [name, value] of Object.entries(REQUIRED)) {
      if (options.webPreferences[name] !== value) throw new Error(`webPreferences.${name} must be ${value}`);
    }
    this.options = options;
    this.#wiring = wiring;
    this.#bounds = {
      x: options.x ?? 100,
      y: options.y ?? 80,
      width: options.width ?? 800,
      height: options.height ?? 600,
    };
    wiring.created(this);
    this.webContents.page = this.#openPage(wiring.context, options.webPreferences.preload);
  }

  async loadURL(address: string): Promise<void> {
    this.webContents.emit('did-start-loading');
    const page = await this.webContents.page!;
    this.webContents.mainFrame.url = address;
    await page.goto(toPage(address));
    this.emit('ready-to-show');
    this.webContents.emit('did-finish-load');
  }

  async #openPage(context: BrowserContext, preload: string): Promise<Page> {
    const page = await context.newPage();
    await page.setViewportSize({ width: this.#bounds.width, height: this.#bounds.height });
    await page.exposeFunction(INVOKE, ({ channel, args }: { channel: string; args: unknown[] }) =>
      this.#wiring.invoke(this, channel, args),
    );
    await page.addInitScript(preloadScript(readFileSync(preload, 'utf8')));
    await page.route('**/*', (route, request) => this.#answer(route, request));
    page.on('popup', (popup) => {
      const { action } = this.webContents.openHandler({ url: popup.url() });
      this.webContents.calls.push(`window.open ${action}`);
      void popup.close();
    });
    return page;
  }

  async #answer(route: Route, request: PageRequest): Promise<void> {
    const address = fromPage(request.url());
    const elsewhere = request.isNavigationRequest() && address !== this.webContents.mainFrame.url;
    if (elsewhere && this.#isPrevented(address)) return await route.abort('aborted');
    const response = await this.#wiring.respond(address, request.method());
    if (response === null) return await route.abort('blockedbyclient');
    const body = Buffer.from(await response.arrayBuffer());
    await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body });
  }

  #isPrevented(url: string): boolean {
    const prevented = this.webContents.isPrevented('will-navigate', url);
    this.webContents.calls.push(`will-navigate ${url} ${prevented ? 'prevented' : 'allowed'}`);
    return prevented;
  }

  show(): void {
    this.shown = true;
  }

  focus(): void {
    this.emit('focus');
  }

  restore(): void {}

  maximize(): void {
    this.#maximised = true;
  }

  isMaximized = () => this.#maximised;
  isMinimized = () => false;
  isDestroyed = () => this.#closed;
  getNormalBounds = () => this.#bounds;
  getTitle = () => 'Headroom';

  /** As if a person moved and sized it. */
  setBounds(bounds: Bounds): void {
    this.#bounds = bounds;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.emit('close');
    this.#closed = true;
    await (await this.webContents.page)?.close();
    this.emit('closed');
    this.#wiring.closed(this);
  }
}
