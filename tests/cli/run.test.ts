import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resultsSchema } from '../../reports/results-document.ts';
import { tinyScenario } from '../host/tiny-scenario.ts';
import { FROM_SOURCE, folderWith, headroom, remove } from './headroom.ts';

let folder: string;
beforeAll(() => {
  const smaller = { all: { serves: ['support'], posts: { worker: { fte: 1 } } } };
  folder = folderWith({
    'tiny.json': tinyScenario(),
    'smaller.json': tinyScenario({ name: 'One worker fewer', teams: smaller }),
    'auto-warm-up.json': tinyScenario({ period: { start: '2026-04-06', weeks: 12 } }),
  });
});
afterAll(() => remove(folder));

describe('a run', () => {
  it('writes the files asked for and prints the answer, the figures and what binds', async () => {
    const args = ['run', 'tiny.json', '--replications', '12', '--seed', '7'];
    const files = ['--json', 'out.json', '--csv', 'out.csv', '--html', 'out.html'];
    const { code, stdout, stderr } = await headroom([...args, ...files], folder);
    expect(code, stderr).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(
      /^Tiny\n12 weeks from 6 April 2026, after a warm-up of 26 weeks, 12 replications, seed 7\n/,
    );
    expect(stdout).toMatch(/Families waiting, on average +\d/);
    expect(stdout).toMatch(/Caseload places|Workers’ direct hours|Neither places nor hours/);
    expect(stdout).toMatch(/▁|▂|▃|▄|▅|▆|▇|█/);

    const document = resultsSchema.parse(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')));
    expect(document).toMatchObject({ seed: 7, replications: 12 });
    expect(document.scenarios[0]?.weekly.dates).toHaveLength(12);
    expect(readFileSync(join(folder, 'out.csv'), 'utf8').split('\n')[0]).toContain('scenario');
    expect(readFileSync(join(folder, 'out.html'), 'utf8')).toContain('<!doctype html>');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('with --json - prints JSON alone on standard output', async () => {
    const { code, stdout, stderr } = await headroom(
      ['run', 'tiny.json', '--replications', '2', '--json', '-'],
      folder,
    );
    expect(code).toBe(0);
    expect(resultsSchema.parse(JSON.parse(stdout)).replications).toBe(2);
    expect(stderr).toContain('Families waiting, on average');
  });

  it('runs as many weeks as asked for, of a warm-up found by itself', async () => {
    const args = ['run', 'auto-warm-up.json', '--replications', '2', '--weeks', '5', '--json', '-'];
    const { code, stdout } = await headroom(args, folder);
    expect(code).toBe(0);
    expect(resultsSchema.parse(JSON.parse(stdout)).scenarios[0]?.weekly.dates).toHaveLength(5);
  });
});

describe('a comparison', () => {
  it('gives each scenario a column and its difference from the base', async () => {
    const args = ['compare', 'tiny.json', 'smaller.json', '--replications', '20'];
    const { code, stdout, stderr } = await headroom([...args, '--json', 'compared.json'], folder);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('Difference from Tiny');
    const document = resultsSchema.parse(JSON.parse(readFileSync(join(folder, 'compared.json'), 'utf8')));
    expect(document.differences).toHaveLength(1);
    const [base, other] = document.scenarios;
    const [difference] = document.differences;
    const means = [base, other].map((scenario) => scenario?.headline.open_cases_mean.mean ?? Number.NaN);
    expect(difference?.headline.open_cases_mean.mean).toBeCloseTo(means[1]! - means[0]!, 10);
  });
});

describe('the same request gives the same bytes', () => {
  const request = ['compare', 'tiny.json', 'smaller.json', '--replications', '60', '--json', '-'];

  it('on one thread and on two, from source and built', async () => {
    const one = await headroom([...request, '--threads', '1'], folder);
    const two = await headroom([...request, '--threads', '2'], folder);
    const source = await headroom([...request, '--threads', '2'], folder, FROM_SOURCE);
    expect(one.code, one.stderr).toBe(0);
    expect(source.code, source.stderr).toBe(0);
    expect(two.stdout).toBe(one.stdout);
    expect(source.stdout).toBe(one.stdout);
  });

  it('but another seed gives others', async () => {
    const args = ['run', 'tiny.json', '--replications', '2', '--json', '-', '--seed'];
    const [one, two] = await Promise.all([
      headroom([...args, '1'], folder),
      headroom([...args, '2'], folder),
    ]);
    expect(JSON.parse(one.stdout).scenarios).not.toEqual(JSON.parse(two.stdout).scenarios);
  });
});

describe('auto', () => {
  it('stops at a multiple of 50 where both intervals are within 5% or a tenth, and not before', async () => {
    const { stdout } = await headroom(
      ['run', 'tiny.json', '--json', '-', '--max-replications', '600'],
      folder,
    );
    const { replications, scenarios } = resultsSchema.parse(JSON.parse(stdout));
    expect(replications % 50).toBe(0);
    const precise = (headline: (typeof scenarios)[number]['headline']) =>
      [headline.wait_mean, headline.waiting_mean].every(
        ({ mean, lo, hi }) => (hi! - lo!) / 2 <= Math.max(0.05 * mean!, 0.1),
      );
    expect(replications === 600 || precise(scenarios[0]!.headline)).toBe(true);

    const before = [
      'run',
      'tiny.json',
      '--json',
      '-',
      '--replications',
      String(Math.max(2, replications - 50)),
    ];
    const fewer = resultsSchema.parse(JSON.parse((await headroom(before, folder)).stdout));
    if (replications > 50) expect(precise(fewer.scenarios[0]!.headline)).toBe(false);
  });

  it('ends at the maximum and says so', async () => {
    const { stdout } = await headroom(['run', 'tiny.json', '--max-replications', '40'], folder);
    expect(stdout).toContain('40 replications');
    expect(stdout).toMatch(/After 40 replications, the most/);
  });
});
