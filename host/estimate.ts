/** What a run will take, said before it is begun. */
import { totalmem } from 'node:os';
import { BadInput } from './failure.ts';
import type { Cost } from './replications.ts';

export interface Estimate {
  readonly replications: number;
  /** Events over all replications and scenarios. */
  readonly events: number;
  /** By the clock on the wall, all threads at work. */
  readonly seconds: number;
  /** Memory for the results of all replications. */
  readonly bytes: number;
}

/** A run longer than this is begun only when a person has said so. */
export const LONG_RUN_SECONDS = 600;

/** Results are kept until all are in, because percentiles need every one. Beyond this share of memory the machine would swap. */
const MOST_OF_MEMORY = 0.5;

export function estimate(cost: Cost, replications: number, threads: number): Estimate {
  return {
    replications,
    events: cost.events * replications,
    seconds: (cost.seconds * replications) / Math.min(threads, replications),
    bytes: cost.bytes * replications,
  };
}

/** @throws {BadInput} when the results would not fit into memory */
export function refuseBeyondMemory({ bytes, replications }: Estimate): void {
  const limit = totalmem() * MOST_OF_MEMORY;
  if (bytes <= limit) return;
  throw new BadInput([
    {
      path: 'replications',
      value: replications,
      allowed: `results of up to ${gigabytes(limit)}, half of this machine's memory`,
      message: `results of ${counted(replications)} replications would take ${gigabytes(bytes)} of memory; run fewer replications or fewer weeks`,
    },
  ]);
}

/** The refusal of a long run where nobody could be asked. */
export function tooLong(run: Estimate): BadInput {
  return new BadInput([
    {
      path: 'replications',
      value: run.replications,
      allowed: `a run of up to ${LONG_RUN_SECONDS / 60} minutes, unless a longer one is agreed to`,
      message: `${inWords(run)}; run fewer replications or fewer weeks, or agree to wait`,
    },
  ]);
}

/** "2,000 replications (73m events) will take about 22 minutes". */
export function inWords({ seconds, events, replications }: Estimate): string {
  return `${counted(replications)} replications (${compact.format(events)} events) will take about ${duration(seconds)}`;
}

const counted = (count: number) => count.toLocaleString('en-GB');
const compact = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumSignificantDigits: 2 });

/** "40 seconds", "12 minutes", "3.5 hours". */
function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} seconds`;
  const minutes = seconds / 60;
  if (minutes < 90) return `${Math.ceil(minutes)} minutes`;
  const hours = minutes / 60;
  return hours < 48 ? `${hours.toFixed(1)} hours` : `${Math.ceil(hours / 24)} days`;
}

const gigabytes = (bytes: number) => `${(bytes / 2 ** 30).toFixed(1)} GB`;
