/**
 * What the sources say of each service, transcribed from them and not from the presets: South East Early Help benchmarking slides
 * (8 June 2023), Warwickshire's "One year on" (November 2020), CYP Now (20 March 2019). Months are turned into weeks, children into families.
 */
/** Weeks in a month. */
const MONTH = 365.25 / 12 / 7;
/** Weeks in a year. */
export const YEAR = 365.25 / 7;
/** What a source says of a service. */
export interface Stated {
  /** Families to a full-time worker: the middle of a range. */
  readonly held: number;
  /** Families open. Left out where it follows from staff and caseload. */
  readonly open?: number;
  readonly staff?: number;
  readonly waiting?: number;
  readonly waitWeeks?: number;
  /** Length of intervention in weeks, least and most. */
  readonly weeks: readonly [number, number];
  /** Families a year, where a source says it; otherwise open families and length give it. */
  readonly perYear?: number;
}

const months = (least: number, most = least) => [least * MONTH, most * MONTH] as const;
export const middle = (least: number, most: number) => (least + most) / 2;
/** Children to a family: of the authority itself where its figures give it, otherwise the median of 13 authorities. */
const CHILDREN = { reading: middle(20, 25) / middle(10, 12), oxfordshire: 1140 / 598, median: 2.1 };

export const STATED: Readonly<Record<string, Stated>> = {
  'bracknell-forest-family': { held: middle(10, 14), open: 188, weeks: months(6) },
  'bracknell-forest-youth': {
    held: middle(5, 10),
    open: 22,
    waiting: 15,
    waitWeeks: 14 / 5,
    weeks: months(3),
  },
  // 264 individuals; 400 children in 200 families.
  'brighton-hove': { held: 12, open: 200, waiting: 264 / 2, waitWeeks: 12, weeks: [12, 12] },
  buckinghamshire: { held: 14, open: 468, weeks: months(5) },
  'east-sussex': { held: 7.6, open: 520, waiting: 48, waitWeeks: 15 / 7, weeks: months(6.3) },
  // The length is not stated; that of Oldham's medium tier stands in.
  'greenwich-connect': { held: middle(15, 20), staff: 2 * 3, weeks: months(3) },
  // 950 to 1,000 families with Connect, which holds 90 to 120.
  'greenwich-core': {
    held: (middle(950, 1000) - middle(90, 120)) / (8 * 6),
    staff: 8 * 6,
    weeks: months(3, 6),
  },
  hampshire: { held: 17, open: 1105, weeks: months(6) },
  kent: { held: 15, open: 3000, weeks: [20, 20] },
  medway: { held: 14, open: 400, weeks: [8 + 6, 16 + 8] },
  'milton-keynes': { held: 17, open: 402, weeks: [16.2, 17.2] },
  'oldham-intensive': { held: middle(7, 8), staff: 15, weeks: months(6), perYear: 230 },
  'oldham-medium': { held: 20, staff: 3 * 8, weeks: months(3) },
  oxfordshire: {
    held: middle(18, 25) / CHILDREN.oxfordshire,
    open: 598,
    waiting: 66 / CHILDREN.oxfordshire,
    waitWeeks: 3.5,
    weeks: months(5),
  },
  portsmouth: { held: 12, open: 444, weeks: months(6) },
  reading: {
    held: middle(10, 12),
    open: 483 / CHILDREN.reading,
    waiting: 87 / CHILDREN.reading,
    waitWeeks: 3 * MONTH,
    weeks: months(6),
  },
  // Open families by Little's law from 500 a year for 18 weeks.
  warwickshire: {
    held: 31 / CHILDREN.median,
    open: (500 * 18) / YEAR,
    weeks: [18, 18],
    perYear: 500,
  },
  'west-sussex': { held: middle(12, 14), open: 1250, waiting: 115, waitWeeks: 6, weeks: months(9) },
  'windsor-maidenhead': {
    held: middle(8, 10),
    open: 562 / CHILDREN.median,
    waiting: 63 / CHILDREN.median,
    waitWeeks: 2 * MONTH,
    weeks: months(3, 6),
  },
  wokingham: { held: middle(10, 12), open: 206, waiting: 36, waitWeeks: middle(10, 12), weeks: months(6, 9) },
};
