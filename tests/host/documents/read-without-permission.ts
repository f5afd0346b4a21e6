/** Makes a document, takes the permission to write away, opens it, and tells as JSON what came of it. */
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DocumentProblem } from '../../../host/documents/document-problem.ts';
import { createDocuments } from '../../../host/documents/documents.ts';
import { edit, scenario } from './folder.ts';

/** “nobody” on most systems. */
const NOBODY = 65534;

const [folder, what] = process.argv.slice(2) as [string, string];
const kept = join(folder, 'kept');
const path = join(kept, 'Plan.headroom');
const settingsFolder = join(folder, 'settings');

const before = createDocuments({ documentsFolder: folder, settingsFolder });
mkdirSync(kept);
const { document } = before.create({ path: join(folder, 'Plan') });
before.edit(document, 0, edit(scenario('a')));
before.edit(document, 1, edit(scenario('b')));
const crashed = what === 'folder after a crash';
if (!crashed) before.closeAll();
for (const side of crashed ? ['', '-wal'] : [''])
  copyFileSync(join(folder, `Plan.headroom${side}`), `${path}${side}`);
before.closeAll();

const bytes = () =>
  readdirSync(kept).map((name) => [name, readFileSync(join(kept, name)).toString('base64')]);
const asBefore = JSON.stringify(bytes());
const own = join(folder, 'own');
mkdirSync(own);
chmodSync(own, 0o777);
chmodSync(folder, 0o755);
chmodSync(path, what === 'file' ? 0o444 : 0o666);
chmodSync(kept, what === 'file' ? 0o777 : 0o555);
if (process.getuid?.() === 0) {
  process.setgid?.(NOBODY);
  process.setuid?.(NOBODY);
}
process.env.TMPDIR = own;
const after = createDocuments({
  documentsFolder: join(own, 'documents'),
  settingsFolder: join(own, 'settings'),
});
const state = after.open(path);
const refused = refusalOf(() => after.edit(state.document, state.revision, edit(scenario('c'))));
const copied = after.open(after.copy(state.document, {}).path);
after.closeAll();
const left = readdirSync(own).filter((name) => name.startsWith('headroom-reading-'));
process.stdout.write(
  JSON.stringify({ state, refused, copied, left, same: JSON.stringify(bytes()) === asBefore }),
);

function refusalOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof DocumentProblem) return `${error.kind}: ${error.message}`;
    throw error;
  }
  return 'not refused';
}
