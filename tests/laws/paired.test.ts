/**
 * Common random numbers: in two scenarios that differ in their workers, the same family (its name in the log) in the same episode has the
 * same need, home and children, comes at the same time, would wait as long before leaving, consents or declines, has the same plan, the same sessions missed and
 * the same outcome. In two that differ in their families, the same workers come, leave and fall sick at the same times.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../sim/plan.ts';
import { caseWeight, hours, perWorkingDay, workingDays } from '../../sim/units.ts';
import { logOf, type Row, type ServiceRow, serviceLogOf } from '../service/event-log.ts';
import { cases, randomCase } from './random-plan.ts';

const ROUNDING = 1e-6;
const OF_CAREERS: readonly ServiceRow['what'][] = [
  'in post',
  'out of post',
  'left',
  'hired',
  'places',
  'staff',
];

/** Terms that do not hang on when a family is offered a place: those of its start, all along, and work that waiting does not add to. */
function steadyTerms(plan: Plan): Plan {
  return { ...plan, waiting: { ...plan.waiting, needGrowth: perWorkingDay(0) }, changes: [] };
}

/** Twice the places and half as many hours again, for everyone; nobody leaves. */
function betterStaffed(plan: Plan): Plan {
  const workers = plan.workers.map((worker) => ({
    ...worker,
    cap: caseWeight(worker.cap * 2),
    hoursPerDay: hours(worker.hoursPerDay * 1.5),
    until: workingDays(Number.POSITIVE_INFINITY),
    career: null,
  }));
  return { ...plan, workers };
}

/** What fate holds for a family in an episode, as far as a run shows it. */
interface Fate {
  need?: number;
  household?: string;
  declinesBefore?: boolean;
  /** Whether it declines the place offered. */
  declinesOffer?: boolean;
  referredAt?: number;
  /** How, and after how long, it leaves the list without a place. */
  leaves?: string;
  sessionsPlanned?: number;
  /** Sessions held (h) and missed (m), in order. */
  tries: string;
  /** For want of hours, which is no fate: each brings the end nearer, and another session may be the last. */
  lost: number;
  outcome?: number;
  steps?: boolean;
  comesBackAfter?: number;
}

function fates(rows: readonly Row[]): Map<string, Fate> {
  const found = new Map<string, Fate>();
  const closedAt = new Map<string, number>();
  const fateOf = ({ family, episode }: Row) => {
    const key = `${family}, episode ${episode}`;
    if (!found.has(key)) found.set(key, { tries: '', lost: 0 });
    return found.get(key)!;
  };
  const rounded = (time: number) => Math.round(time / ROUNDING) * ROUNDING;
  for (const row of rows) {
    const fate = fateOf(row);
    fate.need = row.need;
    fate.household = `${row.children} in ${row.locality}`;
    switch (row.what) {
      case 'referred':
        fate.referredAt = row.at;
        break;
      case 'withdrew':
      case 'escalated':
        fate.leaves = `${row.what} after ${rounded(row.wait).toFixed(4)}`;
        break;
      case 'declined before':
        fate.declinesBefore = true;
        break;
      case 'joined':
        fate.declinesBefore = false;
        break;
      case 'declined offer':
        fate.declinesOffer = true;
        break;
      case 'opened':
        fate.sessionsPlanned = row.sessionsPlanned;
        break;
      case 'allocated':
        fate.declinesOffer = false;
        fate.sessionsPlanned = row.sessionsPlanned;
        break;
      case 'held':
      case 'missed':
        fate.tries += row.what === 'held' ? 'h' : 'm';
        break;
      case 'lost':
        fate.lost++;
        break;
      case 'took up':
        fate.declinesOffer = false;
        break;
      case 'stepped':
        fate.steps = true;
        break;
      case 'closed':
      case 'ended':
        fate.steps = false;
        fate.outcome = row.outcome;
        closedAt.set(row.family, row.at);
        break;
      case 'came back':
        if (closedAt.has(row.family)) fate.comesBackAfter = row.at - closedAt.get(row.family)!;
    }
  }
  return found;
}

const near = (a: number | undefined, b: number | undefined) =>
  a === undefined || b === undefined || Math.abs(a - b) <= ROUNDING;
const same = (a: unknown, b: unknown) => a === undefined || b === undefined || a === b;

/** Whether one series of sessions is the other, as far as both went. */
const agrees = (a: string, b: string) => a.startsWith(b) || b.startsWith(a);

describe('two scenarios that differ in their workers', () => {
  it('have the same families with the same fates', () => {
    let compared = 0;
    fc.assert(
      fc.property(randomCase, ({ plan, seed }) => {
        const base = steadyTerms(plan);
        const one = fates(logOf(base, { seed }));
        const other = fates(logOf(betterStaffed(base), { seed }));
        for (const [name, a] of one) {
          const b = other.get(name);
          if (b === undefined) continue;
          compared++;
          const both = `${name}: ${JSON.stringify(a)} and ${JSON.stringify(b)}`;
          expect(same(a.need, b.need), both).toBe(true);
          expect(same(a.household, b.household), both).toBe(true);
          expect(same(a.declinesBefore, b.declinesBefore), both).toBe(true);
          expect(same(a.declinesOffer, b.declinesOffer), both).toBe(true);
          expect(same(a.referredAt, b.referredAt), both).toBe(true);
          expect(same(a.leaves, b.leaves), both).toBe(true);
          expect(same(a.sessionsPlanned, b.sessionsPlanned), both).toBe(true);
          expect(agrees(a.tries, b.tries), both).toBe(true);
          if (a.tries !== b.tries || a.lost !== b.lost) continue;
          expect(same(a.outcome, b.outcome), both).toBe(true);
          expect(same(a.steps, b.steps), both).toBe(true);
          expect(near(a.comesBackAfter, b.comesBackAfter), both).toBe(true);
        }
        const referred = (all: Map<string, Fate>) =>
          [...all].filter(([, { referredAt }]) => referredAt !== undefined);
        expect(referred(one).map(([name]) => name)).toEqual(referred(other).map(([name]) => name));
      }),
      cases(40),
    );
    expect(compared).toBeGreaterThan(1000);
  });
});

describe('two scenarios that differ in their families', () => {
  it('have the same workers with the same careers', () => {
    let compared = 0;
    fc.assert(
      fc.property(randomCase, ({ plan, seed }) => {
        const careersIn = (given: Plan) =>
          serviceLogOf(given, { seed })
            .filter(({ what }) => OF_CAREERS.includes(what))
            .map(({ after: _, ...row }) => row);
        const nobody: Plan = {
          ...plan,
          sources: [],
          adviceLine: null,
          opening: { ...plan.opening, waiting: [], open: [], frontDoorInHand: false },
          changes: plan.changes.map((change) => ({ ...change, sources: [], adviceLine: null })),
        };
        const careers = careersIn(plan);
        compared += careers.length;
        expect(careersIn(nobody)).toEqual(careers);
      }),
      cases(40),
    );
    expect(compared).toBeGreaterThan(1000);
  });
});
