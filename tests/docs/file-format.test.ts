/** The examples of docs/file-format.md that say what changes on a date and what is compared do what the text beside them says. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scenariosOverTime } from '../../scenarios/changes.ts';
import { inlineText, readComparison } from '../../scenarios/comparison.ts';
import { compile } from '../../scenarios/compile.ts';
import { readScenario } from '../../scenarios/file.ts';
import { MEASURE_KEYS } from '../../sim/index.ts';

const guide = readFileSync(new URL('../../docs/file-format.md', import.meta.url), 'utf8');
const examples = new Map(
  [...guide.matchAll(/```json file=(\S+)\n(.*?)```/gs)].map(([, name, text]) => [name!, text!]),
);
const load = (reference: string) => ({ name: reference, text: examples.get(reference.replace('./', ''))! });

describe('a service that changes on dates', () => {
  const { scenario } = readScenario(load('county-next-year.json'), load);
  const { plan, dates } = compile(scenario, { warmUpWeeks: 0 });

  it('takes larger caseloads from the first date', () => {
    expect(scenariosOverTime(scenario).map(({ from }) => from)).toEqual([
      dates[0],
      '2027-10-04',
      '2028-01-10',
      '2028-04-03',
    ]);
    // Twelve posts nine tenths filled are 10.8: 130 places at 12 each, 151 at 14.
    const places = (caps: readonly number[]) => caps.reduce((sum, cap) => sum + cap, 0);
    const north = plan.workers.filter(({ team }) => team === 0);
    expect(places(north.map(({ cap }) => cap))).toBe(130);
    expect(places(plan.changes[0]!.workers.slice(0, north.length).map((terms) => terms!.cap))).toBe(151);
  });

  it('moves two workers, who are places of the north until then', () => {
    const moved = plan.changes[1]!.workers.filter((terms) => terms?.team === 1);
    expect(moved).toHaveLength(2);
    expect(plan.workers.filter(({ team, from }) => team === 1 && from > 0)).toEqual([]);
  });

  it('has a course, cases that schools hold, localities, and one team staffed by chance', () => {
    expect(plan.pathways.map(({ offer }) => offer.kind)).toEqual(['one to one', 'group', 'partner-held']);
    expect(plan.localityShares).toEqual([0.6, 0.4]);
    expect(plan.allocation.pooling).toMatchObject({ kind: 'by locality' });
    const careers = plan.workers.map(({ team, career }) => `${team} ${career !== null}`);
    expect(new Set(careers)).toEqual(new Set(['0 false', '1 true']));
  });
});

describe('a comparison', () => {
  it('is of a base, a file, and a scenario in braces that extends the base', () => {
    const { base, others } = readComparison(load('county-options.json'), MEASURE_KEYS);
    const [more, weekly] = others.map((other) =>
      readScenario(typeof other === 'string' ? load(other) : inlineText(other, 'weekly', String(base)), load),
    );
    expect(more!.name).toBe('County with two more workers from September');
    expect(weekly!.scenario.pathways['family support']!.visitEveryWeeks).toBe(1);
    expect(Object.keys(weekly!.scenario.teams)).toEqual(['north', 'south']);
  });
});
