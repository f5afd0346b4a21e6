/** A failure for a person. A problem's message already holds the value and the remedy. */
import type { Failure } from '../host/failure.ts';
import { type Paint, wrap } from './terminal.ts';

export function failureReport({ kind, message, problems }: Failure, width: number, paint: Paint): string {
  if (kind === 'our fault') {
    return `${paint('red', 'Something went wrong inside Headroom. This is a fault of the program, not of your input.')}\n${message}`;
  }
  if (problems.length === 0) return wrap(message, width);
  const count = problems.length === 1 ? 'One problem' : `${problems.length} problems`;
  const lines = problems.map(({ path, message }) => {
    // Wrapped with its colours still off, so that widths are true.
    const text = wrap(`  ${path}: ${message}`, width, '    ');
    return text.replace(path, paint('bold', path));
  });
  return [paint('red', `${count}; nothing was run.`), ...lines].join('\n');
}
