/**
 * Every authority and tier that the sources give figures of, in their words and not the presets': South East Early Help benchmarking slides
 * (8 June 2023), Warwickshire's "One year on" (November 2020), CYP Now (20 March 2019). What a simulation is expected to do beside each
 * figure is written down too, so that a difference nobody has explained cannot slip in.
 */
import type { ComparedFigure } from '../../scenarios/presets/preset.ts';

/** A figure, or one of a pathway: "held by schools: open families". */
export type FigureOf = ComparedFigure | `${string}: ${ComparedFigure}`;

export interface PublishedRow {
  readonly authority: string;
  readonly tier: string | null;
  readonly preset: string;
  /** Open cases, list, caseload and flow as printed. */
  readonly said: string;
  readonly families?: number;
  readonly children?: number;
  readonly agree: readonly FigureOf[];
  /** By figure, the contradiction in the sources about it. */
  readonly differ?: Readonly<Partial<Record<FigureOf, string>>>;
}

const STOCK = ['open families', 'open children', 'allocated a year'] as const;
const LISTED = [...STOCK, 'families waiting'] as const;

export const PUBLISHED_ROWS: readonly PublishedRow[] = [
  {
    authority: 'Portsmouth',
    tier: null,
    preset: 'portsmouth',
    said: '444 (Feb 2023), 973 (31/3/2023); 12 families; 6 months; no list',
    families: 444,
    children: 973,
    agree: STOCK,
  },
  {
    authority: 'Isle of Wight',
    tier: null,
    preset: 'isle-of-wight',
    said: '313, 660 (27/03/2023); NA (all cases held by partner agencies except 11 children); 6-9 months; no list',
    families: 313,
    children: 660,
    agree: [...STOCK, 'held by the council: open children'],
  },
  {
    authority: 'West Sussex',
    tier: null,
    preset: 'west-sussex',
    said: '1250 (950 ST level 2 plans), 2600; FSW 12-14, keyworkers 8-10; 9 months; 6 weeks, 115 unallocated, 60 in process',
    families: 1250,
    children: 2600,
    agree: LISTED,
    differ: { 'time to allocation': 'C7' },
  },
  {
    authority: 'Bracknell Forest',
    tier: 'family',
    preset: 'bracknell-forest-family',
    said: '188, 403; 10-14 cases (3-4 sessions per week); 6 months family (173 working days)',
    families: 188,
    children: 403,
    agree: STOCK,
  },
  {
    authority: 'Bracknell Forest',
    tier: 'youth support',
    preset: 'bracknell-forest-youth',
    said: '22 TYS, 22 TYS; youth service 5-10 cases; 3 month youth support (86 working days); 14 working days, 15 waiting TYS',
    families: 22,
    children: 22,
    agree: LISTED,
    differ: { 'time to allocation': 'C3' },
  },
  {
    authority: 'Buckinghamshire',
    tier: null,
    preset: 'buckinghamshire',
    said: '468, 1048 at 2/4/2023; 14 cases; 5 months; no list',
    families: 468,
    children: 1048,
    agree: STOCK,
  },
  {
    authority: 'Reading',
    tier: null,
    preset: 'reading',
    said: 'Count children not families, 483 01/04/2023; 20-25 children, 10-12 families; 6 months; 3 months (usually 4-6 weeks), 87 (usually 20-30)',
    children: 483,
    agree: LISTED,
    differ: { 'time to allocation': 'flow' },
  },
  {
    authority: 'West Berkshire',
    tier: null,
    preset: 'west-berkshire',
    said: 'New model being rolled out, 75-100 per month; 15-20 assessments, 60-70 for triage; no list',
    agree: ['referrals a year'],
  },
  {
    authority: 'Wokingham',
    tier: null,
    preset: 'wokingham',
    said: '206, 392; 10-12 cases; 6-9 months; 10-12 weeks, 36 families, 63 children',
    families: 206,
    children: 392,
    agree: LISTED,
    differ: { 'time to allocation': 'flow' },
  },
  {
    authority: 'Medway',
    tier: null,
    preset: 'medway',
    said: '400, 800; 14 cases; intervention 6-8 weeks, assessment 8-16 weeks; no list',
    families: 400,
    children: 800,
    agree: STOCK,
  },
  {
    authority: 'Kent',
    tier: null,
    preset: 'kent',
    said: 'c.3,000 families known to intensive units, c.7,500 children in units; 15 per unit worker; 20 weeks; no list',
    families: 3000,
    children: 7500,
    agree: STOCK,
  },
  {
    authority: 'East Sussex',
    tier: null,
    preset: 'east-sussex',
    said: '520 at 31/3/2023, 1181 children; 7.6 per WTE, aim is 8-10; open cases 4.1 months, closed cases 6.3; 15 calendar days, 48 families',
    families: 520,
    children: 1181,
    agree: [...LISTED, 'time to allocation'],
  },
  {
    authority: 'Brighton & Hove',
    tier: null,
    preset: 'brighton-hove',
    said: '200, 400; 12; 12 weeks; 12 weeks, 264 individuals',
    families: 200,
    children: 400,
    agree: LISTED,
    differ: { 'time to allocation': 'C8' },
  },
  {
    authority: 'Windsor & Maidenhead',
    tier: null,
    preset: 'windsor-maidenhead',
    said: 'Count children not families, 562; 8-10 caseload; 3-6 months; 2 months, 63',
    children: 562,
    agree: LISTED,
    differ: { 'time to allocation': 'flow' },
  },
  {
    authority: 'Oxfordshire',
    tier: null,
    preset: 'oxfordshire',
    said: '598, 1140; 18-22 children (family support workers), 22-25 children (practitioners); 5 months; 3.5 weeks, 66 children',
    families: 598,
    children: 1140,
    agree: LISTED,
    differ: { 'time to allocation': 'flow' },
  },
  {
    authority: 'Milton Keynes',
    tier: null,
    preset: 'milton-keynes',
    said: '402, 814 2/05/2023; 17; 71% of cases closed in 20 weeks; no list',
    families: 402,
    children: 814,
    agree: STOCK,
  },
  {
    authority: 'Hampshire',
    tier: null,
    preset: 'hampshire',
    said: '1105, 2332; 17; 6 months; no list',
    families: 1105,
    children: 2332,
    agree: STOCK,
  },
  {
    authority: 'Warwickshire',
    tier: 'family support worker intervention',
    preset: 'warwickshire',
    said: '672 direct referrals and over 500 families opened in a year; 18 weeks; an average of 31 children each, against an average target of 22',
    agree: ['allocated a year', 'referrals a year'],
  },
  {
    authority: 'Warwickshire',
    tier: 'early help pathway, multi-agency',
    preset: 'warwickshire-pathways',
    said: 'over 1500 children open to Early Help; 25% of Early Help Pathways supported by a Family Support Worker; over 950 calls, 90% resolved, 3% opened to a pathway, 2% escalated, 5% elsewhere',
    children: 1500,
    agree: [
      'open children',
      'with a family support worker: open children',
      'held by partners: open children',
    ],
  },
  {
    authority: 'Oldham',
    tier: 'intensive',
    preset: 'oldham-intensive',
    said: 'around 230 households per year; 15 staff, each with caseloads of around seven to eight families; around six months',
    agree: ['allocated a year'],
  },
  {
    authority: 'Oldham',
    tier: 'medium',
    preset: 'oldham-medium',
    said: 'three teams, each eight engagement workers; around 20 families; between 400 and 500 families at any given time; an average three months',
    families: 450,
    agree: ['open families', 'allocated a year'],
  },
  {
    authority: 'Oldham',
    tier: 'low',
    preset: 'oldham-low',
    said: 'the same structure as the medium level; information or advice over a shorter period of time; no numbers',
    agree: [],
  },
  {
    authority: 'Greenwich',
    tier: 'Connect',
    preset: 'greenwich-connect',
    said: 'two units, each a team leader and three practitioners, each holding 15 to 20 cases; planned',
    agree: ['open families'],
  },
  {
    authority: 'Greenwich',
    tier: 'Core',
    preset: 'greenwich-core',
    said: 'eight units of three practitioners, one senior, one leader and a coordinator; between three and six months',
    agree: ['open families', 'allocated a year'],
  },
  {
    authority: 'Greenwich',
    tier: 'Core and Connect together',
    preset: 'greenwich',
    said: 'in total 48 staff; between 950 and 1000 families at any given time',
    families: 975,
    agree: ['open families', 'Core: open families', 'Core: allocated a year', 'Connect: open families'],
  },
  {
    authority: 'Barking & Dagenham',
    tier: 'all early help assessments',
    preset: 'barking-dagenham',
    said: 'a daily multi-agency meeting, five life-cycles; around 110 assessments each quarter, 141 in the most recent; over 80 per cent by the local authority, around 16 per cent by schools',
    agree: ['allocated a year'],
  },
  {
    authority: 'Lincolnshire',
    tier: 'team around the child, all',
    preset: 'lincolnshire',
    said: 'around 80 per cent of around 2,500 TAC cases held by practitioners of other services, around 70 per cent of these in schools; four quadrants of around 50-75 early help professionals, each with two early help consultants',
    families: 2500,
    agree: [
      'open families',
      'held by schools: open families',
      'held by other partners: open families',
      'held by the council: open families',
    ],
  },
];

/** The three tiers of Oldham together have no row of their own in the sources. */
export const WITHOUT_A_ROW: Readonly<Record<string, readonly FigureOf[]>> = {
  reference: [],
  oldham: [
    'intensive support: allocated a year',
    'medium support: open families',
    'medium support: allocated a year',
  ],
};
