/** Texts a command makes, each for the file that an option names, or for standard output where it names "-". */
import { allOf } from '../host/failure.ts';
import { checkReportPaths, checkReportsSpare, type FilePaths, writeReport } from '../host/report-files.ts';
import { refuse } from './options.ts';

const OUTPUT = '-';

/** Whether standard output is taken by one of the texts. */
export const takesOutput = (paths: FilePaths): boolean => Object.values(paths).includes(OUTPUT);

/**
 * @param inputs files that the command reads
 * @throws {BadInput} with every path that could not be written, and when two texts would go to standard output
 */
export function checkTexts(paths: FilePaths, inputs: readonly string[]): void {
  const files = Object.fromEntries(Object.entries(paths).filter(([, path]) => path !== OUTPUT));
  const [first, ...others] = Object.keys(paths).filter((option) => paths[option] === OUTPUT);
  allOf([
    () => checkReportPaths(files),
    () => checkReportsSpare(inputs, files),
    () =>
      refuse(
        others.map((option) => ({
          path: `--${option}`,
          value: OUTPUT,
          allowed: 'a file',
          message: `--${first} goes to standard output already; name a file`,
        })),
      ),
  ]);
}

/** Writes those that are wanted, and says which files there are now. */
export async function writeTexts(
  paths: FilePaths,
  texts: Readonly<Record<string, () => string>>,
): Promise<void> {
  const told = takesOutput(paths) ? process.stderr : process.stdout;
  for (const [option, text] of Object.entries(texts)) {
    const path = paths[option];
    if (path === undefined) continue;
    if (path === OUTPUT) {
      process.stdout.write(text());
    } else {
      await writeReport(option, path, text());
      told.write(`Written: ${path}\n`);
    }
  }
}
