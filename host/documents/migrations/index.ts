/** Every version of the document's tables there has been, in order. A file is brought up through those it lacks. */
import { FIRST_TABLES } from './0001-first-tables.ts';
import type { Migration } from './migration.ts';

export const MIGRATIONS: readonly Migration[] = [FIRST_TABLES];
