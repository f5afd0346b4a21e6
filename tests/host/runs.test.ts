import { describe, expect, it } from 'vitest';
import { BadInput, Stopped } from '../../host/failure.ts';
import { STEP } from '../../host/precision.ts';
import { type RunRequest, runExperiment } from '../../host/runs.ts';
import { readScenario, type ScenarioDocument } from '../../scenarios/file.ts';
import { inProcessPool } from './in-process-pool.ts';
import { tinyScenario } from './tiny-scenario.ts';

function document(changes: Readonly<Record<string, unknown>> = {}): ScenarioDocument {
  return readScenario({ name: 'test', text: JSON.stringify(tinyScenario(changes)) }, () => null);
}

const request = (scenarios: readonly ScenarioDocument[], changes: Partial<RunRequest> = {}): RunRequest => ({
  scenarios,
  seed: 1,
  replications: 10,
  maxReplications: 2000,
  ...changes,
});

const period = (changes: object) => ({ start: '2026-04-06', weeks: 12, nation: 'none', ...changes });
const posts = (fte: number) => ({ all: { serves: ['support'], posts: { worker: { fte } } } });

describe('a long run', () => {
  // 610 replications of one second on one thread are 610 seconds, ten seconds too long.
  const long = request([document()], { replications: 610 });
  const slow = () => inProcessPool(1);

  it('is refused where nobody can be asked, with how long it would take and what to do', async () => {
    const failure = await runExperiment(long, { pool: slow() }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(BadInput);
    expect((failure as BadInput).problems).toHaveLength(1);
    expect((failure as BadInput).message).toMatch(
      /^replications: 610 replications.*11 minutes.*fewer weeks.*agree to wait$/,
    );
  });

  it('is not begun when the person says no', async () => {
    await expect(runExperiment(long, { pool: slow(), mayTakeLong: async () => false })).rejects.toThrow(
      Stopped,
    );
  });

  it('is asked about once, and begun when the person says yes', async () => {
    const asked: number[] = [];
    const mayTakeLong = async ({ seconds }: { seconds: number }) => asked.push(seconds) > 0;
    const { replications } = await runExperiment(long, { pool: slow(), mayTakeLong });
    expect(replications).toBe(610);
    expect(asked).toEqual([610]);
  });

  it('is not asked about below ten minutes', async () => {
    const mayTakeLong = async () => expect.fail('asked');
    const { replications } = await runExperiment(
      { ...long, replications: 590 },
      { pool: slow(), mayTakeLong },
    );
    expect(replications).toBe(590);
  });
});

describe('the number of replications', () => {
  it('is what is given', async () => {
    const { replications, precision } = await runExperiment(request([document()]), { pool: inProcessPool() });
    expect(replications).toBe(10);
    expect(precision).toEqual({ mode: 'given', reached: true, stopped: false, planned: 10 });
  });

  it('under auto is one step where the list is always empty', async () => {
    const idle = document({ teams: posts(20) });
    const { replications, precision } = await runExperiment(request([idle], { replications: 'auto' }), {
      pool: inProcessPool(),
    });
    expect(replications).toBe(STEP);
    expect(precision).toEqual({ mode: 'auto', reached: true, stopped: false, planned: 2000 });
  });

  it('under auto ends at the maximum and says that precision was not reached', async () => {
    const { replications, precision } = await runExperiment(
      request([document()], { replications: 'auto', maxReplications: 60 }),
      { pool: inProcessPool() },
    );
    expect(replications).toBe(60);
    expect(precision).toEqual({ mode: 'auto', reached: false, stopped: false, planned: 60 });
  });

  it('is the same for all scenarios of a comparison, each paired with the base', async () => {
    const twin = document({ name: 'The same service' });
    const { scenarios, differences } = await runExperiment(request([document(), twin]), {
      pool: inProcessPool(),
    });
    expect(scenarios.map(({ summary }) => summary.replications)).toEqual([10, 10]);
    // Under common random numbers a service differs from itself by exactly nothing.
    expect(differences[0]?.headline.allocated).toMatchObject({ mean: 0, se: 0, count: 10 });
  });
});

describe('a run stopped by a person', () => {
  it('reports what both scenarios have finished without a gap', async () => {
    const controller = new AbortController();
    const pool = inProcessPool(0.25, ({ id, from }) => id === 2 && from >= 6 && controller.abort());
    const other = document({ name: 'Fewer posts', teams: posts(1) });
    const experiment = await runExperiment(request([document(), other]), { pool, signal: controller.signal });
    expect(experiment.replications).toBe(6);
    expect(experiment.scenarios.map(({ summary }) => summary.replications)).toEqual([6, 6]);
    expect(experiment.precision).toEqual({ mode: 'given', reached: false, stopped: true, planned: 10 });

    const whole = await runExperiment(request([document(), other], { replications: 6 }), {
      pool: inProcessPool(),
    });
    expect(experiment.scenarios).toEqual(whole.scenarios);
  });

  it('has nothing to report before two replications', async () => {
    const controller = new AbortController();
    const pool = inProcessPool(1, ({ from }) => from >= 1 && controller.abort());
    const stopped = runExperiment(request([document()]), { pool, signal: controller.signal });
    await expect(stopped).rejects.toThrow(Stopped);
  });
});

describe('the warm-up', () => {
  const warmUps = async (...scenarios: ScenarioDocument[]) => {
    const notices: string[] = [];
    const experiment = await runExperiment(request(scenarios, { replications: 2 }), {
      pool: inProcessPool(),
      onNotice: (sentence) => notices.push(sentence),
    });
    return { weeks: experiment.scenarios.map(({ warmUpWeeks }) => warmUpWeeks), notices };
  };

  it('is the longest of those compared', async () => {
    const short = document({ period: period({ warmUpWeeks: 8 }) });
    const long = document({ name: 'Longer warm-up', period: period({ warmUpWeeks: 30 }) });
    expect((await warmUps(short, long)).weeks).toEqual([30, 30]);
  });

  it('is found for a service that settles, in whole quarters', async () => {
    // With places to spare a case stays 26 weeks on average, so an empty service needs about that long to fill, and is full within a
    // few times as long.
    const { weeks, notices } = await warmUps(document({ period: period({}), teams: posts(20) }));
    expect(notices).toEqual([]);
    expect(weeks[0]! % 13).toBe(0);
    expect(weeks[0]).toBeGreaterThanOrEqual(26);
    expect(weeks[0]).toBeLessThanOrEqual(130);
  });

  it('is the longest searched, half of five years, with a notice, for a list that grows without end', async () => {
    const endless = {
      ordinary: {
        patience: 'unlimited',
        escalationPerWeek: 0,
        routes: { advice: 0.24, socialCare: 0.02, pathways: { support: 0.74 } },
      },
    };
    const { weeks, notices } = await warmUps(
      document({ period: period({}), teams: posts(0.5), needs: endless }),
    );
    expect(weeks).toEqual([130]);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatch(/“Tiny” does not settle/);
  });

  it('does not know of posts that come after the start', async () => {
    const later = { worker: { fte: 20 }, new: { fte: 20, from: '2026-06-01' } };
    const teams = { all: { serves: ['support'], posts: later } };
    const alone = await warmUps(document({ period: period({}), teams: posts(20) }));
    expect(await warmUps(document({ period: period({}), teams }))).toEqual(alone);
  });
});

describe('scenarios that cannot be compared', () => {
  it('are refused when they cover different weeks', async () => {
    const later = document({ name: 'Later', period: period({ start: '2026-06-01', warmUpWeeks: 0 }) });
    const failure = await runExperiment(request([document(), later]), { pool: inProcessPool() }).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(BadInput);
    expect((failure as BadInput).message).toMatch(/Later: period: is 12 weeks from 2026-06-01, but the base/);
  });

  it('are refused when they have one name', async () => {
    const same = runExperiment(request([document(), document()]), { pool: inProcessPool() });
    await expect(same).rejects.toThrow(/two scenarios are named “Tiny”/);
  });
});
