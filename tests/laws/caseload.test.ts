/** What workers can hold and do: never over the cap, never beyond their hours, and no free place left unoffered. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../sim/plan.ts';
import { AT, STATE } from '../../sim/service/families.ts';
import { LoggedService, logOf } from '../service/event-log.ts';
import { cases, randomCase } from './random-plan.ts';

/** Sums of weights and hours carry rounding. */
const ROUNDING = 1e-6;

describe('a worker', () => {
  it('is never given a case that goes over the cap, even one who was over it at the start', () => {
    fc.assert(
      fc.property(randomCase, ({ plan, seed }) => {
        const held = plan.workers.map(() => 0);
        for (const { what, worker, weight, family, at } of logOf(plan, { seed })) {
          if (what === 'closed' || what === 'given back') held[worker]! -= weight;
          if (what === 'opened') held[worker]! += weight;
          if (what !== 'allocated' && what !== 'reallocated') continue;
          held[worker]! += weight;
          expect(held[worker], `${family} given to worker ${worker} at ${at}`).toBeLessThanOrEqual(
            plan.workers[worker]!.cap + ROUNDING,
          );
        }
      }),
      cases(60),
    );
  });

  it('is given cases from the first day in post to the last and on no other', () => {
    fc.assert(
      fc.property(randomCase, ({ plan, seed }) => {
        for (const { what, worker, family, at } of logOf(plan, { seed })) {
          if (what !== 'allocated' && what !== 'reallocated') continue;
          const { from, until } = plan.workers[worker]!;
          const given = `${family} given to worker ${worker} at ${at}, in post from ${from} until ${until}`;
          expect(at >= from && at < until, given).toBe(true);
        }
      }),
      cases(60),
    );
  });

  it('is given only cases of pathways that the team serves', () => {
    fc.assert(
      fc.property(randomCase, ({ plan, seed }) => {
        for (const { what, worker, pathway } of logOf(plan, { seed })) {
          if (what !== 'allocated' && what !== 'reallocated' && what !== 'opened') continue;
          expect(plan.teams[plan.workers[worker]!.team]!.serves).toContain(pathway);
        }
      }),
      cases(60),
    );
  });

  it('never uses more direct hours in a week than the days in post give', () => {
    fc.assert(
      fc.property(randomCase, ({ plan, seed }) => {
        const { weekEnds } = plan.clock;
        const used = new Map<string, number>();
        for (const { what, at, worker, hours } of logOf(plan, { seed })) {
          if (what !== 'held' && what !== 'missed') continue;
          const week = weekEnds.findIndex((end) => at < end);
          used.set(`${worker}/${week}`, (used.get(`${worker}/${week}`) ?? 0) + hours);
        }
        for (const [key, hours] of used) {
          const [worker, week] = key.split('/').map(Number) as [number, number];
          const { hoursPerDay, from, until } = plan.workers[worker]!;
          const days = Math.min(until, weekEnds[week]!) - Math.max(from, weekEnds[week - 1] ?? 0);
          expect(hours, `worker ${worker} in week ${week}`).toBeLessThanOrEqual(
            hoursPerDay * days + ROUNDING,
          );
        }
      }),
      cases(60),
    );
  });
});

/** A family that waits although a worker in post who serves it has room for it; null where there is none. */
function leftWaiting(plan: Plan, { families }: LoggedService, now: number): string | null {
  const { integers } = families;
  const room: number[] = plan.workers.map(({ cap }) => cap);
  const waiting = new Set<number>();
  for (const family of families) {
    const pathway = integers[family + AT.pathway]!;
    if (integers[family + AT.state] === STATE.waiting) waiting.add(pathway);
    if (integers[family + AT.state] === STATE.open)
      room[integers[family + AT.worker]!]! -= plan.pathways[pathway]!.caseWeight;
  }
  for (const pathway of waiting) {
    const { caseWeight } = plan.pathways[pathway]!;
    const free = plan.workers.findIndex(
      ({ team, from, until }, index) =>
        from <= now &&
        now < until &&
        plan.teams[team]!.serves.includes(pathway) &&
        room[index]! >= caseWeight + ROUNDING,
    );
    if (free >= 0) return `at ${now} a family waits for pathway ${pathway} and worker ${free} has room`;
  }
  return null;
}

describe('a free place', () => {
  it('given at once is never left empty while a family it could go to waits', () => {
    fc.assert(
      fc.property(randomCase, ({ plan: given, seed }) => {
        const plan: Plan = { ...given, allocation: { ...given.allocation, timing: { kind: 'at once' } } };
        const service = new LoggedService(plan, seed);
        const found: string[] = [];
        // Judged when the clock leaves an instant: within it events still follow one another.
        let instant = 0;
        let left: string | null = null;
        service.afterEvent = (now) => {
          if (now > instant && left !== null) found.push(left);
          instant = now;
          left = leftWaiting(plan, service, now);
        };
        service.replicate(0);
        expect(found).toEqual([]);
      }),
      cases(60),
    );
  });
});
