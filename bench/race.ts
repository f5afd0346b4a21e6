/**
 * Compares programs on a machine that is not quiet: a process for each, turns taken in order A B A B ..., one running while the others
 * wait. Slow minutes then fall on all of them, and ratios are taken within a round.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Turn } from './contestant.ts';

/** A first turn nobody counts: the compiler has seen the program by its end. */
const WARM_UP_SECONDS = 2;

/**
 * @param program a module that calls `compete`; it is given the contestant's name as its argument
 * @returns the turns of each contestant, round by round
 */
export async function race<Name extends string>(
  program: URL,
  contestants: readonly Name[],
  rounds: number,
  secondsPerTurn: number,
): Promise<Record<Name, Turn[]>> {
  const entries = contestants.map((name) => ({ name, child: fork(program, [name]), turns: [] as Turn[] }));
  try {
    for (const { child } of entries) await turn(child, WARM_UP_SECONDS);
    for (let round = 0; round < rounds; round++) {
      for (const entry of entries) entry.turns.push(await turn(entry.child, secondsPerTurn));
    }
  } finally {
    for (const { child } of entries) child.kill();
  }
  return Object.fromEntries(entries.map(({ name, turns }) => [name, turns])) as Record<Name, Turn[]>;
}

async function turn(child: ChildProcess, seconds: number): Promise<Turn> {
  child.send(seconds);
  const answer = once(child, 'message') as Promise<[Turn]>;
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`a contestant ended with code ${code} in the middle of a race`);
  });
  return (await Promise.race([answer, ended]))[0];
}

export const unitsPerSecond = ({ units, seconds }: Turn) => units / seconds;
export const eventsPerSecond = ({ events, seconds }: Turn) => events / seconds;
