/** The dated changes of a scenario as the screen tells them: when, what is different, what is wrong. */
import { date } from '../../../reports/wording.ts';
import { changeInWords } from '../../../scenarios/change-words.ts';
import type { Problem } from '../../../scenarios/problem.ts';
import { isGroup, join } from '../../../scenarios/shape.ts';
import { isIsoDate } from '../../fields/date-text.ts';
import { labelInPlace } from '../../fields/labels.ts';
import { contentAfter, contentBefore, inOrder, scenarioOf } from '../../stores/content-before.ts';
import { valueAt } from '../../stores/scenario-content.ts';

type Content = Readonly<Record<string, unknown>>;

export interface ToldChange {
  readonly name: string;
  /** ISO date. */
  readonly from: string;
  /** One for each thing that differs; none where it cannot be said as long as something is wrong. */
  readonly words: readonly string[];
  readonly problems: readonly Problem[];
}

/** The date is not told with the words, and may be none while it is typed. */
const ANY_DAY = { from: '2000-01-01' };

/** In order of date. */
export function toldChanges(content: Content, problems: readonly Problem[]): ToldChange[] {
  return inOrder(content).map(([name, { from }]) => {
    const before = scenarioOf(contentBefore(content, name));
    const after = scenarioOf(contentAfter(content, name));
    const place = `changes.${name}`;
    return {
      name,
      from: String(from),
      words: before && after ? changeInWords(ANY_DAY, before, after).map(withoutDate) : [],
      problems: problems.filter(({ path }) => path === place || path.startsWith(`${place}.`)),
    };
  });
}

/** "Two more full-time equivalents in main": without the date, which stands beside it. */
function withoutDate(words: string): string {
  const said = words.slice(words.indexOf(': ') + 2);
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** "Caseload cap (main, worker) is 100; write a number from 0.5 to 60.", without what every problem of the screen has in common. */
export function problemInWords({ path, message }: Problem, name: string): string {
  if (path === `changes.${name}` && message.startsWith('changes nothing')) return NOTHING_YET;
  const said = withEnglishDates(message.replace(/ \(set by this scenario\)$/, ''));
  const inner = path.slice(`changes.${name}.`.length);
  if (inner === '') return `It ${said}.`;
  return inner === 'from' ? `The first day ${said}.` : `${labelInPlace(inner)} ${said}.`;
}

const NOTHING_YET = 'It changes nothing yet. Say what is different from that day on, or delete it.';

export const withEnglishDates = (text: string): string =>
  text.replaceAll(/\b\d{4}-\d\d-\d\d\b/g, (day) => (isIsoDate(day) ? date(day) : day));

/** A source, need, pathway, team or post that comes or goes with a change. */
export interface Whole {
  /** Path in the scenario. */
  readonly path: string;
  readonly kind: 'new' | 'ends';
  /** "team North", "post senior in North". */
  readonly words: string;
}

const RECORDS = [
  ['demand.sources', 'source of referrals'],
  ['needs', 'need'],
  ['pathways', 'pathway'],
  ['teams', 'team'],
] as const;

export function wholesOf(content: Content, name: string): Whole[] {
  const before = contentBefore(content, name);
  const change = valueAt(content, ['changes', name]);
  const under = (place: string, words: (record: string) => string): Whole[] => {
    const said = valueAt(change, place.split('.'));
    const was = valueAt(before, place.split('.'));
    return Object.entries(isGroup(said) ? said : {}).flatMap(([record, value]): Whole[] => {
      const isThere = isGroup(was) && record in was;
      if (value !== null && isThere) return [];
      return [{ path: join(place, record), kind: value === null ? 'ends' : 'new', words: words(record) }];
    });
  };
  const teams = valueAt(before, ['teams']);
  return [
    ...RECORDS.flatMap(([place, kind]) => under(place, (record) => `${kind} ${record}`)),
    ...Object.keys(isGroup(teams) ? teams : {}).flatMap((team) =>
      under(`teams.${team}.posts`, (post) => `post ${post} in ${team}`),
    ),
  ];
}
