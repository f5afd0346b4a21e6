/** The balance in words: what is needed and there, what binds, and what alone would bring the list level. */
import type { Alone, AloneByLever } from '../scenarios/balance/alone.ts';
import type { HoursByActivity, Needed } from '../scenarios/balance/level.ts';
import type { Explanation, Limit, ListHeld, OfferUse, Situation } from '../scenarios/explanation.ts';
import { poolLines, shortPools } from './explain-pools.ts';
import { date, families, listed, number, percent, plain, quoted, weeks } from './wording.ts';

/** One moment, and all there is to say of it, each line a sentence or two. */
export interface ExplainedMoment {
  readonly title: string;
  readonly lines: readonly string[];
}

export function explained({ situations }: Explanation): ExplainedMoment[] {
  return situations.map((situation) => ({
    title: situations.length === 1 ? 'In the long run' : titleOf(situation),
    lines: [
      placesLine(situation),
      allocationsLine(situation),
      ...hoursLines(situation),
      ...frontDoorLines(situation),
      ...situation.offers.map(offerLine),
      bindsLine(situation),
      ...listLines(situation.list),
      ...aloneLines(situation),
      ...poolLines(situation),
      ...growthLines(situation),
    ],
  }));
}

/** What the figures rest on. */
export const EXPLAINED_HOW =
  'By formula, apart from the simulation: what a steady service would need if every family that joins the list were allocated and nobody waited long. Season, bunching and luck are averaged out; trend and posts are those of the day named, or of the end of the time reported.';

/** Two or three sentences for the end of the time reported. */
export function explainedShortly({ situations }: Explanation): string[] {
  const last = situations.at(-1)!;
  const first = situations.length > 1 ? situations[0]! : null;
  const before =
    first === null
      ? []
      : [
          `At the start, ${date(first.from)}, by formula: ${plain(first.places.needed)} places are needed to stay level and ${plain(first.places.there)} are there.`,
        ];
  const now = first === null ? 'By formula' : inEnd(last);
  return [...before, `${now}: ${shortNeed(last)}`, ...aloneLines(last)];
}

const inEnd = ({ changes }: Situation) =>
  changes.length === 0 ? 'At the end' : `After ${listed(changes.map(quoted))}`;

function titleOf(situation: Situation): string {
  if (situation.when === 'start') return `At the start, ${date(situation.from)}`;
  const { changes, from } = situation;
  return changes.length === 0
    ? 'At the end of the time reported'
    : `After ${listed(changes.map(quoted))}, from ${date(from)}`;
}

function placesLine({ places, placesCount }: Situation): string {
  const unit = placesCount === 'children' ? ', counted in children,' : '';
  const over = places.needed - places.there;
  const short = over > 0 ? `${plain(over)} too few` : `${plain(-over)} to spare`;
  return `To stay level ${plain(places.needed)} places${unit} are needed; ${plain(places.there)} are there, ${short}.`;
}

function allocationsLine({ allocations }: Situation): string {
  if (allocations.needed === 0) return 'No family joins a list for work one to one.';
  return `That is ${families(allocations.needed)} a week to allocate, those who come back and step over among them; ${plain(allocations.there)} can be allocated.`;
}

const ACTIVITIES: Readonly<Record<keyof HoursByActivity, string>> = {
  sessions: 'sessions',
  travel: 'travel',
  recording: 'recording',
  cases: 'open cases',
  assessments: 'assessments',
  coordination: 'co-ordination with partners',
  courses: 'courses',
};

function hoursLines({ hours, hoursBy, hoursLimit, list }: Situation): string[] {
  const parts = (Object.keys(ACTIVITIES) as (keyof HoursByActivity)[])
    .filter((key) => hoursBy[key] > 0)
    .map((key) => `${ACTIVITIES[key]} ${number(hoursBy[key], 0)}`);
  const split = parts.length > 1 ? ` (${listed(parts)})` : '';
  const needed = `The work takes ${number(hours.needed, 0)} hours a week${split}; ${number(hours.there, 0)} are there.`;
  const short = share(hours) > 1;
  const lost = `Sessions that find no hours are lost, so short hours make no case longer${short ? `; about ${percent(1 - 1 / share(hours))} of the hours wanted would be` : ''}.`;
  const contact =
    list && list.contactHours > 0
      ? [`Contact with the families waiting takes ${number(list.contactHours, 0)} hours a week more.`]
      : [];
  return [needed, ...(hoursLimit || hours.needed === 0 ? [] : [lost]), ...contact];
}

const share = ({ needed, there }: Needed) => (needed === 0 ? 0 : needed / there);

/** Only what has a limit. */
function frontDoorLines({ decisions, visits, panel }: Situation): string[] {
  const line = (words: string, { needed, there }: Needed) =>
    needed > 0 && Number.isFinite(there)
      ? [`${words}: ${plain(needed)} a week are needed, ${plain(there)} are possible.`]
      : [];
  return [
    ...line('Decisions at the front door', decisions),
    ...line('Duty visits', visits),
    ...line('Allocations at panels', panel),
  ];
}

function offerLine(use: OfferUse): string {
  const { pathway, offer, needed, there } = use;
  const who = offer === 'group' ? 'courses take' : 'partners can take on';
  const can = Number.isFinite(there) ? `${who} ${plain(there)}` : `${who} all of them`;
  const grows = isShort(use) ? ', so that its list grows' : '';
  return `${quoted(pathway)} takes no place on a caseload: ${families(needed)} a week join it, and ${can}${grows}.`;
}

/** Fewer can begin than come. */
const isShort = ({ needed, there }: OfferUse) => needed > there * (1 + 1e-9);

const LIMITS: Readonly<Record<Limit, string>> = {
  places: 'places',
  hours: 'hours',
  panel: 'the allocation panel',
  decisions: 'the front door’s decisions',
  'duty visits': 'duty visits',
};

/** "places and hours". */
const limitsInWords = (binds: readonly Limit[]) => listed(binds.map((limit) => LIMITS[limit]));

function bindsLine({ binds, load, pools, offers }: Situation): string {
  const apart = shortPools(pools);
  const nothing = offers.some(isShort) ? 'For workers nothing binds' : 'Nothing binds';
  if (binds.length === 0) {
    return apart.length > 0
      ? `What binds: places for ${listed(apart)}, though there would be enough in all.`
      : `${nothing} in the long run: what is scarcest would be ${percent(load)} used.`;
  }
  const upstream = binds.filter((limit) => limit === 'decisions' || limit === 'duty visits');
  const queue =
    upstream.length === 0
      ? ''
      : ' A queue grows before the list, which gets fewer families than these figures count until it is mended there.';
  return `What binds: ${limitsInWords(binds)}.${queue}`;
}

function listLines(list: ListHeld | null): string[] {
  if (list === null) return [];
  const over = `As it stands ${families(list.over)} a week more join the list than can be allocated`;
  if (!Number.isFinite(list.families)) return [`${over}, and it grows by that for as long as this lasts.`];
  return [
    `${over}: it tends to about ${number(list.families, 0)} families, as many leaving it as cannot be allocated, with a wait of about ${weeks(tenth(list.weeks))}.`,
  ];
}

function aloneLines(situation: Situation): string[] {
  if (situation.allocations.needed === 0) return [];
  const { ways, none } = waysOf(situation);
  const over = situation.list !== null;
  const all = over
    ? `Alone, any one of these would bring it level: ${ways.join('; ')}.`
    : `Alone, it would bear any one of these and still be level: ${ways.join('; ')}.`;
  return [...(ways.length > 0 ? [all] : []), ...(over && none.length > 0 ? [noWay(none, situation)] : [])];
}

/** More places do not help where something else is short as well. */
function noWay(none: readonly string[], { binds }: Situation): string {
  const others = binds.filter((limit) => limit !== 'places');
  return `Alone, ${listed(none)} would not do it, because of ${limitsInWords(others.length > 0 ? others : binds)}.`;
}

/** Each way of bringing the list level, or of using the room there is; and the names of those that do not. */
function waysOf({ alone, list }: Situation) {
  const said = (Object.keys(LEVERS) as (keyof AloneByLever)[]).map((lever) => ({
    lever,
    words: LEVERS[lever].words(alone[lever], list !== null),
  }));
  return {
    ways: said.flatMap(({ words }) => words ?? []),
    none: said.filter(({ words }) => words === null).map(({ lever }) => LEVERS[lever].name),
  };
}

interface LeverWords {
  readonly name: string;
  /** `null` where it does not bring the list level. Rounded so that what is said is enough, and room no more than there is. */
  readonly words: (alone: Alone, over: boolean) => string | null;
}

const LEVERS: Readonly<Record<keyof AloneByLever, LeverWords>> = {
  fte: {
    name: 'more staff',
    words: ({ now, level }, over) =>
      level === null
        ? null
        : over
          ? `${fullTimers(up(level - now), 'more')} of the posts there are`
          : fullTimers(down(now - level), 'fewer'),
  },
  cap: {
    name: 'a higher cap',
    words: ({ now, level }) =>
      level === null ? null : `a cap of ${number(up(level), 1, 0)} instead of ${number(now, 1, 0)}`,
  },
  lengthWeeks: {
    name: 'shorter interventions',
    words: ({ now, level }) =>
      level === null ? null : `interventions of ${weeks(down(level))} instead of ${number(now, 1, 0)}`,
  },
  referralsPerYear: {
    name: 'fewer referrals',
    words: ({ now, level }, over) =>
      level === null
        ? null
        : over
          ? `${number(Math.ceil(now - level), 0)} fewer referrals a year`
          : `${number(Math.floor(level - now), 0)} more referrals a year`,
  },
};

const fullTimers = (fte: number, more: string) =>
  `${plain(fte)} ${more} full-time equivalent${plain(fte) === '1' ? '' : 's'}`;
const tenth = (value: number) => Math.round(value * 10) / 10;
/** To the next tenth, but for what bisection leaves. */
const up = (value: number) => Math.ceil(value * 10 - 1e-3) / 10;
const down = (value: number) => Math.floor(value * 10 + 1e-3) / 10;

function growthLines({ needGrowthPerWeek }: Situation): string[] {
  if (needGrowthPerWeek === 0) return [];
  return [
    `Growth of need while waiting is not in these figures, because on a level list hardly anyone waits: each week of waiting adds ${percent(needGrowthPerWeek, 1)} to the work, so a list once grown takes more than this to bring down.`,
  ];
}

function shortNeed(situation: Situation): string {
  const { places, hours, binds, pools } = situation;
  const ofHours = binds.includes('hours')
    ? ` and ${number(hours.needed, 0)} hours a week (${number(hours.there, 0)} there)`
    : '';
  const apart = binds.includes('places') ? [] : shortPools(pools);
  const limits = [
    ...binds.map((limit) => LIMITS[limit]),
    ...(apart.length > 0 ? [`places for ${listed(apart)}`] : []),
  ];
  const what = limits.length === 0 ? 'nothing binds' : `what binds: ${listed(limits)}`;
  return `to stay level ${plain(places.needed)} places are needed (${plain(places.there)} there)${ofHours}; ${what}.`;
}
