/** Every command of `headroom`, with its help. */
import { Command } from 'commander';
import { assumptionsCommand } from './commands/assumptions.ts';
import { checkCommand } from './commands/check.ts';
import { compareCommand } from './commands/compare.ts';
import { documentCommand } from './commands/document.ts';
import { explainCommand } from './commands/explain.ts';
import { parametersCommand } from './commands/parameters.ts';
import { presetsCommand } from './commands/presets.ts';
import { runCommand } from './commands/run.ts';
import { serveCommand } from './commands/serve.ts';
import { storiesCommand } from './commands/stories.ts';

const EXAMPLES = `
Examples:
  headroom presets                                    services to start from
  headroom run east-sussex                            simulate one of them
  headroom run my-service.json --html report.html     simulate your own, with charts
  headroom compare my-service.json two-more-posts.json
  headroom stories                                    what councils did to their lists, as comparisons
  headroom check my-service.json                      read a file without running it
  headroom explain my-service.json                    why its list grows, and what alone would hold it
  headroom assumptions my-service.json                every value, its source and who set it
  headroom document my-service.json --out model.md    the model of this service, described item by item
  headroom parameters allocation                      what can be set, and where defaults come from
  headroom serve --open                               the same with screens, in your browser

Exit codes: 0 done, 1 a fault of the program or a preset, 2 input to put right, 3 stopped.`;

export function program(): Command {
  const headroom = new Command('headroom')
    .description('See what a change to a family support service does to its waiting list before making it.')
    .addHelpText('after', EXAMPLES);
  for (const command of [
    runCommand(),
    compareCommand(),
    checkCommand(),
    explainCommand(),
    assumptionsCommand(),
    documentCommand(),
    presetsCommand(),
    storiesCommand(),
    parametersCommand(),
    serveCommand(),
  ]) {
    headroom.addCommand(command);
  }
  return withExitThrown(headroom);
}

/** So that `main.ts` alone decides how the process ends. */
function withExitThrown(command: Command): Command {
  command.exitOverride();
  for (const inner of command.commands) withExitThrown(inner);
  return command;
}
