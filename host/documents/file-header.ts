/** What the first bytes of a file say of it, read without SQLite so that a file that is not ours is never touched. */
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { badInput, DocumentProblem, damaged } from './document-problem.ts';
import { APPLICATION_ID } from './sqlite-document.ts';

/** Layout of the header: “Database File Format”, section 1.3, sqlite.org/fileformat2.html. */
const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
const PAGE_SIZE_AT = 16;
const CHANGES_AT = 24;
const PAGES_AT = 28;
const APPLICATION_ID_AT = 68;
const PAGES_COUNTED_AT_CHANGE_AT = 92;

/** @throws {DocumentProblem} unless it is a Headroom document, torn perhaps; the file system's error where it cannot be read */
export function refuseUnlessDocument(path: string): void {
  // Pages may be missing while they lie in a journal.
  const mustBeWhole = !['-wal', '-journal'].some(
    (side) => statSync(`${path}${side}`, { throwIfNoEntry: false })?.size,
  );
  const file = openSync(path, 'r');
  try {
    const status = fstatSync(file);
    if (status.isDirectory()) throw notOurs(path, 'is a folder');
    const header = Buffer.alloc(HEADER_BYTES);
    const read = readSync(file, header, 0, HEADER_BYTES, 0);
    if (read === 0) throw notOurs(path, 'is empty');
    const there = Math.min(read, MAGIC.length);
    if (header.toString('latin1', 0, there) !== MAGIC.slice(0, there))
      throw notOurs(path, 'is another kind of file');
    if (read < HEADER_BYTES) throw new DocumentProblem('storage', damaged(path));
    if (header.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID) {
      throw notOurs(path, 'is a database of another program');
    }
    if (mustBeWhole && fstatSync(file).size < bytesSaid(header))
      throw new DocumentProblem('storage', damaged(path));
  } finally {
    closeSync(file);
  }
}

/** Length of the whole file as its header has it; SQLite itself reads a page cut short as if zeros followed. */
function bytesSaid(header: Buffer): number {
  // A count from before the last change is out of date.
  if (header.readUInt32BE(CHANGES_AT) !== header.readUInt32BE(PAGES_COUNTED_AT_CHANGE_AT)) return 0;
  const pageSize = header.readUInt16BE(PAGE_SIZE_AT);
  // 1 stands for 65,536, which two bytes do not hold.
  return (pageSize === 1 ? 65_536 : pageSize) * header.readUInt32BE(PAGES_AT);
}

const notOurs = (path: string, what: string) =>
  badInput(
    'path',
    path,
    'a document made by Headroom (.headroom)',
    `“${basename(path)}” ${what}, not a Headroom document. It was left as it is; choose a file made by Headroom.`,
  );
