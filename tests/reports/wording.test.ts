import { expect, test } from 'vitest';
import { cutName } from '../../reports/cut-name.ts';
import {
  changeSentence,
  date,
  differenceWithInterval,
  families,
  inputValue,
  inputWithUnit,
  label,
  number,
  percent,
  pounds,
  unitOf,
  withInterval,
  workingDays,
} from '../../reports/wording.ts';
import { MEASURE_KEYS } from '../../sim/measures/measures.ts';
import { NO_FIGURE } from './fixture-experiment.ts';

const between = (mean: number, lo: number, hi: number) => ({ mean, se: 1, lo, hi, count: 100 });

test('families have one decimal, and none from a hundred', () => {
  expect(families(23.44)).toBe('23.4 families');
  expect(families(101.4)).toBe('101 families');
  expect(families(1)).toBe('1 family');
  expect(families(1204)).toBe('1,204 families');
});

test('working days are also said in weeks of five days above ten', () => {
  expect(workingDays(34)).toBe('34 working days (6.8 weeks)');
  expect(workingDays(10)).toBe('10 working days');
  expect(workingDays(1)).toBe('1 working day');
  expect(workingDays(Number.NaN)).toBe('no figure');
});

test('a name too long is cut in its middle, so that those that begin alike differ', () => {
  const name = 'Lincolnshire: team around the child, 2019';
  expect(cutName(name, 24)).toBe('Lincolnshire…child, 2019');
  expect(cutName(`${name}, changed`, 24)).toBe('Lincolnshire…19, changed');
  expect(cutName(name, name.length)).toBe(name);
});

test('an interval has as many decimals as its mean', () => {
  expect(withInterval(between(101.2, 95.4, 107.3), 'families')).toBe('101 (95 to 107)');
  expect(withInterval(between(34.21, 31, 37.04), 'working days')).toBe('34.2 (31.0 to 37.0)');
  expect(withInterval(between(0.412, 0.38, 0.444), 'share')).toBe('41% (38% to 44%)');
  expect(withInterval(between(0.052, 0.041, 0.063), 'share')).toBe('5.2% (4.1% to 6.3%)');
});

test('an interval of a mean ends where values do, one of a difference does not', () => {
  expect(withInterval(between(0.998, 0.995, 1.001), 'share')).toBe('99.8% (99.5% to 100.0%)');
  expect(withInterval(between(0.02, -0.01, 0.05), 'share')).toBe('2.0% (0.0% to 5.0%)');
  expect(withInterval(between(2.8, -0.1, 5.7), 'families')).toBe('2.8 (0.0 to 5.7)');
  expect(withInterval(between(3, -1, 7), 'working days')).toBe('3.0 (0.0 to 7.0)');
  expect(withInterval(between(90, -20, 200), 'pounds')).toBe('£90 (£0 to £200)');
  expect(differenceWithInterval(between(0.998, 0.995, 1.001), 'share')).toBe('+99.8 (+99.5 to +100.1)');
});

test('a mean without an interval stands alone, and no mean is no figure', () => {
  expect(withInterval(between(101, Number.NaN, Number.NaN), 'families')).toBe('101');
  expect(withInterval(NO_FIGURE, 'families')).toBe('no figure');
  expect(differenceWithInterval(NO_FIGURE, 'share')).toBe('no figure');
});

test('differences carry a sign, and shares differ by percentage points', () => {
  expect(differenceWithInterval(between(-23.1, -30.2, -16), 'families')).toBe('−23.1 (−30.2 to −16.0)');
  expect(differenceWithInterval(between(0.107, 0.081, 0.133), 'share')).toBe('+10.7 (+8.1 to +13.3)');
  expect(differenceWithInterval(between(-0.04, -0.5, 0.04), 'families')).toBe('0.0 (−0.5 to 0.0)');
});

test('pounds are whole, with the sign before them', () => {
  expect(withInterval(between(1_036_000.4, 990_000, 1_082_000), 'pounds')).toBe(
    '£1,036,000 (£990,000 to £1,082,000)',
  );
  expect(differenceWithInterval(between(-250.2, -300, -200), 'pounds')).toBe('−£250 (−£300 to −£200)');
  expect(differenceWithInterval(between(250.2, -0.3, 500), 'pounds')).toBe('+£250 (£0 to +£500)');
  expect(pounds(Number.NaN)).toBe('no figure');
});

test('where children are counted, labels and units say so', () => {
  expect(label('waiting_mean', 'children')).toBe('Children waiting, on average');
  expect(label('closed', 'children')).toBe('Children whose case closed');
  expect(label('wait_mean', 'children')).toBe(label('wait_mean'));
  expect(unitOf('referrals', 'children')).toBe('children');
  expect(unitOf('dose_mean', 'children')).toBe('sessions');
  const inFamilies = MEASURE_KEYS.filter((key) =>
    /famil/i.test(`${label(key, 'children')} ${unitOf(key, 'children')}`),
  );
  // Hours are no matter of children, and keep their name.
  expect(inFamilies.filter((key) => !key.startsWith('hours_'))).toEqual([]);
});

test('a change is said with its date and name', () => {
  const words = ['two more in North', 'a panel every ten days'];
  expect(changeSentence({ from: '2027-04-01', names: ['posts', 'panel'], words })).toBe(
    'From 1 April 2027 (“posts” and “panel”): two more in North; a panel every ten days.',
  );
});

test('zero is never negative and infinity is said', () => {
  expect(number(-0.01, 1)).toBe('0.0');
  expect(number(Number.POSITIVE_INFINITY, 1)).toBe('no limit');
  expect(percent(1)).toBe('100%');
  expect(percent(0.996)).toBe('99.6%');
});

test('dates are said as in a letter', () => {
  expect(date('2027-04-05')).toBe('5 April 2027');
});

test('input values of any shape are said in words', () => {
  expect(inputValue({ distribution: 'gamma', mean: 26, cv: 0.55 })).toBe('gamma, mean 26, cv 0.55');
  expect(inputValue({ least: 1, most: 3 })).toBe('least 1, most 3');
  expect(inputValue(200 / 3)).toBe('66.6667');
  expect(inputValue(1234567)).toBe('1,234,567');
  expect(inputValue([0.25, 0.75])).toBe('0.25, 0.75');
  expect(inputValue([{ from: '2027-04-01' }])).toBe('(from 2027-04-01)');
  expect(inputValue([])).toBe('none');
  expect(inputValue(null)).toBe('none');
  expect(inputValue(false)).toBe('no');
});

test('inputs are said with their unit where it says something', () => {
  expect(inputWithUnit(26, 'weeks')).toBe('26 weeks');
  expect(inputWithUnit(0.24, 'share')).toBe('0.24 (24%)');
  expect(inputWithUnit(0.005, 'share')).toBe('0.005 (0.5%)');
  expect(inputWithUnit({ distribution: 'gamma', mean: 26, cv: 0.55 }, 'weeks')).toBe(
    'gamma, mean 26, cv 0.55, in weeks',
  );
  expect(inputWithUnit('unlimited', 'desks')).toBe('unlimited');
  expect(inputWithUnit(null, 'weeks')).toBe('none');
});
