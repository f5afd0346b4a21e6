#!/usr/bin/env node
/** The command line: reads what was typed, runs the command, and ends with the exit code that says how it went. */
import { CommanderError } from 'commander';
import { EXIT_CODES, failureOf } from '../host/failure.ts';
import { failureReport } from './failure-report.ts';
import { program } from './program.ts';
import { stylist, widthOf } from './terminal.ts';

/** A reader that closes early (`headroom presets | head -1`) is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await program().parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

function exitCodeOf(error: unknown): number {
  // Help and version are thrown by commander too, with code 0; its words for other errors are already on the screen.
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? EXIT_CODES.done : EXIT_CODES['bad input'];
  const failure = failureOf(error);
  process.stderr.write(`${failureReport(failure, widthOf(process.stderr), stylist(process.stderr))}\n`);
  return EXIT_CODES[failure.kind];
}
