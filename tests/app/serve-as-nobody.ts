/** Serves the built screens after giving up the superuser's power to write anywhere, and prints the address. */
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../../cli/serve.ts';
import type { News } from '../../host/contract.ts';
import { createHost } from '../../host/host.ts';
import { PROGRAM } from '../../scripts/built-program.ts';

/** “nobody” on most systems. */
const NOBODY = 65534;

const own = join(process.argv[2]!, 'nobody');
mkdirSync(own);
chmodSync(own, 0o777);
process.env.TMPDIR = own;
const host = createHost({
  documentsFolder: join(own, 'documents'),
  settingsFolder: join(own, 'settings'),
  threads: 1,
});
const { address } = await serve({ host, screens: join(PROGRAM, 'renderer') });
// The thread has read its program once it has run something; afterwards it might not be allowed to.
const ran = new Promise<News>((resolve) => host.listen(resolve));
const scenario = { type: 'headroom-scenario', version: 1, extends: 'reference', name: 'Reference' };
const reply = await host.ask('run start', {
  run: 'first',
  scenarios: [scenario],
  seed: 1,
  replications: 2,
  maxReplications: 2,
  weeks: 4,
  mayTakeLong: true,
  priority: 'preview',
});
if (!reply.ok) throw new Error(reply.failure.message);
await ran;
if (process.getuid?.() === 0) {
  process.setgid?.(NOBODY);
  process.setuid?.(NOBODY);
}
process.stdout.write(`${address}\n`);
