import { Command } from 'commander';
import { allOf, EXIT_CODES } from '../../host/failure.ts';
import { checkPreset, type PresetCheck } from '../../host/preset-check.ts';
import { presetNamed } from '../../host/scenario-files.ts';
import { createPool } from '../../host/workers/pool.ts';
import { CHECK_RUN, type ComparedRow, publishedInWords } from '../../reports/published-figures.ts';
import { counted, number, withInterval } from '../../reports/wording.ts';
import { PRESETS } from '../../scenarios/presets/index.ts';
import { interruption } from '../interruption.ts';
import { type Paint, stylist, table, widthOf, wrap } from '../terminal.ts';

export function presetsCheckCommand(): Command {
  return new Command('check')
    .description('Simulate presets and set the results beside what their services have published.')
    .argument('[id...]', 'ids of presets (default: all)')
    .action(check);
}

async function check(ids: readonly string[]): Promise<void> {
  const presets = ids.length === 0 ? PRESETS : allOf(ids.map((id) => () => presetNamed(id)));
  const width = widthOf(process.stdout);
  const paint = stylist(process.stdout);
  await using pool = createPool();
  using stop = interruption();
  const checks: PresetCheck[] = [];
  for (const preset of presets) {
    const checked = await checkPreset(preset, pool, stop.signal);
    checks.push(checked);
    process.stdout.write(`${checkedPreset(checked, width, paint)}\n\n`);
  }
  process.stdout.write(`${conclusion(checks, width)}\n`);
  if (unexplained(checks).length > 0) process.exitCode = EXIT_CODES['our fault'];
}

function checkedPreset({ preset, rows }: PresetCheck, width: number, paint: Paint): string {
  const title = `${paint('bold', preset.title)} ${paint('dim', `(${preset.id})`)}`;
  if (rows.length === 0) return `${title}\n  No figure is published to compare with.`;
  const cells = rows.map((row) => [
    `  ${row.pathway === null ? '' : `${row.pathway}: `}${row.figure} (${row.unit})`,
    withInterval(row.simulated, row.unit),
    publishedInWords(row.published),
    verdict(row),
  ]);
  const named = new Set(rows.flatMap(({ explainedBy }) => explainedBy));
  const explanations = preset.contradictions.filter(({ id }) => named.has(id));
  return [
    title,
    table({ head: ['', 'simulated', 'published', ''], rows: cells, words: [0, 3] }, paint),
    ...explanations.map(({ id, text }) => wrap(`  ${id}: ${text}`, width, '    ')),
  ].join('\n');
}

function verdict({ agrees, explainedBy }: ComparedRow): string {
  if (agrees) return 'agrees';
  return explainedBy.length === 0 ? 'differs' : `differs: ${explainedBy.join(', ')}`;
}

/** Differences that nothing in the sources accounts for. */
function unexplained(checks: readonly PresetCheck[]): readonly ComparedRow[] {
  return checks.flatMap(({ rows }) =>
    rows.filter(({ agrees, explainedBy }) => !agrees && explainedBy.length === 0),
  );
}

function conclusion(checks: readonly PresetCheck[], width: number): string {
  const rows = checks.flatMap((check) => check.rows);
  const agreeing = rows.filter(({ agrees }) => agrees).length;
  const open = unexplained(checks).length;
  const differing = rows.length - agreeing;
  return wrap(
    `${counted(agreeing, 'figure')} of ${number(rows.length, 0)} agree. ` +
      `${number(differing, 0)} ${differing === 1 ? 'differs' : 'differ'}, ${number(open, 0)} of them without a contradiction in the sources about that very figure. ` +
      'Hardly any service publishes referrals: they were derived from the published list, cases or places, so agreement shows consistency, not prediction. ' +
      `Each preset: ${CHECK_RUN.replications} replications of ${CHECK_RUN.weeks} weeks, seed ${CHECK_RUN.seed}.`,
    width,
  );
}
