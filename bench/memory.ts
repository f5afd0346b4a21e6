/** Peak memory of a run of the reference service, from an empty process to the summary. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brief, type Finding } from './report.ts';

const REPLICATIONS = 1000;
const MOST_MEGABYTES = 300;

export async function memory(): Promise<Finding> {
  const program = fileURLToPath(new URL('./memory.process.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [program, String(REPLICATIONS)]);
  const megabytes = Number(stdout) / 1e6;
  return {
    title: `Peak memory, reference service, ${REPLICATIONS} replications`,
    lines: [`${brief(megabytes)} MB resident at the most`],
    targets: [{ promise: `below ${MOST_MEGABYTES} MB`, met: megabytes < MOST_MEGABYTES }],
  };
}
