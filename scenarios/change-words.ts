/** What a dated change changes, in plain words: "from 1 April 2027: caseload cap 12 instead of 10 in North". */
import { type Difference, differences } from './differences.ts';
import { meanOf } from './distribution.ts';
import type { Scenario } from './schema.ts';
import { isGroup } from './shape.ts';

/** A sentence for each thing that differs, beginning with the date. What comes or goes whole is one thing. */
export function changeInWords(
  { from }: { readonly from: string },
  before: Scenario,
  after: Scenario,
): string[] {
  const whole = recordsInWords(before, after);
  const found = differences(parts(before), parts(after)).filter(
    ({ path }) => !whole.some(({ prefix }) => path.startsWith(`${prefix}.`)),
  );
  const inner = found.flatMap((difference) => differenceInWords(difference, before, after));
  return [...whole.map(({ words }) => words), ...inner].map((words) => `from ${dateInWords(from)}: ${words}`);
}

/** What a change can touch. */
function parts({ demand, needs, frontDoor, waiting, pathways, allocation, teams }: Scenario) {
  return { demand, needs, frontDoor, waiting, pathways, allocation, teams };
}

interface Whole {
  /** Path of the entry that comes or goes. */
  readonly prefix: string;
  readonly words: string;
}

/** Sources, needs, pathways, teams and posts that come or go. */
function recordsInWords(before: Scenario, after: Scenario): Whole[] {
  const record = (path: string, was: object, is: object, kind: string, more = (_name: string) => '') => [
    ...added(was, is).map((name) => ({
      prefix: `${path}.${name}`,
      words: `new ${kind} ${name}${more(name)}`,
    })),
    ...added(is, was).map((name) => ({ prefix: `${path}.${name}`, words: `no more ${kind} ${name}` })),
  ];
  const sizes = (team: string) =>
    sized(Object.values(after.teams[team]!.posts).reduce((sum, { fte }) => sum + fte, 0));
  return [
    ...record('demand.sources', before.demand.sources, after.demand.sources, 'source of referrals'),
    ...record('needs', before.needs, after.needs, 'need'),
    ...record('pathways', before.pathways, after.pathways, 'pathway'),
    ...record('teams', before.teams, after.teams, 'team', sizes),
    ...Object.keys(after.teams).flatMap((team) => {
      const was = before.teams[team];
      if (!was) return [];
      const { posts } = after.teams[team]!;
      const size = (post: string) => ` in ${team}${sized(posts[post]!.fte)}`;
      return record(`teams.${team}.posts`, was.posts, posts, 'post', size).map(({ prefix, words }) => ({
        prefix,
        words: words.startsWith('no more') ? `${words} in ${team}` : words,
      }));
    }),
  ];
}

const added = (was: object, is: object) => Object.keys(is).filter((name) => !(name in was));
const sized = (fte: number) => `, ${fullTime(fte)}`;

type Wording = (
  names: readonly string[],
  difference: Difference,
  before: Scenario,
  after: Scenario,
) => string | null;

/** The changes that services make most, by path; `*` stands for a name. What is not here is said by its description. */
const WORDINGS: readonly (readonly [path: string, words: Wording])[] = [
  [
    'teams.*.posts.*.fte',
    ([team, post], { before, after }, scenario) =>
      isNumber(before) && isNumber(after)
        ? `${more(after - before)} in ${place(team!, post!, scenario)}`
        : null,
  ],
  [
    'teams.*.posts.*.capPerFte',
    ([team, post], { before, after }, scenario) =>
      `caseload cap ${after} instead of ${before} in ${place(team!, post!, scenario)}`,
  ],
  ['teams.*.serves', ([team], { before, after }) => served(team!, before, after)],
  [
    'pathways.*.visitEveryWeeks',
    ([pathway], { before, after }) => `visits every ${weeks(after)} instead of ${before} on ${pathway}`,
  ],
  [
    'pathways.*.plan.length',
    ([pathway], { before, after }) => {
      const was = lengthOf(before);
      const is = lengthOf(after);
      return was && is && was !== is ? `mean length ${is} instead of ${was} on ${pathway}` : null;
    },
  ],
  [
    'needs.*.routes.pathways.*',
    ([need, pathway], { before, after }) =>
      `${percent(after)} of ${need} go to ${pathway} instead of ${percent(before)}`,
  ],
  [
    'demand.sources.*.referrals',
    ([source], { before, after }, was, is) => {
      const per = is.demand.sources[source!]?.per;
      if (!isNumber(before) || !isNumber(after) || was.demand.sources[source!]?.per !== per) return null;
      return `${after} referrals a ${per} instead of ${before} from ${source}`;
    },
  ],
  [
    'allocation.timing',
    (_, { after }) => (after === 'panel' ? 'allocation at a panel' : 'allocation at once, without a panel'),
  ],
  [
    'allocation.panelEveryDays',
    (_, { before, after }) => `a panel every ${after} working days instead of ${before}`,
  ],
  [
    'waiting.contactEveryWeeks',
    (_, { before, after }) =>
      after === 'never'
        ? 'no contact with waiting families'
        : `contact with waiting families every ${weeks(after)}${before === 'never' ? '' : ` instead of ${before}`}`,
  ],
];

function differenceInWords(difference: Difference, before: Scenario, after: Scenario): string[] {
  for (const [path, words] of WORDINGS) {
    const names = namesIn(difference.path, path);
    const said = names && words(names, difference, before, after);
    if (said) return [said];
  }
  return [byDescription(difference)];
}

/** The names that stand for `*`; `null` where the path is another. */
function namesIn(path: string, pattern: string): string[] | null {
  const keys = path.split('.');
  const wanted = pattern.split('.');
  if (keys.length !== wanted.length) return null;
  if (wanted.some((key, i) => key !== '*' && key !== keys[i])) return null;
  return keys.filter((_, i) => wanted[i] === '*');
}

/** "Share of planned sessions that the family misses: 0.1 instead of 0.15 share (pathways.family support.missedShare)" */
function byDescription({ path, before, after, leaf }: Difference): string {
  const [sentence] = leaf.about.description.split(/(?<=[.:])\s/);
  const what = sentence!.replace(/[.:]$/, '');
  const unit = [before, after].some(isNumber) && leaf.about.unit !== 'share' ? ` ${leaf.about.unit}` : '';
  return `${what.charAt(0).toLowerCase()}${what.slice(1)}: ${value(after)} instead of ${value(before)}${unit} (${path})`;
}

/** The team alone where it has one post. */
function place(team: string, post: string, { teams }: Scenario): string {
  return Object.keys(teams[team]?.posts ?? {}).length > 1 ? `${team} / ${post}` : team;
}

function served(team: string, before: unknown, after: unknown): string | null {
  if (!isNames(before) || !isNames(after)) return null;
  const also = after.filter((name) => !before.includes(name));
  const nolonger = before.filter((name) => !after.includes(name));
  const parted = [
    ...(also.length > 0 ? [`${team} also takes families of ${list(also)}`] : []),
    ...(nolonger.length > 0 ? [`${team} no longer takes families of ${list(nolonger)}`] : []),
  ];
  return parted.join('; ') || null;
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const tidy = (number: number) => Number(number.toPrecision(6));
const inWords = (number: number) => NUMBERS[tidy(number)] ?? String(tidy(number));
const fullTime = (fte: number) => `${inWords(fte)} full-time equivalent${fte === 1 ? '' : 's'}`;

function more(difference: number): string {
  const fte = tidy(Math.abs(difference));
  const word = difference > 0 ? 'more' : 'fewer';
  return `${inWords(fte)} ${word} full-time equivalent${fte === 1 ? '' : 's'}`;
}

const weeks = (count: unknown) => `${count} week${count === 1 ? '' : 's'}`;
const percent = (share: unknown) => (isNumber(share) ? `${tidy(share * 100)}%` : 'none');
const list = (names: readonly string[]) => names.join(' and ');
const isNumber = (given: unknown): given is number => typeof given === 'number';
const isNames = (given: unknown): given is string[] => Array.isArray(given);

/** The mean of a plan's length with its unit. */
function lengthOf(length: unknown): string | null {
  if (!isGroup(length) || typeof length.distribution !== 'string') return null;
  const mean = meanOf(length as Parameters<typeof meanOf>[0]);
  return `${tidy(mean)} ${length.unit ?? 'weeks'}`;
}

function value(given: unknown): string {
  if (given === undefined) return 'none';
  if (isNumber(given)) return String(tidy(given));
  if (isGroup(given)) {
    const { distribution, ...terms } = given;
    const said = Object.entries(terms).map(([key, term]) => `${key} ${value(term)}`);
    return [...(typeof distribution === 'string' ? [distribution] : []), ...said].join(' ');
  }
  return Array.isArray(given) ? given.map(value).join(', ') : String(given);
}

const LONG_DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
/** "1 April 2027" */
const dateInWords = (date: string) => LONG_DATE.format(Date.parse(date));
