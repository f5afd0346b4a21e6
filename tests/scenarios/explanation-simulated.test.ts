/** The balance by formula against the simulation, on a service with nearly every mechanism and room enough that nobody waits long. */
import { describe, expect, it } from 'vitest';
import { check } from '../../scenarios/check.ts';
import { compile } from '../../scenarios/compile.ts';
import { explain } from '../../scenarios/explanation.ts';
import { createEngine, groupsOf, type MeasureKey, summarise } from '../../sim/index.ts';
import { smallWith } from './sample-scenario.ts';

const WEEKS = 156;
const REPLICATIONS = 24;

const scenario = check(
  smallWith({
    period: { start: '2026-04-01', weeks: WEEKS, warmUpWeeks: 104, nation: 'none' },
    demand: { sources: { everyone: { referrals: 500 } } },
    needs: {
      ordinary: {
        declinesBefore: 0.05,
        declinesOffer: 0.1,
        routes: {
          advice: 0,
          socialCare: 0,
          pathways: { 'family support': 0.5, light: 0.2, course: 0.15, partner: 0.15 },
        },
      },
    },
    pathways: {
      'family support': {
        stepsTo: { light: 0.2, intensive: 0.1 },
        dropOutPerSession: 0.02,
        assessment: { by: 'worker' },
        reReferral: { returnsTo: 'waiting list', version: 'steep' },
        escalationAfter: { chance: 0.2 },
      },
      light: {
        visitEveryWeeks: 1,
        plan: { by: 'sessions', sessions: { distribution: 'poisson', mean: 7, plus: 1 } },
      },
      intensive: { caseWeight: 1.5, visitEveryWeeks: 1, stepsTo: { light: 0.3 } },
      course: {
        offer: 'group',
        visitEveryWeeks: 1,
        dropOutPerSession: 0.05,
        group: { places: 12, startsEveryWeeks: 6, sessions: 8, facilitatorHours: 6, team: 'main' },
      },
      partner: { offer: 'partner-held', partner: { most: 25, team: 'main' } },
    },
    frontDoor: { duty: { workers: 'unlimited', sessionsSaved: 2 } },
    workload: { hoursCounted: 'task times' },
    teams: {
      main: {
        serves: ['family support', 'light', 'intensive'],
        posts: { worker: { fte: 40, effectiveFill: 1 } },
      },
    },
  }),
);

describe('a service with room enough, simulated', () => {
  const { plan } = compile(scenario);
  const engine = createEngine(plan, 20260401);
  const results = Array.from({ length: REPLICATIONS }, (_, i) => engine.replicate(i));
  const { headline } = summarise(groupsOf(plan), results).groups[0]!;
  const { places, hoursBy, allocations, decisions } = explain(scenario).situations[0]!;

  it.each<{ key: MeasureKey; formula: number; aWeek: boolean }>([
    { key: 'allocated', formula: allocations.needed, aWeek: true },
    { key: 'decisions', formula: decisions.needed, aWeek: true },
    { key: 'slots_used_mean', formula: places.needed, aWeek: false },
    { key: 'hours_sessions', formula: hoursBy.sessions, aWeek: false },
    { key: 'hours_travel', formula: hoursBy.travel, aWeek: false },
    { key: 'hours_cases', formula: hoursBy.cases, aWeek: false },
    { key: 'hours_coordination', formula: hoursBy.coordination, aWeek: false },
  ])('has $key as the formula says: $formula', ({ key, formula, aWeek }) => {
    const { mean, se } = headline[key];
    const found = aWeek ? mean / WEEKS : mean;
    const error = aWeek ? se / WEEKS : se;
    // Four standard errors, and 1% for waits of some days and sessions that slip.
    expect(Math.abs(found - formula)).toBeLessThan(4 * error + 0.01 * formula);
    expect(error).toBeLessThan(0.03 * formula);
  });
});
