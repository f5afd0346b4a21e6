/** Documents that the system hands over: double-clicked, dropped on the icon, or named on the command line. */
import { resolve } from 'node:path';
import { EXTENSION } from './dialogs.ts';

/** @param folder where the command was given */
export function documentsIn(args: readonly string[], folder: string): string[] {
  return args
    .filter((arg) => !arg.startsWith('-') && arg.toLowerCase().endsWith(`.${EXTENSION}`))
    .map((arg) => resolve(folder, arg));
}
