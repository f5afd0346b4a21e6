/** What an experiment says, in sentences a service manager can repeat: the answer and what binds. Warnings are in `warnings.ts`. */
import type { MeasureKey } from '../sim/measures/measures.ts';
import type { Estimate } from '../sim/measures/summary.ts';
import { type Experiment, type ScenarioDifference, type ScenarioRun, wholeService } from './experiment.ts';
import { verdict } from './verdict.ts';
import {
  families,
  hasInterval,
  interval,
  listed,
  number,
  percent,
  plain,
  quoted,
  unitOf,
  workingDays,
} from './wording.ts';

/** One sentence for the top of the page. */
export function answer(experiment: Experiment): string {
  const base = experiment.scenarios[0];
  if (base === undefined) throw new Error('An experiment has at least one scenario.');
  return experiment.differences.length === 0 ? answerForOne(base) : answerForComparison(experiment, base);
}

function answerForOne(run: ScenarioRun): string {
  const { headline } = wholeService(run.summary);
  const { waiting_mean: waiting, wait_mean: wait, within_target: within } = headline;
  const range = hasInterval(waiting) ? ` (95% interval ${interval(waiting, 'families')})` : '';
  const { partner_held_mean: held, in_groups_mean: inGroups } = headline;
  const forWhat = held.mean > 0 || inGroups.mean > 0 ? '' : ' for a worker';
  const list = `On average ${families(waiting.mean)} ${isOne(waiting.mean) ? 'waits' : 'wait'}${forWhat}${range}`;
  if (Number.isNaN(wait.mean)) return `${list}, and no family is allocated in the period.`;
  const share = Number.isNaN(within.mean)
    ? ''
    : `; ${percent(within.mean)} are allocated within the target of ${workingDays(run.targetDays)}`;
  return `${list}, and families allocated have waited ${workingDays(wait.mean)} on average${share}.`;
}

const isOne = (value: number) => plain(value) === '1';

/** The two questions a comparison is made for. `effect` says by how much, `amount` being without sign. */
const QUESTIONS = [
  {
    key: 'waiting_mean',
    matter: 'the waiting list',
    effect: (amount: string, less: boolean) =>
      `${amount} ${less ? 'fewer' : 'more'} families waiting on average`,
  },
  {
    key: 'wait_mean',
    matter: 'time to allocation',
    effect: (amount: string, less: boolean) =>
      `a mean time to allocation ${amount} working days ${less ? 'shorter' : 'longer'}`,
  },
] as const satisfies readonly {
  key: MeasureKey;
  matter: string;
  effect: (amount: string, less: boolean) => string;
}[];
type Question = (typeof QUESTIONS)[number];

interface Best {
  readonly question: Question;
  readonly difference: ScenarioDifference;
  /** Scenarios whose intervals overlap that of the best, so that which of them does most is open. */
  readonly rivals: readonly string[];
}

function answerForComparison({ differences }: Experiment, base: ScenarioRun): string {
  const against = ` than ${quoted(base.name)}`;
  const [list, wait] = QUESTIONS.map((question) => best(question, differences));
  const most = differences.length > 1 ? 'does most' : 'helps';
  if (list && wait && list.difference === wait.difference) {
    const effects = `${effect(list.question, list.difference)} and ${effect(wait.question, wait.difference)}`;
    return `${quoted(list.difference.scenario)} ${most}: ${effects}${against}${rivalry([...list.rivals, ...wait.rivals])}.`;
  }
  if (!list && !wait && !differences.some(harms)) {
    return differences.some(isTooSmall)
      ? `Differences from ${quoted(base.name)} are unclear or too small to matter, in the waiting list and in time to allocation.`
      : `No clear difference from ${quoted(base.name)} was found, in the waiting list or in time to allocation.`;
  }
  const parts = [list, wait].map((winner, i) => {
    const question = QUESTIONS[i]!;
    if (!winner) return withoutHelp(question, differences, base);
    const { difference, rivals } = winner;
    const forMatter = `${quoted(difference.scenario)} ${most} for ${question.matter}`;
    return `${forMatter}: ${effect(question, difference)}${against}${rivalry(rivals)}`;
  });
  return `${capitalised(parts.join('; '))}.`;
}

function best(question: Question, differences: readonly ScenarioDifference[]): Best | null {
  const helpful = differences
    .filter(({ headline }) => verdict(question.key, headline[question.key]).forFamilies === 'better')
    .sort((a, b) => a.headline[question.key].mean - b.headline[question.key].mean);
  const [difference, ...others] = helpful;
  if (!difference) return null;
  const rivals = others
    .filter(({ headline }) => headline[question.key].lo <= difference.headline[question.key].hi)
    .map(({ scenario }) => scenario);
  return { question, difference, rivals };
}

/** "23 fewer families waiting on average (95% interval 16 to 30)". */
function effect({ key, effect }: Question, { headline }: ScenarioDifference): string {
  const estimate = headline[key];
  const less = estimate.mean < 0;
  return `${effect(plain(Math.abs(estimate.mean)), less)} (95% interval ${interval(less ? flipped(estimate) : estimate, unitOf(key))})`;
}

/** A reduction is said as a positive amount. */
const flipped = ({ mean, se, lo, hi, count }: Estimate): Estimate => ({
  mean: -mean,
  se,
  lo: -hi,
  hi: -lo,
  count,
});

function rivalry(rivals: readonly string[]): string {
  const names = [...new Set(rivals)].map(quoted);
  return names.length === 0 ? '' : `, though ${listed(names)} may do as well (the intervals overlap)`;
}

const worsens = ({ key }: Question, { headline }: ScenarioDifference) =>
  verdict(key, headline[key]).forFamilies === 'worse';
const harms = (difference: ScenarioDifference) => QUESTIONS.some((question) => worsens(question, difference));

const isTooSmall = ({ headline }: ScenarioDifference) =>
  QUESTIONS.some(({ key }) => verdict(key, headline[key]).words === 'too small to matter');

function withoutHelp(
  question: Question,
  differences: readonly ScenarioDifference[],
  base: ScenarioRun,
): string {
  const worse = differences
    .filter((difference) => worsens(question, difference))
    .sort((a, b) => b.headline[question.key].mean - a.headline[question.key].mean);
  const [worst, ...others] = worse;
  if (!worst) return `no clear difference from ${quoted(base.name)} was found in ${question.matter}`;
  const also =
    others.length === 0
      ? ''
      : `; ${listed(others.map(({ scenario }) => quoted(scenario)))} also made it worse`;
  const against = ` than ${quoted(base.name)}`;
  return `${quoted(worst.scenario)} makes ${question.matter} longer: ${effect(question, worst)}${against}${also}`;
}

const capitalised = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

export interface Binding {
  readonly limit: 'places' | 'hours' | 'both' | 'nothing';
  /** Share of caseload places in use, on average; NaN without places. */
  readonly placesUsed: number;
  /** Share of direct hours used; NaN where not kept. */
  readonly hoursUsed: number;
  /** Sessions put off a week, as a share of the sessions held. */
  readonly slippedShare: number;
  /** One sentence with the figures. */
  readonly words: string;
}

/** Used this fully, a resource binds: with whole cases and chance, the last few per cent are seldom reached. Rule of thumb. */
const FULL = 0.97;
/** More sessions than this put off for want of hours is more than an odd busy week. Rule of thumb. */
const SLIPPED_OFTEN = 0.02;
/** Fewer waiting on average than this is a list that is mostly empty. */
const SOMEBODY_WAITS = 1;

/** What holds the service back: places on caseloads, workers' direct hours, both or neither. */
export function binding(run: ScenarioRun): Binding {
  const { headline } = wholeService(run.summary);
  const placesUsed = headline.slots_used_mean.mean / headline.places_mean.mean;
  const hoursUsed = headline.direct_hours_used_share.mean;
  const slippedShare = headline.sessions_slipped.mean / headline.sessions_held.mean;
  const places = placesUsed >= FULL && headline.waiting_mean.mean >= SOMEBODY_WAITS;
  const hours = hoursUsed >= FULL || slippedShare > SLIPPED_OFTEN;
  const limit = places ? (hours ? 'both' : 'places') : hours ? 'hours' : 'nothing';
  const ofPlaces = `${number(headline.slots_used_mean.mean, 1)} of ${number(headline.places_mean.mean, 1)} caseload places (${percent(placesUsed)})`;
  const ofHours = `${percent(hoursUsed)} of direct hours`;
  const slips = `${percent(slippedShare)} of sessions put off a week`;
  const offSick = run.inputs.some(({ value }) => value === 'by chance')
    ? ' or while workers are off sick'
    : '';
  const inBusyWeeks = hoursUsed >= FULL ? '' : ` in busy weeks${offSick}`;
  const words = {
    places: `Caseload places bind: ${ofPlaces} are used while families wait; hours do not (${ofHours} used, ${slips}).`,
    hours: `Workers’ direct hours bind${inBusyWeeks}: ${ofHours} are used and ${slips}; places do not (${ofPlaces} used).`,
    both: `Caseload places bind, and direct hours${inBusyWeeks} as well: ${ofPlaces} and ${ofHours} are used, with ${slips}.`,
    nothing: `Neither places nor hours bind on average: ${ofPlaces} and ${ofHours} are used, with ${slips}.`,
  }[limit];
  return { limit, placesUsed, hoursUsed, slippedShare, words };
}
