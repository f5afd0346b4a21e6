import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { News, RunOrder } from '../../host/contract.ts';
import { DocumentProblem } from '../../host/documents/document-problem.ts';
import { BadInput } from '../../host/failure.ts';
import { createRunDesk, type RunDesk } from '../../host/run-desk.ts';
import { runExperiment } from '../../host/runs.ts';
import { fromWireText, toWireText } from '../../host/wire-text.ts';
import type { Pool } from '../../host/workers/pool.ts';
import type { Experiment } from '../../reports/experiment.ts';
import { readScenario } from '../../scenarios/file.ts';
import { inProcessPool } from './in-process-pool.ts';
import { tinyScenario } from './tiny-scenario.ts';

const order = (changes: Partial<RunOrder> = {}): RunOrder => ({
  run: 'one',
  scenarios: [tinyScenario()],
  seed: 1,
  replications: 10,
  maxReplications: 100,
  mayTakeLong: false,
  priority: 'full',
  ...changes,
});

/** Takes so many milliseconds for each job, and claims that a replication takes a second, so that each is a job of its own. */
function slowPool(milliseconds: number, onJob: (seed: number) => void = () => {}): Pool {
  const inner = inProcessPool(1);
  return {
    ...inner,
    enrol: inner.enrol,
    async run(job, signal) {
      onJob(job.seed);
      await pause(milliseconds, undefined, signal ? { signal } : {});
      return inner.run(job);
    },
  };
}

interface Listening {
  readonly desk: RunDesk;
  readonly heard: News[];
  readonly kept: { readonly document: string; readonly label: string; readonly experiment: Experiment }[];
  readonly faults: unknown[];
  /** The first news that fits, heard already or to come. */
  until<Kind extends News['kind']>(kind: Kind, run?: string): Promise<Extract<News, { kind: Kind }>>;
}

const open: RunDesk[] = [];
afterEach(async () => {
  for (const desk of open.splice(0)) await desk.close();
});

function listening(pool: Pool, keep?: () => never): Listening {
  const heard: News[] = [];
  const kept: Listening['kept'] = [];
  const faults: unknown[] = [];
  const desk = createRunDesk({
    pool,
    tell: (news) => heard.push(news),
    keep: (document, label, experiment) => {
      keep?.();
      kept.push({ document, label, experiment });
    },
    onFault: (thrown) => faults.push(thrown),
  });
  open.push(desk);
  return {
    desk,
    heard,
    kept,
    faults,
    async until(kind, run = 'one') {
      for (;;) {
        const found = heard.find((news) => news.kind === kind && 'run' in news && news.run === run);
        if (found) return found as Extract<News, { kind: typeof kind }>;
        await pause(2);
      }
    },
  };
}

const kinds = (heard: readonly News[]) => heard.map(({ kind }) => kind);

describe('a run', () => {
  it('ends in the same bits as without a desk, and survives the wire', async () => {
    const { desk, until } = listening(inProcessPool());
    desk.start(order());
    const { experiment } = await until('run finished');
    const scenario = readScenario(
      { name: 'this scenario', text: JSON.stringify(tinyScenario()) },
      () => null,
    );
    const direct = await runExperiment(
      { scenarios: [scenario], seed: 1, replications: 10, maxReplications: 100 },
      { pool: inProcessPool() },
    );
    expect(experiment).toEqual(direct);
    expect(fromWireText(toWireText(experiment))).toEqual(direct);
  });

  it('tells its progress at most ten times a second, with the time left once that can be said', async () => {
    const { desk, heard, until } = listening(slowPool(15));
    const started = performance.now();
    desk.start(order({ replications: 60 }));
    await until('run finished');
    const seconds = (performance.now() - started) / 1000;
    const progress = heard.flatMap((news) => (news.kind === 'run progress' ? [news.progress] : []));
    expect(progress.length).toBeGreaterThan(3);
    expect(progress.length).toBeLessThanOrEqual(10 * seconds + 1);
    expect(progress[0]).toMatchObject({ phase: 'replications', of: 60, secondsLeft: null });
    for (const { done, secondsLeft } of progress.slice(-2)) {
      // At least 15 ms each; at most three times the pace that this machine had overall, whatever else it does.
      expect(secondsLeft).toBeGreaterThanOrEqual(0.8 * 0.015 * (60 - done));
      expect(secondsLeft).toBeLessThan((3 * seconds * (60 - done)) / 60 + 0.1);
    }
  });

  it('tells of its first replications what a run of that many would have told', async () => {
    const { desk, heard, until } = listening(inProcessPool());
    desk.start(order({ replications: 40, firstLook: true }));
    const { experiment: whole } = await until('run finished');
    const { experiment: look } = await until('run first look');
    expect(kinds(heard.filter(({ kind }) => kind !== 'run progress'))).toEqual([
      'run first look',
      'run finished',
    ]);
    expect(look.replications).toBe(20);
    expect(whole.replications).toBe(40);
    desk.start(order({ run: 'alone', replications: 20 }));
    expect((await until('run finished', 'alone')).experiment).toEqual(look);
  });

  it('that is slow has a first look with fewer, and a short run none', async () => {
    const { desk, heard, until } = listening(inProcessPool(0.3));
    desk.start(order({ replications: 10, firstLook: true }));
    await until('run finished');
    expect((await until('run first look')).experiment.replications).toBe(4);
    desk.start(order({ run: 'short', replications: 4, firstLook: true }));
    await until('run finished', 'short');
    expect(heard.filter(({ kind }) => kind === 'run first look')).toHaveLength(1);
  });

  it('of a scenario that bears the name of the preset it extends is read', async () => {
    const { desk, until } = listening(inProcessPool());
    const content = { type: 'headroom-scenario', version: 1, extends: 'reference', name: 'reference' };
    desk.start(order({ scenarios: [content], replications: 2, weeks: 1 }));
    const { experiment } = await until('run finished');
    expect(experiment.scenarios.map(({ name, dates }) => [name, dates.length])).toEqual([['reference', 1]]);
  });

  it('of a service asked for again needs no second pilot, and ends in the same bits', async () => {
    let jobs = 0;
    const { desk, until } = listening(
      inProcessPool(0.001, () => {
        jobs += 1;
      }),
    );
    const { warmUpWeeks: _found, ...period } = tinyScenario().period as { warmUpWeeks: number };
    const scenarios = [tinyScenario({ period })];
    desk.start(order({ run: 'first', scenarios }));
    const first = await until('run finished', 'first');
    const withPilot = jobs;
    desk.start(order({ run: 'again', scenarios }));
    const again = await until('run finished', 'again');
    expect(jobs - withPilot).toBe(withPilot - 20);
    expect(again.experiment).toEqual(first.experiment);
  });

  it('is kept in the document where that was asked', async () => {
    const { desk, kept, until } = listening(inProcessPool());
    desk.start(order({ keep: { document: 'd', label: 'First look' } }));
    const { experiment, kept: said } = await until('run finished');
    expect(kept).toEqual([{ document: 'd', label: 'First look', experiment }]);
    expect(said).toBe(true);
  });

  it('is handed over with a notice where the document could not keep it', async () => {
    const full = () => {
      throw new DocumentProblem('storage', 'The disk is full.');
    };
    const { desk, heard, faults, until } = listening(inProcessPool(), full);
    desk.start(order({ keep: { document: 'd', label: 'First look' } }));
    expect((await until('run finished')).kept).toBe(false);
    expect((await until('run notice')).sentence).toMatch(/could not be kept.*The disk is full\./);
    expect(kinds(heard).slice(-2)).toEqual(['run notice', 'run finished']);
    expect(faults).toEqual([]);
  });
});

describe('an order that cannot be run', () => {
  it('is refused with every problem, each under the name of its scenario', () => {
    const { desk, heard } = listening(inProcessPool());
    const wrong = (name: string) => tinyScenario({ name, pathways: { support: { deadline: 3 } } });
    const start = () => desk.start(order({ scenarios: [wrong('A'), tinyScenario(), wrong('B')] }));
    expect(start).toThrow(BadInput);
    expect(start).toThrow(/A: pathways\.support.*\n.*B: pathways\.support/);
    expect(heard).toEqual([]);
  });

  it('is refused where a scenario extends a file: a document stands alone', () => {
    const { desk } = listening(inProcessPool());
    const content = { type: 'headroom-scenario', version: 1, extends: '/etc/passwd', name: 'X' };
    expect(() => desk.start(order({ scenarios: [content] }))).toThrow(
      /there is no preset or file "\/etc\/passwd"/,
    );
  });

  it('fails in words for a screen when it would take long, and runs when that is agreed to', async () => {
    const { desk, until } = listening(inProcessPool(1));
    desk.start(order({ run: 'unasked', replications: 700 }));
    const { failure } = await until('run failed', 'unasked');
    expect(failure.kind).toBe('bad input');
    expect(failure.problems[0]).toMatchObject({ path: 'replications', value: 700 });
    expect(failure.message).toMatch(/700 replications.*about 12 minutes.*agree to wait/);
    expect(failure.message).not.toContain('--');
    desk.start(order({ run: 'agreed', replications: 700, maxReplications: 700, mayTakeLong: true }));
    expect((await until('run finished', 'agreed')).experiment.replications).toBe(700);
  });

  it('tells a fault of the program as one, and to whoever looks after it', async () => {
    const broken = inProcessPool(1, () => {
      throw new TypeError('the engine is broken');
    });
    const { desk, faults, until } = listening(broken);
    desk.start(order());
    const { failure } = await until('run failed');
    expect(failure.kind).toBe('our fault');
    expect(failure.message).toMatch(/fault of the program.*: the engine is broken$/);
    expect(faults).toHaveLength(1);
  });
});

describe('a cancelled run', () => {
  it('reports what is done where two replications are there, and keeps none of it', async () => {
    const { desk, kept, until } = listening(slowPool(5));
    desk.start(order({ replications: 500, keep: { document: 'd', label: 'Cut short' } }));
    await until('run progress');
    desk.cancel('one');
    const { experiment, kept: said } = await until('run finished');
    expect(experiment.precision).toMatchObject({ stopped: true, planned: 500 });
    expect(experiment.replications).toBeGreaterThanOrEqual(2);
    expect(experiment.replications).toBeLessThan(500);
    expect([kept, said]).toEqual([[], false]);
  });

  it('says that nothing came of it before two replications', async () => {
    let begun = false;
    const pool = slowPool(50, () => {
      begun = true;
    });
    const { desk, until } = listening(pool);
    desk.start(order());
    while (!begun) await pause(1);
    desk.cancel('one');
    expect((await until('run failed')).failure.kind).toBe('stopped');
  });

  it('that still waits never begins, and the others go on', async () => {
    const seeds = new Set<number>();
    const { desk, heard, until } = listening(slowPool(2, (seed) => seeds.add(seed)));
    desk.start(order({ run: 'first', seed: 1 }));
    desk.start(order({ run: 'second', seed: 2 }));
    desk.start(order({ run: 'third', seed: 3 }));
    desk.cancel('second');
    // At once, and not when its turn would have come.
    expect(heard.find((news) => news.kind === 'run failed')).toMatchObject({
      run: 'second',
      failure: { kind: 'stopped', message: expect.stringContaining('before it began') },
    });
    await until('run finished', 'third');
    expect([...seeds]).toEqual([1, 3]);
    expect(heard.filter((news) => 'run' in news && news.run === 'second')).toHaveLength(1);
  });

  it('that is unknown or over is no fault', async () => {
    const { desk, until } = listening(inProcessPool());
    desk.start(order());
    await until('run finished');
    expect(() => desk.cancel('one')).not.toThrow();
    expect(() => desk.cancel('never ordered')).not.toThrow();
  });
});

describe('the queue', () => {
  it('lets a newer run of the same name overtake, and says nothing more of the older', async () => {
    const { desk, heard, until } = listening(slowPool(5));
    desk.start(order({ seed: 1, replications: 400 }));
    await until('run progress');
    const before = heard.length;
    desk.start(order({ seed: 2, replications: 4 }));
    const { experiment } = await until('run finished');
    expect(experiment.seed).toBe(2);
    await pause(50);
    const after = heard.slice(before).filter(({ kind }) => kind !== 'run progress');
    expect(kinds(after)).toEqual(['run finished']);
  });

  it('puts a preview before the jobs of a full run, which then goes on', async () => {
    const { desk, heard, until } = listening(slowPool(4));
    desk.start(order({ run: 'full', replications: 100 }));
    await until('run progress', 'full');
    desk.start(order({ run: 'look', replications: 10, priority: 'preview' }));
    await until('run finished', 'full');
    const ended = heard.filter(({ kind }) => kind === 'run finished');
    expect(ended.map((news) => 'run' in news && news.run)).toEqual(['look', 'full']);
  });

  it('takes no more than a hundred runs', () => {
    const { desk } = listening(slowPool(5));
    for (let run = 0; run < 100; run += 1) desk.start(order({ run: `run ${run}` }));
    expect(() => desk.start(order({ run: 'one more' }))).toThrow(/100 runs are waiting/);
  });

  it('falls silent when closed, and waits until nothing is at work', async () => {
    let working = 0;
    const { desk, heard, until } = listening(slowPool(5, () => (working += 1)));
    desk.start(order({ replications: 500 }));
    await until('run progress');
    await desk.close();
    const [jobs, news] = [working, heard.length];
    await pause(50);
    expect([working, heard.length]).toEqual([jobs, news]);
  });
});
