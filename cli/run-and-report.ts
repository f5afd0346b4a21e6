/** What `run` and `compare` share: read everything, run, write the files, and tell the person. */
import type { Command } from 'commander';
import { type Estimate, inWords } from '../host/estimate.ts';
import { allOf, EXIT_CODES } from '../host/failure.ts';
import { checkReportsSpare, resultsJson, writeReports } from '../host/report-files.ts';
import { runExperiment } from '../host/runs.ts';
import { type OpenedScenario, openScenarios } from '../host/scenario-files.ts';
import { createPool } from '../host/workers/pool.ts';
import type { Experiment } from '../reports/experiment.ts';
import type { ScenarioDocument } from '../scenarios/file.ts';
import { askYes, canAsk } from './ask.ts';
import { inOptions, refusedInOptions } from './in-options.ts';
import { interruption } from './interruption.ts';
import { operands, type RunOptions, readRunOptions } from './options.ts';
import { type ProgressLine, progressLine } from './progress.ts';
import { experimentReport } from './report/experiment-report.ts';
import { stylist, widthOf, wrap } from './terminal.ts';

/** What the operands of a command stand for. */
export interface OpenedRun {
  /** The base first. */
  readonly scenarios: readonly OpenedScenario[];
  /** Every file read, as absolute paths. */
  readonly files: readonly string[];
}

/** @param open reads the operands; without it each is a scenario, the base first */
export async function runAndReport(
  command: Command,
  mostScenarios: number,
  open: (references: readonly string[]) => OpenedRun = openEach,
): Promise<void> {
  const { options, scenarios } = readEverything(command, mostScenarios, open);
  const sink = options.jsonToOutput ? process.stderr : process.stdout;
  const experiment = await run(scenarios, options);
  await writeReports(experiment, options.reports);
  sink.write(`${experimentReport(experiment, widthOf(sink), stylist(sink), options.counted)}\n`);
  for (const path of Object.values(options.reports)) if (path !== undefined) sink.write(`Written: ${path}\n`);
  if (options.jsonToOutput) process.stdout.write(resultsJson(experiment));
  if (experiment.precision.stopped) process.exitCode = EXIT_CODES.stopped;
}

/** Everything that can be wrong is found before anything is run. */
function readEverything(
  command: Command,
  mostScenarios: number,
  open: (references: readonly string[]) => OpenedRun,
) {
  const references = operands(command).slice(0, mostScenarios);
  const [options, { scenarios, files }] = allOf([
    () => readRunOptions(command, mostScenarios),
    () => open(references),
  ]);
  checkReportsSpare(files, options.reports);
  return { options, scenarios: scenarios.map(({ document }) => document) };
}

export function openEach(references: readonly string[]): OpenedRun {
  const scenarios = openScenarios(references);
  return { scenarios, files: scenarios.flatMap(({ files }) => files) };
}

async function run(scenarios: readonly ScenarioDocument[], options: RunOptions): Promise<Experiment> {
  await using pool = createPool(options.threads);
  using progress = progressLine();
  using stop = interruption(progress.clear);
  const { seed, replications, maxReplications, weeks } = options;
  return await runExperiment(
    { scenarios, seed, replications, maxReplications, weeks },
    {
      pool,
      signal: stop.signal,
      onProgress: (state) => {
        // Once stopped, the terminal is for what comes next.
        if (!stop.signal.aborted) progress.show(state);
      },
      onNotice: (sentence) => {
        progress.clear();
        process.stderr.write(`${wrap(`! ${inOptions(sentence)}`, widthOf(process.stderr), '  ')}\n`);
      },
      mayTakeLong: mayTakeLong(options, progress, stop.signal),
    },
  ).catch((error: unknown) => {
    throw refusedInOptions(error);
  });
}

function mayTakeLong({ yes }: RunOptions, progress: ProgressLine, signal: AbortSignal) {
  if (yes) return async () => true;
  if (!canAsk()) return undefined;
  return (run: Estimate) => {
    progress.clear();
    return askYes(`${inWords(run)}. Begin?`, signal);
  };
}
