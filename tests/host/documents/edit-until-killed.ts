/** Edits a document without end and says each revision that was acknowledged. Whoever started it kills it. */
import { writeSync } from 'node:fs';
import { createDocuments } from '../../../host/documents/documents.ts';
import { edit, note, scenario } from './folder.ts';

const [path, folder] = process.argv.slice(2) as [string, string];
const documents = createDocuments({ documentsFolder: folder, settingsFolder: folder });
let { document, revision } = documents.open(path);
for (;;) {
  const next = revision + 1;
  const steps = [
    scenario(`of ${next % 5}`, next),
    note('scenario', `revision ${next} ${'x'.repeat(next % 3000)}`),
  ];
  ({ document, revision } = documents.edit(document, revision, edit(...steps)));
  writeSync(1, `${revision}\n`);
}
