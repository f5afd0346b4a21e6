import { describe, expect, it } from 'vitest';
import type { News, RunOrder } from '../../host/contract.ts';
import { PREVIEW_REPLICATIONS, RunStore } from '../../renderer/stores/run-store.ts';
import type { Experiment } from '../../reports/experiment.ts';
import { FakeHost } from './fake-host.ts';

const wish = (name: string) => ({ scenarios: [{ extends: 'reference', name }] });
const gathered = () => new Promise((resolve) => setTimeout(resolve, 60));

function experimentOf({ replications }: RunOrder, stopped = false): Experiment {
  const count = Number(replications);
  const precision = { mode: 'given', reached: true, stopped, planned: count } as const;
  return { engine: '1', seed: 1, replications: count, precision, scenarios: [], differences: [] };
}

function started() {
  const host = new FakeHost();
  const runs = new RunStore(host);
  host.listen((news) => runs.heard(news));
  const last = () => host.orders.at(-1)!;
  const finish = (order: RunOrder, stopped = false): News => ({
    kind: 'run finished',
    kept: order.keep !== undefined,
    run: order.run,
    experiment: experimentOf(order, stopped),
  });
  return { host, runs, last, finish, place: runs.place('service') };
}

describe('a preview', () => {
  it('shows a first look, then what is finer', async () => {
    const { host, runs, last, finish, place } = started();
    runs.preview('service', wish('a'));
    await gathered();
    expect(last()).toMatchObject({
      replications: PREVIEW_REPLICATIONS,
      firstLook: true,
      seed: 1,
      priority: 'preview',
    });
    const look = experimentOf({ ...last(), replications: 20 });
    host.tell({ kind: 'run first look', run: last().run, experiment: look });
    expect(place.experiment?.replications).toBe(20);
    expect(place.stale).toBe(false);
    expect(place.running).toBe(true);
    host.tell(finish(last()));
    expect(place.experiment?.replications).toBe(PREVIEW_REPLICATIONS);
    expect(place.running).toBe(false);
    expect(host.orders).toHaveLength(1);
  });

  it('that was overtaken has no first look either', async () => {
    const { host, runs, last, place } = started();
    runs.preview('service', wish('a'));
    await gathered();
    const first = last();
    runs.preview('service', wish('b'));
    await gathered();
    host.tell({ kind: 'run first look', run: first.run, experiment: experimentOf(first) });
    expect(place.experiment).toBeNull();
  });

  it('of scenarios as they were before is stale from the moment they change', async () => {
    const { host, runs, last, finish, place } = started();
    runs.preview('service', wish('a'));
    await gathered();
    host.tell(finish(last()));
    runs.preview('service', wish('b'));
    expect(place.stale).toBe(true);
    expect(place.experiment).not.toBeNull();
    await gathered();
    host.tell(finish(last()));
    expect(place.stale).toBe(false);
  });

  it('that was overtaken is told to stop, and its late result is not shown', async () => {
    const { host, runs, last, finish, place } = started();
    runs.preview('service', wish('a'));
    await gathered();
    const first = last();
    runs.preview('service', wish('b'));
    await gathered();
    expect(host.cancelled).toEqual([first.run]);
    host.tell(finish(first));
    expect(place.experiment).toBeNull();
    host.tell(finish(last()));
    expect(place.experiment).not.toBeNull();
  });

  it('of the same scenarios is not ordered twice, and changes in quick succession are ordered once', async () => {
    const { host, runs } = started();
    runs.preview('service', wish('a'));
    runs.preview('service', wish('b'));
    runs.preview('service', wish('c'));
    runs.preview('service', wish('c'));
    await gathered();
    expect(host.orders.map(({ scenarios }) => scenarios[0]!.name)).toEqual(['c']);
  });

  it('is held while the scenarios cannot be run', async () => {
    const { host, runs, last, finish, place } = started();
    runs.preview('service', wish('a'));
    await gathered();
    host.tell(finish(last()));
    runs.hold('service');
    expect(place.stale).toBe(true);
    runs.preview('service', wish('a'));
    await gathered();
    expect(host.orders.length).toBeGreaterThan(1);
  });
});

describe('a preview that failed', () => {
  it('is made again when it is asked for', async () => {
    const { host, runs, last, place } = started();
    runs.preview('service', wish('a'));
    await gathered();
    const failure = { kind: 'our fault', message: 'broken', problems: [] } as const;
    host.tell({ kind: 'run failed', run: last().run, failure });
    runs.again('service');
    await gathered();
    expect(place.failure).toBeNull();
    expect(host.orders.map(({ scenarios }) => scenarios)).toEqual([wish('a').scenarios, wish('a').scenarios]);
  });
});

describe('a full run', () => {
  it('that would take long is refused with the reason, and goes ahead when a person agrees', async () => {
    const { host, runs, last, place } = started();
    const failure = { kind: 'bad input', message: 'about 5 minutes', problems: [] } as const;
    host.refuse = { name: 'run start', failure };
    runs.runFull('service', wish('a'), { replications: 'auto' });
    await gathered();
    expect(place.failure).toEqual(failure);
    expect(place.running).toBe(false);
    runs.runAnyway('service');
    await gathered();
    expect(last()).toMatchObject({ replications: 'auto', mayTakeLong: true, priority: 'full' });
  });

  it('shows progress, and what was done when it is cancelled', async () => {
    const { host, runs, last, finish, place } = started();
    runs.runFull('service', wish('a'), { replications: 500 });
    await gathered();
    const progress = { phase: 'replications', done: 40, of: 500, secondsLeft: 12 } as const;
    host.tell({ kind: 'run progress', run: last().run, progress });
    expect(place.progress).toEqual(progress);
    runs.cancel('service');
    await gathered();
    expect(host.cancelled).toEqual([last().run]);
    host.tell(finish(last(), true));
    expect(place.experiment?.precision.stopped).toBe(true);
    expect(place.progress).toBeNull();
    expect(host.orders).toHaveLength(1);
  });

  it('that is refused leaves the first look what it is: of no run in full, and not kept', async () => {
    const { host, runs, last, finish, place } = started();
    runs.preview('service', wish('a'));
    await gathered();
    host.tell(finish(last()));
    const failure = { kind: 'bad input', message: 'about 5 minutes', problems: [] } as const;
    host.refuse = { name: 'run start', failure };
    const keep = { document: 'd', label: 'a' };
    runs.runFull('service', wish('a'), { replications: 500, keep });
    await gathered();
    expect(place.full).not.toBeNull();
    expect([place.shownFull, place.kept]).toEqual([null, false]);
    runs.runAnyway('service');
    await gathered();
    host.tell(finish(last()));
    expect(place.shownFull).toMatchObject({ replications: 500 });
    expect(place.kept).toBe(true);
    runs.preview('service', wish('b'));
    await gathered();
    host.tell(finish(last()));
    expect([place.shownFull, place.kept]).toEqual([null, false]);
  });

  it('goes on under another name when nobody can say whether it still does', async () => {
    const { host, runs, last } = started();
    runs.runFull('service', wish('a'), { replications: 500 });
    runs.runFull('compare', wish('b'), { replications: 200 });
    await gathered();
    host.tell({
      kind: 'run failed',
      run: last().run,
      failure: { kind: 'stopped', message: '', problems: [] },
    });
    const [lost] = host.orders;
    runs.renew();
    await gathered();
    expect(host.cancelled).toEqual([lost!.run]);
    expect(host.orders).toHaveLength(3);
    expect(last()).toEqual({ ...lost, run: last().run });
  });

  it('that fails says why', async () => {
    const { host, runs, last, place } = started();
    runs.runFull('service', wish('a'), { replications: 10 });
    await gathered();
    const failure = { kind: 'our fault', message: 'broken', problems: [] } as const;
    host.tell({ kind: 'run failed', run: last().run, failure });
    expect(place.failure).toEqual(failure);
    expect(place.running).toBe(false);
  });
});
