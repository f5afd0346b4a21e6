import { Command } from 'commander';
import { allOf } from '../../host/failure.ts';
import { describeModel } from '../../host/model-description.ts';
import { openScenario } from '../../host/scenario-files.ts';
import type { Problem } from '../../scenarios/problem.ts';
import { addExtentOptions, type Extent, extras, readExtent, refuse } from '../options.ts';
import { checkTexts, writeTexts } from '../texts.ts';

const EXAMPLES = `
Examples:
  headroom document my-service.json --out model.md
  headroom document my-service.json --seed 7 --replications 200 --weeks 52 --out model.md`;

interface Options {
  readonly out: string;
  readonly replications: string;
  readonly seed: string;
  readonly weeks?: string;
}

export function documentCommand(): Command {
  return addExtentOptions(
    new Command('document')
      .description(
        'Describe the model of a scenario and how it is run, item by item after STRESS-DES, as Markdown.',
      )
      .argument('<scenario>', 'a scenario file, or the id of a preset')
      .option('--out <file>', 'where to write it; - writes it to standard output', '-'),
  )
    .addHelpText('after', EXAMPLES)
    .allowUnknownOption()
    .allowExcessArguments()
    .action((reference: string, _options, command: Command) => document(reference, command));
}

async function document(reference: string, command: Command): Promise<void> {
  const { out, ...typed } = command.opts<Options>();
  const [extent, opened] = allOf([() => readAll(typed, extras(command, 1)), () => openScenario(reference)]);
  const paths = { out };
  checkTexts(paths, opened.files);
  await writeTexts(paths, { out: () => describeModel(opened.document, extent) });
}

/** @throws {BadInput} with these problems and those of the options */
function readAll(typed: Omit<Options, 'out'>, problems: Problem[]): Extent {
  const extent = readExtent(typed, problems);
  refuse(problems);
  return extent;
}
