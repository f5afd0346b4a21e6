/** The files a run leaves: each checked before the run, and written whole at its end. */
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

export function resultsJson(experiment: Experiment): string {
  return `${JSON.stringify(resultsDocument(experiment), null, 2)}\n`;
}

/** @throws {BadInput} with every path that could not be written, or that two reports share */
export function checkReportPaths(reports: ReportPaths): void {
  const paths = entries(reports);
  refuse(
    paths.flatMap(([format, path], index) => {
      const earlier = paths.slice(0, index).find(([, other]) => isSameFile(path, other));
      const reason = earlier ? `--${earlier[0]} names the same file; name another` : whyNotWritable(path);
      return reason === null ? [] : [notWritable(format, path, reason)];
    }),
  );
}

/** @throws {BadInput} with every report that would be written over a file the run reads */
export function checkReportsSpare(inputs: readonly string[], reports: ReportPaths): void {
  refuse(
    entries(reports)
      .filter(([, path]) => inputs.some((input) => isSameFile(path, input)))
      .map(([format, path]) => notWritable(format, path, 'the run reads this file; name another')),
  );
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new BadInput(problems);
}

/** @throws {BadInput} when a file could not be written, as on a full disk; that file is then as it was */
export async function writeReports(experiment: Experiment, reports: ReportPaths): Promise<void> {
  for (const [format, path] of entries(reports)) {
    const text = FORMATS[format](experiment);
    try {
      await writeFileAtomically(path, text);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new BadInput([notWritable(format, path, `${reason}; free the disk or name another file`)]);
    }
  }
}

function entries(reports: ReportPaths): [ReportFormat, string][] {
  return (Object.keys(FORMATS) as ReportFormat[]).flatMap((format) => {
    const path = reports[format];
    return path === undefined ? [] : [[format, path] as [ReportFormat, string]];
  });
}

const notWritable = (format: ReportFormat, path: string, message: string): Problem => ({
  path: `--${format}`,
  value: path,
  allowed: 'a file in a folder that can be written to',
  message: `${path} cannot be written: ${message}`,
});

function plotlyText(): string {
  return readFileSync(createRequire(import.meta.url).resolve('plotly.js-cartesian-dist-min'), 'utf8');
}
