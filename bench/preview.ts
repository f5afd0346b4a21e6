/** How long a person waits for a preview: after changing one number, and after choosing the largest preset; through the host that the screens have. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunOrder, ScenarioContent } from '../host/contract.ts';
import { createHost, type Host } from '../host/host.ts';
import { contentFromFigures } from '../renderer/screens/start/own-figures.ts';
import { PREVIEW_REPLICATIONS } from '../renderer/stores/run-store.ts';
import { withValue } from '../renderer/stores/scenario-content.ts';
import { contentFrom } from '../renderer/stores/scenario-reading.ts';
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

/** The preset with most families, whose warm-up has to be found first. */
const LARGEST = 'lincolnshire';
const CHOICES = 5;
const MOST_MILLISECONDS_TO_FIRST_LOOK = 3_000;

export async function preview(): Promise<Finding> {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-bench-'));
  try {
    const changes = await afterChanges(folder);
    const choices: number[] = [];
    for (let choice = 0; choice < CHOICES; choice++) choices.push(await afterChoosing(folder));
    const finished = spread(changes.map((waited) => waited.finished));
    const seen = spread(choices);
    return {
      title: 'A preview, from the order to the result',
      lines: [
        `one number changed, 200 families, ${WEEKS} weeks, median of ${CHANGES} changes`,
        `  first look          ${inWords(spread(changes.map((waited) => waited.firstLook)))} milliseconds`,
        `  ${PREVIEW_REPLICATIONS} replications    ${inWords(finished)} milliseconds`,
        `largest preset (${LARGEST}) chosen in a program just started, median of ${CHOICES} times`,
        `  first look          ${inWords(seen)} milliseconds`,
      ],
      targets: [
        {
          promise: `${PREVIEW_REPLICATIONS} replications within ${MOST_MILLISECONDS} milliseconds`,
          met: finished.median <= MOST_MILLISECONDS,
        },
        {
          promise: `a first look at the largest preset within ${MOST_MILLISECONDS_TO_FIRST_LOOK / 1000} seconds`,
          met: seen.median <= MOST_MILLISECONDS_TO_FIRST_LOOK,
        },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function afterChanges(folder: string): Promise<Waited[]> {
  await using host = createHost({ documentsFolder: folder, settingsFolder: folder });
  const service = contentFromFigures(FIGURES, 'Two hundred families', '2027-04-05');
  // The first starts the threads and compiles the engine, as choosing a preset does.
  await waitFor(host, service, WEEKS);
  const waited: Waited[] = [];
  for (let change = 1; change <= CHANGES; change++) {
    const cap = 12 + change / 20;
    waited.push(await waitFor(host, withValue(service, 'teams.main.posts.worker.capPerFte', cap), WEEKS));
  }
  return waited;
}

async function afterChoosing(folder: string): Promise<number> {
  await using host = createHost({ documentsFolder: folder, settingsFolder: folder });
  return (await waitFor(host, contentFrom(LARGEST, 'Largest'))).firstLook;
}

/** Milliseconds from the order. */
interface Waited {
  readonly firstLook: number;
  readonly finished: number;
}

async function waitFor(host: Host, content: ScenarioContent, weeks?: number): Promise<Waited> {
  const order: RunOrder = {
    run: 'preview',
    scenarios: [content],
    seed: 1,
    replications: PREVIEW_REPLICATIONS,
    maxReplications: PREVIEW_REPLICATIONS,
    ...(weeks === undefined ? {} : { weeks }),
    mayTakeLong: true,
    firstLook: true,
    priority: 'preview',
  };
  const started = performance.now();
  const finished = Promise.withResolvers<void>();
  let firstLook = Number.NaN;
  const stop = host.listen((news) => {
    if (news.kind === 'run first look') firstLook = performance.now() - started;
    if (news.kind === 'run finished') finished.resolve();
    if (news.kind === 'run failed') finished.reject(new Error(news.failure.message));
  });
  const reply = await host.ask('run start', order);
  if (!reply.ok) throw new Error(reply.failure.message);
  await finished.promise;
  stop();
  return { firstLook, finished: performance.now() - started };
}
