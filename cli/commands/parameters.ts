import { Command } from 'commander';
import { BadInput } from '../../host/failure.ts';
import { inputValue } from '../../reports/wording.ts';
import { nearest } from '../../scenarios/did-you-mean.ts';
import { parameters } from '../../scenarios/shape.ts';
import { refuseExtras } from '../options.ts';
import { type Paint, stylist, widthOf, wrap } from '../terminal.ts';

type FoundParameter = ReturnType<typeof parameters>[number];

const EXAMPLES = `
Examples:
  headroom parameters
  headroom parameters allocation
  headroom parameters teams.*.posts`;

export function parametersCommand(): Command {
  return new Command('parameters')
    .description('What a scenario can set: unit, bounds, default, and where the default comes from.')
    .argument('[path]', 'only those at or under this path; * stands for any name')
    .addHelpText('after', EXAMPLES)
    .allowUnknownOption()
    .allowExcessArguments()
    .action((path: string | undefined, _options, command: Command) => {
      refuseExtras(command, 1);
      const width = widthOf(process.stdout);
      const paint = stylist(process.stdout);
      const texts = parametersUnder(path).map((parameter) => described(parameter, width, paint));
      process.stdout.write(`${texts.join('\n\n')}\n`);
    });
}

/** @throws {BadInput} when there is no such path */
function parametersUnder(wanted: string | undefined): readonly FoundParameter[] {
  const all = parameters();
  if (wanted === undefined) return all;
  const found = all.filter(({ path }) => isUnder(path, wanted));
  if (found.length > 0) return found;
  const paths = [...new Set(all.flatMap(({ path }) => [path, ...path.split('.')]))].filter(
    (path) => path !== '*',
  );
  throw new BadInput([
    {
      path: 'headroom parameters',
      value: wanted,
      allowed: 'the path of a parameter, or the beginning of one',
      message: `there is no parameter at "${wanted}"${nearest(wanted, paths)}; headroom parameters lists all`,
    },
  ]);
}

/** Whether the parts of `wanted` stand in the path, one after the other. Any name matches `*`, but not `*` alone. */
function isUnder(path: string, wanted: string): boolean {
  const parts = path.split('.');
  const asked = wanted.split('.');
  return parts.some(
    (first, from) =>
      first !== '*' && asked.every((part, at) => parts[from + at] === part || parts[from + at] === '*'),
  );
}

function described({ path, leaf }: FoundParameter, width: number, paint: Paint): string {
  const { unit, allowed, description, source } = leaf.about;
  const lines = [
    `${paint('bold', path)} ${paint('dim', `(${unit})`)}`,
    wrap(`  ${description}`, width, '  '),
    wrap(`  Allowed: ${allowed}. Default: ${defaultInWords(leaf)}.`, width, '  '),
  ];
  if (source !== null) lines.push(paint('dim', wrap(`  Source: ${source}`, width, '  ')));
  return lines.join('\n');
}

function defaultInWords({ default: value, optional, about }: FoundParameter['leaf']): string {
  if (value === undefined)
    return optional ? 'none, and it may be left out' : 'none; the scenario must give it';
  return about.confidence === null ? inputValue(value) : `${inputValue(value)} (${about.confidence})`;
}
