/** The part of the page that says what changes in the period, and from when. */
import type { Experiment, ScenarioRun } from '../experiment.ts';
import { date, listed, quoted } from '../wording.ts';
import { html, type Markup } from './markup.ts';
import type { Section } from './section.ts';

export function changesSection({ scenarios }: Experiment): Section | null {
  const changing = scenarios.filter(({ changes }) => changes.length > 0);
  if (changing.length === 0) return null;
  return {
    id: 'dated-changes',
    title: 'What changes in the period',
    body: html`
    ${changing.map((run) => ofScenario(run, scenarios.length > 1))}
  `,
  };
}

function ofScenario({ name, changes }: ScenarioRun, isNamed: boolean): Markup {
  return html`${isNamed ? html`<h3>${name}</h3>` : null}
    <ul>${changes.map(
      ({ from, names, words }) =>
        html`<li><strong>From ${date(from)}</strong> (${listed(names.map(quoted))}): ${words.join('; ')}.</li>`,
    )}</ul>`;
}
