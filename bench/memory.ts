/** Peak memory of a run, from an empty process to the finished experiment, with two threads. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brief, type Finding } from './report.ts';

const REPLICATIONS = 1000;
const MOST_MEGABYTES = 300;
const SCENARIOS = [
  'reference',
  fileURLToPath(new URL('../tests/scenarios/eh-bench-480.json', import.meta.url)),
];

export async function memory(): Promise<Finding> {
  const program = fileURLToPath(new URL('./memory.process.ts', import.meta.url));
  const megabytes: number[] = [];
  for (const scenario of SCENARIOS) {
    const { stdout } = await promisify(execFile)(process.execPath, [program, scenario, String(REPLICATIONS)]);
    megabytes.push(Number(stdout) / 1e6);
  }
  return {
    title: `Peak memory, ${REPLICATIONS} replications on two threads`,
    lines: [
      `reference service       ${brief(megabytes[0]!)} MB resident at the most`,
      `EH-bench, 480 slots     ${brief(megabytes[1]!)} MB`,
    ],
    targets: [{ promise: `below ${MOST_MEGABYTES} MB`, met: Math.max(...megabytes) < MOST_MEGABYTES }],
  };
}
