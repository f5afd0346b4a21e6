/** Results kept in a document. They are no edits: keeping one moves no revision and is not undone. */
import { randomUUID } from 'node:crypto';
import type { Experiment } from '../../reports/experiment.ts';
import type { KeptResult } from '../contract.ts';
import { packed, unpacked } from './packed.ts';
import type { Connection } from './sqlite-document.ts';

export function keepResult(connection: Connection, label: string, experiment: Experiment): KeptResult {
  const kept: KeptResult = {
    result: randomUUID(),
    label,
    made: new Date().toISOString(),
    scenarioNames: experiment.scenarios.map(({ name }) => name),
    replications: experiment.replications,
    seed: experiment.seed,
  };
  connection
    .prepare(
      `INSERT INTO result (id, label, made, scenario_names, replications, seed, experiment)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      kept.result,
      label,
      kept.made,
      JSON.stringify(kept.scenarioNames),
      kept.replications,
      kept.seed,
      packed(experiment),
    );
  return kept;
}

/** Newest first. */
export function listResults(connection: Connection): KeptResult[] {
  const rows = connection
    .prepare(
      'SELECT id AS result, label, made, scenario_names, replications, seed FROM result ORDER BY number DESC',
    )
    .all() as (Omit<KeptResult, 'scenarioNames'> & { scenario_names: string })[];
  return rows.map(({ scenario_names, ...kept }) => ({
    ...kept,
    scenarioNames: JSON.parse(scenario_names) as string[],
  }));
}

/** `null` where the document keeps no such result. */
export function readResult(connection: Connection, result: string): Experiment | null {
  const row = connection.prepare('SELECT experiment FROM result WHERE id = ?').get(result);
  return row === undefined ? null : unpacked<Experiment>((row as { experiment: Buffer }).experiment);
}
