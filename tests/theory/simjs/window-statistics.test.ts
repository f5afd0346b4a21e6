import { describe, expect, test } from 'vitest';
import { percentile90, TimeAverage, WaitingList } from './window-statistics.ts';

describe('WaitingList', () => {
  test('serves by priority, then in order of joining, and passes over those who left', () => {
    const left = new Set(['second']);
    const list = new WaitingList<string>(2);
    list.add('ordinary', 1);
    for (const name of ['first', 'second', 'third']) list.add(name, 0);
    list.leave();
    const stillWaits = (name: string) => !left.has(name);
    const taken = [list.takeFirst(stillWaits), list.takeFirst(stillWaits), list.takeFirst(stillWaits)];
    expect(taken).toEqual(['first', 'third', 'ordinary']);
    expect(list.length).toBe(0);
  });
});

describe('TimeAverage', () => {
  test('counts the window only, and what stood when it opened', () => {
    const average = new TimeAverage(10, 20);
    average.becomes(100, 1);
    average.becomes(2, 9);
    average.becomes(6, 15);
    // 2 during [10, 15], 6 during [15, 20].
    expect(average.average()).toBe(4);
  });

  test('a window without any change averages the value that stood before it', () => {
    const average = new TimeAverage(10, 20);
    average.becomes(3, 5);
    expect(average.average()).toBe(3);
  });
});

test('the 90th percentile of 1 to 11 is 10, and of 0 to 1 lies nine tenths along', () => {
  expect(percentile90([11, 3, 1, 2, 4, 5, 6, 10, 8, 9, 7])).toBe(10);
  expect(percentile90([0, 1])).toBeCloseTo(0.9, 12);
});
