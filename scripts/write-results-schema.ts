/** Writes docs/results.schema.json from the schema in reports/results-document.ts. */
import { writeFileSync } from 'node:fs';
import { resultsJsonSchema } from '../reports/results-document.ts';

const file = new URL('../docs/results.schema.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(resultsJsonSchema(), null, 2)}\n`);
