import { Command } from 'commander';
import { allOf } from '../../host/failure.ts';
import { openScenario } from '../../host/scenario-files.ts';
import {
  assumptionsLog,
  countByConfidence,
  LEAST_SURE_FIRST,
  type LoggedInput,
} from '../../reports/assumptions.ts';
import { assumptionsCsv, assumptionsMarkdown } from '../../reports/assumptions-files.ts';
import { CONFIDENCE_LABELS, counted, inputWithUnit } from '../../reports/wording.ts';
import type { Confidence } from '../../scenarios/confidence.ts';
import { nearest } from '../../scenarios/did-you-mean.ts';
import type { Problem } from '../../scenarios/problem.ts';
import { extras, refuse } from '../options.ts';
import { type Paint, stylist, table, widthOf, wrap } from '../terminal.ts';
import { checkTexts, takesOutput, writeTexts } from '../texts.ts';

const EXAMPLES = `
Examples:
  headroom assumptions my-service.json
  headroom assumptions my-service.json --confidence assumption
  headroom assumptions my-service.json --csv assumptions.csv --markdown assumptions.md`;

interface Options {
  readonly confidence?: string;
  readonly csv?: string;
  readonly markdown?: string;
}

export function assumptionsCommand(): Command {
  return new Command('assumptions')
    .description('Every value a scenario uses: its source, how sure it is, who set it, why, and its default.')
    .argument('<scenario>', 'a scenario file, or the id of a preset')
    .option('--confidence <word>', `only those that are: ${LEAST_SURE_FIRST.join(', ')}`)
    .option('--csv <file>', 'write the log as CSV for a spreadsheet; - writes it to standard output')
    .option('--markdown <file>', 'write the log as Markdown; - writes it to standard output')
    .addHelpText('after', EXAMPLES)
    .allowUnknownOption()
    .allowExcessArguments()
    .action((reference: string, _options, command: Command) => logAssumptions(reference, command));
}

async function logAssumptions(reference: string, command: Command): Promise<void> {
  const { confidence, csv, markdown } = command.opts<Options>();
  const paths = { csv, markdown };
  const [only, { document, files }] = allOf([
    () => readConfidence(confidence, extras(command, 1)),
    () => openScenario(reference),
  ]);
  checkTexts(paths, files);
  const log = assumptionsLog(document, only);
  if (!takesOutput(paths)) {
    const width = widthOf(process.stdout);
    const paint = stylist(process.stdout);
    const listed = csv === undefined && markdown === undefined ? log : [];
    process.stdout.write(`${shown(document.name, log, listed, { width, paint })}\n`);
  }
  await writeTexts(paths, {
    csv: () => assumptionsCsv(log),
    markdown: () => assumptionsMarkdown(document, log),
  });
}

/** @throws {BadInput} with the other problems, and when there is no such confidence */
function readConfidence(typed: string | undefined, problems: readonly Problem[]): Confidence | undefined {
  const found = LEAST_SURE_FIRST.find((confidence) => confidence === typed);
  const known = typed === undefined || found !== undefined;
  const allowed = `one of ${LEAST_SURE_FIRST.join(', ')}`;
  const message = `“${typed}” is not ${allowed}${nearest(typed ?? '', LEAST_SURE_FIRST)}`;
  refuse(known ? problems : [...problems, { path: '--confidence', value: typed, allowed, message }]);
  return found;
}

interface Screen {
  readonly width: number;
  readonly paint: Paint;
}

function shown(
  name: string,
  log: readonly LoggedInput[],
  listed: readonly LoggedInput[],
  { width, paint }: Screen,
): string {
  const sections = Map.groupBy(listed, ({ section }) => section);
  return [
    `${paint(['bold', 'underline'], wrap(name, width))}\n${counted(log.length, 'input')}`,
    countTable(log, paint),
    ...[...sections].flatMap(([section, inputs]) => [
      paint(['bold', 'underline'], section),
      ...inputs.map((input) => entry(input, width, paint)),
    ]),
  ].join('\n\n');
}

function countTable(log: readonly LoggedInput[], paint: Paint): string {
  const rows = countByConfidence(log).map(({ label, set, atDefault }) => [
    label,
    ...[set, atDefault, set + atDefault].map(String),
  ]);
  return table({ head: ['Confidence', 'set', 'at the default', 'together'], rows }, paint);
}

function entry(input: LoggedInput, width: number, paint: Paint): string {
  const { path, value, unit, allowed, description, source, confidence, setBy, note } = input;
  const who =
    setBy === 'default' ? 'Left at the default' : `Set by ${setBy}${note === null ? '' : `: ${note}`}`;
  const usual = input.default === undefined ? 'none' : inputWithUnit(input.default, unit);
  return [
    wrap(`${path}: ${inputWithUnit(value, unit)}`, width, '  ').replace(path, () => paint('bold', path)),
    wrap(`  ${description} Allowed: ${allowed}. Default: ${usual}.`, width, '  '),
    wrap(`  ${CONFIDENCE_LABELS[confidence]}: ${source}`, width, '  '),
    paint('dim', wrap(`  ${who}`, width, '  ')),
  ].join('\n');
}
