/** What holds whatever happens to workers: holders leave, fall sick, are promoted and moved, and hours and caps change in mid-week, all at once. */
import { describe, expect, it } from 'vitest';
import { HeapEventList } from '../../sim/kernel/heap-event-list.ts';
import { LaneEventList } from '../../sim/kernel/lane-event-list.ts';
import { WeeklyRecorder } from '../../sim/measures/weekly-recorder.ts';
import type { DistributionPlan } from '../../sim/plan.ts';
import { Service } from '../../sim/service/service.ts';
import { caseWeight, hours } from '../../sim/units.ts';
import { LoggedService } from './event-log.ts';
import { career, either, fixed, pathway, plan, steady, WEEK, worker } from './plan-builder.ts';

const WEEKS = 80;
const LEAVING = 0.01;
const toFill: DistributionPlan = { kind: 'exponential', mean: 12 };
const induction = [
  [0, 0],
  [6, 0.5],
  [12, 1],
] as const;
const sickness = { hazard: 0.03, length: { kind: 'exponential', mean: 4 } as const };

const senior = worker({
  cap: 4,
  hoursPerDay: 2,
  career: career({
    leaving: LEAVING,
    timeToFill: toFill,
    sickness,
    promotion: { share: 0.5, from: [2, 3, 4] },
  }),
});
const junior = worker({
  cap: 8,
  hoursPerDay: 2,
  team: 1,
  career: career({ leaving: LEAVING, timeToFill: toFill, induction, sickness }),
});
const run = plan({
  weeks: WEEKS,
  teams: [[0], [0]],
  sources: [steady(1.2, WEEKS * WEEK)],
  pathways: [pathway({ sessions: either(3, 9, 20), interval: 5, weight: 2 })],
  workers: [senior, senior, junior, junior, junior, worker({ cap: 6, hoursPerDay: 2, from: 33, until: 222 })],
  changes: [
    { at: 101.5, workers: [null, null, { team: 0 }, { hoursPerDay: hours(1) }, { cap: caseWeight(3) }] },
    { at: 173, pathways: [pathway({ sessions: fixed(6), weight: 1 })] },
    { at: 251.3, workers: [{ team: 1 }, { team: 1 }, { team: 1, hoursPerDay: hours(3) }, null, null] },
  ],
});
const REPLICATIONS = [0, 1, 2, 3];

describe('whatever happens to workers', () => {
  it.each(REPLICATIONS)('no team spends more hours than its week has (replication %d)', (replication) => {
    const service = new LoggedService(run, 5);
    service.replicate(replication);
    const { rows, service: book } = service.log;
    const key = (team: number, at: number) => `team ${team} in week ${Math.floor(at / WEEK)}`;
    const had = new Map<string, number>();
    for (const row of book) if (row.what === 'hours') had.set(key(row.team, row.at), row.hours);
    const spent = new Map<string, number>();
    for (const row of rows) {
      if (row.what !== 'held') continue;
      spent.set(key(row.team, row.at), (spent.get(key(row.team, row.at)) ?? 0) + row.hours);
    }
    expect(spent.size).toBeGreaterThan(WEEKS);
    for (const [where, hours] of spent) expect(had.get(where), where).toBeGreaterThanOrEqual(hours - 1e-9);
  });

  it.each(REPLICATIONS)('every case is where its worker is (replication %d)', (replication) => {
    const service = new LoggedService(run, 5);
    service.replicate(replication);
    const held = new Map<string, number>();
    const kinds = new Set<string>();
    for (const { what, family, episode, team, fromTeam } of service.log.rows) {
      const name = `${family}/${episode}`;
      kinds.add(what);
      if (what === 'allocated' || what === 'reallocated') held.set(name, team);
      if (what === 'moved team') {
        expect(held.get(name)).toBe(fromTeam);
        held.set(name, team);
      }
      if (what === 'held' || what === 'slipped') expect(held.get(name)).toBe(team);
      if (what === 'given back' || what === 'closed') {
        expect(held.get(name)).toBe(team);
        held.delete(name);
      }
    }
    expect([...kinds]).toEqual(
      expect.arrayContaining(['moved team', 'given back', 'reallocated', 'slipped']),
    );
  });

  it.each(REPLICATIONS)('nobody is given a case above the cap of now (replication %d)', (replication) => {
    // A case that goes over to another worker weighs what it has weighed from the first, whatever new cases weigh by now.
    const service = new LoggedService(run, 5);
    service.replicate(replication);
    const { rows, service: book } = service.log;
    const held = new Map<number, number>();
    const add = (worker: number, weight: number) => held.set(worker, (held.get(worker) ?? 0) + weight);
    const capAt = (worker: number, at: number) => {
      const changed = run.changes.findLast((change) => change.at <= at && change.workers[worker] !== null);
      return (changed?.workers[worker] ?? run.workers[worker]!).cap;
    };
    const weights = new Map<string, number>();
    for (const { what, family, episode, worker, weight, at } of rows) {
      const name = `${family}/${episode}`;
      if (what === 'allocated' || what === 'reallocated') {
        add(worker, weight);
        expect(weights.get(name) ?? weight).toBe(weight);
        weights.set(name, weight);
        expect(held.get(worker)).toBeLessThanOrEqual(capAt(worker, at) + 1e-9);
      }
      if (what === 'given back' || what === 'closed') add(worker, -weight);
    }
    expect(book.some(({ what }) => what === 'hired')).toBe(true);
  });

  it('lanes and the plain event list give the same bits', () => {
    const resultsWith = (events: LaneEventList | HeapEventList) => {
      const recorder = new WeeklyRecorder(run);
      const service = new Service(run, 7, events, recorder);
      return REPLICATIONS.map((replication) => {
        service.replicate(replication);
        return recorder.results.map(({ headline, weekly }) => [Array.from(headline), Array.from(weekly)]);
      });
    };
    expect(resultsWith(new LaneEventList())).toEqual(resultsWith(new HeapEventList()));
  });
});
