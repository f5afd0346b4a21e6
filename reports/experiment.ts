/** A finished (or stopped) run of one or more scenarios, as every report reads it. Plain data; nothing here touches a disk or a screen. */
import type { Balance } from '../scenarios/balance.ts';
import type { DatedChange, LaterChange } from '../scenarios/dated-changes.ts';
import type { Explanation } from '../scenarios/explanation.ts';
import type { InputRow } from '../scenarios/inputs.ts';
import type { PostCost } from '../scenarios/post-costs.ts';
import type { ReturnByDose } from '../scenarios/return-by-dose.ts';
import type { Group } from '../sim/measures/result.ts';
import type { Difference, Estimate, GroupSummary, Summary } from '../sim/measures/summary.ts';
import type { Counted } from './wording.ts';

export interface Experiment {
  /** Version of the engine that made it. */
  readonly engine: string;
  readonly seed: number;
  readonly replications: number;
  /** How the number of replications came about: a given number, or "auto" with what it reached. */
  readonly precision: Precision;
  /** The base first. */
  readonly scenarios: readonly ScenarioRun[];
  /** One for each scenario after the base. */
  readonly differences: readonly ScenarioDifference[];
}

export interface Precision {
  readonly mode: 'given' | 'auto';
  /** `false`: stopped by a person or at the stated maximum before every interval was narrow enough. */
  readonly reached: boolean;
  /** Stopped by a person before the planned number. */
  readonly stopped: boolean;
  /** Replications asked for, or the maximum under "auto". */
  readonly planned: number;
}

export interface ScenarioRun {
  readonly name: string;
  readonly description: string;
  /** ISO date on which each week of the window begins. */
  readonly dates: readonly string[];
  /** Weeks of warm-up before the first of them; 0 when the run starts from a snapshot. */
  readonly warmUpWeeks: number;
  /** `false`: the warm-up was looked for and the service was never seen to settle. */
  readonly settled: boolean;
  /** Allocation target in working days. */
  readonly targetDays: number;
  /** Average working days in a week: times typed in weeks are said in weeks again. */
  readonly daysPerWeek: number;
  /** Dated changes that come in the period, in order of date. */
  readonly changes: readonly DatedChange[];
  /** Dated changes that the run is too short to come to. */
  readonly changesAfter: readonly LaterChange[];
  /** The year whose prices costs are in; `null` where nothing is costed. */
  readonly priceYear: string | null;
  /** By the inputs. */
  readonly returnByDose: readonly ReturnByDose[];
  readonly posts: PostsRun;
  readonly summary: Summary;
  readonly balance: Balance;
  readonly explanation: Explanation;
  readonly inputs: readonly InputRow[];
}

export interface PostsRun {
  /** By the inputs, on the first and on the last day of the period. */
  readonly start: readonly PostCost[];
  readonly end: readonly PostCost[];
  /** As simulated: pounds in the period for those in post. None where nothing is costed. */
  readonly paid: readonly PostPaid[];
}

export interface PostPaid {
  readonly team: string;
  readonly post: string;
  readonly pounds: Estimate;
}

export interface ScenarioDifference {
  readonly scenario: string;
  readonly against: string;
  /** Of the whole service, in families. */
  readonly headline: Difference;
  /** Of every group that both have, the whole service in families and in children among them. */
  readonly groups: readonly GroupDifference[];
}

export interface GroupDifference {
  readonly group: Group;
  readonly headline: Difference;
}

export const isSameGroup = (one: Group, other: Group) =>
  one.kind === other.kind && one.name === other.name && one.counted === other.counted;

/** A group's book, in families or in children. `null` where there is none: another scenario's team, or children where they are not drawn. */
function bookOf<Book extends GroupDifference>(groups: readonly Book[], wanted: Group): Book | null {
  return groups.find(({ group }) => isSameGroup(group, wanted)) ?? null;
}

/** The whole service, counted as wanted; `null` where children are not drawn. */
export function serviceCounted({ groups }: Summary, counted: Counted): GroupSummary | null {
  return groups.find(({ group }) => group.kind === 'service' && group.counted === counted) ?? null;
}

/** The figures of a group for a reader: in children, with those that are no matter of families (staff, hours, costs) as they are. */
export function figuresOf(summary: Summary, wanted: Group): Difference | null {
  return withWhatIsNotCounted(summary.groups, wanted);
}

/** As `figuresOf`; `null` where one of the two scenarios has no such group. */
export function differenceIn(difference: ScenarioDifference, wanted: Group): Difference | null {
  return withWhatIsNotCounted(difference.groups, wanted);
}

function withWhatIsNotCounted(groups: readonly GroupDifference[], wanted: Group): Difference | null {
  const found = bookOf(groups, wanted)?.headline ?? null;
  const inFamilies = bookOf(groups, { ...wanted, counted: 'families' })?.headline;
  if (found === null || inFamilies === undefined || wanted.counted === 'families') return found;
  const entries = Object.entries(found) as [keyof Difference, Difference[keyof Difference]][];
  const filled = entries.map(([key, estimate]) => [key, estimate.count === 0 ? inFamilies[key] : estimate]);
  return Object.fromEntries(filled) as Difference;
}

/** What every scenario is counted in. */
export function countsOf({ scenarios }: Pick<Experiment, 'scenarios'>): Counted[] {
  const children = scenarios.every(({ summary }) => serviceCounted(summary, 'children') !== null);
  return children ? ['families', 'children'] : ['families'];
}

/** What a person wants counted, where every scenario is counted so; else families. */
export const countShown = (experiment: Pick<Experiment, 'scenarios'>, wanted: Counted): Counted =>
  countsOf(experiment).includes(wanted) ? wanted : 'families';

/** The part of a summary that headlines are about: every pathway, team and locality together, in families. */
export function wholeService(summary: Summary): GroupSummary {
  const first = summary.groups[0];
  if (first?.group.kind !== 'service' || first.group.counted !== 'families')
    throw new Error('A summary must begin with the whole service in families.');
  return first;
}
