/** Names people give to documents, and the names of their files, which must do on Windows, macOS and Linux alike. */
import { basename, isAbsolute, join, resolve } from 'node:path';
import { badInput } from './document-problem.ts';

export const EXTENSION = '.headroom';
const ENDS_OURS = /\.headroom$/i;

/** What a document is called when nobody said. */
const UNNAMED = 'Untitled';

/** Bytes that a file's name may have on every common disk (255), less room for “ 999”, the extension and what a backup or journal adds. */
const MOST_BYTES = 200;

/** Not allowed in a file's name on Windows, or a folder's mark elsewhere; control characters. */
const NOT_IN_NAMES = /[<>:"/\\|?*\p{Cc}]/gu;
/** Windows keeps these for devices, whatever the ending. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Without folder and extension. */
export const nameOf = (path: string): string => basename(path).replace(/(?<=.)\.headroom$/i, '');

/** The nearest name that a file may bear; the rest of the name is kept as it was typed. */
export function fileNameFor(name: string): string {
  const plain = name
    .normalize('NFC')
    .replaceAll(NOT_IN_NAMES, '-')
    .trim()
    .replace(ENDS_OURS, '')
    .replace(/^\.+/, '')
    .replace(/[. ]+$/, '');
  const allowed = DEVICES.test(plain) ? `${plain.replace(DEVICES, '$1-$2')}` : plain;
  return shortened(allowed) || UNNAMED;
}

/** Whole characters only: an accent or an emoji is not cut in two. */
function shortened(name: string): string {
  let bytes = 0;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en-GB', { granularity: 'grapheme' }).segment(name)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > MOST_BYTES) return kept.trimEnd();
    kept += segment;
  }
  return kept;
}

/** `name`, then `name 2`, `name 3` ... in the folder, without end. */
export function* pathsLike(folder: string, name: string): Generator<string, never> {
  const first = fileNameFor(name);
  yield join(folder, `${first}${EXTENSION}`);
  for (let number = 2; ; number += 1) yield join(folder, `${first} ${number}${EXTENSION}`);
}

/**
 * Where a new document goes when a person names the place; the extension is added where it is missing.
 * @throws {DocumentProblem}
 */
export function namedPath(path: string): string {
  checkPath(path);
  const whole = resolve(path);
  const ended = ENDS_OURS.test(whole) ? whole : `${whole}${EXTENSION}`;
  if (basename(ended).toLowerCase() !== EXTENSION) return ended;
  const message = 'A document needs a name. Type one and save again.';
  throw badInput('path', path, `a name before ${EXTENSION}`, message);
}

/** @throws {DocumentProblem} */
export function checkPath(path: string): void {
  if (!isAbsolute(path) || path.includes('\0')) {
    throw badInput(
      'path',
      path,
      'a whole path, from the drive or the root',
      `“${path}” does not say where the file is.`,
    );
  }
}
