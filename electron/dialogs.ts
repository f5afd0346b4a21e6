/** Where a person says which file: the only way for a window to name one that Headroom does not know yet. */
import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { type BrowserWindow, dialog, type FileFilter } from 'electron';
import * as z from 'zod';
import { writeFileAtomically } from '../host/atomic-file.ts';

export const EXTENSION = 'headroom';
const ENDING = `.${EXTENSION}`;
const DOCUMENTS: FileFilter = { name: 'Headroom documents', extensions: [EXTENSION] };
const MOST_IN_NAME = 200;
/** A picture of a chart on a large screen is a few megabytes; a table of weeks likewise. */
const MOST_TO_SAVE = 200_000_000;

const suggestedName = z.string().max(MOST_IN_NAME);
export const CHOICE = z.object({
  kind: z.enum(['open', 'new', 'copy']),
  suggestedName: suggestedName.optional(),
});
export const FILE_TO_SAVE = z.object({
  suggestedName,
  content: z.union([z.string().max(MOST_TO_SAVE), z.instanceof(Uint8Array)]),
});

export type Choice = z.infer<typeof CHOICE>;
export interface FileToSave {
  readonly suggestedName: string;
  readonly content: string | Uint8Array;
}

const TITLES = { new: 'New document', copy: 'Save a copy' } as const;

/** @returns the path, or `null` when the person thought better of it */
export async function chooseDocument(
  window: BrowserWindow,
  folder: string,
  { kind, suggestedName }: Choice,
): Promise<string | null> {
  if (kind === 'open') {
    const options = {
      title: 'Open',
      defaultPath: folder,
      filters: [DOCUMENTS],
      properties: ['openFile' as const],
    };
    const { filePaths } = await dialog.showOpenDialog(window, options);
    return filePaths[0] ?? null;
  }
  const name = plain(suggestedName ?? 'My service');
  for (let defaultPath = freePath(folder, name); ; ) {
    const options = { title: TITLES[kind], defaultPath, filters: [DOCUMENTS] };
    const { canceled, filePath } = await dialog.showSaveDialog(window, options);
    if (canceled || filePath === '') return null;
    const path = extname(filePath).toLowerCase() === ENDING ? filePath : `${filePath}${ENDING}`;
    if (!existsSync(path)) return path;
    // The system's dialog may have offered to replace it; the host would refuse, so it is said here and asked again.
    await dialog.showMessageBox(window, taken(path));
    defaultPath = freePath(dirname(path), basename(path, extname(path)));
  }
}

/** `name`, or `name 2`, `name 3` ... where there is a document of that name. */
function freePath(folder: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${name}${number === 1 ? '' : ` ${number}`}${ENDING}`);
    if (!existsSync(path)) return path;
  }
}

const taken = (path: string) => ({
  type: 'info' as const,
  message: `There is a document “${basename(path)}” already.`,
  detail:
    'Headroom does not write over a document, so that none is lost by a slip. Choose another name; the old one can be deleted first.',
});

/** @returns where it was written, or `null` */
export async function saveFile(
  window: BrowserWindow,
  folder: string,
  { suggestedName, content }: FileToSave,
): Promise<string | null> {
  const name = plain(suggestedName);
  const extension = extname(name).slice(1);
  const filters = extension === '' ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }];
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(folder, name),
    filters,
  });
  if (canceled || filePath === '') return null;
  await writeFileAtomically(filePath, content);
  return filePath;
}

/** A file name and nothing that leads to another folder. */
const plain = (name: string) => basename(name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')).trim() || 'Headroom';
