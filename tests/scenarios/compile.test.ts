/** Hand-worked conversions. Years are 365.25 days, so 52.17857 weeks; without bank holidays a week is five working days. */
import { describe, expect, it } from 'vitest';
import { check } from '../../scenarios/check.ts';
import { type CompileOptions, compile } from '../../scenarios/compile.ts';
import { smallWith } from './sample-scenario.ts';

const compiled = (changes: Record<string, unknown>, options: CompileOptions = { warmUpWeeks: 0 }) =>
  compile(check(smallWith(changes)), options);
const source = (terms: object, nation = 'none', period: object = {}) => ({
  period: { nation, ...period },
  demand: { sources: { everyone: terms } },
});

function rates(changes: Record<string, unknown>, options?: CompileOptions): readonly number[] {
  const { arrivals } = compiled(changes, options).plan.sources[0]!;
  if (arrivals.kind !== 'rate') throw new Error('not a source by rate');
  return arrivals.perDay;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('the clock of a run', () => {
  it('ends each calendar week where its working days end', () => {
    // From Wednesday 24 March 2027: Good Friday on the 26th and Easter Monday on the 29th, then whole weeks.
    const { plan, dates } = compiled({ period: { start: '2027-03-24', weeks: 3 } });
    expect(plan.clock.weekEnds).toEqual([3, 8, 13]);
    expect(dates).toEqual(['2027-03-24', '2027-03-31', '2027-04-07']);
  });

  it('has three working days in the week of Christmas 2026', () => {
    // Christmas Day, a Friday, and Monday the 28th in place of Boxing Day.
    const { plan } = compiled({ period: { start: '2026-12-23', weeks: 1 } });
    expect(plan.clock.weekEnds).toEqual([3]);
  });

  it('begins before the first day reported by the weeks of warm-up', () => {
    const { plan, warmUpWeeks, dates } = compiled(
      { period: { nation: 'none', weeks: 2 } },
      { warmUpWeeks: 3 },
    );
    expect(plan.clock.windowStart).toBe(15);
    expect(plan.clock.weekEnds).toEqual([5, 10, 15, 20, 25]);
    expect(warmUpWeeks).toBe(3);
    expect(dates[0]).toBe('2026-04-01');
  });

  it('needs a length where the warm-up is automatic, and none with a snapshot', () => {
    expect(() => compiled({}, {})).toThrow('auto');
    expect(compiled({ opening: { from: 'snapshot' } }, { warmUpWeeks: 26 }).warmUpWeeks).toBe(0);
  });

  it('can be made longer or shorter than the scenario says', () => {
    expect(compiled({}, { warmUpWeeks: 0, weeks: 7 }).dates).toHaveLength(7);
  });
});

describe('times', () => {
  it('in weeks, months and hours become working days', () => {
    const delays = [
      { distribution: 'fixed', value: 10 },
      { distribution: 'gamma', mean: 10, cv: 0.5, unit: 'weeks' },
      { distribution: 'exponential', mean: 3, unit: 'months' },
      { distribution: 'lognormal', median: 74, cv: 1, unit: 'hours' },
      { distribution: 'weibull', shape: 2, scale: 9, unit: 'working days' },
    ];
    const plans = delays.map((delay) => {
      const { plan } = compiled({
        period: { nation: 'none' },
        pathways: { 'family support': { reReferral: { delay } } },
      });
      return plan.pathways[0]!.reReferral.delay;
    });
    expect(plans).toEqual([
      { kind: 'fixed', value: 50 },
      { kind: 'gamma', mean: 50, cv: 0.5 },
      // Three months are a quarter of 365.25 days: 13.044643 weeks.
      { kind: 'exponential', mean: expect.closeTo(65.223214, 5) },
      // 74 hours are ten days of 7.4.
      { kind: 'lognormal', median: expect.closeTo(10, 12), cv: 1 },
      { kind: 'weibull', shape: 2, scale: 9 },
    ]);
  });

  it('leave out bank holidays on average: 26 weeks in England are 126.01 working days', () => {
    // 26 * (5 - 8 * 7 / 365.25)
    const { plan } = compiled({});
    const { amount } = plan.pathways[0]!.dosage;
    expect(amount).toEqual({
      kind: 'length',
      length: { kind: 'gamma', mean: expect.closeTo(126.0137, 4), cv: 0.55 },
    });
  });

  it('turn a hazard a week into one a working day, and ageing weeks into days', () => {
    const { plan } = compiled({
      period: { nation: 'none' },
      needs: { ordinary: { escalationPerWeek: 0.02, patience: 'unlimited' } },
      allocation: { timing: 'panel', panelEveryDays: 10, order: 'priority with ageing', ageingWeeks: 3 },
    });
    expect(plan.needs[0]).toMatchObject({ escalation: 0.004, patience: null });
    expect(plan.allocation).toEqual({
      timing: { kind: 'panel', every: 10, most: Number.POSITIVE_INFINITY },
      order: { kind: 'priority with ageing', perLevel: 15 },
      target: 15,
      pooling: { kind: 'one list' },
    });
  });
});

describe('referrals by rate', () => {
  it.each([
    { per: 'year', perDay: 1000 / 260.892857 },
    { per: 'month', perDay: 12_000 / 260.892857 },
    { per: 'week', perDay: 200 },
    { per: 'working day', perDay: 1000 },
  ])('of 1000 a $per', ({ per, perDay }) => {
    expect(rates(source({ referrals: 1000, per }))[0]).toBeCloseTo(perDay, 6);
  });

  it('keep the volume of a year with bank holidays', () => {
    // 28 years: each date falls on each weekday equally often.
    const perDay = rates(source({ referrals: 500 }, 'england', { start: '2027-01-01' }), {
      warmUpWeeks: 0,
      weeks: 1461,
    });
    expect(sum(perDay)).toBeCloseTo(28 * 500, 6);
  });

  it('follow the months and keep the volume: a half-empty August', () => {
    const monthProfile = [1, 1, 1, 1, 1, 1, 1, 0.5, 1, 1, 1, 1];
    const perDay = rates(
      source({ referrals: 500, monthProfile }, 'none', { start: '2027-01-01', weeks: 52 }),
    );
    // Volume lost in August, half of 31 days in 365.25, is made up evenly by scaling.
    const usual = (500 / 260.892857) * (365.25 / (365.25 - 15.5));
    expect(perDay[0]).toBeCloseTo(usual, 6);
    // 2027 begins on a Friday: 1 August is a Sunday, after 151 weekdays and before 22 in August.
    expect(perDay[150]).toBeCloseTo(usual, 6);
    expect(perDay.slice(151, 173).every((rate) => Math.abs(rate - usual / 2) < 1e-6)).toBe(true);
    expect(perDay[173]).toBeCloseTo(usual, 6);
    const long = rates(source({ referrals: 500, monthProfile }, 'none', { start: '2027-01-01' }), {
      warmUpWeeks: 0,
      weeks: 1461,
    });
    expect(sum(long)).toBeCloseTo(28 * 500, 6);
  });

  it('grow from the start on, and not in a warm-up', () => {
    const perDay = rates(source({ referrals: 5, per: 'week', growthPerYear: 0.1 }), {
      warmUpWeeks: 4,
      weeks: 209,
    });
    expect(perDay.slice(0, 21).every((rate) => rate === 1)).toBe(true);
    // Four years of 365.25 days are 1461 days: 208 weeks and 5 days from Wednesday 1 April 2026.
    expect(perDay[20 + 208 * 5 + 3]).toBeCloseTo(1.1 ** 4, 10);
  });
});

describe('referrals replayed', () => {
  const weekly = { referrals: null, weekly: [3, 5, 4] };

  it('are counted in their weeks', () => {
    const { plan } = compiled(source(weekly, 'none', { weeks: 3 }));
    expect(plan.sources.map(({ arrivals }) => arrivals)).toEqual([{ kind: 'replay', perWeek: [3, 5, 4] }]);
  });

  it('come at their mean in a warm-up', () => {
    const { plan } = compiled(source(weekly, 'none', { weeks: 3 }), { warmUpWeeks: 2 });
    const [replay, outside] = plan.sources.map(({ arrivals }) => arrivals);
    expect(replay).toEqual({ kind: 'replay', perWeek: [0, 0, 3, 5, 4] });
    // Twelve in three weeks of five days.
    const perDay = [...new Array(10).fill(0.8), ...new Array(15).fill(0)];
    expect(outside).toEqual({ kind: 'rate', overdispersion: 1, perDay });
  });
});

describe('a snapshot', () => {
  const twoNeeds = {
    demand: { sources: { everyone: { needs: { ordinary: 0.5, urgent: 0.5 } } } },
    needs: {
      ordinary: { routes: { advice: 0.1, pathways: { 'family support': 0.9 }, socialCare: 0 } },
      urgent: { routes: { advice: 0.7, pathways: { 'family support': 0.3 }, socialCare: 0 } },
    },
  };
  const opened = (opening: object, more: object = {}) =>
    compiled({ period: { nation: 'none' }, opening: { from: 'snapshot', ...opening }, ...more }).plan.opening;

  it('spreads families evenly over the longest wait, with needs as the front door sends them', () => {
    const { waiting } = opened(
      { waiting: { 'family support': { families: 4, waitedUpToWeeks: 4 } } },
      twoNeeds,
    );
    expect(waiting.map(({ joined }) => joined)).toEqual([-20, -15, -10, -5]);
    // Three in four are ordinary: 0.45 against 0.15.
    expect(waiting.map(({ need }) => need).toSorted()).toEqual([0, 0, 0, 1]);
  });

  it('puts families on the list on the day they joined', () => {
    // Wednesday 1 April 2026 is the start; Friday 27 March is three working days before.
    const { waiting } = opened({ waiting: { 'family support': { joined: ['2026-04-01', '2026-03-27'] } } });
    expect(waiting.map(({ joined }) => joined)).toEqual([-3, 0]);
  });

  it('takes open cases with sessions or without, and closures by Little’s law', () => {
    const { open, closuresPerDay } = opened({ open: { 'family support': { families: 52 } } });
    expect(open).toHaveLength(52);
    expect(open[0]).toEqual({ pathway: 0, need: 0, sessionsHad: null });
    // 52 open for 26 weeks: two close in a week.
    expect(closuresPerDay).toEqual([expect.closeTo(0.4, 12)]);
    const known = opened({ open: { 'family support': { sessionsHad: [3, 0] } } });
    expect(known.open.map(({ sessionsHad }) => sessionsHad)).toEqual([3, 0]);
  });

  it('leaves open cases as they were planned when the offer changes', () => {
    const plan = { by: 'sessions', sessions: { distribution: 'fixed', value: 12 } };
    const { planned, closuresPerDay } = opened({ open: { 'family support': { families: 52, plan } } });
    expect(planned).toEqual([{ kind: 'sessions', sessions: { kind: 'fixed', value: 12 } }]);
    // Twelve sessions a fortnight apart, 15% of them missed and repeated: 28.2 weeks of five days.
    expect(closuresPerDay).toEqual([expect.closeTo(52 / ((12 * 10) / 0.85), 6)]);
    expect(opened({ open: { 'family support': { families: 52 } } }).planned).toEqual([null]);
  });
});

describe('workers', () => {
  it('come and go on the dates of their post', () => {
    const posts = { worker: { fte: 1, from: '2026-04-13', until: '2026-05-04' } };
    const { plan } = compiled({ period: { nation: 'none' }, teams: { main: { posts } } });
    // Wednesday 1 April is day 0: Monday the 13th is day 8, Monday 4 May day 23.
    expect(plan.workers).toMatchObject([{ from: 8, until: 23 }]);
  });

  it('have the hours of their contract less absence, in a year of 253 days as councils count it', () => {
    const { plan } = compiled({ teams: { main: { posts: { worker: { fte: 1 } } } } });
    // 37 hours a week over 214 days at work, 30% of it with families: 1,583.6 * 0.3 hours.
    expect(plan.workers[0]!.hoursPerDay * 253).toBeCloseTo(214 * 7.4 * 0.3, 9);
  });
});
