/** The part of the page that says where workers' hours go. */
import type { MeasureKey } from '../../sim/measures/measures.ts';
import { type Experiment, type ScenarioRun, wholeService } from '../experiment.ts';
import { telling, WORKERS_HOURS } from '../topics.ts';
import { percent, pounds } from '../wording.ts';
import { html, type Markup } from './markup.ts';
import { measuresTable } from './measures-table.ts';
import type { Section } from './section.ts';
import { table } from './table.ts';

export function hoursSection(experiment: Experiment): Section | null {
  const keys = telling(experiment, [...WORKERS_HOURS, 'direct_hours_used_share', 'hours_front_door']);
  if (keys.length === 0) return null;
  return {
    id: 'hours',
    title: 'Where workers’ hours go',
    body: html`
    ${measuresTable({ id: 'hours-table', caption: 'Hours a week by activity', experiment, keys, unitSaid: 'hours a week', differences: true })}
    ${sharesTable(experiment)}
    <p class="note">Hours that the simulation counts. Leave, sickness, training, supervision and hours not used are not among them. Front-door hours come on top
      and are not the workers’ own.${costedOnes(experiment).length > 0 ? ' The cost of workers in post is shared out over the activities by their hours, so that what is not counted is in each by its share.' : ''}</p>
  `,
  };
}

const costedOnes = ({ scenarios }: Experiment) => scenarios.filter(({ priceYear }) => priceYear !== null);

/** Shares of hours, and the cost of workers shared out by them; `null` with one activity or none. */
function sharesTable(experiment: Experiment): Markup | null {
  const { scenarios } = experiment;
  const keys = telling(experiment, WORKERS_HOURS);
  if (keys.length < 2) return null;
  const costed = costedOnes(experiment).length > 0;
  return table({
    id: 'hours-shares-table',
    caption: `Share of workers’ hours counted${costed ? ', and the cost of workers a week by activity' : ''}`,
    head: ['Activity', ...scenarios.map(({ name }) => name)],
    rows: keys.map((key) => [ACTIVITIES[key] ?? key, ...scenarios.map((run) => shareCell(key, run))]),
    cells: 'figures',
  });
}

function shareCell(key: MeasureKey, { summary, priceYear, dates }: ScenarioRun) {
  const { headline } = wholeService(summary);
  const all = WORKERS_HOURS.reduce((sum, one) => sum + headline[one].mean, 0);
  const share = headline[key].mean / all;
  const cost = (headline.cost_staff.mean / dates.length) * share;
  return html`${percent(share)}${priceYear === null ? null : html` <span class="unit cost">${pounds(cost)} a week</span>`}`;
}

const ACTIVITIES: Partial<Record<MeasureKey, string>> = {
  hours_sessions: 'Sessions and assessments',
  hours_travel: 'Travel',
  hours_recording: 'Recording of sessions',
  hours_cases: 'Open cases, besides sessions',
  hours_waiting_contact: 'Contact with families waiting',
  hours_groups: 'Courses',
  hours_coordination: 'Co-ordination of partner-held cases',
};
