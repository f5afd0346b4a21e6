/** Hands a file that was made here to a person: the desktop window asks where to, a browser puts it among its downloads. */
import type {} from './bridge.ts';

/** Milliseconds after which a browser has surely taken the file over. */
const KEPT_FOR = 60_000;

/** @returns `false` when the person thought better of it */
export async function saveFile(suggestedName: string, content: string | Blob): Promise<boolean> {
  const { headroom } = window;
  if (!headroom) return download(suggestedName, content);
  const plain = typeof content === 'string' ? content : new Uint8Array(await content.arrayBuffer());
  return (await headroom.saveFile(suggestedName, plain)) !== null;
}

function download(name: string, content: string | Blob): true {
  const link = document.createElement('a');
  const address = URL.createObjectURL(new Blob([content]));
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR);
  return true;
}
