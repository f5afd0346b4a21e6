import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resultsSchema } from '../../reports/results-document.ts';
import { tinyScenario } from '../host/tiny-scenario.ts';
import { folderWith, remove, start } from './headroom.ts';

let folder: string;
beforeAll(() => {
  folder = folderWith({ 'tiny.json': tinyScenario(), 'same.json': tinyScenario({ name: 'Same again' }) });
});
afterAll(() => remove(folder));

/** Runs for minutes unless it is stopped. */
const ENDLESS = ['compare', 'tiny.json', 'same.json', '--weeks', '1040', '--replications', '20000', '--yes'];

describe('Ctrl-C', () => {
  it('once: reports what every scenario has finished, marked as stopped, with exit 3', async () => {
    const { process: child, ended } = start([...ENDLESS, '--json', 'stopped.json'], folder);
    await pause(5000);
    child.kill('SIGINT');
    const { code, stdout, stderr } = await ended;
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
    const { process: child, ended } = start([...ENDLESS, '--json', 'nothing.json'], folder);
    await pause(50);
    // Until its handler is there, the signal ends the process by itself.
    while (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGINT');
      await pause(20);
    }
    // `null`: the signal came before the program could handle it.
    expect([3, null]).toContain((await ended).code);
    expect(existsSync(join(folder, 'nothing.json'))).toBe(false);
  });
});
