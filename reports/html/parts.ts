/** The parts of the page that tell pathways, teams and localities apart. */
import type { MeasureKey } from '../../sim/measures/measures.ts';
import type { Group } from '../../sim/measures/result.ts';
import type { Difference, GroupSummary } from '../../sim/measures/summary.ts';
import {
  countsOf,
  differenceIn,
  type Experiment,
  figuresOf,
  type ScenarioDifference,
  type ScenarioRun,
} from '../experiment.ts';
import { saysSomething } from '../topics.ts';
import { type Counted, label, quoted, unitOf } from '../wording.ts';
import { eachCount } from './count.ts';
import { html, type Markup } from './markup.ts';
import { differenceLine, sameDecimals } from './measures-table.ts';
import type { Section } from './section.ts';
import { type Cell, table } from './table.ts';

type Kind = Exclude<Group['kind'], 'service'>;

interface Part {
  readonly kind: Kind;
  readonly title: string;
  readonly note: string;
  readonly keys: readonly MeasureKey[];
}

const WAITS = ['waiting_mean', 'wait_mean', 'wait_p90', 'within_target', 'allocated'] as const;

const PARTS: readonly Part[] = [
  {
    kind: 'pathway',
    title: 'By pathway',
    note: 'Waits of a pathway of courses or partners run to the start of the course, or until a partner takes the case.',
    keys: [...WAITS, 'open_cases_mean', 'dose_mean', 'rereferral_share'],
  },
  {
    kind: 'team',
    title: 'By team',
    note: 'A small team has few places, so one comes free seldom and at odd times: at the same load its families wait longer than those of a large team. Lists are shared by the teams that serve them, so families waiting are told by pathway and locality.',
    keys: [
      'places_mean',
      'wait_mean',
      'wait_p90',
      'allocated',
      'open_cases_mean',
      'staff_in_post_mean',
      'staff_vacant_mean',
      'direct_hours_used_share',
    ],
  },
  {
    kind: 'locality',
    title: 'By locality',
    note: 'By where families live. Where each locality has a list of its own, a small one has few places, and its families wait longer at the same load.',
    keys: [...WAITS, 'open_cases_mean'],
  },
];

/** Heads of narrow columns. */
const SHORT: Partial<Record<MeasureKey, string>> = {
  waiting_mean: 'Waiting',
  wait_mean: 'Mean wait',
  wait_p90: '9 in 10 wait less than',
  within_target: 'Within target',
  allocated: 'Allocated',
  open_cases_mean: 'Open cases',
  dose_mean: 'Sessions for a case',
  rereferral_share: 'Came back',
  places_mean: 'Places',
  staff_in_post_mean: 'FTE in post',
  staff_vacant_mean: 'FTE vacant',
  direct_hours_used_share: 'Hours used',
};

export function partSections(experiment: Experiment): Section[] {
  return PARTS.flatMap((part) => partSection(experiment, part) ?? []);
}

/** `null` where no scenario has more than one of the kind. */
function partSection(experiment: Experiment, part: Part): Section | null {
  const { kind, title, note } = part;
  const having = experiment.scenarios
    .map((run, index) => ({ run, difference: experiment.differences[index - 1] ?? null }))
    .filter(({ run }) => groupsOf(run, kind, 'families').length > 0);
  if (having.length === 0) return null;
  const tables = ({ run, difference }: (typeof having)[number], at: number) =>
    eachCount(countsOf(experiment), (counted) =>
      partTable(part, run, difference, counted, `${kind}-table-${at}`),
    );
  return {
    id: `by-${kind}`,
    title: title,
    body: html`
    ${having.map((one, at) =>
      at === 0
        ? tables(one, at)
        : html`<details class="full" ${having.length === 2 ? 'open' : ''}><summary>${title} in ${quoted(one.run.name)}</summary>${tables(one, at)}</details>`,
    )}
    <p class="note">${note}</p>
  `,
  };
}

const groupsOf = ({ summary }: ScenarioRun, kind: Kind, counted: Counted) =>
  summary.groups.filter(({ group }) => group.kind === kind && group.counted === counted);

function partTable(
  { kind, title, keys }: Part,
  run: ScenarioRun,
  difference: ScenarioDifference | null,
  counted: Counted,
  id: string,
): Markup {
  const groups = groupsOf(run, kind, counted);
  const figures = groups.map(({ group }) => figuresOf(run.summary, group)!);
  const shown = keys.filter((key) => figures.some((headline) => saysSomething(headline[key])));
  const columns = shown.map((key) => column(key, groups, figures, difference, counted));
  const against = difference ? `, and beneath it the difference from ${quoted(difference.against)}` : '';
  return table({
    id: `${id}-${counted}`,
    caption: `${title} in ${quoted(run.name)}, counted in ${counted}; waits in working days. Mean over replications (95% interval)${against}`,
    head: [
      title.replace('By ', '').replace(/^./, (letter) => letter.toUpperCase()),
      ...shown.map((key) => SHORT[key] ?? label(key, counted)),
    ],
    rows: groups.map(({ group }, row) => [group.name, ...columns.map((cells) => cells[row]!)]),
    cells: 'figures parts',
  });
}

/** One measure over the groups. */
function column(
  key: MeasureKey,
  groups: readonly GroupSummary[],
  figures: readonly Difference[],
  difference: ScenarioDifference | null,
  counted: Counted,
): Cell[] {
  const said = sameDecimals(
    figures.map((headline) => headline[key]),
    unitOf(key, counted),
  );
  return groups.map(({ group }, row) => {
    const found = difference && differenceIn(difference, group)?.[key];
    return html`${said[row]} ${found ? differenceLine(key, found, counted) : null}`;
  });
}
