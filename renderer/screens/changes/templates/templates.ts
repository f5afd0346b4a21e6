/** The usual changes, in the order offered. */
import { mergedTeams } from './merged-teams.ts';
import { anotherCap, moreWorkers } from './staff-templates.ts';
import type { Template } from './template.ts';
import { closedSource, contactWhileWaiting, otherLength, weeklyPanel } from './work-templates.ts';

/** Begins empty: what changes is chosen in the fields afterwards. */
export const SOMETHING_ELSE: Template = {
  id: 'something else',
  title: 'Something else',
  about: 'An empty change: you then choose in its fields what is different from that date on.',
  impossible: () => null,
  asks: () => [],
  patch: () => ({}),
};

export const TEMPLATES: readonly Template[] = [
  moreWorkers,
  anotherCap,
  otherLength,
  weeklyPanel,
  contactWhileWaiting,
  closedSource,
  mergedTeams,
  SOMETHING_ELSE,
];

/** What a change made by it is called unless a person says otherwise. */
export const NAMES: Readonly<Record<string, string>> = {
  'more workers': 'More workers',
  'another cap': 'Another cap',
  'other length': 'Another length of work',
  'weekly panel': 'Allocation panel',
  'contact while waiting': 'Contact while waiting',
  'closed source': 'A source closes',
  'merged teams': 'Teams merge',
  'something else': 'A change',
};
