/** The one door from a window to the program: who asks is checked here, what is asked where it is answered. */
import { type IpcMainInvokeEvent, ipcMain, type WebFrameMain } from 'electron';
import { isOurs } from './addresses.ts';
import type { AppWindow } from './window.ts';
import { ASK } from './wire.ts';

/**
 * @param windowOf the window with these contents, while it is open
 * @param answer what the window is answered
 */
export function openDoor(
  windowOf: (contents: IpcMainInvokeEvent['sender']) => AppWindow | undefined,
  answer: (window: AppWindow, name: string, argument: unknown) => Promise<unknown>,
): void {
  ipcMain.handle(ASK, async (event, name: unknown, argument: unknown) => {
    const window = windowOf(event.sender);
    if (
      window === undefined ||
      !isOurPage(event.senderFrame, event.sender.mainFrame) ||
      typeof name !== 'string'
    )
      throw new Error('Headroom answers only its own pages.');
    return await answer(window, name, argument);
  });
}

/** The page itself, not a frame within it. */
const isOurPage = (frame: WebFrameMain | null, main: WebFrameMain) => frame === main && isOurs(main.url);
