/** Published figures beside simulated ones, each with its source, for a scenario that a person may have changed since. */
import type { Experiment } from '../../../reports/experiment.ts';
import { type ComparedRow, compareWithPublished } from '../../../reports/published-figures.ts';
import type { ComparedFigure, Preset, PublishedFigures } from '../../../scenarios/presets/preset.ts';

export interface CheckedRow extends ComparedRow {
  readonly source: string;
  readonly note: string | null;
}

const KEYS: Readonly<Record<ComparedFigure, keyof PublishedFigures>> = {
  'open families': 'openFamilies',
  'open children': 'openChildren',
  'families waiting': 'waiting',
  'time to allocation': 'waitWorkingDays',
  'allocated a year': 'throughputPerYear',
  'referrals a year': 'referralsPerYear',
};

/** Pathways that the scenario no longer has cannot be compared. */
export function checkedRows({ published, contradictions }: Preset, experiment: Experiment): CheckedRow[] {
  const { byPathway = {}, ...ofService } = published;
  const groups = experiment.scenarios[0]?.summary.groups ?? [];
  const there = Object.entries(byPathway).filter(([name]) =>
    groups.some(({ group }) => group.kind === 'pathway' && group.name === name),
  );
  const compared = { ...ofService, byPathway: Object.fromEntries(there) };
  return compareWithPublished({ published: compared, contradictions }, experiment).map((row) => {
    const figures = row.pathway === null ? ofService : byPathway[row.pathway]!;
    // What is worked out by Little's law is from the open families and their length.
    const said = figures[KEYS[row.figure]] ?? figures.openFamilies;
    return { ...row, source: said?.source ?? '', note: said?.note ?? null };
  });
}
