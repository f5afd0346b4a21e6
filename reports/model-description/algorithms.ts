/** The rules by which the model decides and computes, as far as this scenario needs them. */
import type { Phase } from '../../scenarios/changes.ts';
import { curveOf } from '../../scenarios/re-referral-curve.ts';
import type { Pathway, Scenario } from '../../scenarios/schema.ts';
import { asText, markdownTable } from '../markdown.ts';
import { listed, number, percent } from '../wording.ts';
import { eventOrderInWords } from './event-order.ts';
import { mechanismsOver } from './mechanisms.ts';
import { paragraphs, type Subject } from './subject.ts';

export function algorithms({ phases }: Subject): string {
  const used = mechanismsOver(phases).used.map(({ name }) => name);
  const uses: Uses = (name) => used.includes(name);
  const sections: readonly (readonly [string, string | null])[] = [
    ['Order of events', eventOrderInWords(phases.length > 1 ? [...used, 'Dated changes'] : used)],
    ['Arrivals', ARRIVALS],
    ['Allocation', allocationRule(phases)],
    ['Amount of work', amountOfWork(phases)],
    ['Hours', hoursRule(uses)],
    ['Coming back', uses('Coming back after closure') ? returning(phases, uses) : null],
    ['Waits', WAITS],
  ];
  return paragraphs(...sections.map(([title, text]) => (text === null ? null : `**${title}.** ${text}`)));
}

const ARRIVALS =
  'The number of referrals of a source on a working day is Poisson with the rate of that day, drawn by inversion, so that a higher volume keeps the families of the lower one and adds to them; within the day they fall at random. The need of each is drawn by the shares of its source, and the front door’s decision by the routes of the need.';

const WAITS =
  'The wait of a family is the time from joining the list to first allocation, in working days. Time on the list of everyone who joined is estimated with those still waiting as censored (Kaplan and Meier 1958) and those there before the window seen from its start on. Percentiles are type 7 of Hyndman and Fan (1996). Time averages are exact integrals.';

/** Whether a mechanism of this name is in use. */
type Uses = (name: string) => boolean;

const any = (phases: readonly Phase[], holds: (scenario: Scenario) => boolean) =>
  phases.some(({ scenario }) => holds(scenario));
const anyPathway = (phases: readonly Phase[], holds: (pathway: Pathway) => boolean) =>
  any(phases, ({ pathways }) => Object.values(pathways).some(holds));

function allocationRule(phases: readonly Phase[]): string {
  const orders = [...new Set(phases.map(({ scenario }) => ORDERS[scenario.allocation.order]))];
  const timings = new Set(phases.map(({ scenario }) => scenario.allocation.timing));
  const offered = timings.has('panel')
    ? timings.size > 1
      ? 'at once, or at the next panel'
      : 'at the next panel'
    : 'at once';
  return `Who is next: ${orders.join('; after a dated change, ')}. The family is offered to the worker of a team that serves its pathway with most room under the caseload cap, the first of equals. A family that nobody has room for holds back those behind it on its own list and on no other. When capacity opens every free place is offered ${offered}. A family whose worker is gone comes to the head of the list with the sessions it is owed, and does not leave it there.`;
}

const ORDERS: Readonly<Record<Scenario['allocation']['order'], string>> = {
  'first come': 'the family that joined first',
  priority: 'the most urgent family, among equals the one that joined first',
  'priority with ageing':
    'the family with the lowest value of priority less weeks waited over weeks that count as one level, among equals the one that joined first',
};

function amountOfWork(phases: readonly Phase[]): string {
  const planned = (by: Pathway['plan']['by']) =>
    anyPathway(phases, ({ plan, offer }) => offer !== 'group' && plan.by === by);
  const parts = [
    planned('length')
      ? 'A plan by length: with interval v, share missed m and planned time L drawn, x = max(L − v·m / (2(1 − m)), L / 2) / (v / (1 − m)) intervals are needed; the family has ⌈x⌉ sessions, the first after the odd part of x and the others one interval apart, so that the last falls at L on average, misses counted in, and exactly there when none is missed and none is put off.'
      : '',
    planned('sessions')
      ? 'A plan by number: the sessions to be attended are drawn, at least one; the first comes one interval after allocation and the others one interval apart.'
      : '',
    anyPathway(phases, ({ offer }) => offer === 'group')
      ? 'A course has its number of sessions, one interval apart; one that a family misses is not repeated.'
      : '',
    'The place is free after the last session, and offered in the same instant. A change of offer holds for families allocated from then on.',
  ];
  return parts.filter(Boolean).join(' ');
}

/** After `scenarios/workforce.ts`. */
function hoursRule(uses: Uses): string {
  const budget = uses('Hours by task')
    ? '(contract hours × share of days at work − fixed hours) × share of a full-time post'
    : 'contract hours × contact share × share of days at work × share of a full-time post';
  const first = [
    ...(uses('Group courses') ? ['courses'] : []),
    ...(uses('Cases held by partners') ? ['co-ordination'] : []),
    ...(uses('Contact while waiting') ? ['contact with families waiting'] : []),
  ];
  const before =
    first.length === 0
      ? ''
      : ` Of a team’s workers ${listed(first)} take hours first, evenly by full-time equivalent.`;
  const without = uses('Sessions lost for want of hours')
    ? 'One that finds none left is put off to the start of the next week or lost, as its pathway says.'
    : 'One that finds none left moves to the start of the next week, first come first served.';
  return `A worker’s hours in an ordinary week are ${budget}, and a fifth of that on each working day that a week has.${before} Sessions take them in the order in which they fall due. ${without}`;
}

function returning(phases: readonly Phase[], uses: Uses): string {
  const rows = phases.flatMap(({ from, scenario }, phase) =>
    Object.entries(scenario.pathways).map(([name, { reReferral }]) => {
      const { chance, atSessions, slopePerSession, least, most } = curveOf(reReferral);
      return [
        phase === 0 ? asText(name) : `${asText(name)}, from ${from}`,
        reReferral.version,
        percent(chance),
        number(atSessions, 2, 0),
        number(slopePerSession, 4, 0),
        `${percent(least)} to ${percent(most)}`,
      ];
    }),
  );
  const once = rows.filter((row, index) => {
    const before = rows
      .slice(0, index)
      .findLast(([name]) => name!.split(', from ')[0] === row[0]!.split(', from ')[0]);
    return before === undefined || before.slice(1).join() !== row.slice(1).join();
  });
  const others = [
    ...(uses('Escalation after closure') ? ['escalate afterwards'] : []),
    ...(uses('Stepping to another pathway') ? ['go over to another pathway'] : []),
  ];
  const closures =
    others.length === 0 ? 'every closure' : `every closure but of families that ${listed(others)}`;
  return paragraphs(
    `After d sessions attended the chance p of coming back is logit p = logit(chance) − slope × (d − at), kept within its limits; a share of families has recurring needs, and the odds of those are multiplied. It holds for ${closures}.`,
    markdownTable(['Pathway', 'Version', 'Chance', 'At sessions', 'Slope per session', 'Limits'], once),
  );
}
