/** A question with yes or no for an answer, on the terminal. */
import { createInterface } from 'node:readline/promises';

/** An abort while it is asked is a no. */
export async function askYes(question: string, signal: AbortSignal): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  // With a line reader open, Ctrl-C comes to it and not to the process.
  lines.on('SIGINT', () => process.emit('SIGINT'));
  try {
    return /^y(es)?$/i.test((await lines.question(`${question} [y/N] `, { signal })).trim());
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  } finally {
    lines.close();
  }
}

/** Whether there is a person to ask. */
export const canAsk = () => process.stdin.isTTY === true && process.stderr.isTTY === true;
