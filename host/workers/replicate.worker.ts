/** A worker thread: a job in, its replications simulated, their results out with their memory moved, not copied. */
import { performance } from 'node:perf_hooks';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import { createEngine, type Engine, type GroupResult, type Result } from '../../sim/index.ts';
import type { Answer, Job } from './messages.ts';

/** Engines kept ready. A comparison has a handful of scenarios; the oldest engine makes room for one more. */
const MOST_ENGINES = 16;
const engines = new Map<number, Engine>();

function engineOf({ id, plan, seed }: Job): Engine {
  const ready = engines.get(id);
  if (ready) return ready;
  const oldest = engines.keys().next();
  if (engines.size >= MOST_ENGINES && !oldest.done) engines.delete(oldest.value);
  const engine = createEngine(plan, seed);
  engines.set(id, engine);
  return engine;
}

function memoryOf(group: GroupResult): ArrayBufferLike[] {
  return [group.headline, group.weekly, group.waits, group.totalWaits, group.stillWaiting].map(
    (values) => values.buffer,
  );
}

export default function replicate(job: Job) {
  const engine = engineOf(job);
  const started = performance.now();
  const results: Result[] = [];
  for (let replication = job.from; replication < job.to; replication += 1) {
    results.push(engine.replicate(replication));
  }
  const answer: Answer = { results, seconds: (performance.now() - started) / 1000 };
  const memory = results.flatMap((result) => result.groups.flatMap(memoryOf));
  return move({ [transferableSymbol]: memory, [valueSymbol]: answer });
}
