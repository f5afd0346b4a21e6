/** The documents say what the program does: the examples are read, and tables and schema are those of the present parameters. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../scenarios/compile.ts';
import { readScenario } from '../../scenarios/file.ts';
import { PRESETS } from '../../scenarios/presets/index.ts';
import { parameters } from '../../scenarios/shape.ts';
import { GUIDE, SCHEMA, schemaText, withTables } from '../../scripts/write-docs.ts';

const guide = readFileSync(GUIDE, 'utf8');
const examples = new Map(
  [...guide.matchAll(/```json file=(\S+)\n(.*?)```/gs)].map(([, name, text]) => [name!, text!]),
);

function example(name: string) {
  const load = (reference: string) => ({ name: reference, text: examples.get(reference.replace('./', ''))! });
  return readScenario(load(name), load).scenario;
}

describe('docs/file-format.md', () => {
  it('has the tables of the present parameters', () => {
    expect(withTables(guide)).toBe(guide);
  });

  it('shows a whole file that can be read and compiled', () => {
    const county = example('county.json');
    expect(Object.keys(county.teams)).toEqual(['north', 'south']);
    // Twelve and eight full-time equivalents, nine tenths filled: 10.8 and 7.2.
    const { plan } = compile(county, { warmUpWeeks: 0 });
    expect(plan.workers.reduce((sum, { fte }) => sum + fte, 0)).toBeCloseTo(18, 9);
  });

  it('shows an extending file that does what the text beside it says', () => {
    const changed = example('county-more-workers.json');
    expect(changed.name).toBe('County with two more workers from September');
    expect(Object.keys(changed.teams.north!.posts)).toEqual(['worker', 'new workers']);
    expect(changed.pathways['family support']!.plan.by).toBe('sessions');
    expect(changed.demand.sources.schools!.monthProfile).toBeUndefined();
    expect(changed.demand.sources.schools!.referrals).toBe(270);
  });
});

describe('README.md', () => {
  it('shows a scenario that can be read and compiled: six more keyworkers from its date', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const [, text] = /```json\n(.*?)```/s.exec(readme)!;
    const preset = (id: string) => ({
      name: id,
      text: JSON.stringify(PRESETS.find((candidate) => candidate.id === id)!.scenario),
    });
    const { plan } = compile(readScenario({ name: 'README', text: text! }, preset).scenario);
    expect(plan.workers.filter(({ from }) => from > 0)).toHaveLength(6);
  });
});

describe('docs/scenario.schema.json', () => {
  it('is that of the present parameters', () => {
    expect(readFileSync(SCHEMA, 'utf8')).toBe(schemaText());
  });
});

describe('every parameter', () => {
  it('has a description of its own, and its default a source and a confidence', () => {
    const all = parameters();
    expect(all.length).toBeGreaterThan(60);
    const descriptions = all.map(({ leaf }) => leaf.about.description);
    expect(new Set(descriptions).size).toBe(descriptions.length);
    for (const { path, leaf } of all) {
      const { source, confidence } = leaf.about;
      if (leaf.default === undefined) continue;
      expect({ path, source, confidence }).toEqual({
        path,
        source: expect.stringMatching(/.{8}/),
        confidence: expect.any(String),
      });
    }
  });
});
