/** STRESS-DES section 2.5: components. */
import type { Pathway } from '../../scenarios/schema.ts';
import { asText, bullets, markdownTable } from '../markdown.ts';
import { counted, date, inputValue, listed, number, percent, quoted } from '../wording.ts';
import { drawn } from './mechanism.ts';
import { mechanismsOver } from './mechanisms.ts';
import { type Item, paragraphs, type Subject } from './subject.ts';

export const components = (subject: Subject): readonly Item[] => [
  { number: '2.5.1', name: 'Entities', text: entities(subject) },
  { number: '2.5.2', name: 'Activities', text: activities(subject) },
  { number: '2.5.3', name: 'Resources', text: resources(subject) },
  { number: '2.5.4', name: 'Queues', text: queues(subject) },
  { number: '2.5.5', name: 'Entry and exit points', text: entryAndExit(subject) },
];

const users = ({ phases }: Subject) => {
  const names = mechanismsOver(phases).used.map(({ name }) => name);
  return (name: string) => names.includes(name);
};

function entities({ scenario }: Subject): string {
  const rows = Object.entries(scenario.needs).map(([name, { priority, patience }]) => [
    asText(name),
    String(priority),
    patience === 'unlimited' ? 'as long as it takes' : drawn(patience, 'weeks'),
  ]);
  return paragraphs(
    `One kind: the family, made by a referral. It has a need, a locality, a number of children (${inputValue(scenario.families.children)}), a plan of sessions drawn when it is allocated, and random numbers of its own that go with it through every scenario compared.`,
    markdownTable(['Need', 'Priority (1 the most urgent)', 'Patience on the list'], rows),
  );
}

function activities(subject: Subject): string {
  const { frontDoor, pathways } = subject.scenario;
  const uses = users(subject);
  const door = [
    ['Gathering information', drawn(frontDoor.gatheringTime, 'working days'), 'nobody'],
    uses('Triage panel')
      ? ['Decision at the triage panel', 'none', 'the panel']
      : ['Decision', drawn(frontDoor.decisionTime, 'working days'), 'a desk'],
    ...(uses('Duty visit')
      ? [['Duty visit', drawn(frontDoor.duty.visitTime, 'working days'), 'a duty worker']]
      : []),
  ];
  const work = Object.entries(pathways).flatMap(([name, pathway]) => workOn(asText(quoted(name)), pathway));
  return paragraphs(
    markdownTable(['Activity', 'Time or amount', 'Takes'], [...door, ...work]),
    subject.phases.length > 1 ? 'As at the start; 2.3 says what changes.' : null,
  );
}

function workOn(name: string, pathway: Pathway): string[][] {
  const { offer, plan, group } = pathway;
  const every = `one session every ${number(pathway.visitEveryWeeks, 2, 0)} weeks`;
  if (offer === 'group' && group) {
    return [
      [`Course ${name}`, `${counted(group.sessions, 'session')}; ${every}`, HOLDERS.group],
      [
        `One session of ${name}`,
        `${number(group.facilitatorHours, 2, 0)} hours of all facilitators`,
        `hours of team ${asText(quoted(group.team))}`,
      ],
    ];
  }
  const amount =
    plan.by === 'length'
      ? `planned length ${drawn(plan.length, 'weeks')}`
      : `sessions ${drawn(plan.sessions, 'sessions')}`;
  const work = [`Work on ${name}`, `${amount}; ${every}`, HOLDERS[offer]];
  if (offer === 'partner-held') return [work];
  const session = `${number(pathway.sessionHours, 2, 0)} hours with the family`;
  return [work, [`One session of ${name}`, session, 'hours of the worker’s week']];
}

const HOLDERS: Readonly<Record<Pathway['offer'], string>> = {
  'one to one': 'a place under a worker’s cap',
  group: 'a place in a course',
  'partner-held': 'a lead practitioner of another service',
};

function resources(subject: Subject): string {
  const { teams, frontDoor } = subject.scenario;
  const uses = users(subject);
  const rows = Object.entries(teams).flatMap(([team, { serves, locality, posts }]) =>
    Object.entries(posts).map(([post, terms]) => [
      `${asText(team)} (${asText(locality)})`,
      `${asText(post)}: ${asText(terms.role)}`,
      number(terms.fte, 2, 0),
      number(terms.capPerFte, 2, 0),
      `${number(terms.weeklyHours, 2, 0)}`,
      [terms.from ? `from ${date(terms.from)}` : '', terms.until ? `until ${date(terms.until)}` : '']
        .filter(Boolean)
        .join(' ') || 'throughout',
      listed((terms.serves ?? serves).map((name) => asText(name))),
    ]),
  );
  const others = [
    uses('Triage panel') ? 'a triage panel' : `front-door desks: ${inputValue(frontDoor.desks)}`,
    ...(uses('Duty visit') ? [`duty workers: ${inputValue(frontDoor.duty.workers)}`] : []),
    ...(uses('Group courses') ? ['places in courses'] : []),
  ];
  return paragraphs(
    'Workers are individuals with a caseload cap and so many hours a week.',
    markdownTable(
      [
        'Team (locality)',
        'Post',
        'FTE',
        'Cap per FTE, case weights',
        'Contract hours a week',
        'There',
        'Serves',
      ],
      rows,
    ),
    `Besides: ${others.join('; ')}.`,
    subject.phases.length > 1 ? 'As at the start; 2.3 says what changes.' : null,
  );
}

function queues(subject: Subject): string {
  const { scenario } = subject;
  const uses = users(subject);
  const reneging = [
    ...(uses('Giving up waiting') ? ['giving up when patience runs out'] : []),
    ...(uses('Escalation while waiting') ? ['escalating to social care'] : []),
    ...(uses('Declining the place offered') ? ['declining the place offered'] : []),
  ];
  const each = scenario.allocation.pooling === 'by locality' ? 'pathway and locality' : 'pathway';
  return bullets([
    `**Waiting list**, one for each ${each} (${listed(Object.keys(scenario.pathways).map((name) => asText(quoted(name))))}): ${scenario.allocation.order}, by the rule in 2.4. No limit to its length. Reneging: ${reneging.length === 0 ? 'none' : listed(reneging)}.`,
    ...(uses('Queue for a decision') || uses('Triage panel')
      ? ['**Front door**: first come first served. No limit, no reneging.']
      : ['**Front door**: nobody queues, because desks are unlimited.']),
    ...(uses('Duty visit') && scenario.frontDoor.duty.workers !== 'unlimited'
      ? ['**Duty visits**: first come first served. No limit, no reneging.']
      : []),
    '**Hours of a worker’s week**: sessions first come first served; those put off come before those that fall due.',
  ]);
}

function entryAndExit(subject: Subject): string {
  const { scenario } = subject;
  const uses = users(subject);
  const needs = Object.values(scenario.needs);
  const pathways = Object.values(scenario.pathways);
  const entries = [
    `referral, from ${listed(Object.keys(scenario.demand.sources).map((name) => asText(quoted(name))))}`,
    ...(uses('Advice line') ? ['the advice line'] : []),
    ...(uses('Coming back after closure')
      ? [
          `coming back after closure, to the ${listed([...new Set(pathways.map(({ reReferral }) => reReferral.returnsTo))])}`,
        ]
      : []),
    ...(uses('Snapshot of today') ? ['families there on the first day'] : []),
  ];
  const exits = [
    ...(uses('Advice line')
      ? ['a call resolved, sent elsewhere or passed to social care by the advice line']
      : []),
    ...(uses('Repeat contacts') ? ['after a repeat contact'] : []),
    ...(needs.some(({ routes }) => routes.advice > 0) ? ['with advice'] : []),
    ...(needs.some(({ routes }) => routes.socialCare > 0) ? ['to social care at the front door'] : []),
    ...(uses('No consent before the list') ? ['without consent'] : []),
    ...(uses('Giving up waiting') ? ['giving up waiting'] : []),
    ...(uses('Escalation while waiting') ? ['escalating while waiting'] : []),
    ...(uses('Declining the place offered') ? ['declining the place'] : []),
    'closure of the case',
    ...(uses('Escalation after closure') ? ['escalating after closure'] : []),
  ];
  const outcomes = Object.entries(scenario.pathways).map(
    ([name, pathway]) =>
      `${asText(quoted(name))}: ${Object.entries(pathway.outcomes)
        .filter(([, share]) => share > 0)
        .map(([outcome, share]) => `${OUTCOMES[outcome as keyof typeof OUTCOMES]} ${percent(share)}`)
        .join(', ')}`,
  );
  return bullets([
    `Entry: ${entries.join('; ')}.`,
    `Exit: ${exits.join('; ')}.`,
    `Outcomes of plans seen to their end: ${outcomes.join('; ')}.`,
  ]);
}

const OUTCOMES: Readonly<Record<keyof Pathway['outcomes'], string>> = {
  needsMet: 'needs met',
  disengaged: 'disengaged',
  escalated: 'escalated',
  transferred: 'transferred',
  movedAway: 'moved away',
  other: 'other',
};
