/** Once before a run of the tests, in one process: what each of their many processes would otherwise do. */
import { installChromium } from '../scripts/chromium.ts';

export default async function beforeAll(): Promise<void> {
  const why = await installChromium();
  // Most tests need none; those that do say what to install.
  if (why !== null) process.stderr.write(`There is no Chromium for the tests of pages: ${why}.\n`);
}
