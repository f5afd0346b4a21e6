/** Every edit of a document with the steps that take it back, so that undo and redo outlive the program. */
import { packed, unpacked } from './packed.ts';
import type { Step } from './shelves.ts';
import type { Connection } from './sqlite-document.ts';

export interface Head {
  /** One more with each edit, undo and redo. */
  readonly revision: number;
  /** Entries of the history in force; those after it can be redone. */
  readonly done: number;
}

export function headOf(connection: Connection): Head {
  return connection.prepare('SELECT revision, done FROM document').get() as Head;
}

export function moveHead(connection: Connection, { revision, done }: Head): void {
  connection.prepare('UPDATE document SET revision = ?, done = ?').run(revision, done);
}

/** The new edit comes after those in force; what could have been redone is forgotten. */
export function record(
  connection: Connection,
  done: number,
  { label, steps, inverse }: { label: string; steps: readonly Step[]; inverse: readonly Step[] },
): void {
  connection.prepare('DELETE FROM history WHERE entry > ?').run(done);
  connection
    .prepare('INSERT INTO history (entry, label, steps, inverse) VALUES (?, ?, ?, ?)')
    .run(done + 1, label, packed(steps), packed(inverse));
}

/** In words; `null` where there is no such entry. */
export function labelOf(connection: Connection, entry: number): string | null {
  const row = connection.prepare('SELECT label FROM history WHERE entry = ?').get(entry);
  return row === undefined ? null : (row as { label: string }).label;
}

/** The steps of an entry, or those that take it back; `null` where there is no such entry. */
export function stepsOf(
  connection: Connection,
  entry: number,
  which: 'steps' | 'inverse',
): readonly Step[] | null {
  const row = connection.prepare(`SELECT ${which} AS steps FROM history WHERE entry = ?`).get(entry);
  return row === undefined ? null : unpacked<readonly Step[]>((row as { steps: Buffer }).steps);
}
