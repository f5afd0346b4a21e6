/** STRESS-DES section 4: experimentation. */
import { addDays } from '../../scenarios/calendar.ts';
import { bullets } from '../markdown.ts';
import { counted, date, weeks as inWeeks, percent } from '../wording.ts';
import { type Item, paragraphs, type Subject } from './subject.ts';

export const experimentation = (subject: Subject): readonly Item[] => [
  { number: '4.1', name: 'Initialisation', text: initialisation(subject) },
  { number: '4.2', name: 'Run length', text: runLength(subject) },
  { number: '4.3', name: 'Estimation approach', text: estimation(subject) },
];

function initialisation({ scenario, run: { pilot } }: Subject): string {
  const { opening, period } = scenario;
  if (opening.from === 'snapshot') {
    return paragraphs(
      'From a snapshot: the families waiting since the dates given, and the cases open. There is no warm-up.',
      'A case open at the start of which nothing is known is one met at random in a service that has long been running: long interventions are met in proportion to their length, at a uniform point (Cox 1962, Renewal Theory). The front door opens with the referrals still in hand, and families closed before the start still come back.',
    );
  }
  if (period.warmUpWeeks !== 'auto') {
    return `From empty, with a warm-up of ${inWeeks(period.warmUpWeeks)} before ${date(period.start)} that is left out of all figures.`;
  }
  return `From empty, with a warm-up before ${date(period.start)} that is left out of all figures. Its length is found by the rule MSER (White 1997) on the mean number of families waiting or open, week by week, in a pilot of ${counted(pilot.replications, 'replication')} of ${inWeeks(pilot.weeks)}, rounded up to whole blocks of ${inWeeks(pilot.roundedUpToWeeks)}. Scenarios compared share the longest of their warm-ups. A service that does not settle in the pilot is reported as such.`;
}

function runLength({ scenario, weeks }: Subject): string {
  const { start } = scenario.period;
  const last = addDays(start, 7 * weeks - 1);
  return `${inWeeks(weeks)} are reported, from ${date(start)} to ${date(last)}: the window of all statistics. Weeks are blocks of seven calendar days from the start; a week is [its start, its end).`;
}

function estimation({ run: { replications, seed, precision } }: Subject): string {
  const { step, most, relativeHalfWidth, narrowEnough } = precision;
  const howOften =
    replications === 'auto'
      ? `Replications: in steps of ${step}, until the 95% intervals of the mean wait and of the mean number waiting are within ${percent(relativeHalfWidth)} of their means (or within ${narrowEnough.wait_mean} working days and ${narrowEnough.waiting_mean} families), at most ${most} (Law 2015, Simulation Modeling and Analysis, section 9.4.1).`
      : `Replications: ${replications}.`;
  return bullets([
    howOften,
    `They are independent, numbered from 0, and all follow from seed ${seed}.`,
    'Each output is a mean over replications with a 95% Student t interval, and percentiles over replications (type 7 of Hyndman and Fan 1996) week by week.',
    'Scenarios are compared by common random numbers: the same family has the same need, sessions, patience and fate in each, and differences are paired replication by replication.',
  ]);
}
