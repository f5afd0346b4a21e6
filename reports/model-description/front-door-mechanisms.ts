/** What can happen to a referral before it joins a list. */
import { counted, inputValue, percent } from '../wording.ts';
import { drawn, type Mechanism, ofEach } from './mechanism.ts';

export const FRONT_DOOR_MECHANISMS: readonly Mechanism[] = [
  {
    name: 'Queue for a decision',
    works:
      'Once its information is gathered a referral waits for one of the decision makers (desks), first come first served.',
    terms: ({ frontDoor: { desks, decisionTime, timing } }) =>
      desks === 'unlimited' || timing === 'panel'
        ? null
        : `${counted(desks, 'desk')}, each decision taking one for a time drawn from: ${drawn(decisionTime, 'working days')}`,
    without: 'nobody queues for a decision maker.',
  },
  {
    name: 'Triage panel',
    works:
      'Referrals whose information is gathered wait for a panel, which decides on them first come first served; it takes the place of desks.',
    terms: ({ frontDoor: { timing, panelEveryDays, panelMost } }) =>
      timing === 'panel'
        ? `every ${counted(panelEveryDays, 'working day')}, most decisions at one: ${inputValue(panelMost)}`
        : null,
    without: 'the front door decides day by day.',
  },
  {
    name: 'Duty visit',
    works:
      'A family sent to a pathway is first visited by a duty worker, and joins the list when the visit is over; the plan is then some sessions shorter, with at least one left.',
    terms: ({ frontDoor: { duty } }) =>
      duty.workers === 'none'
        ? null
        : `duty workers: ${inputValue(duty.workers)}; time of one visit: ${drawn(duty.visitTime, 'working days')}; ${counted(duty.sessionsSaved, 'session')} saved`,
    without: 'the first visit is made by the worker allocated.',
  },
  {
    name: 'No consent before the list',
    works: 'A share of the families sent to a pathway does not consent and leaves before joining its list.',
    terms: ({ needs }) =>
      ofEach(needs, ({ declinesBefore }) => (declinesBefore > 0 ? percent(declinesBefore) : null)),
    without: 'whoever is sent to a pathway joins its list (refusals are in the share that ends with advice).',
  },
];
