/** What comes first in the same instant, in words. A test holds the keys to the engine's own ranks. */
/** By the engine's rank, lowest first; `with` names the mechanisms without which nothing has the rank. */
export const EVENT_ORDER: readonly {
  readonly rank: string;
  readonly words: string;
  readonly with?: readonly string[];
}[] = [
  { rank: 'change', words: 'a dated change comes into force', with: ['Dated changes'] },
  { rank: 'staffing', words: 'a post begins or ends', with: ['Posts that begin or end', 'Workers who move'] },
  {
    rank: 'career',
    words: 'a worker leaves, a vacancy is filled, a spell of sickness begins or ends',
    with: ['Staffing by chance'],
  },
  { rank: 'settle', words: 'cases without a worker go back to the list and free places are offered' },
  { rank: 'slippedSession', words: 'sessions put off from last week' },
  { rank: 'session', words: 'sessions; a place that the last one frees is offered at once' },
  {
    rank: 'otherOfferEnds',
    words: 'courses end and partners close cases',
    with: ['Group courses', 'Cases held by partners'],
  },
  { rank: 'gathered', words: 'information about a referral is complete' },
  { rank: 'decision', words: 'the front door decides' },
  { rank: 'dutyVisit', words: 'a duty visit is over', with: ['Duty visit'] },
  { rank: 'comeBack', words: 'a family comes back', with: ['Coming back after closure'] },
  { rank: 'referral', words: 'referrals arrive' },
  { rank: 'triagePanel', words: 'a triage panel sits', with: ['Triage panel'] },
  { rank: 'courseStart', words: 'a course starts', with: ['Group courses'] },
  { rank: 'panel', words: 'an allocation panel sits', with: ['Allocation panel'] },
  {
    rank: 'leaveList',
    words: 'a family leaves the list',
    with: ['Giving up waiting', 'Escalation while waiting'],
  },
  {
    rank: 'escalationAfter',
    words: 'a family escalates after closure',
    with: ['Escalation after closure'],
  },
];

/** @param used names of the mechanisms in use */
export function eventOrderInWords(used: readonly string[]): string {
  const events = EVENT_ORDER.filter(
    ({ with: needed }) => !needed || needed.some((name) => used.includes(name)),
  );
  const lines = events.map(({ words }, index) => `${index + 1}. ${words}`);
  return `Events come in order of time; in the same instant by rank, then in the order in which they were scheduled. Before all of them a week ends and the next begins. By rank:\n\n${lines.join('\n')}`;
}
