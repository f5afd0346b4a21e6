import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resultsSchema } from '../../reports/results-document.ts';
import { tinyScenario } from '../host/tiny-scenario.ts';
import { FROM_SOURCE, folderWith, remove, type Started, start } from './headroom.ts';

/** Of which one replication of twenty years takes seconds. */
const BUSY = {
  demand: { sources: { all: { referrals: 60_000, per: 'year', needs: { ordinary: 1 } } } },
};

let folder: string;
beforeAll(() => {
  folder = folderWith({
    'tiny.json': tinyScenario(),
    'same.json': tinyScenario({ name: 'Same again' }),
    'busy.json': tinyScenario(BUSY),
    'busy-too.json': tinyScenario({ ...BUSY, name: 'As busy' }),
  });
});
afterAll(() => remove(folder));

/** Runs for minutes unless it is stopped. */
const ENDLESS = ['--weeks', '1040', '--replications', '20000', '--yes'];
/** Progress is told to a person alone: let the program take its standard error for a terminal. */
const SEEN = 'process.stderr.isTTY = true;';
/** Says on standard error that Ctrl-C is now handled. */
const HEEDING = `process.on('newListener', (name) => {
  if (name === 'SIGINT') queueMicrotask(() => process.stderr.write('heeding'));
});`;

/** Compares two scenarios without end, and stops when the program has said so much. */
async function stoppedOnce(said: string, scenarios: readonly string[], json: string, before: string) {
  const module = `data:text/javascript,${encodeURIComponent(before)}`;
  const started = start(['compare', ...scenarios, ...ENDLESS, '--json', json], folder, FROM_SOURCE, [
    '--import',
    module,
  ]);
  await hears(started, said);
  started.process.kill('SIGINT');
  return started.ended;
}

/** Resolves when the words are on standard error; rejects when the program ends without them. */
function hears({ process: child, ended }: Started, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let heard = '';
    child.stderr!.on('data', (text: string) => {
      heard += text;
      if (heard.includes(words)) resolve();
    });
    void ended.then(() => reject(new Error(`ended without "${words}": ${heard}`)));
  });
}

describe('Ctrl-C', () => {
  it('once: reports what every scenario has finished, marked as stopped, with exit 3', async () => {
    // Two replications of each scenario are done before progress is first told.
    const scenarios = ['tiny.json', 'same.json'];
    const { code, stdout, stderr } = await stoppedOnce('Simulating', scenarios, 'stopped.json', SEEN);
    expect(code, stderr).toBe(3);
    expect(stderr).toContain('Stopping');
    const { replications, differences, stopped } = resultsSchema.parse(
      JSON.parse(readFileSync(join(folder, 'stopped.json'), 'utf8')),
    );
    expect(stopped).toBe(true);
    expect(replications).toBeGreaterThanOrEqual(2);
    expect(replications).toBeLessThan(20000);
    // Under common random numbers the same service twice differs by nothing, in each replication paired.
    expect(differences[0]?.headline.waiting_mean).toMatchObject({ mean: 0, lo: 0, hi: 0 });
    expect(stdout).toMatch(/The run was stopped after [\d,]+ replications; 20,000 were planned/);
  });

  it('before two replications: exit 3, a message and no file', async () => {
    const scenarios = ['busy.json', 'busy-too.json'];
    const { code, stdout, stderr } = await stoppedOnce('heeding', scenarios, 'nothing.json', HEEDING);
    expect(code, stderr).toBe(3);
    expect(stderr).toContain('Stopped before two replications were finished');
    expect(stdout).toBe('');
    expect(existsSync(join(folder, 'nothing.json'))).toBe(false);
  });
});
