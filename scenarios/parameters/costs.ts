/** What the service costs, and what families that escalate cost social care. Costs change no flow. */
import * as z from 'zod';
import { choice, quantityWithDefault, shareWithDefault, textWithDefault } from '../parameter.ts';

interface Rung {
  /** As it reads in a sentence: "with a child protection plan". */
  readonly named: string;
  readonly share: number;
  readonly perChildYear: number;
  readonly priceSource: string;
  readonly priceConfidence: 'public' | 'derived' | 'assumption';
  readonly years: number;
}

function rung({ named, share, perChildYear, priceSource, priceConfidence, years }: Rung) {
  return z
    .strictObject({
      share: shareWithDefault({
        default: share,
        description: `Share of escalating children ${named}. The three shares sum to 1.`,
        source:
          'Assumption: 80%, 15% and 5% (ranges 60% to 90%, 5% to 30% and 1% to 10%); no source was found',
        confidence: 'assumption',
      }),
      perChildYear: quantityWithDefault({
        unit: 'pounds a year',
        least: 0,
        most: 1_000_000,
        default: perChildYear,
        description: `Cost of a child ${named}, for a year.`,
        source: priceSource,
        confidence: priceConfidence,
      }),
      years: quantityWithDefault({
        unit: 'years',
        least: 0,
        most: 18,
        default: years,
        description: `Years that a child stays ${named}.`,
        source: 'Assumption: 0.6, 0.8 and 2 years; no source was found',
        confidence: 'assumption',
      }),
    })
    .prefault({});
}

const escalation = z.strictObject({
  shareOfChildren: shareWithDefault({
    default: 1,
    description: 'Share of the children of an escalating family whom social care takes on.',
    source: 'Assumption: all (range 50% to 100%); no source was found',
    confidence: 'assumption',
  }),
  cin: rung({
    named: 'in need (section 17)',
    share: 0.8,
    perChildYear: 10_000,
    priceSource:
      'Aldaba, “Spend now, or regret later” (aldaba.co.uk/spend-now-regret-later), prices of about 2016 (range £4,000 to £15,000)',
    priceConfidence: 'public',
    years: 0.6,
  }),
  cpp: rung({
    named: 'with a child protection plan',
    share: 0.15,
    perChildYear: 13_000,
    priceSource: 'Assumption: 1.3 times a child in need (range £8,000 to £20,000); no source was found',
    priceConfidence: 'assumption',
    years: 0.8,
  }),
  lac: rung({
    named: 'looked after',
    share: 0.05,
    perChildYear: 64_570,
    priceSource:
      'Placement spend of £5.4 billion over 83,630 children, 2023/24 projected (Local Government Association survey of high-cost placements; range £45,000 to £90,000)',
    priceConfidence: 'derived',
    years: 2,
  }),
});

export const costs = z.strictObject({
  counted: choice(['no', 'yes'], {
    default: 'yes',
    description: 'Whether costs are counted. They change nothing else.',
    source: 'Convention',
    confidence: 'assumption',
  }),
  priceYear: textWithDefault({
    most: 40,
    default: '2025/26',
    description: 'The year whose prices these are, as tables name it. Nothing is uprated.',
    source: 'Convention: the year of the pay award that the salaries are taken from',
    confidence: 'assumption',
  }),
  onCosts: quantityWithDefault({
    unit: 'share of salary',
    least: 0,
    most: 2,
    default: 0.332,
    description: 'Employer’s on-costs of workers as a share of their salary.',
    source:
      'National Insurance of 15% above £5,000 (from April 2025), pension 20% (assumption, range 16% to 30%) and apprenticeship levy 0.5%, on £32,000',
    confidence: 'derived',
  }),
  overheads: quantityWithDefault({
    unit: 'share of staff cost',
    least: 0,
    most: 2,
    default: 0.2,
    description: 'Premises, IT, business support and the like, as a share of all staff cost.',
    source: 'Assumption: 20% (range 10% to 40%); no source was found',
    confidence: 'assumption',
  }),
  managerSalary: quantityWithDefault({
    unit: 'pounds a year',
    least: 0,
    most: 200_000,
    default: 48_000,
    description: 'Salary of a team manager, without on-costs.',
    source:
      'Assumption: £48,000 (range £43,000 to £55,000); team managers in social work earned £44,838 to £50,711 in 2019/20 (communitycare.co.uk/2021/03/07/pay)',
    confidence: 'assumption',
  }),
  managerOnCosts: quantityWithDefault({
    unit: 'share of salary',
    least: 0,
    most: 2,
    default: 0.339,
    description: 'Employer’s on-costs of a team manager as a share of the salary.',
    source: 'As "onCosts", on £48,000',
    confidence: 'derived',
  }),
  span: quantityWithDefault({
    unit: 'full-time equivalents',
    least: 1,
    most: 100,
    default: 7,
    description: 'Workers, as full-time equivalents, to one team manager.',
    source:
      'Assumption: 7 (range 5 to 10); Oldham has 8 workers, a senior and a manager, Greenwich 3 to 5 to a leader (CYP Now, 20 March 2019)',
    confidence: 'assumption',
  }),
  mileage: quantityWithDefault({
    unit: 'pounds a mile',
    least: 0,
    most: 10,
    default: 0.45,
    description: 'Paid for a mile of travel.',
    source: 'HM Revenue & Customs rate of 45p, as recalled and not looked up',
    confidence: 'assumption',
  }),
  milesPerVisit: quantityWithDefault({
    unit: 'miles',
    least: 0,
    most: 200,
    default: 8,
    description: 'Miles driven for one session, there and back.',
    source: 'Assumption: 8 miles (range 3 to 25); no source was found',
    confidence: 'assumption',
  }),
  hire: quantityWithDefault({
    unit: 'pounds',
    least: 0,
    most: 100_000,
    default: 3_000,
    description: 'Cost of hiring one person.',
    source: 'Assumption: £3,000 (range £1,000 to £6,000); no source was found',
    confidence: 'assumption',
  }),
  frontDoorHour: quantityWithDefault({
    unit: 'pounds an hour',
    least: 0,
    most: 1_000,
    default: 39.24,
    description: 'Cost of an hour of front-door staff, on-costs and overheads in it.',
    source:
      'A family support worker’s hour at work by the figures above: £62,153 a year, a seventh of a manager and overheads in it, over 1,584 hours',
    confidence: 'derived',
  }),
  escalation: escalation.prefault({}),
});
