/** Peak memory of a run, from an empty process to the results file written: the built program with two threads. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ensureBuilt, PROGRAM } from '../scripts/built-program.ts';
import { brief, type Finding, inWords, spread } from './report.ts';

const REPLICATIONS = 1000;
const ROUNDS = 3;
const MOST_MEGABYTES = 300;
const EH_BENCH = fileURLToPath(new URL('../tests/scenarios/eh-bench-480.json', import.meta.url));
/** Whose memory is promised; and two large presets, Lincolnshire with 26 groups of results. */
const PROMISED = { 'reference service': 'reference', 'EH-bench, 480 slots': EH_BENCH };
const LARGEST = { Kent: 'kent', Lincolnshire: 'lincolnshire' };
/** Loaded before the program: says as its last line on standard error how many bytes were resident at the most. */
const SAYS_PEAK = `process.on('exit', () => process.stderr.write('\\n' + process.resourceUsage().maxRSS * 1024));`;

export async function memory(): Promise<Finding> {
  await ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'headroom-bench-'));
  try {
    const lines: string[] = [];
    let most = 0;
    for (const [name, scenario] of Object.entries(PROMISED)) {
      const megabytes: number[] = [];
      for (let round = 0; round < ROUNDS; round++) megabytes.push(await peak(scenario, folder));
      most = Math.max(most, ...megabytes);
      lines.push(`${name.padEnd(22)}  ${inWords(spread(megabytes))} MB resident at the most`);
    }
    for (const [name, scenario] of Object.entries(LARGEST))
      lines.push(
        `${name.padEnd(22)}  ${brief(await peak(scenario, folder))} MB, for which nothing is promised`,
      );
    return {
      title: `Peak memory, ${REPLICATIONS} replications on two threads`,
      lines,
      targets: [{ promise: `below ${MOST_MEGABYTES} MB`, met: most < MOST_MEGABYTES }],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** In megabytes. */
async function peak(scenario: string, folder: string): Promise<number> {
  const { stderr } = await promisify(execFile)(process.execPath, [
    '--import',
    `data:text/javascript,${encodeURIComponent(SAYS_PEAK)}`,
    join(PROGRAM, 'node', 'cli.js'),
    ...['run', scenario, '--replications', String(REPLICATIONS), '--threads', '2', '--yes'],
    ...['--json', join(folder, 'results.json')],
  ]);
  return Number(stderr.trim().split('\n').at(-1)) / 1e6;
}
