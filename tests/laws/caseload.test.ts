/** What workers can hold and do: never over the cap, never beyond their hours, and no free place left unoffered. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../sim/plan.ts';
import { AT, STATE } from '../../sim/service/family/families.ts';
import { LoggedService, type Row } from '../service/event-log.ts';
import { cases, randomCase } from './random-plan.ts';
import { inForceAt, mayTake, termsAt, termsWithin, Workforce } from './workforce.ts';

/** Sums of weights and hours carry rounding. */
const ROUNDING = 1e-6;

function logged(plan: Plan, seed: number) {
  const service = new LoggedService(plan, seed);
  service.replicate(0);
  return service.log;
}

/** Calls `each` for every row in which a worker is given a family, with what is known of the workforce just then. */
function allocations(
  plan: Plan,
  seed: number,
  each: (row: Row, workforce: Workforce, held: readonly number[]) => void,
) {
  const { rows, service } = logged(plan, seed);
  const workforce = new Workforce(plan, service);
  const held = plan.workers.map(() => 0);
  rows.forEach((row, index) => {
    const { what, worker, weight } = row;
    workforce.readTo(index);
    if (what === 'closed' || what === 'given back') held[worker]! -= weight;
    if (what === 'opened') held[worker]! += weight;
    if (what !== 'allocated' && what !== 'reallocated') return;
    held[worker]! += weight;
    each(row, workforce, held);
  });
}

/** Where caps count children: whether nobody who might take the family has a cap as large, now or once a place is filled or begins. */
function isTooLarge(plan: Plan, row: Row): boolean {
  if (plan.capsCount === 'families') return false;
  const { pooling } = inForceAt(plan, row.at).allocation;
  // In time it goes to any locality, where it ever can.
  const mayGoAnywhere = pooling.kind === 'by locality' && pooling.overflowAfter < Number.POSITIVE_INFINITY;
  const wait = mayGoAnywhere ? Number.POSITIVE_INFINITY : 0;
  return plan.workers.every(({ until }, worker) => {
    const terms = termsAt(plan, worker, row.at);
    return until <= row.at || !mayTake(plan, terms, { ...row, wait }) || terms.cap < row.weight - ROUNDING;
  });
}

const given = ({ family, worker, at }: Row) => `${family} given to worker ${worker} at ${at}`;

describe('a worker', () => {
  it('is never given a case that goes over the cap, unless the family is larger than every cap: then it is the only one', () => {
    fc.assert(
      fc.property(randomCase, ({ plan, seed }) => {
        allocations(plan, seed, (row, workforce, held) => {
          if (isTooLarge(plan, row)) {
            expect(held[row.worker], given(row)).toBeCloseTo(row.weight, 6);
            return;
          }
          const cap = workforce.cap(row.worker, row.at);
          expect(held[row.worker], given(row)).toBeLessThanOrEqual(cap + ROUNDING);
        });
      }),
      cases(40),
    );
  });

  it('is given cases while in post and not away sick, between the first day and the last of the place, and at no other time', () => {
    fc.assert(
      fc.property(randomCase, ({ plan, seed }) => {
        allocations(plan, seed, (row, workforce) => {
          const { from, until } = plan.workers[row.worker]!;
          expect(workforce.isInPost(row.worker), given(row)).toBe(true);
          expect(row.workerAway, given(row)).toBe(false);
          expect(row.at >= from && row.at < until, `${given(row)}, a place from ${from} to ${until}`).toBe(
            true,
          );
        });
      }),
      cases(40),
    );
  });

  it('is given only cases of pathways the worker serves, of the locality or of families who have waited long enough', () => {
    fc.assert(
      fc.property(randomCase, ({ plan, seed }) => {
        for (const row of logged(plan, seed).rows) {
          const { what, worker, at, team } = row;
          if (what !== 'allocated' && what !== 'reallocated' && what !== 'opened') continue;
          const terms = termsAt(plan, worker, at);
          expect(mayTake(plan, terms, row), given(row)).toBe(true);
          expect(team, given(row)).toBe(terms.team);
        }
      }),
      cases(40),
    );
  });

  it('never uses more hours in a week than the days in post give', () => {
    fc.assert(
      fc.property(randomCase, ({ plan, seed }) => {
        const { weekEnds } = plan.clock;
        const used = new Map<string, number>();
        for (const { what, at, worker, hours } of logged(plan, seed).rows) {
          if (what !== 'held' && what !== 'missed' && what !== 'assessed') continue;
          const week = weekEnds.findIndex((end) => at < end);
          used.set(`${worker}/${week}`, (used.get(`${worker}/${week}`) ?? 0) + hours);
        }
        for (const [key, hours] of used) {
          const [worker, week] = key.split('/').map(Number) as [number, number];
          const { from, until } = plan.workers[worker]!;
          const [start, end] = [weekEnds[week - 1] ?? 0, weekEnds[week]!];
          const days = Math.min(until, end) - Math.max(from, start);
          const most = Math.max(
            ...termsWithin(plan, worker, start, end).map(({ hoursPerDay }) => hoursPerDay),
          );
          expect(hours, `worker ${worker} in week ${week}`).toBeLessThanOrEqual(most * days + ROUNDING);
        }
      }),
      cases(40),
    );
  });

  it('holds sessions while in post and not away sick, and at no other time', () => {
    fc.assert(
      fc.property(randomCase, ({ plan, seed }) => {
        const { rows, service } = logged(plan, seed);
        const workforce = new Workforce(plan, service);
        rows.forEach(({ what, worker, workerAway, family, at, hours }, index) => {
          workforce.readTo(index);
          if ((what !== 'held' && what !== 'missed' && what !== 'assessed') || hours === 0) return;
          expect(workforce.isInPost(worker) && !workerAway, `${what} with ${family} at ${at}`).toBe(true);
        });
      }),
      cases(40),
    );
  });
});

describe('a team', () => {
  it('never uses more hours in a week than it has, sessions and all else together', () => {
    fc.assert(
      fc.property(randomCase, ({ plan, seed }) => {
        const { rows, service, weekEnds } = logged(plan, seed);
        const weekOf = (at: number) => weekEnds.findIndex((end) => at < end);
        const used = new Map<string, number>();
        const most = new Map<string, number>();
        const add = (at: number, team: number, hours: number) => {
          const key = `team ${team} in week ${weekOf(at)}`;
          used.set(key, (used.get(key) ?? 0) + hours);
        };
        for (const { what, at, team, hours } of rows)
          if (what === 'held' || what === 'missed' || what === 'assessed') add(at, team, hours);
        for (const row of service) {
          if (row.what === 'spent') add(row.at, row.team, row.hours);
          if (row.what !== 'hours') continue;
          // Hours of the days that somebody is away are taken out; some of the week's may have been used before.
          const key = `team ${row.team} in week ${weekOf(row.at)}`;
          most.set(key, Math.max(most.get(key) ?? 0, row.hours));
        }
        for (const [key, hours] of used)
          expect(hours, key).toBeLessThanOrEqual((most.get(key) ?? 0) + ROUNDING);
      }),
      cases(40),
    );
  });
});

/** A family that waits although a worker at work who may take it has room for it; null where there is none. */
function leftWaiting(plan: Plan, service: LoggedService, workforce: Workforce, now: number): string | null {
  const { families, log } = service;
  const { integers } = families;
  const inForce = inForceAt(plan, now);
  const versions = [plan, ...plan.changes].flatMap(({ pathways }) => pathways);
  const termsOf = (family: number) => versions[integers[family + AT.terms]!]!;
  workforce.readTo(log.rows.length);
  const weigh = (caseWeight: number, family: number) =>
    plan.capsCount === 'children' ? caseWeight * integers[family + AT.children]! : caseWeight;
  const room: number[] = plan.workers.map((_, worker) => workforce.cap(worker, now));
  /** By list: the weight of its heaviest family, for whoever is first weighs no more. */
  const heaviest = new Map<string, { readonly pathway: number; readonly locality: number; weight: number }>();
  for (const family of families) {
    const [pathway, locality] = [integers[family + AT.pathway]!, integers[family + AT.locality]!];
    // Whoever has had a worker brings a case on its own terms to the next; others wait for what the pathway offers now.
    const hasHadWorker = integers[family + AT.hasHadWorker] === 1;
    const offered = inForce.pathways[pathway]!;
    const waitsForWorker = hasHadWorker || offered.offer.kind === 'one to one';
    if (integers[family + AT.state] === STATE.waiting && waitsForWorker) {
      const { caseWeight } = hasHadWorker ? termsOf(family) : offered;
      const weight = weigh(caseWeight, family);
      const list = inForce.allocation.pooling.kind === 'one list' ? `${pathway}` : `${pathway}/${locality}`;
      const before = heaviest.get(list)?.weight ?? 0;
      heaviest.set(list, { pathway, locality, weight: Math.max(weight, before) });
    }
    const worker = integers[family + AT.worker]!;
    if (integers[family + AT.state] === STATE.open && worker >= 0) {
      room[worker]! -= weigh(termsOf(family).caseWeight, family);
    }
  }
  for (const { pathway, locality, weight } of heaviest.values()) {
    // Waiting lets a family go elsewhere only when places are next offered.
    const row = { pathway, locality, wait: 0, at: now };
    const free = plan.workers.findIndex(
      (_, worker) =>
        workforce.isInPost(worker) &&
        !service.isAway(worker) &&
        mayTake(plan, termsAt(plan, worker, now), row) &&
        room[worker]! >= weight + ROUNDING,
    );
    if (free >= 0) return `at ${now} a family waits for pathway ${pathway} and worker ${free} has room`;
  }
  return null;
}

describe('a free place', () => {
  it('given at once is never left empty while a family it could go to waits', () => {
    fc.assert(
      fc.property(randomCase, ({ plan: given, seed }) => {
        const atOnce = <Terms extends Pick<Plan, 'allocation'>>(terms: Terms): Terms => ({
          ...terms,
          allocation: { ...terms.allocation, timing: { kind: 'at once' } },
        });
        const plan: Plan = { ...atOnce(given), changes: given.changes.map(atOnce) };
        const service = new LoggedService(plan, seed);
        let workforce: Workforce | null = null;
        const found: string[] = [];
        // Judged when the clock leaves an instant: within it events still follow one another.
        let instant = 0;
        let left: string | null = null;
        service.afterEvent = (now) => {
          if (now > instant && left !== null) found.push(left);
          instant = now;
          workforce ??= new Workforce(plan, service.log.service);
          left = leftWaiting(plan, service, workforce, now);
        };
        service.replicate(0);
        expect(found.join('; ')).toBe('');
      }),
      cases(40),
    );
  });
});
