/** Names and shapes of what passes between the windows, the main process and the host's process. */
import type { News, Reply } from '../host/contract.ts';

/** The one channel on which a window asks. */
export const ASK = 'headroom:ask';
/** The two on which it is told. */
export const NEWS = 'headroom:news';
export const COMMAND = 'headroom:command';

/** What a window asks of the main process itself; every other name goes to the host. */
export const CHOOSE_DOCUMENT = 'choose document';
export const SAVE_FILE = 'save file';
export const EDIT_TEXT = 'edit text';
/** Its screens listen to commands from now on. */
export const OBEYING = 'obeying';

/** First message to the host's process; the port over which the rest goes comes with it. */
export interface Begin {
  readonly documentsFolder: string;
  readonly settingsFolder: string;
}

export type ToHost =
  | { readonly kind: 'ask'; readonly id: number; readonly name: string; readonly argument: unknown }
  | { readonly kind: 'close' };

export type FromHost =
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply<unknown> }
  | { readonly kind: 'news'; readonly news: News }
  /** Every document is closed; the process ends. */
  | { readonly kind: 'closed' };
