/** What a report tells beside the headline, topic by topic: the measures of each, and which of them say something. */
import type { MeasureKey } from '../sim/measures/measures.ts';
import type { Estimate } from '../sim/measures/summary.ts';
import { type Experiment, figuresOf, wholeService } from './experiment.ts';
import type { Counted } from './wording.ts';

export interface Topic {
  /** Names the part of a page. */
  readonly id: string;
  readonly title: string;
  readonly note: string;
  /** The note is about this measure, and told where it says something. */
  readonly noteAbout: MeasureKey;
  /** In the order in which they are told. */
  readonly keys: readonly MeasureKey[];
  /** What each figure is also said as a share of. */
  readonly shareOf?: MeasureKey;
}

export const OUTCOMES: Topic = {
  id: 'outcomes',
  title: 'How cases end',
  note: 'Cases closed in the period by outcome, with workers, in courses and with partners. Percentages are of all cases closed.',
  keys: [
    'closed',
    'closed_needs_met',
    'closed_disengaged',
    'closed_escalated',
    'closed_transferred',
    'closed_moved_away',
    'closed_other',
    'stepped',
  ],
  shareOf: 'closed',
  noteAbout: 'closed',
};

export const ESCALATIONS: Topic = {
  id: 'escalations',
  title: 'Escalations to social care',
  note: 'Those after closure come on top of the first line.',
  noteAbout: 'escalated_after',
  keys: ['escalated', 'escalated_waiting', 'closed_escalated', 'escalated_after'],
};

export const RETURNS: Topic = {
  id: 'returns',
  title: 'The work done, and families who come back',
  note: 'The share who came back sets returns in the period against closures in it: some returns follow closures before it.',
  noteAbout: 'rereferral_share',
  keys: ['dose_mean', 'length_mean', 'sessions_lost', 'rereferred', 'rereferral_share'],
};

export const STAFFING: Topic = {
  id: 'staffing',
  title: 'Staff',
  note: 'A change of worker: a family goes back to the head of the list because its worker’s post ended or fell vacant.',
  noteAbout: 'changes_of_worker',
  keys: ['staff_in_post_mean', 'staff_vacant_mean', 'leavers', 'hires', 'changes_of_worker', 'places_mean'],
};

/** Hours of workers, which share out what workers cost. */
export const WORKERS_HOURS = [
  'hours_sessions',
  'hours_travel',
  'hours_recording',
  'hours_cases',
  'hours_waiting_contact',
  'hours_groups',
  'hours_coordination',
] as const satisfies readonly MeasureKey[];

export const COSTS_OF_SERVICE = [
  'cost_staff',
  'cost_travel',
  'cost_hires',
  'cost_front_door',
  'cost_escalations',
] as const satisfies readonly MeasureKey[];

/** Of these, those that have a figure other than nought in some scenario: a row of noughts says nothing. */
export function telling(
  { scenarios }: Pick<Experiment, 'scenarios'>,
  keys: readonly MeasureKey[],
  counted: Counted = 'families',
): MeasureKey[] {
  return keys.filter((key) =>
    scenarios.some(({ summary }) =>
      saysSomething(figuresOf(summary, { ...wholeService(summary).group, counted })?.[key]),
    ),
  );
}

export const saysSomething = (estimate: Estimate | undefined): boolean =>
  estimate !== undefined && Number.isFinite(estimate.mean) && estimate.mean !== 0;
