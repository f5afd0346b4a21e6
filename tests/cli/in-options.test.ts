/** What the host says of a run names at the command line the options that are meant, and there alone. */
import { expect, it } from 'vitest';
import { inOptions, refusedInOptions } from '../../cli/in-options.ts';
import { estimate, refuseBeyondMemory, tooLong } from '../../host/estimate.ts';
import type { BadInput } from '../../host/failure.ts';
import { runExperiment } from '../../host/runs.ts';
import { readScenario } from '../../scenarios/file.ts';
import { inProcessPool } from '../host/in-process-pool.ts';
import { tinyScenario } from '../host/tiny-scenario.ts';

const likely = estimate({ events: 1e5, seconds: 1, bytes: 2 ** 40 }, 2000, 1);
function beyondMemory(): BadInput {
  try {
    refuseBeyondMemory(likely);
  } catch (error) {
    return error as BadInput;
  }
  throw new Error('it was not refused');
}

it('a long run', () => {
  const refused = tooLong(likely);
  expect(refused.message).not.toContain('--');
  expect(String(refusedInOptions(refused))).toMatch(
    /--replications: .*fewer replications \(--replications\) or fewer weeks \(--weeks\), or agree to wait \(--yes\)$/,
  );
});

it('a run beyond the memory', () => {
  const refused = beyondMemory();
  expect(refused.message).not.toContain('--');
  expect(String(refusedInOptions(refused))).toMatch(
    /fewer replications \(--replications\) or fewer weeks \(--weeks\)$/,
  );
});

it('a service that does not settle', async () => {
  const growing = tinyScenario({
    period: { start: '2026-04-06', weeks: 4, nation: 'none' },
    teams: { all: { serves: ['support'], posts: { worker: { fte: 0.5 } } } },
    needs: {
      ordinary: {
        patience: 'unlimited',
        escalationPerWeek: 0,
        routes: { advice: 0.24, socialCare: 0.02, pathways: { support: 0.74 } },
      },
    },
  });
  const notices: string[] = [];
  const scenario = readScenario({ name: 'growing', text: JSON.stringify(growing) }, () => null);
  await runExperiment(
    { scenarios: [scenario], seed: 1, replications: 2, maxReplications: 2 },
    { pool: inProcessPool(), onNotice: (sentence) => notices.push(sentence) },
  );
  expect(notices).toEqual([expect.stringMatching(/say how many weeks fill it up before the start\.$/)]);
  expect(inOptions(notices[0]!)).toMatch(/before the start \(period\.warmUpWeeks in its file\)\.$/);
});

it('anything else is left as it is', () => {
  const error = new Error('fewer weeks');
  expect(refusedInOptions(error)).toBe(error);
});
