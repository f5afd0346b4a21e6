import { expect, test } from 'vitest';
import { allocatedWithin, longestToShow, waitsToTell } from '../../reports/waits.ts';
import { WAIT_BINS, waitBin } from '../../sim/measures/wait-bins.ts';
import { scenario, TODAY } from './fixture-experiment.ts';

/** A run in which families waited exactly so many working days. */
function waited(...days: readonly number[]) {
  const run = scenario(TODAY);
  const waits = new Array<number>(WAIT_BINS).fill(0);
  for (const day of days) waits[waitBin(day)]! += 1;
  const [service, ...others] = run.summary.groups;
  return { ...run, summary: { ...run.summary, groups: [{ ...service!, waits }, ...others] } };
}

test('the share allocated within a time counts the families at or below it', () => {
  const run = waited(0, 4, 12, 40);
  expect(allocatedWithin(run, 0.5)).toBe(0.25);
  expect(allocatedWithin(run, 5)).toBe(0.5);
  expect(allocatedWithin(run, 15)).toBe(0.75);
  expect(allocatedWithin(run, 41)).toBe(1);
});

test('a wait in the last bin, which has no end, is never within', () => {
  expect(allocatedWithin(waited(1, 9000), 6000)).toBe(0.5);
});

test('without allocations there is no share', () => {
  expect(allocatedWithin(waited(), 15)).toBeNaN();
  expect(longestToShow([waited()])).toBe(23);
});

test('a chart reaches to where nearly all are allocated, and past the target', () => {
  const few = waited(...new Array<number>(995).fill(30), ...new Array<number>(5).fill(300));
  expect(longestToShow([few])).toBe(31);
  expect(longestToShow([waited(1)])).toBe(23);
});

test('the table tells round waits and the target', () => {
  expect(waitsToTell([waited(...new Array<number>(10).fill(30))])).toEqual([1, 5, 10, 15, 20, 30]);
});
