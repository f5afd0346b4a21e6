/** How families on the list are given to workers. */
import * as z from 'zod';
import { choice, quantityOr, quantityWithDefault } from '../parameter.ts';

const NO_SOURCE = 'Assumption: no source was found';

export const allocation = z.strictObject({
  timing: choice(['at once', 'panel'], {
    default: 'at once',
    description: 'When families are allocated: as soon as a worker has room, or at a panel.',
    source: 'Assumption: practice differs between councils',
    confidence: 'assumption',
  }),
  panelEveryDays: quantityWithDefault({
    unit: 'working days',
    least: 1,
    most: 130,
    default: 5,
    description: 'Working days from one panel to the next. Only used with "panel".',
    source: 'Convention: weekly',
    confidence: 'assumption',
  }),
  panelMost: quantityOr('unlimited', {
    unit: 'families',
    least: 1,
    most: 10_000,
    whole: true,
    default: 'unlimited',
    description: 'Most families that one panel allocates. Only used with "panel".',
    source: NO_SOURCE,
    confidence: 'assumption',
  }),
  order: choice(['first come', 'priority', 'priority with ageing'], {
    default: 'priority',
    description:
      'Who is next: the longest waiting, the most urgent and among them the longest waiting, or the most urgent with waiting counted as urgency.',
    source:
      'Councils manage risk on the list (South East Early Help network, 8 June 2023); the rule itself is an assumption',
    confidence: 'assumption',
  }),
  ageingWeeks: quantityWithDefault({
    unit: 'weeks',
    least: 0.1,
    most: 520,
    default: 4,
    description:
      'Weeks of waiting that count as much as one level of priority. Only used with "priority with ageing".',
    source: NO_SOURCE,
    confidence: 'assumption',
  }),
  targetDays: quantityWithDefault({
    unit: 'working days',
    least: 0,
    most: 520,
    default: 15,
    description: 'Target from joining the list to allocation.',
    source: 'West Sussex: 15 working days to allocation (South East Early Help network, 8 June 2023)',
    confidence: 'stated',
  }),
  pooling: choice(['one list', 'by locality'], {
    default: 'one list',
    description:
      'Whether all families of a pathway wait on one list, or those of each locality on a list of its own, served by the teams there and of the whole area.',
    source: 'Convention: one list needs no knowledge of localities',
    confidence: 'assumption',
  }),
  overflowAfterWeeks: quantityOr('never', {
    unit: 'weeks',
    least: 0,
    most: 260,
    default: 'never',
    description:
      'Weeks of waiting after which teams of other localities may take the family too. Only used with "by locality".',
    source: `${NO_SOURCE}; Oxfordshire moved workers between areas (South East Early Help network, 8 June 2023), which says no time`,
    confidence: 'assumption',
  }),
  capsCount: choice(['families', 'children'], {
    default: 'families',
    description:
      'What caseload caps and case weights count: families, or the children in them. State caps in the same unit.',
    source:
      'Convention: most authorities of the region count families (South East Early Help network, 8 June 2023)',
    confidence: 'assumption',
  }),
});
