/** The parts of the page that tell one topic each: how cases end, escalations, returns, staff. */
import { DOSES_SHOWN } from '../../scenarios/return-by-dose.ts';
import { countsOf, type Experiment } from '../experiment.ts';
import { ESCALATIONS, OUTCOMES, RETURNS, STAFFING, type Topic, telling } from '../topics.ts';
import { type Counted, counted as many, percent, quoted, unitOf } from '../wording.ts';
import { eachCount } from './count.ts';
import { html, type Markup } from './markup.ts';
import { measuresTable } from './measures-table.ts';
import type { Section } from './section.ts';
import { table } from './table.ts';

export const outcomesSection = (experiment: Experiment) => topicSection(experiment, OUTCOMES);
export const escalationsSection = (experiment: Experiment) => topicSection(experiment, ESCALATIONS);
export const staffingSection = (experiment: Experiment) => topicSection(experiment, STAFFING);
export const returnsSection = (experiment: Experiment) =>
  topicSection(experiment, RETURNS, returnTable(experiment));

/** `null` where every measure of it is nought. */
function topicSection(experiment: Experiment, topic: Topic, more: Markup | null = null): Section | null {
  if (telling(experiment, topic.keys).length === 0) return null;
  return {
    id: topic.id,
    title: topic.title,
    body: html`
    ${eachCount(countsOf(experiment), (counted) => topicTable(experiment, topic, counted))}
    ${telling(experiment, [topic.noteAbout]).length > 0 ? html`<p class="note">${topic.note}</p>` : null}
    ${more}
  `,
  };
}

function topicTable(experiment: Experiment, { id, title, keys, shareOf }: Topic, counted: Counted): Markup {
  const shown = telling(experiment, keys, counted);
  return measuresTable({
    id: `${id}-table-${counted}`,
    caption: shown.some((key) => unitOf(key) === 'families') ? `${title}, counted in ${counted}` : title,
    experiment,
    keys: shown,
    counted,
    shareOf,
    differences: true,
  });
}

/** An input, not a result: what the simulated returns rest on. */
function returnTable({ scenarios: [base] }: Experiment): Markup {
  return html`${table({
    id: 'return-by-dose-table',
    caption: `Chance of coming back by the sessions a family has attended, as ${quoted(base!.name)} assumes it`,
    head: ['Pathway', ...DOSES_SHOWN.map((sessions) => many(sessions, 'session'))],
    rows: base!.returnByDose.map(({ pathway, chances }) => [
      pathway,
      ...chances.map((chance) => percent(chance)),
    ]),
    cells: 'figures',
  })}
  <p class="note">This curve is an input with weak evidence, not a finding: run it low and steep as well (“reReferral.version”).</p>`;
}
