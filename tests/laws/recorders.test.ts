/** The product's recorder agrees, on every measure and every week, with what a naive log of the same run says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createEngine,
  type GroupResult,
  MEASURE_KEYS,
  type MeasureKey,
  WEEKLY_KEYS,
  type WeeklyKey,
  waitBinFrom,
} from '../../sim/index.ts';
import { WAIT_BINS } from '../../sim/measures/wait-bins.ts';
import type { Plan } from '../../sim/plan.ts';
import { LoggedService } from '../service/event-log.ts';
import { LogMeasures, type Part, partsOf } from '../service/log-measures.ts';
import { cases, randomCase } from './random-plan.ts';

/** Sums of the same numbers in another order differ by rounding only. */
const ROUNDING = 1e-8;

const measures = (pattern: RegExp) => MEASURE_KEYS.filter((key) => pattern.test(key));
const COSTS = measures(/^cost_/);
const STAFF = measures(/^(staff|hours)_|^(leavers|hires)$/);
const FRONT_DOOR = measures(/^(referrals|decisions|calls|triage_wait_mean)$/);
const RESOURCES = measures(/^(places_mean|direct_hours_used_share|calls)$/);
const SESSIONS = measures(/^sessions_/);

/** What a part does not have of its own: pathways share workers and the front door, teams share lists, and work is not counted by locality. */
const NOT_OF: Record<Part['kind'], readonly MeasureKey[]> = {
  service: [],
  pathway: [
    ...FRONT_DOOR,
    ...RESOURCES,
    ...STAFF.filter((key) => !/sessions|travel|recording/.test(key)),
    ...COSTS.filter((key) => !/travel|escalations/.test(key)),
  ],
  team: [
    ...FRONT_DOOR,
    ...measures(
      /^(waiting_|longest_|wait_all|within|left_list|declined|escalated|stepped|rereferr|partner_|in_groups)/,
    ),
    'hours_front_door',
    ...COSTS.filter((key) => !/staff|travel|hires/.test(key)),
  ],
  locality: [...RESOURCES, ...SESSIONS, ...STAFF, ...COSTS.filter((key) => key !== 'cost_escalations')],
};
const NOT_IN_CHILDREN = [...RESOURCES, ...SESSIONS, ...STAFF, ...COSTS, ...measures(/^(decisions|slots)/)];

function isKept(plan: Plan, { kind, counted }: Part, key: MeasureKey): boolean {
  if (plan.costs === null && COSTS.includes(key)) return false;
  return !NOT_OF[kind].includes(key) && !(counted === 'children' && NOT_IN_CHILDREN.includes(key));
}

/** The rows of a part's weeks, in order: all that mean something for such a part. */
const rowsOf = ({ kind, counted }: Part) =>
  WEEKLY_KEYS.filter(
    (key) => !NOT_OF[kind].includes(key) && !(counted === 'children' && NOT_IN_CHILDREN.includes(key)),
  );

const weeksOf = ({ clock }: Plan) => clock.weekEnds.filter((end) => end > clock.windowStart).length;
const agree = (a: number, b: number) =>
  Object.is(a, b) || Math.abs(a - b) <= ROUNDING * Math.max(1, Math.abs(a), Math.abs(b));
const binned = (values: readonly number[], bin: number) => {
  const to = bin + 1 < WAIT_BINS ? waitBinFrom(bin + 1) : Number.POSITIVE_INFINITY;
  return values.filter((value) => value >= waitBinFrom(bin) && value < to).length;
};

/** Where the two differ, as sentences. */
function differences(plan: Plan, part: Part, fast: GroupResult, log: LogMeasures): string[] {
  const of = `${part.kind} ${part.index} in ${part.counted}`;
  const found: string[] = [];
  const hold = (what: string, got: number, wanted: number) => {
    if (!agree(got, wanted)) found.push(`${what} of ${of}: ${got}, by the log ${wanted}`);
  };
  const kept = (key: MeasureKey, value: number) => (isKept(plan, part, key) ? value : Number.NaN);
  const headline = log.headline();
  for (const [at, key] of MEASURE_KEYS.entries()) hold(key, fast.headline[at]!, kept(key, headline[key]));
  const weeks = weeksOf(plan);
  const rows = rowsOf(part);
  hold('rows of weeks', fast.weekly.length, rows.length * weeks);
  log.weekly().forEach((week, index) => {
    rows.forEach((key, row) => {
      hold(`${key} in week ${index}`, fast.weekly[row * weeks + index]!, kept(key, week[key]));
    });
  });
  for (let bin = 0; bin < WAIT_BINS; bin++) {
    hold(`waits in bin ${bin}`, fast.waits[bin] ?? 0, binned(log.waits, bin));
    hold(`total waits in bin ${bin}`, fast.totalWaits[bin] ?? 0, binned(log.totalWaits, bin));
    hold(`still waiting in bin ${bin}`, fast.stillWaiting[bin] ?? 0, binned(log.stillWaiting, bin));
  }
  return found;
}

describe('the weekly recorder', () => {
  it('says what the log says, of the service, each pathway, team and locality, in families and in children', () => {
    fc.assert(
      fc.property(randomCase, ({ plan, seed }) => {
        const logged = new LoggedService(plan, seed);
        logged.replicate(0);
        const { groups } = createEngine(plan, seed).replicate(0);
        const parts = partsOf(plan);
        expect(groups).toHaveLength(parts.length);
        const found = parts.flatMap((part, index) =>
          differences(plan, part, groups[index]!, new LogMeasures(plan, logged.log, part)),
        );
        expect(found).toEqual([]);
      }),
      cases(30),
    );
  });

  it('shares the cost of workers out over their posts', () => {
    fc.assert(
      fc.property(randomCase, ({ plan, seed }) => {
        const { groups, postCosts } = createEngine(plan, seed).replicate(0);
        expect(postCosts).toHaveLength(plan.costs?.posts.length ?? 0);
        const all = postCosts.reduce((sum, pounds) => sum + pounds, 0);
        const staff = groups[0]!.headline[MEASURE_KEYS.indexOf('cost_staff')]!;
        expect(agree(all, plan.costs === null ? 0 : staff), `${all} and ${staff}`).toBe(true);
      }),
      cases(40),
    );
  });

  it('has weeks that add up to its headline', () => {
    const isCounted = (key: WeeklyKey) => !/_(mean|end|share)$/.test(key);
    fc.assert(
      fc.property(randomCase, ({ plan, seed }) => {
        const { windowStart, weekEnds } = plan.clock;
        const ends = weekEnds.filter((end) => end > windowStart);
        const days = ends.map((end, week) => end - (ends[week - 1] ?? windowStart));
        const { groups } = createEngine(plan, seed).replicate(1);
        for (const [at, part] of partsOf(plan).entries()) {
          const { headline, weekly } = groups[at]!;
          for (const [row, key] of rowsOf(part).entries()) {
            const values = Array.from(weekly.subarray(row * ends.length, (row + 1) * ends.length));
            const total = headline[MEASURE_KEYS.indexOf(key)]!;
            const area = values.reduce((sum, value, week) => sum + value * days[week]!, 0);
            const sum = values.reduce((of, value) => of + value, 0);
            const what = `${key} of ${part.kind} ${part.index} in ${part.counted}`;
            if (isCounted(key)) expect(agree(sum, total), `${what}: ${sum} and ${total}`).toBe(true);
            if (key.endsWith('_mean')) {
              const average = area / (ends.at(-1)! - windowStart);
              expect(agree(average, total), `${what}: ${average} and ${total}`).toBe(true);
            }
            if (key.endsWith('_end')) expect(values.at(-1), what).toEqual(total);
          }
        }
      }),
      cases(40),
    );
  });
});
