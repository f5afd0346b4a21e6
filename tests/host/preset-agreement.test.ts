/** Every preset is run as `headroom presets check` runs it, and does what the table of published rows says. */
import { cpus } from 'node:os';
import { afterAll, describe, expect, it } from 'vitest';
import { checkPreset } from '../../host/preset-check.ts';
import { createPool } from '../../host/workers/pool.ts';
import type { ComparedRow } from '../../reports/published-figures.ts';
import { PRESETS } from '../../scenarios/presets/index.ts';
import { PUBLISHED_ROWS, type PublishedRow, WITHOUT_A_ROW } from '../scenarios/published-rows.ts';

const pool = createPool(Math.min(2, cpus().length));
afterAll(() => pool[Symbol.asyncDispose]());

const named = (id: string) => PRESETS.find((preset) => preset.id === id)!;
const figureOf = ({ figure, pathway }: ComparedRow) => (pathway === null ? figure : `${pathway}: ${figure}`);

describe('every authority and tier with figures', () => {
  it('has a preset, and every preset a row', () => {
    expect(PUBLISHED_ROWS).toHaveLength(27);
    const ids = [...PUBLISHED_ROWS.map(({ preset }) => preset), ...Object.keys(WITHOUT_A_ROW)];
    expect(ids.sort()).toEqual(PRESETS.map(({ id }) => id).sort());
  });

  it.each(PUBLISHED_ROWS)(
    '$preset publishes the figures of $authority',
    ({ preset, ...row }: PublishedRow) => {
      const { authority, published } = named(preset);
      expect(authority).toBe(row.authority);
      if (row.tier !== null) expect(named(preset).tier).toBe(row.tier);
      if (row.families !== undefined) expect(published.openFamilies?.value).toBe(row.families);
      expect(published.openChildren?.value).toBe(row.children);
    },
  );
});

describe('a simulation beside what is published', () => {
  const rows: Pick<PublishedRow, 'preset' | 'agree' | 'differ'>[] = [
    ...PUBLISHED_ROWS,
    ...Object.entries(WITHOUT_A_ROW).map(([preset, agree]) => ({ preset, agree })),
  ];

  it.each(rows)('$preset', async ({ preset, agree, differ = {} }) => {
    const checked = await checkPreset(named(preset), pool, undefined);
    const agreeing = checked.rows.filter(({ agrees }) => agrees).map(figureOf);
    const differing = checked.rows
      .filter(({ agrees }) => !agrees)
      .map((row) => [figureOf(row), row.explainedBy.join(', ')]);
    expect(agreeing.sort()).toEqual([...agree].sort());
    expect(Object.fromEntries(differing)).toEqual(differ);
  });
});
