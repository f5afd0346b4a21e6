/** The part of the double that runs in the page: the preload script, with an `electron` that has only what a sandboxed one has. */

/** Names under which the page and the double reach each other. */
export const INVOKE = '__doubleInvoke';
export const DELIVER = '__doubleDeliver';

/** A script for the page: runs the preload's source before anything of the page. */
export function preloadScript(source: string): string {
  return `(${world.toString()})(${JSON.stringify(INVOKE)}, ${JSON.stringify(DELIVER)}, (require, module, exports) => {${source}\n});`;
}

/** Runs in the page, so it may use nothing from outside. */
function world(
  invokeName: string,
  deliverName: string,
  preload: (require: (name: string) => unknown, module: object, exports: object) => void,
): void {
  if (window !== window.top) return;
  type Listener = (event: object, ...told: unknown[]) => void;
  const listeners = new Map<string, Listener[]>();
  const page = window as unknown as Record<string, unknown>;
  const plainError = (thrown: unknown) =>
    new Error(thrown instanceof Error ? thrown.message : String(thrown));

  const ipcRenderer = {
    async invoke(channel: string, ...args: unknown[]) {
      const call = page[invokeName] as (told: object) => Promise<{ threw: string | null; value: unknown }>;
      const { threw, value } = await call({ channel, args: structuredClone(args) });
      if (threw !== null) throw new Error(`Error invoking remote method '${channel}': ${threw}`);
      return value;
    },
    on(channel: string, listener: Listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    },
    off(channel: string, listener: Listener) {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((each) => each !== listener),
      );
    },
  };

  // What crosses the bridge is copied; functions become functions that copy.
  const cross = (value: unknown): unknown => {
    if (typeof value === 'function') return bridged(value as (...args: unknown[]) => unknown);
    return value instanceof Promise
      ? value.then(cross, (error) => Promise.reject(plainError(error)))
      : structuredClone(value);
  };
  const bridged =
    (real: (...args: unknown[]) => unknown) =>
    (...args: unknown[]) => {
      try {
        return cross(real(...args.map(cross)));
      } catch (error) {
        throw plainError(error);
      }
    };
  const contextBridge = {
    exposeInMainWorld(name: string, api: Record<string, unknown>) {
      const copy = Object.fromEntries(Object.entries(api).map(([key, value]) => [key, cross(value)]));
      Object.defineProperty(window, name, { value: Object.freeze(copy), enumerable: true });
    },
  };

  Object.defineProperty(window, deliverName, {
    value: (channel: string, told: unknown[]) => {
      for (const listener of listeners.get(channel) ?? []) listener({}, ...told);
    },
  });
  const require = (name: string) => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    return { contextBridge, ipcRenderer };
  };
  const module = { exports: {} };
  preload(require, module, module.exports);
}
