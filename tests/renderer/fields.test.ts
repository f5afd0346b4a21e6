import { describe, expect, it } from 'vitest';
import { isoFrom } from '../../renderer/fields/date-text.ts';
import { COUNT_KINDS, meanIn, ofKind, TIME_KINDS } from '../../renderer/fields/distribution-kinds.ts';
import { listOf, listText, unclearIn } from '../../renderer/fields/list-text.ts';
import { allowedInWords, fromPercentage, toPercentage, valueInWords } from '../../renderer/fields/words.ts';
import { presetsMatching } from '../../renderer/screens/start/preset-card-facts.ts';
import { leafAt } from '../../renderer/stores/parameter-at.ts';
import { countDistribution, timeDistribution } from '../../scenarios/distribution.ts';
import { PRESETS } from '../../scenarios/presets/index.ts';

describe('dates as they are typed', () => {
  it.each([
    ['5 April 2027', '2027-04-05'],
    ['5 apr 2027', '2027-04-05'],
    ['05/04/2027', '2027-04-05'],
    ['2027-04-05', '2027-04-05'],
    ['30 February 2027', null],
    ['04/25/2027', null],
    ['soon', null],
  ])('reads %s', (typed, iso) => {
    expect(isoFrom(typed)).toBe(iso);
  });
});

describe('lists as they are typed', () => {
  it('of dates are read as people write them, and shown so', () => {
    const read = listOf('5 April 2027, 12/04/2027; 2027-04-19\nsoon', 'dates');
    expect(read).toEqual(['2027-04-05', '2027-04-12', '2027-04-19', 'soon']);
    expect(listText(read, 'dates')).toBe('5 April 2027, 12 April 2027, 19 April 2027, soon');
  });

  it('of numbers are parted by commas, semicolons, spaces and new lines', () => {
    expect(listOf('12, 9;14\n0.5 7,8,1200,300', 'numbers')).toEqual([12, 9, 14, 0.5, 7, 8, 1200, 300]);
    expect(listOf('1, 204', 'numbers')).toEqual([1, 204]);
    expect(unclearIn([1, 204])).toBeNull();
  });

  it('ask whether 1,204 is one number or two', () => {
    const read = listOf('12, 1,204, 7', 'numbers');
    expect(read).toEqual([12, '1,204', 7]);
    expect(unclearIn(read)).toBe('“1,204” may be one number or several: write 1204, or 1, 204.');
  });
});

describe('words', () => {
  it('say shares as percentages both ways without dust', () => {
    expect(toPercentage(0.07)).toBe(7);
    expect(fromPercentage(33.3)).toBe(0.333);
    expect(valueInWords(0.155, 'share')).toBe('15.5%');
    expect(valueInWords(0.05, 'share a year')).toBe('5% a year');
  });

  it('say what is allowed in the unit of the screen', () => {
    const allowed = (path: string) => allowedInWords(leafAt(path).about);
    expect(allowed('opening.waiting.x.families')).toBe('a whole number from 0 to 20,000');
    expect(allowed('pathways.x.missedShare')).toBe('a percentage from 0% to 90%');
    expect(allowed('frontDoor.desks')).toBe('a whole number from 1 to 500, or “unlimited”');
  });

  it('say a date and a distribution as a person would', () => {
    expect(valueInWords('2027-04-05', 'date')).toBe('5 April 2027');
    const length = { distribution: 'gamma', mean: 26, cv: 0.55 };
    expect(valueInWords(length, 'weeks')).toBe('26 weeks on average, spread 0.55');
  });
});

describe('a distribution of another kind', () => {
  const mean = 8;
  it.each(TIME_KINDS)('%s begins valid and with the same mean', (kind) => {
    const made = ofKind(kind, { distribution: 'fixed', value: mean }, 'weeks');
    expect(timeDistribution.safeParse(made).success).toBe(true);
    expect(meanIn(made)).toBeCloseTo(mean, 2);
  });

  it.each(COUNT_KINDS)('%s of a count too', (kind) => {
    const made = ofKind(kind, { distribution: 'fixed', value: mean }, null);
    expect(countDistribution.safeParse(made).success).toBe(true);
    expect(meanIn(made)).toBeCloseTo(mean, 2);
  });
});

describe('search among presets', () => {
  it('finds by council and kind in any case, and all where nothing is typed', () => {
    expect(presetsMatching(PRESETS, 'east SUSSEX').map(({ id }) => id)).toContain('east-sussex');
    expect(presetsMatching(PRESETS, 'youth bracknell').map(({ id }) => id)).toEqual([
      'bracknell-forest-youth',
    ]);
    expect(presetsMatching(PRESETS, ' ')).toHaveLength(PRESETS.length);
    expect(presetsMatching(PRESETS, 'atlantis')).toEqual([]);
  });
});
