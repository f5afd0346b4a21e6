/** What a person can choose to see of a comparison: which part of the service, and which measures. */
import {
  countShown,
  type Experiment,
  figuresOf,
  isSameGroup,
  wholeService,
} from '../../../reports/experiment.ts';
import { measuresShown } from '../../../reports/measures-shown.ts';
import { ESCALATIONS, OUTCOMES, RETURNS, STAFFING } from '../../../reports/topics.ts';
import { type Counted, label } from '../../../reports/wording.ts';
import { MEASURES, type MeasureKey, WEEKLY_KEYS, type WeeklyKey } from '../../../sim/measures/measures.ts';
import type { Group } from '../../../sim/measures/result.ts';

/** What a manager asks first, in that order. */
export const HEADLINE = [
  'waiting_mean',
  'waiting_end',
  'wait_mean',
  'wait_p50',
  'wait_p90',
  'within_target',
  'longest_wait_end',
  'allocated',
  'left_list',
  'escalated',
] as const satisfies readonly MeasureKey[];

export interface MeasureChoice {
  readonly title: string;
  readonly keys: readonly MeasureKey[];
}

/** Every measure that some scenario has, by topic; none twice. */
export function measureChoices(experiment: Experiment): MeasureChoice[] {
  const shown = new Set(measuresShown(experiment));
  const taken = new Set<MeasureKey>();
  const take = (title: string, keys: readonly MeasureKey[]): MeasureChoice => {
    const free = keys.filter((key) => shown.has(key) && !taken.has(key));
    for (const key of free) taken.add(key);
    return { title, keys: free };
  };
  const costs = [...shown].filter((key) => MEASURES[key].unit === 'pounds');
  const hours = [...shown].filter((key) => MEASURES[key].unit === 'hours a week');
  return [
    take('Waiting and time to allocation', HEADLINE),
    take('How cases end', OUTCOMES.keys),
    take(ESCALATIONS.title, ESCALATIONS.keys),
    take(RETURNS.title, RETURNS.keys),
    take(STAFFING.title, STAFFING.keys),
    take('Hours', hours),
    take('Costs', costs),
    take('Others', [...shown]),
  ].filter(({ keys }) => keys.length > 0);
}

const KINDS = {
  service: 'Whole service',
  pathway: 'By pathway',
  team: 'By team',
  locality: 'By locality',
} as const;

export interface GroupChoice {
  readonly title: string;
  readonly groups: readonly Group[];
}

/** Parts of the service that at least one scenario has, counted as wanted. */
export function groupChoices({ scenarios }: Experiment, counted: Counted): GroupChoice[] {
  const all: Group[] = [];
  for (const { group } of scenarios.flatMap(({ summary }) => summary.groups)) {
    if (group.counted === counted && !all.some((known) => isSameGroup(known, group))) all.push(group);
  }
  return Object.entries(KINDS)
    .map(([kind, title]) => ({ title, groups: all.filter((group) => group.kind === kind) }))
    .filter(({ groups }) => groups.length > 0);
}

/** The part wanted, or the whole service where no scenario has it. */
export function groupShown(experiment: Experiment, wanted: Group | null, counted: Counted): Group {
  const said = countShown(experiment, counted);
  const whole: Group = { ...wholeService(experiment.scenarios[0]!.summary).group, counted: said };
  const named = wanted && { ...wanted, counted: said };
  const has = experiment.scenarios.some(({ summary }) => named && figuresOf(summary, named) !== null);
  return named && has ? named : whole;
}

/** Names a group in a list of choices. */
export const groupId = ({ kind, name }: Group): string => `${kind}/${name}`;

/** Measures over time that some scenario has for this group. */
export function weeklyChoices(
  { scenarios }: Experiment,
  group: Group,
): { value: WeeklyKey; label: string }[] {
  return WEEKLY_KEYS.filter((key) =>
    scenarios.some(({ summary }) => {
      const estimate = figuresOf(summary, group)?.[key];
      return estimate !== undefined && Number.isFinite(estimate.mean) && estimate.mean !== 0;
    }),
  ).map((key) => ({ value: key, label: label(key, group.counted) }));
}
