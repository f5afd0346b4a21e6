/** Usual changes of the work, of allocation and of referrals. */
import { type Distribution, meanOf } from '../../../../scenarios/distribution.ts';
import type { Pathway, Scenario } from '../../../../scenarios/schema.ts';
import { type Answers, numberOf, optionsOf, type Template, tidy } from './template.ts';
import { withMean } from './with-mean.ts';

export const otherLength: Template = {
  id: 'other length',
  title: 'Shorter or longer work',
  about: 'Families allocated from a date on get another length of work. Those already open keep theirs.',
  impossible: (scenario) =>
    planned(scenario).length === 0 ? 'No pathway has a plan of its own: all work is in courses.' : null,
  asks: (scenario, given) => {
    const { plan } = chosenPathway(scenario, given);
    const distribution = planOf(plan);
    const unit = plan.by === 'length' ? (plan.length.unit ?? 'weeks') : 'sessions';
    return [
      { kind: 'choice', key: 'pathway', label: 'Pathway', options: optionsOf(planned(scenario)) },
      {
        kind: 'number',
        key: 'mean',
        label: plan.by === 'length' ? 'Average length from then on' : 'Average sessions from then on',
        unit,
        start: tidy(meanOf(distribution)),
      },
    ];
  },
  patch: (scenario, given) => {
    const { plan, name } = chosenPathway(scenario, given);
    const mean = numberOf(given.mean);
    const said =
      plan.by === 'length'
        ? { length: withMean(plan.length, mean, false) }
        : { sessions: withMean(plan.sessions, mean, true) };
    return { pathways: { [name]: { plan: said } } };
  },
};

const planOf = (plan: Pathway['plan']): Distribution => (plan.by === 'length' ? plan.length : plan.sessions);

/** A course has its own number of sessions. */
const planned = ({ pathways }: Scenario): string[] =>
  Object.keys(pathways).filter((name) => pathways[name]!.offer !== 'group');

function chosenPathway(scenario: Scenario, { pathway }: Answers): Pathway & { readonly name: string } {
  const names = planned(scenario);
  const name = names.find((candidate) => candidate === pathway) ?? names[0]!;
  return { name, ...scenario.pathways[name]! };
}

/** Working days. */
const A_WEEK = 5;

export const weeklyPanel: Template = {
  id: 'weekly panel',
  title: 'Allocation at a panel',
  about: 'Families are allocated at a panel that meets every so many working days; 5 is weekly.',
  impossible: () => null,
  asks: () => [{ kind: 'number', key: 'days', label: 'A panel every', unit: 'working days', start: A_WEEK }],
  patch: (_, given) => ({ allocation: { timing: 'panel', panelEveryDays: numberOf(given.days) } }),
};

export const closedSource: Template = {
  id: 'closed source',
  title: 'Close a source of referrals',
  about: 'No more referrals come from a source. The other sources send as many as before.',
  impossible: ({ demand }) =>
    Object.keys(demand.sources).length < 2 ? 'There is only one source, and a service needs one.' : null,
  asks: ({ demand }) => [
    { kind: 'choice', key: 'source', label: 'Source', options: optionsOf(Object.keys(demand.sources)) },
  ],
  patch: ({ demand }, given) => {
    const { [String(given.source)]: closed, ...others } = demand.sources;
    const gone = { [String(given.source)]: null };
    const { referralsPerYear } = demand;
    if (referralsPerYear === undefined || closed?.share === undefined) return { demand: { sources: gone } };
    // Shares are of the total, and sum to 1: both are said anew, so that the others send as many as before.
    const left = 1 - closed.share;
    const shares = Object.entries(others).map(([name, { share }]) => [name, { share: (share ?? 0) / left }]);
    return {
      demand: {
        referralsPerYear: tidy(referralsPerYear * left),
        sources: { ...Object.fromEntries(shares), ...gone },
      },
    };
  },
};

/** Weeks; what stands there until a person types another. */
const A_FORTNIGHT = 2;

export const contactWhileWaiting: Template = {
  id: 'contact while waiting',
  title: 'Contact with waiting families',
  about: 'Each family on the list is contacted every so many weeks, which takes time of the teams.',
  impossible: () => null,
  asks: ({ waiting: { contactEveryWeeks: now } }) => [
    {
      kind: 'number',
      key: 'weeks',
      label: 'Contact every',
      unit: 'weeks',
      start: now === 'never' ? A_FORTNIGHT : now,
    },
  ],
  patch: (_, given) => ({ waiting: { contactEveryWeeks: numberOf(given.weeks) } }),
};
