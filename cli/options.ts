/** Options of the commands that run scenarios: said once, read once, and every problem told at once. */
import { type Command, Option } from 'commander';
import { allOf, BadInput } from '../host/failure.ts';
import { MAX_REPLICATIONS } from '../host/precision.ts';
import { checkReportPaths, type ReportPaths } from '../host/report-files.ts';
import type { Counted } from '../reports/wording.ts';
import { nearest } from '../scenarios/did-you-mean.ts';
import { PARAMETERS } from '../scenarios/parameter.ts';
import type { Problem } from '../scenarios/problem.ts';
import { scenarioSchema } from '../scenarios/schema.ts';

/** Seeds are whole numbers of 32 bits. */
const LARGEST_SEED = 2 ** 32 - 1;
/** An interval needs two. */
const FEWEST_REPLICATIONS = 2;
const MOST_REPLICATIONS = 1_000_000;
const MOST_THREADS = 256;

/** As typed. */
interface RawOptions {
  readonly replications: string;
  readonly maxReplications: string;
  readonly seed: string;
  readonly threads?: string;
  readonly weeks?: string;
  readonly json?: string;
  readonly csv?: string;
  readonly html?: string;
  readonly count: string;
  readonly yes?: true;
}

export interface RunOptions {
  readonly replications: number | 'auto';
  readonly maxReplications: number;
  readonly seed: number;
  readonly threads: number | undefined;
  readonly weeks: number | undefined;
  readonly reports: ReportPaths;
  /** JSON goes to standard output and nothing else does. */
  readonly jsonToOutput: boolean;
  /** What the figures at the terminal count. Files hold both. */
  readonly counted: Counted;
  /** A long run is agreed to. */
  readonly yes: boolean;
}

/** The options that `readExtent` reads. */
export function addExtentOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--replications <n|auto>',
        'how often to simulate; auto goes on until intervals are narrow',
      ).default('auto'),
    )
    .addOption(new Option('--seed <n>', 'start of the random numbers; same seed, same result').default('1'))
    .option('--weeks <n>', 'weeks to report, in place of the scenario’s own');
}

export function addRunOptions(command: Command): Command {
  return addExtentOptions(command)
    .addOption(new Option('--max-replications <n>', 'where auto ends').default(String(MAX_REPLICATIONS)))
    .option('--threads <n>', 'threads at work (default: all the machine has); changes no result')
    .addOption(
      new Option(
        '--count <families|children>',
        'what the figures at the terminal count; files hold both',
      ).default('families'),
    )
    .option('--json <file>', 'write the results as JSON; - writes them to standard output')
    .option('--csv <file>', 'write the weekly figures as CSV')
    .option('--html <file>', 'write a report with charts as one HTML page')
    .option('--yes', 'begin a long run without asking')
    .allowUnknownOption()
    .allowExcessArguments();
}

/** @throws {BadInput} with every option that is wrong or unknown, and every scenario too many */
export function readRunOptions(command: Command, mostScenarios: number): RunOptions {
  const raw = command.opts<RawOptions>();
  const problems = extras(command, mostScenarios);
  const whole = (name: string, typed: string, least: number, most: number) =>
    readWhole({ name, typed, least, most }, problems);

  const options: RunOptions = {
    ...readExtent(raw, problems),
    maxReplications: whole('--max-replications', raw.maxReplications, FEWEST_REPLICATIONS, MOST_REPLICATIONS),
    threads: readThreads(raw.threads, problems),
    reports: { json: raw.json === '-' ? undefined : raw.json, csv: raw.csv, html: raw.html },
    jsonToOutput: raw.json === '-',
    counted: readCount(raw.count, problems),
    yes: raw.yes === true,
  };
  allOf([() => refuse(problems), () => checkReportPaths(options.reports)]);
  return options;
}

function readCount(typed: string, problems: Problem[]): Counted {
  if (typed === 'families' || typed === 'children') return typed;
  const allowed = 'families or children';
  problems.push({ path: '--count', value: typed, allowed, message: `“${typed}” is not ${allowed}` });
  return 'families';
}

/** How much is simulated, and from which random numbers. */
export type Extent = Pick<RunOptions, 'replications' | 'seed' | 'weeks'>;

/** Problems with what was typed are added to `problems`. */
export function readExtent(
  { replications, seed, weeks }: Pick<RawOptions, 'replications' | 'seed' | 'weeks'>,
  problems: Problem[],
): Extent {
  const often = { name: '--replications', typed: replications, orWord: 'auto' };
  return {
    replications:
      replications === 'auto'
        ? 'auto'
        : readWhole({ ...often, least: FEWEST_REPLICATIONS, most: MOST_REPLICATIONS }, problems),
    seed: readWhole({ name: '--seed', typed: seed, least: 0, most: LARGEST_SEED }, problems),
    weeks: weeks === undefined ? undefined : readWeeks(weeks, problems),
  };
}

interface TypedWhole {
  readonly name: string;
  readonly typed: string;
  readonly least: number;
  readonly most: number;
  /** Allowed in place of a number. */
  readonly orWord?: string;
}

/** `undefined`, all the machine has, where nothing was typed. */
export const readThreads = (typed: string | undefined, problems: Problem[]): number | undefined =>
  typed === undefined
    ? undefined
    : readWhole({ name: '--threads', typed, least: 1, most: MOST_THREADS }, problems);

/** What is not a whole number in these bounds is added to `problems`. */
export function readWhole({ name, typed, least, most, orWord }: TypedWhole, problems: Problem[]): number {
  const value = Number(typed);
  if (/^\d+$/.test(typed) && value >= least && value <= most) return value;
  const allowed = `a whole number from ${least} to ${most}${orWord ? `, or ${orWord}` : ''}`;
  problems.push({ path: name, value: typed, allowed, message: `“${typed}” is not ${allowed}` });
  return least;
}

/** What the scenario's own `period.weeks` may be. */
function readWeeks(typed: string, problems: Problem[]): number {
  const { weeks } = scenarioSchema.shape.period.shape;
  const read = weeks.safeParse(Number(typed));
  if (read.success) return read.data;
  const { allowed } = PARAMETERS.get(weeks)!;
  problems.push({ path: '--weeks', value: typed, allowed, message: `“${typed}” is not ${allowed}` });
  return 1;
}

/** Arguments that are not options. */
export function operands(command: Command): string[] {
  return command.args.filter((argument) => !looksLikeOption(argument));
}

/** @throws {BadInput} when there are arguments or options that the command does not know */
export function refuseExtras(command: Command, most: number): void {
  refuse(extras(command, most));
}

/** What the command does not know, and what is too much. */
export const extras = (command: Command, most: number): Problem[] => [
  ...unknownOptions(command),
  ...extraOperands(command, most),
];

const looksLikeOption = (argument: string) => argument.startsWith('-') && argument !== '-';

/** "headroom stories check". */
function wholeName(command: Command): string {
  return command.parent === null ? command.name() : `${wholeName(command.parent)} ${command.name()}`;
}

/** What commander left over and looks like an option. */
function unknownOptions(command: Command): Problem[] {
  const known = command.options.map(({ long }) => long).filter((long) => typeof long === 'string');
  return command.args.filter(looksLikeOption).map((argument) => {
    const name = argument.split('=')[0]!;
    return {
      path: name,
      value: argument,
      allowed: known.length > 0 ? known.join(', ') : 'no option',
      message: `there is no option ${name}${nearest(name, known)}; ${wholeName(command)} --help lists all`,
    };
  });
}

function extraOperands(command: Command, most: number): Problem[] {
  // What follows an unknown option is likely its value.
  if (command.args.some(looksLikeOption)) return [];
  return operands(command)
    .slice(most)
    .map((value) => ({
      path: `headroom ${command.name()}`,
      value,
      allowed: most === 1 ? 'one' : `up to ${most}`,
      message: `“${value}” is one too many; see headroom ${command.name()} --help`,
    }));
}

/** @throws {BadInput} with these problems, if there are any */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new BadInput(problems);
}
