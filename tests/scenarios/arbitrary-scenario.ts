/**
 * Random valid scenarios of small services in which every mechanism can be on at once, with hours that sometimes bind, opening empty or with
 * today's families, and with dated changes of all that can change.
 */
import fc from 'fast-check';
import type { ScenarioInput } from '../../scenarios/schema.ts';
import { changes } from './arbitrary-changes.ts';
import { allocation, demand, frontDoor, needs, type Part, type Shape, waiting } from './arbitrary-demand.ts';
import { teams } from './arbitrary-teams.ts';
import { daysAfter, decimal, each, keyed, named, perhaps, sessionCount, shares } from './arbitrary-values.ts';
import { pathway } from './arbitrary-work.ts';

/** In tenths, so that a wait is never no more than rounding beside a clock of days. */
const weeksAndDays = fc.integer({ min: 0, max: 300 }).map((tenths) => tenths / 10);

const shape: fc.Arbitrary<Shape> = fc
  .record({
    start: fc.integer({ min: 0, max: 2_000 }).map((days) => daysAfter('2025-01-01', days)),
    weeks: fc.integer({ min: 4, max: 40 }),
    snapshot: fc.boolean(),
    needs: fc.integer({ min: 1, max: 3 }).map((count) => named('need', count)),
    pathways: fc.integer({ min: 1, max: 3 }).map((count) => named('pathway', count)),
    localities: fc.integer({ min: 0, max: 3 }).map((count) => named('town', count)),
    teams: fc.integer({ min: 1, max: 3 }).map((count) => named('team', count)),
    counted: fc.constantFrom(
      { countsChildren: false, capsCount: 'families' as const },
      { countsChildren: true, capsCount: 'families' as const },
      { countsChildren: true, capsCount: 'children' as const },
    ),
  })
  .map(({ counted, ...rest }) => ({ ...rest, ...counted }));

const period = ({ start, weeks, snapshot }: Shape): fc.Arbitrary<Part<'period'>> =>
  fc.record({
    start: fc.constant(start),
    weeks: fc.constant(weeks),
    warmUpWeeks: snapshot ? fc.constant(0) : fc.integer({ min: 0, max: 20 }),
    nation: fc.constantFrom('england', 'wales', 'scotland', 'northern ireland', 'none'),
  });

const families = ({ countsChildren }: Shape): fc.Arbitrary<Part<'families'>> =>
  fc.record({
    children: countsChildren
      ? decimal(0.2, 3).map((mean) => ({ distribution: 'poisson' as const, mean, plus: 1 }))
      : fc.constant('not counted' as const),
  });

const localities = ({ localities: towns }: Shape): fc.Arbitrary<Part<'localities'>> =>
  shares(towns.length).map((parts) =>
    keyed(
      towns,
      parts.map((share) => ({ share })),
    ),
  );

const costs: fc.Arbitrary<Part<'costs'>> = perhaps(
  { counted: 'no' as const },
  fc.record({ onCosts: decimal(0, 0.5), hire: decimal(0, 5_000), milesPerVisit: decimal(0, 20) }),
);

const workload: fc.Arbitrary<Part<'workload'>> = fc.record({
  hoursCounted: fc.constantFrom('contact share', 'task times'),
  fixedHoursPerWeek: decimal(0, 8),
});

/** A course has no cases open on the first day. */
function opening(of: Shape, pathways: Part<'pathways'>): fc.Arbitrary<Part<'opening'>> {
  if (!of.snapshot) return fc.constant({ from: 'warm-up' });
  const few = fc.integer({ min: 0, max: 12 });
  const joined = fc.nat({ max: 200 }).map((days) => daysAfter(of.start, -days));
  const waits = fc.oneof(
    fc.record({ families: few, waitedUpToWeeks: weeksAndDays }),
    fc.record({ joined: fc.array(joined, { maxLength: 8 }) }),
  );
  const plan = sessionCount.map((sessions) => ({ by: 'sessions' as const, sessions }));
  const open = fc.oneof(
    fc.record({ families: few, plan }, { requiredKeys: ['families'] }),
    fc.record({ sessionsHad: fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 8 }) }),
  );
  const worked = of.pathways.filter((name) => pathways[name]!.offer !== 'group');
  return fc.record({
    from: fc.constant('snapshot' as const),
    waiting: each(of.pathways, () => waits),
    open: each(worked, () => open),
  });
}

const scenarioOf = (of: Shape): fc.Arbitrary<ScenarioInput> =>
  fc
    .record({
      name: fc.constant('Arbitrary service'),
      period: period(of),
      families: families(of),
      localities: localities(of),
      demand: demand(of),
      needs: needs(of),
      frontDoor: frontDoor(of),
      waiting,
      pathways: each(of.pathways, (index) => pathway(index, of)),
      allocation: allocation(of).map((terms) => ({ ...terms, capsCount: of.capsCount })),
      workload,
      teams: teams(of),
      costs,
    })
    .chain((base) =>
      fc
        .record({ opening: opening(of, base.pathways), changes: changes(of, base) })
        .map((rest) => ({ ...base, ...rest })),
    );

export const arbitraryScenario: fc.Arbitrary<ScenarioInput> = shape.chain(scenarioOf);
