/** Runs every bench and prints what it found. With `--check` the exit code is 1 if a promise is not kept. */
import { cpus } from 'node:os';
import { ehBench } from './eh-bench.ts';
import { eventList } from './event-list.ts';
import { memory } from './memory.ts';
import { paired } from './paired.ts';
import { preview } from './preview.ts';
import type { Finding } from './report.ts';
import { threads } from './threads.ts';

const BENCHES = { 'eh-bench': ehBench, 'event-list': eventList, paired, threads, memory, preview };
type BenchName = keyof typeof BENCHES;

const options = process.argv.slice(2);
const asked = options.filter((option) => option !== '--check');
const unknown = asked.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  throw new Error(`no bench is called ${unknown.join(' or ')}; there are ${Object.keys(BENCHES).join(', ')}`);
}
const names = (asked.length > 0 ? asked : Object.keys(BENCHES)) as BenchName[];

console.log(
  `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`,
);
const findings: Finding[] = [];
for (const name of names) {
  const finding = await BENCHES[name]();
  findings.push(finding);
  console.log(`\n${finding.title}`);
  for (const line of finding.lines) console.log(`  ${line}`);
  for (const { promise, met } of finding.targets) console.log(`  ${met ? 'kept' : 'NOT KEPT'}: ${promise}`);
}

const allKept = findings.every(({ targets }) => targets.every(({ met }) => met));
if (options.includes('--check') && !allKept) process.exitCode = 1;
