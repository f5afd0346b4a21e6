/** Every command of `headroom`, with its help. */
import { Command } from 'commander';
import { checkCommand } from './commands/check.ts';
import { compareCommand } from './commands/compare.ts';
import { parametersCommand } from './commands/parameters.ts';
import { presetsCommand } from './commands/presets.ts';
import { runCommand } from './commands/run.ts';

const EXAMPLES = `
Examples:
  headroom presets                                    services to start from
  headroom run east-sussex                            simulate one of them
  headroom run my-service.json --html report.html     simulate your own, with charts
  headroom compare my-service.json two-more-posts.json
  headroom check my-service.json                      read a file without running it
  headroom parameters allocation                      what can be set, and where defaults come from

Exit codes: 0 done, 1 a fault of the program or a preset, 2 input to put right, 3 stopped.`;

export function program(): Command {
  const headroom = new Command('headroom')
    .description('See what a change to a family support service does to its waiting list before making it.')
    .addHelpText('after', EXAMPLES);
  for (const command of [
    runCommand(),
    compareCommand(),
    checkCommand(),
    presetsCommand(),
    parametersCommand(),
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
