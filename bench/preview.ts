/** How long a person waits for a preview after changing one number: from the order to the result, through the host that the screens have. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunOrder, ScenarioContent } from '../host/contract.ts';
import { createHost, type Host } from '../host/host.ts';
import { contentFromFigures } from '../renderer/screens/start/own-figures.ts';
import { PREVIEW_REPLICATIONS } from '../renderer/stores/run-store.ts';
import { withValue } from '../renderer/stores/scenario-content.ts';
import { type Finding, inWords, spread } from './report.ts';

const CHANGES = 25;
const MOST_MILLISECONDS = 300;
/** Two years. */
const WEEKS = 104;

/** 200 families open: 18.5 workers, nine tenths in post, with 12 families each; and a list. */
const FIGURES = {
  referralsPerYear: 500,
  shareAccepted: 0.74,
  workers: 18.5,
  cap: 12,
  lengthWeeks: 26,
  waiting: 30,
} as const;

export async function preview(): Promise<Finding> {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-bench-'));
  try {
    await using host = createHost({ documentsFolder: folder, settingsFolder: folder });
    const service = contentFromFigures(FIGURES, 'Two hundred families', '2027-04-05');
    const waits = new Map<number, number[]>();
    for (const replications of PREVIEW_REPLICATIONS) {
      // The first starts the threads and compiles the engine, as choosing a preset does.
      await untilFinished(host, service, replications);
      const measured: number[] = [];
      for (let change = 1; change <= CHANGES; change++) {
        const changed = withValue(service, 'teams.main.posts.worker.capPerFte', 12 + change / 20);
        measured.push(await untilFinished(host, changed, replications));
      }
      waits.set(replications, measured);
    }
    const last = PREVIEW_REPLICATIONS.at(-1)!;
    return {
      title: `A preview after a change of one number, 200 families, ${WEEKS} weeks`,
      lines: [...waits].map(
        ([replications, measured]) =>
          `${replications} replications   ${inWords(spread(measured))} milliseconds, median of ${CHANGES} changes`,
      ),
      targets: [
        {
          promise: `${last} replications within ${MOST_MILLISECONDS} milliseconds`,
          met: spread(waits.get(last)!).median <= MOST_MILLISECONDS,
        },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds from the order to the news that it is finished. */
async function untilFinished(host: Host, content: ScenarioContent, replications: number): Promise<number> {
  const order: RunOrder = {
    run: 'preview',
    scenarios: [content],
    seed: 1,
    replications,
    maxReplications: replications,
    weeks: WEEKS,
    mayTakeLong: true,
    priority: 'preview',
  };
  const started = performance.now();
  const finished = Promise.withResolvers<void>();
  const stop = host.listen((news) => {
    if (news.kind === 'run finished') finished.resolve();
    if (news.kind === 'run failed') finished.reject(new Error(news.failure.message));
  });
  const reply = await host.ask('run start', order);
  if (!reply.ok) throw new Error(reply.failure.message);
  await finished.promise;
  stop();
  return performance.now() - started;
}
