/** Writes tests/frozen/results.json anew, after a change that is meant to move results. */
import { writeFileSync } from 'node:fs';
import { FROZEN, freshResults } from './frozen.ts';

writeFileSync(FROZEN, `${JSON.stringify(freshResults(), null, 1)}\n`);
