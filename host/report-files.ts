/** The files a command leaves: each checked before anything is run, and written whole at the end. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { weeklyCsv } from '../reports/csv.ts';
import type { Experiment } from '../reports/experiment.ts';
import { htmlPage } from '../reports/html.ts';
import { resultsDocument } from '../reports/results-document.ts';
import type { Problem } from '../scenarios/problem.ts';
import { isSameFile, whyNotWritable, writeFileAtomically } from './atomic-file.ts';
import { BadInput } from './failure.ts';

const FORMATS = {
  json: resultsJson,
  csv: weeklyCsv,
  html: (experiment: Experiment) => htmlPage(experiment, { plotly: plotlyText() }),
} as const satisfies Record<string, (experiment: Experiment) => string>;
export type ReportFormat = keyof typeof FORMATS;

/** Path of each file wanted. */
export type ReportPaths = { readonly [Format in ReportFormat]?: string | undefined };
/** Path of each file wanted, by the option that names it, without its dashes. */
export type FilePaths = Readonly<Record<string, string | undefined>>;

export function resultsJson(experiment: Experiment): string {
  return `${JSON.stringify(resultsDocument(experiment), null, 2)}\n`;
}

/** @throws {BadInput} with every path that could not be written, or that two reports share */
export function checkReportPaths(reports: FilePaths): void {
  const paths = entries(reports);
  refuse(
    paths.flatMap(([option, path], index) => {
      const earlier = paths.slice(0, index).find(([, other]) => isSameFile(path, other));
      const reason = earlier ? `--${earlier[0]} names the same file; name another` : whyNotWritable(path);
      return reason === null ? [] : [notWritable(option, path, reason)];
    }),
  );
}

/** @throws {BadInput} with every report that would be written over a file the command reads */
export function checkReportsSpare(inputs: readonly string[], reports: FilePaths): void {
  refuse(
    entries(reports)
      .filter(([, path]) => inputs.some((input) => isSameFile(path, input)))
      .map(([option, path]) => notWritable(option, path, 'the run reads this file; name another')),
  );
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new BadInput(problems);
}

/** @throws {BadInput} when a file could not be written, as on a full disk; that file is then as it was */
export async function writeReports(experiment: Experiment, reports: ReportPaths): Promise<void> {
  for (const format of Object.keys(FORMATS) as ReportFormat[]) {
    const path = reports[format];
    if (path !== undefined) await writeReport(format, path, FORMATS[format](experiment));
  }
}

/**
 * @param option that named the file, without its dashes
 * @throws {BadInput} when the file could not be written; it is then as it was
 */
export async function writeReport(option: string, path: string, text: string): Promise<void> {
  try {
    await writeFileAtomically(path, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BadInput([notWritable(option, path, `${reason}; free the disk or name another file`)]);
  }
}

const entries = (files: FilePaths): [string, string][] =>
  Object.entries(files).flatMap(([option, path]) => (path === undefined ? [] : [[option, path]]));

const notWritable = (option: string, path: string, message: string): Problem => ({
  path: `--${option}`,
  value: path,
  allowed: 'a file in a folder that can be written to',
  message: `${path} cannot be written: ${message}`,
});

function plotlyText(): string {
  return readFileSync(createRequire(import.meta.url).resolve('plotly.js-cartesian-dist-min'), 'utf8');
}
