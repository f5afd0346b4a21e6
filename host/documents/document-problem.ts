/** What can go wrong with a document, said so that a person knows whether the work is safe and what to do. */
import { basename } from 'node:path';
import type { Problem } from '../../scenarios/problem.ts';

/** `conflict`: edited elsewhere meanwhile; `storage`: the disk or the file refused; `bad input`: it was asked wrongly. */
export type DocumentProblemKind = 'bad input' | 'conflict' | 'storage';

export class DocumentProblem extends Error {
  readonly kind: DocumentProblemKind;
  readonly problems: readonly Problem[];

  constructor(
    kind: DocumentProblemKind,
    message: string,
    problems: readonly Problem[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'DocumentProblem';
    this.kind = kind;
    this.problems = problems;
  }
}

/** By the codes of SQLite and of the file system; the first that fits. */
const REFUSALS: readonly { readonly codes: RegExp; readonly says: (path: string, code: string) => string }[] =
  [
    {
      codes: /^(SQLITE_FULL|ENOSPC|EDQUOT|EFBIG)/,
      says: (path) =>
        `The disk with “${basename(path)}” is full. The document is as it was last saved; free some space, then make the change again.`,
    },
    {
      codes: /^SQLITE_(BUSY|LOCKED|PROTOCOL)/,
      says: (path) =>
        `Another window or program is busy with “${basename(path)}”. Nothing was changed; try again in a moment.`,
    },
    {
      codes: /^(SQLITE_(CORRUPT|NOTADB)|Z_)/,
      says: damaged,
    },
    {
      codes: /^(SQLITE_(READONLY|CANTOPEN|PERM)|EACCES|EPERM|EROFS)/,
      says: (path) =>
        `${path} may not be written to or read. Ask whoever looks after the folder, or choose another folder.`,
    },
    {
      codes: /^SQLITE_NOMEM/,
      says: (path) =>
        `There is not enough memory to work on “${basename(path)}”. The document is as it was last saved; close other programs, then try again.`,
    },
    {
      codes: /^ENAMETOOLONG/,
      says: (path) => `The name “${basename(path)}” is longer than the disk allows. Choose a shorter one.`,
    },
    {
      codes: /^(ENOENT|ENOTDIR)/,
      says: (path) => `${path} is not there, or its folder is not. Check the place and try again.`,
    },
    {
      // From ESTALE on a share or a stick that went away; Windows has no word for many of its refusals (UNKNOWN).
      codes:
        /^(SQLITE_IOERR|EIO|EBUSY|EMFILE|ENFILE|ESTALE|ETIMEDOUT|ENOTCONN|EHOSTDOWN|EHOSTUNREACH|ENODEV|ENXIO|UNKNOWN)/,
      says: (path, code) =>
        `The disk with “${basename(path)}” could not be read or written (${code}). The document is as it was last saved; check the disk or the network drive and try again.`,
    },
  ];

export function damaged(path: string): string {
  return (
    `“${basename(path)}” is damaged: part of it is missing or torn. It was left as it is. ` +
    'Open a copy or a backup of it, or put back an earlier version of the file. ' +
    `If “${basename(path)}-wal” and “${basename(path)}-shm” lie beside it, move both away first: they belong to the damaged file and would spoil another of the same name.`
  );
}

/** The code that SQLite or the file system gave a failure, or `null`. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/**
 * Does something with the file at `path`; a refusal by the disk comes out in words.
 * @throws {DocumentProblem} for what the disk or SQLite refuses; any other error as it is
 */
export function onDisk<Value>(path: string, act: () => Value): Value {
  try {
    return act();
  } catch (error) {
    const code = codeOf(error);
    const refusal = code === null ? undefined : REFUSALS.find(({ codes }) => codes.test(code));
    if (code === null || !refusal) throw error;
    throw new DocumentProblem('storage', refusal.says(path, code), [], { cause: error });
  }
}

/** As `onDisk`, where a refusal is an answer: its words, or `null` where there was none. */
export function whyRefused(path: string, act: () => string | null): string | null {
  try {
    return onDisk(path, act);
  } catch (error) {
    if (error instanceof DocumentProblem) return error.message;
    throw error;
  }
}

/** Does what is well done and no loss undone: a refusal by the disk is passed over. */
export function unlessRefused(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (codeOf(error) === null) throw error;
  }
}

/** One thing asked wrongly. */
export function badInput(path: string, value: unknown, allowed: string, message: string): DocumentProblem {
  return new DocumentProblem('bad input', message, [{ path, value, allowed, message }]);
}
