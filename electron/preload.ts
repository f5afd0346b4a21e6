/** All that a screen can reach of the program: five functions, plain data in and out. */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { Bridge, Command, Reply } from '../host/contract.ts';
import { ASK, CHOOSE_DOCUMENT, COMMAND, EDIT_TEXT, NEWS, OBEYING, SAVE_FILE } from './wire.ts';

const ask = (name: string, argument: unknown) => ipcRenderer.invoke(ASK, name, argument);

/** The listener never sees the event, which would hand it the channel itself. */
function on<Told>(channel: string, listener: (told: Told) => void): () => void {
  const deliver = (_event: IpcRendererEvent, told: Told) => listener(told);
  ipcRenderer.on(channel, deliver);
  return () => {
    ipcRenderer.off(channel, deliver);
  };
}

/** Undo while one types concerns the typing, not the document. */
function inText(): boolean {
  const focused = document.activeElement;
  if (focused instanceof HTMLInputElement)
    return !['button', 'checkbox', 'radio', 'range'].includes(focused.type);
  return (
    focused instanceof HTMLTextAreaElement || (focused instanceof HTMLElement && focused.isContentEditable)
  );
}

const bridge: Bridge = {
  ask,
  listen: (listener) => on(NEWS, listener),
  obey(listener) {
    const stop = on<Command>(COMMAND, (command) => {
      if ((command.kind === 'undo' || command.kind === 'redo') && inText()) void ask(EDIT_TEXT, command.kind);
      else listener(command);
    });
    void ask(OBEYING, null);
    return stop;
  },
  choose: (kind, suggestedName) => ask(CHOOSE_DOCUMENT, { kind, suggestedName }),
  async saveFile(suggestedName, content) {
    const reply: Reply<string | null> = await ask(SAVE_FILE, { suggestedName, content });
    if (!reply.ok) throw new Error(reply.failure.message);
    return reply.answer;
  },
};

contextBridge.exposeInMainWorld('headroom', bridge);
