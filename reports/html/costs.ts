/** The part of the page that says what the service costs, and what escalations cost social care. */
import type { PostCost } from '../../scenarios/post-costs.ts';
import type { MeasureKey } from '../../sim/measures/measures.ts';
import { type Experiment, type ScenarioRun, wholeService } from '../experiment.ts';
import { COSTS_OF_SERVICE, saysSomething, telling } from '../topics.ts';
import { verdict } from '../verdict.ts';
import { differenceWithInterval, label, number, pounds, quoted, scaled, withInterval } from '../wording.ts';
import { html, type Markup } from './markup.ts';
import { measuresTable, unbroken } from './measures-table.ts';
import type { Section } from './section.ts';
import { type Cell, table } from './table.ts';

/** `null` where nothing is costed. */
export function costsSection(experiment: Experiment): Section | null {
  const keys = telling(experiment, [...COSTS_OF_SERVICE, 'cost_total']);
  if (keys.length === 0) return null;
  const costed = experiment.scenarios.filter(({ priceYear }) => priceYear !== null);
  return {
    id: 'costs',
    title: 'What it costs',
    body: html`
    <p class="note">${pricesInWords(costed)} Nothing is uprated or discounted. The later cost of an escalation is entered whole on its day.</p>
    ${perWeekTable(experiment, keys)}
    <details class="full"><summary>Cost in the whole period, and for each case closed</summary>${wholePeriod(experiment, keys)}</details>
    <p class="note">${label('cost_per_closure')}: workers, travel, recruitment and front door over cases closed. Escalations fall on social care and are not in it.</p>
    ${costed.map((run, index) => teamTable(run, index))}
    ${costed.map((run, index) => postTable(run, index))}
  `,
  };
}

function wholePeriod(experiment: Experiment, keys: readonly MeasureKey[]): Markup {
  return measuresTable({
    id: 'costs-table',
    caption: 'Cost in the whole period',
    experiment,
    keys: [...keys, ...telling(experiment, ['cost_per_closure'])],
    differences: true,
  });
}

function pricesInWords(costed: readonly ScenarioRun[]): string {
  const years = new Set(costed.map(({ priceYear }) => priceYear));
  if (years.size === 1) return `Pounds, at ${[...years][0]} prices.`;
  return `Pounds. Price years differ: ${costed.map(({ name, priceYear }) => `${priceYear} in ${quoted(name)}`).join(', ')}, so differences mix prices.`;
}

function perWeekTable({ scenarios, differences }: Experiment, keys: readonly MeasureKey[]): Markup {
  const cell = (key: MeasureKey, { summary, dates }: ScenarioRun, index: number): Cell => {
    const weekly = scaled(wholeService(summary).headline[key], 1 / dates.length);
    const difference = differences[index - 1]?.headline[key];
    const said = unbroken(withInterval(weekly, 'pounds', 0));
    if (difference === undefined) return said;
    const { clear, words } = verdict(key, difference);
    const change = unbroken(differenceWithInterval(scaled(difference, 1 / dates.length), 'pounds'));
    return html`${said} <span class="verdict">${clear ? change : words}</span>`;
  };
  return table({
    id: 'costs-weekly-table',
    caption: 'Cost a week: mean over replications (95% interval)',
    head: ['Cost', ...scenarios.map(({ name }) => name)],
    rows: keys.map((key) => [label(key), ...scenarios.map((run, index) => cell(key, run, index))]),
    cells: 'figures',
  });
}

/** `null` with one team, whose cost is the service's. */
function teamTable({ name, summary, dates }: ScenarioRun, index: number): Markup | null {
  const teams = summary.groups.filter(({ group }) => group.kind === 'team' && group.counted === 'families');
  if (teams.length === 0) return null;
  const kept = ['cost_staff', 'cost_travel', 'cost_hires'] as const;
  const keys = kept.filter((key) => teams.some(({ headline }) => saysSomething(headline[key])));
  return table({
    id: `costs-team-table-${index}`,
    caption: `Cost a week by team in ${quoted(name)}: mean over replications (95% interval)`,
    head: ['Team', ...keys.map((key) => label(key))],
    rows: teams.map(({ group, headline }) => [
      group.name,
      ...keys.map((key) => unbroken(withInterval(scaled(headline[key], 1 / dates.length), 'pounds', 0))),
    ]),
    cells: 'figures',
  });
}

/** What is paid is simulated; the rest is by the inputs. Posts that come or go with a dated change have no figures at one of the two ends. */
function postTable({ name, dates, posts: { start, end, paid } }: ScenarioRun, index: number): Markup | null {
  const same = JSON.stringify(start) === JSON.stringify(end);
  const roles = new Set([...start, ...end].map(({ role }) => role));
  const said = (post: PostCost | undefined) =>
    post === undefined ? ['–', '–'] : [number(post.fte, 1), pounds(post.perWeek)];
  const columns = (when: string) => [`Full-time equivalents${when}`, `A week with nobody missing${when}`];
  return html`${table({
    id: `costs-post-table-${index}`,
    caption: `Cost of workers a week by post in ${quoted(name)}: mean over replications (95% interval)`,
    head: [
      'Post',
      'In the simulation',
      'A full-timer, a year',
      ...columns(same ? '' : ' at the start'),
      ...(same ? [] : columns(' at the end')),
    ],
    rows: paid.map((post) => {
      const isIt = (one: PostCost) => one.team === post.team && one.post === post.post;
      const [first, last] = [start.find(isIt), end.find(isIt)];
      const told = first ?? last;
      return [
        html`${post.team} / ${post.post}${told && roles.size > 1 ? html` <span class="unit">${told.role}</span>` : null}`,
        unbroken(withInterval(scaled(post.pounds, 1 / dates.length), 'pounds', 0)),
        told === undefined ? '–' : pounds(told.fullTimeYear),
        ...said(first),
        ...(same ? [] : said(last)),
      ];
    }),
    cells: 'figures',
  })}
  <p class="note">In the simulation vacant posts cost nothing. The other columns are worked out from the inputs: salary, on-costs, a share of a manager and overheads.</p>`;
}
