import { resolve } from 'node:path';
import { Command } from 'commander';
import { documentsFolder, settingsFolder } from '../../host/folders.ts';
import type { Problem } from '../../scenarios/problem.ts';
import { extras, readThreads, readWhole, refuse } from '../options.ts';

const LARGEST_PORT = 65_535;

const EXAMPLES = `
Examples:
  headroom serve                                      prints the address to open
  headroom serve --open                               and opens it
  headroom serve --folder ./documents --port 8080

Only this machine can reach it, and only with the address printed. Ctrl-C ends it.`;

interface RawOptions {
  readonly port: string;
  readonly folder?: string;
  readonly threads?: string;
  readonly open?: true;
}

export function serveCommand(): Command {
  return new Command('serve')
    .description(
      'Headroom in a browser window on this machine, for where the desktop program is not installed.',
    )
    .option('--port <n>', 'port to listen on; 0 takes any that is free', '0')
    .option('--folder <folder>', 'where documents are kept (default: Headroom in your documents)')
    .option('--threads <n>', 'threads at work (default: all the machine has); changes no result')
    .option('--open', 'open the page in your browser')
    .allowUnknownOption()
    .allowExcessArguments()
    .addHelpText('after', EXAMPLES)
    .action((_options, command: Command) => serveUntilStopped(command));
}

async function serveUntilStopped(command: Command): Promise<void> {
  const { port, threads, folder, open } = readOptions(command);
  // Loaded here, so that other commands need not wait for it.
  const [{ createHost }, { serve }, { openPage }] = await Promise.all([
    import('../../host/host.ts'),
    import('../serve.ts'),
    import('../open-page.ts'),
  ]);
  await using host = createHost({ documentsFolder: folder, settingsFolder: settingsFolder(), threads });
  const serving = await serve({ host, port });
  const stop = untilStopped();
  process.stdout.write(`Headroom is at ${serving.address}\nCtrl-C ends it.\n`);
  if (open && !(await openPage(serving.address))) {
    process.stderr.write('No browser could be opened here; open the address above yourself.\n');
  }
  await stop;
  await serving.close();
}

function readOptions(command: Command) {
  const raw = command.opts<RawOptions>();
  const problems: Problem[] = extras(command, 0);
  const options = {
    port: readWhole({ name: '--port', typed: raw.port, least: 0, most: LARGEST_PORT }, problems),
    threads: readThreads(raw.threads, problems),
    folder: raw.folder === undefined ? documentsFolder() : resolve(raw.folder),
    open: raw.open === true,
  };
  refuse(problems);
  return options;
}

/** Settles at Ctrl-C, or when the terminal is closed; a second signal ends the program at once, as it would without us. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
