import { describe, expect, it } from 'vitest';
import {
  dayAt,
  kept,
  labelPlace,
  marksOf,
  placeOf,
  rowsOf,
  stepped,
} from '../../../renderer/screens/changes/time-scale.ts';

/** 100 days on 1,000 pixels. */
const SCALE = { start: '2027-01-01', last: '2027-04-11', width: 1_000 };

describe('a day on the line', () => {
  it('stands where its share of the period ends, and is found there again', () => {
    expect(placeOf(SCALE, '2027-01-11')).toBe(100);
    expect(dayAt(SCALE, 104)).toBe('2027-01-11');
    expect(dayAt(SCALE, 106)).toBe('2027-01-12');
  });

  it('stays within the days on which a change may begin', () => {
    expect(dayAt(SCALE, -500)).toBe('2027-01-02');
    expect(dayAt(SCALE, 5_000)).toBe('2027-04-11');
    expect(kept(SCALE, '2027-01-01')).toBe('2027-01-02');
  });
});

describe('a step', () => {
  it('by a day, a week and a month, over the ends of months and years', () => {
    expect(stepped('2027-12-31', 'day', 1)).toBe('2028-01-01');
    expect(stepped('2028-03-04', 'week', -1)).toBe('2028-02-26');
    expect(stepped('2027-12-15', 'month', 1)).toBe('2028-01-15');
    expect(stepped('2028-01-31', 'month', 1)).toBe('2028-02-29');
    expect(stepped('2027-03-31', 'month', -1)).toBe('2027-02-28');
  });
});

describe('marks', () => {
  it('stand at the first of each month within the period', () => {
    const marks = marksOf({ start: '2026-11-15', last: '2027-02-20', width: 400 });
    expect(marks).toEqual([
      { day: '2026-12-01', label: 'Dec', isYear: false },
      { day: '2027-01-01', label: 'Jan', isYear: true },
      { day: '2027-02-01', label: 'Feb', isYear: false },
    ]);
  });

  it('are named as often as there is room, January always', () => {
    const named = marksOf({ start: '2026-01-01', last: '2030-12-31', width: 600 }).filter(
      ({ label }) => label,
    );
    expect(new Set(named.map(({ label }) => label))).toEqual(new Set(['Jan', 'Jul']));
  });
});

describe('labels', () => {
  const at = (name: string, from: string) => ({ name, from });

  it('lie in the first row that has room', () => {
    const changes = [at('a', '2027-01-11'), at('b', '2027-01-16'), at('c', '2027-02-10')];
    expect([...rowsOf(SCALE, changes, () => 120)]).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 0],
    ]);
  });

  it('stay on the line at its end', () => {
    expect(labelPlace(SCALE, '2027-04-10', 120)).toBe(880);
    expect(labelPlace(SCALE, '2027-01-11', 120)).toBe(100);
  });
});
