/** What can happen on the list, and how the list is worked off. */
import { asText } from '../markdown.ts';
import { counted, inputValue, percent, quoted, weeks } from '../wording.ts';
import { drawn, type Mechanism, ofEach } from './mechanism.ts';

export const LIST_MECHANISMS: readonly Mechanism[] = [
  {
    name: 'Giving up waiting',
    works:
      'Each family has a patience, drawn when it joins; when that runs out before a worker is allocated, the family leaves the list (reneges).',
    terms: ({ needs }) =>
      ofEach(needs, ({ patience }) => (patience === 'unlimited' ? null : drawn(patience, 'weeks'))),
    without: 'families wait as long as it takes.',
  },
  {
    name: 'Escalation while waiting',
    works:
      'While it waits, a family can escalate to social care at a constant hazard; it leaves the list by whatever comes first.',
    terms: ({ needs }) =>
      ofEach(needs, ({ escalationPerWeek }) =>
        escalationPerWeek > 0 ? `${percent(escalationPerWeek, 1)} a week` : null,
      ),
    without: 'nobody escalates on the list.',
  },
  {
    name: 'Contact while waiting',
    works:
      'Families on the list are contacted; the hours are taken from the teams that serve them before sessions are held, and the hazards of giving up and of escalating are multiplied by factors.',
    terms: ({ waiting }) =>
      waiting.contactEveryWeeks === 'never'
        ? null
        : `every ${weeks(waiting.contactEveryWeeks)}, ${waiting.contactHours} hours each; giving up × ${waiting.withdrawalFactor}, escalating × ${waiting.escalationFactor}`,
    without: 'families wait without contact.',
  },
  {
    name: 'Needs that grow with waiting',
    works: 'The work a family needs grows with each week it waits.',
    terms: ({ waiting }) =>
      waiting.needGrowthPerWeek > 0 ? `${percent(waiting.needGrowthPerWeek, 1)} a week` : null,
    without: 'waiting does not change the work a family needs.',
  },
  {
    name: 'Declining the place offered',
    works: 'A share of families declines when a place is offered, and leaves; the place goes to the next.',
    terms: ({ needs }) =>
      ofEach(needs, ({ declinesOffer }) => (declinesOffer > 0 ? percent(declinesOffer) : null)),
    without: 'every family takes the place it is offered.',
  },
  {
    name: 'Allocation panel',
    works:
      'Families are allocated at a panel only, the first sitting one interval after the start of the run.',
    terms: ({ allocation: { timing, panelEveryDays, panelMost } }) =>
      timing === 'panel'
        ? `every ${counted(panelEveryDays, 'working day')}, most families at one: ${inputValue(panelMost)}`
        : null,
    without: 'a family is allocated the moment there is room for it.',
  },
  {
    name: 'Priority',
    works: 'The most urgent family comes first, and among equals the one waiting longest.',
    terms: ({ allocation, needs }) =>
      allocation.order === 'priority' ? `level of each need, 1 the most urgent: ${levels(needs)}` : null,
    without: 'urgency alone does not decide who is next.',
  },
  {
    name: 'Waiting that counts as urgency',
    works: 'The most urgent family comes first, but so many weeks of waiting count as one level of priority.',
    terms: ({ allocation, needs }) =>
      allocation.order === 'priority with ageing'
        ? `${weeks(allocation.ageingWeeks)} a level; level of each need, 1 the most urgent: ${levels(needs)}`
        : null,
    without: 'waiting adds nothing to a family’s level of priority.',
  },
  {
    name: 'Lists by locality',
    works:
      'The families of each locality wait on a list of their own, served by the teams there and those of the whole area, and after a time by the other teams too.',
    terms: ({ allocation: { pooling, overflowAfterWeeks } }) => {
      if (pooling === 'one list') return null;
      return overflowAfterWeeks === 'never'
        ? 'other teams never take them'
        : `other teams may take them after ${weeks(overflowAfterWeeks)}`;
    },
    without: 'families of a pathway wait on one list, whatever their locality.',
  },
  {
    name: 'Caps that count children',
    works: 'Caseload caps and case weights count the children of a family, not the family.',
    terms: ({ allocation, families }) =>
      allocation.capsCount === 'children' ? `children in a family: ${inputValue(families.children)}` : null,
    without: 'caseload caps count families.',
  },
  {
    name: 'Case weights',
    works: 'A family counts its pathway’s case weight under the cap.',
    terms: ({ pathways }) =>
      ofEach(pathways, ({ caseWeight, offer }) =>
        offer === 'one to one' && caseWeight !== 1 ? String(caseWeight) : null,
      ),
    without: 'every case counts 1 under the cap.',
  },
];

const levels = (needs: Readonly<Record<string, { readonly priority: number }>>) =>
  Object.entries(needs)
    .map(([name, { priority }]) => `${asText(quoted(name))} ${priority}`)
    .join(', ');
