/** The laws would say little of a mechanism that random scenarios never put to work: each has to occur, and often. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../scenarios/check.ts';
import { compile } from '../../scenarios/compile.ts';
import type { Plan } from '../../sim/plan.ts';
import { arbitraryScenario } from '../scenarios/arbitrary-scenario.ts';
import { type EventLog, LoggedService } from '../service/event-log.ts';
import { inForceAt, termsAt } from './workforce.ts';

const SCENARIOS = 200;
/** Runs in which each must occur. */
const AT_LEAST = 3;

const told =
  (...what: string[]) =>
  ({ rows, service }: EventLog) =>
    rows.some((row) => what.includes(row.what)) || service.some((row) => what.includes(row.what));
const spent =
  (activity: string) =>
  ({ service }: EventLog) =>
    service.some((row) => row.what === 'spent' && row.activity === activity && row.hours > 0);
const takenUp =
  (offer: string) =>
  ({ rows }: EventLog) =>
    rows.some((row) => row.what === 'took up' && row.offer === offer);

/** A family whose own locality has lists of its own is allocated to a team of another. */
const overflowed = ({ rows }: EventLog, plan: Plan) =>
  rows.some(({ what, at, worker, locality }) => {
    if (what !== 'allocated') return false;
    const home = plan.teams[termsAt(plan, worker, at).team]!.locality;
    const { pooling } = inForceAt(plan, at).allocation;
    return pooling.kind === 'by locality' && home !== null && home !== locality;
  });
/** In children: a family larger than its worker’s cap. */
const tooLarge = ({ rows }: EventLog, plan: Plan) =>
  plan.capsCount === 'children' &&
  rows.some(
    ({ what, at, worker, weight }) =>
      what === 'allocated' &&
      weight > Math.max(...plan.workers.map((_, each) => termsAt(plan, each, at).cap)) &&
      worker >= 0,
  );

const MECHANISMS: Record<string, (log: EventLog, plan: Plan) => boolean> = {
  'calls to an advice line': told('called'),
  'duty visits': told('duty visited'),
  'families who do not consent': told('declined before'),
  'families who decline a place': told('declined offer'),
  'withdrawing from the list': told('withdrew'),
  'escalating on the list': told('escalated'),
  'contact with families on the list': spent('waiting contact'),
  'growing needs': (_, plan) => [plan, ...plan.changes].some(({ waiting }) => waiting.needGrowth > 0),
  'triage panels': (_, plan) =>
    [plan, ...plan.changes].some(({ frontDoor }) => frontDoor.timing.kind === 'panel'),
  'allocation over localities': overflowed,
  'families larger than every cap': tooLarge,
  courses: takenUp('group'),
  'hours of courses': spent('groups'),
  'cases held by partners': takenUp('partner-held'),
  'hours of co-ordination': spent('coordination'),
  'hours of open cases': spent('cases'),
  assessments: told('assessed'),
  'steps to other pathways': told('stepped'),
  'sessions put off': told('slipped'),
  'sessions lost': told('lost'),
  'escalation after closure': told('escalated after'),
  'coming back': told('came back'),
  'changes of worker': told('given back'),
  'leaving and hiring': (log) => told('left')(log) && told('hired')(log),
  sickness: ({ rows }) => rows.some(({ workerAway }) => workerAway),
  promotion: (_, { workers }) => workers.some(({ career }) => career?.promotion),
  'places vacant at the start': (_, { workers }) => workers.some(({ career }) => career?.vacantAtStart),
  'posts for a term': (_, { workers }) => workers.some(({ until }) => until < Number.POSITIVE_INFINITY),
  'skills of a post': (_, { workers }) =>
    workers.some(({ serves, team }) =>
      workers.some((other) => other.team === team && other.serves.length > serves.length),
    ),
  'workers who move with their cases': told('moved team'),
  'dated changes': told('changed'),
  'today’s families waiting and open': (log, { opening }) =>
    opening.waiting.length > 0 && told('opened')(log),
  costs: (_, { costs }) => costs !== null,
  'children counted': (_, { children }) => children !== null,
};

describe('random scenarios', () => {
  const seen = new Map<string, number>();
  for (const content of fc.sample(arbitraryScenario, { seed: 20261122, numRuns: SCENARIOS })) {
    const { plan } = compile(check(content));
    const service = new LoggedService(plan, 1);
    service.replicate(0);
    for (const [name, occurs] of Object.entries(MECHANISMS))
      if (occurs(service.log, plan)) seen.set(name, (seen.get(name) ?? 0) + 1);
  }

  it.each(Object.keys(MECHANISMS))('put to work: %s', (name) => {
    expect(seen.get(name) ?? 0).toBeGreaterThanOrEqual(AT_LEAST);
  });
});
