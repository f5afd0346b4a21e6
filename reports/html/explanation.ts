/** The part of the page that says in words why the list grows or stays: by formula, beside the simulation. */
import type { Experiment, ScenarioRun } from '../experiment.ts';
import { EXPLAINED_HOW, explained } from '../explain.ts';
import { html, type Markup } from './markup.ts';
import type { Section } from './section.ts';

export function explanationSection({ scenarios }: Experiment): Section {
  return {
    id: 'explanation',
    title: 'Why the list grows or stays',
    body: html`
    ${scenarios.map((run) => ofScenario(run, scenarios.length > 1))}
    <p class="note">${EXPLAINED_HOW}</p>
  `,
  };
}

function ofScenario({ name, explanation }: ScenarioRun, isNamed: boolean): Markup {
  const moments = explained(explanation);
  return html`${isNamed ? html`<h3>${name}</h3>` : null}
    ${moments.map(
      ({ title, lines }) => html`
      ${moments.length > 1 ? html`<p><strong>${title}.</strong></p>` : null}
      <ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`,
    )}`;
}
