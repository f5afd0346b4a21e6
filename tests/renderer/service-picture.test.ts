import { describe, expect, it } from 'vitest';
import { serviceFigures } from '../../renderer/screens/service/pathway-figures.ts';
import { pictureLayout, wantedHeight } from '../../renderer/screens/service/pathway-layout.ts';
import { wordsOf } from '../../renderer/screens/service/pathway-words.ts';
import type { Box } from '../../renderer/screens/service/placed-part.ts';
import { added } from '../../renderer/screens/service/records.ts';
import { withValue } from '../../renderer/stores/scenario-content.ts';
import { contentFrom, readContent } from '../../renderer/stores/scenario-reading.ts';
import { PRESETS } from '../../scenarios/presets/index.ts';

const figuresOf = (content: Parameters<typeof readContent>[0]) =>
  serviceFigures(readContent(content).document!.scenario, null);

describe('figures by formula', () => {
  // Worked out by hand in the preset: 520 places / 27.4 weeks = 18.98 allocated a week, 19.94 join, 2% of 48 = 0.96 leave, 74% accepted.
  it('are those that East Sussex was balanced with', () => {
    const figures = figuresOf(contentFrom('east-sussex', 'Ours'));
    const [pathway] = figures.pathways;
    expect(pathway!.begun).toBeCloseTo(18.98, 2);
    expect(pathway!.joining).toBeCloseTo(19.94, 1);
    expect(figures.leaving).toBeCloseTo(0.96, 1);
    expect(figures.accepted).toBeCloseTo(0.74, 6);
    expect(figures.teams[0]!.places).toBeCloseTo(520, 6);
    expect(pathway!.waiting).toBe(48);
    expect(figures.sources[0]!.perWeek).toBeCloseTo(1238 / 52.18, 1);
  });

  it('count calls by the time they are given per, and show duty where there is some', () => {
    const base = contentFrom('east-sussex', 'Ours');
    const perDay = withValue(
      withValue(base, 'frontDoor.adviceLine.calls', 4),
      'frontDoor.adviceLine.per',
      'week',
    );
    const calls = withValue(perDay, 'frontDoor.adviceLine.needs', { 'targeted help': 1 });
    const figures = figuresOf(withValue(calls, 'frontDoor.duty.workers', 3));
    expect(figures.calls).toBe(4);
    expect(figures.duty).toBe(3);
  });
});

const apart = (one: Box, other: Box) =>
  one.x + one.width <= other.x ||
  other.x + other.width <= one.x ||
  one.y + one.height <= other.y ||
  other.y + other.height <= one.y;

describe('the picture', () => {
  it.each(PRESETS.map(({ id }) => id))('has every part in its place, none over another: %s', (id) => {
    const figures = figuresOf(contentFrom(id, 'Ours'));
    for (const width of [560, 640, 800, 1_100]) {
      for (const height of [240, Math.min(320, wantedHeight(figures)), 500]) {
        const { placed } = pictureLayout(figures, { width, height });
        for (const { box } of placed) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(width + 1);
          expect(box.y).toBeGreaterThanOrEqual(0);
          expect(box.y + box.height).toBeLessThanOrEqual(height);
        }
        const boxes = placed.map(({ box }) => box);
        for (const [at, box] of boxes.entries())
          expect(boxes.slice(at + 1).every((other) => apart(box, other))).toBe(true);
      }
    }
  });

  it('says how many parts there is no room for', () => {
    const names = Array.from({ length: 12 }, (_, at) => `source ${at}`);
    const many = names.reduce(
      (content, name) => added(content, 'source', 'demand.sources', name),
      contentFrom('east-sussex', 'Ours'),
    );
    const figures = figuresOf(many);
    const { placed } = pictureLayout(figures, { width: 800, height: 320 });
    const shown = placed.filter(({ kind }) => kind === 'source').length;
    expect(placed.find(({ kind }) => kind === 'more')).toMatchObject({
      part: 'demand',
      name: `${13 - shown} more`,
    });
    const whole = pictureLayout(figures, { width: 800, height: wantedHeight(figures) });
    expect(whole.placed.filter(({ kind }) => kind === 'source')).toHaveLength(13);
  });

  it('draws wider what more families flow through', () => {
    const figures = figuresOf(contentFrom('west-sussex', 'Ours'));
    const { links } = pictureLayout(figures, { width: 800, height: 320 });
    const widthOf = (id: string) => links.find((link) => link.id === id)!.width;
    const bySize = figures.sources.toSorted((a, b) => a.perWeek - b.perWeek);
    expect(widthOf(`from ${bySize.at(-1)!.name}`)).toBeGreaterThan(widthOf(`from ${bySize[0]!.name}`));
  });

  it('writes its figures in words', () => {
    const figures = figuresOf(contentFrom('east-sussex', 'Ours'));
    const { placed } = pictureLayout(figures, { width: 800, height: 320 });
    const words = new Map(placed.map((each) => [each.kind, wordsOf(each, figures)]));
    expect(words.get('list')).toMatchObject({ title: 'family support', lines: ['48 waiting'] });
    expect(words.get('work')).toMatchObject({ title: '27.4 weeks each', lines: ['19.0/week start'] });
    expect(words.get('team')).toMatchObject({ title: 'main', lines: ['520 places'] });
    expect(words.get('list')!.said).toBe('Waiting list for family support: 48 families on the first day');
  });
});
