/** Every input of every scenario and where it came from; what differs from the base stands out. */
import type { InputRow } from '../../scenarios/inputs.ts';
import type { Experiment, ScenarioRun } from '../experiment.ts';
import { CONFIDENCE_LABELS, counted, inputWithUnit, quoted } from '../wording.ts';
import { html, type Markup } from './markup.ts';
import type { Section } from './section.ts';
import { type Cell, table } from './table.ts';

export function inputsSection({ scenarios }: Experiment): Section {
  const base = scenarios[0]!;
  return {
    id: 'inputs',
    title: 'Every input and where it came from',
    body: html`
    ${scenarios.map((run, index) => (index === 0 ? baseInputs(run) : changedInputs(run, index, base)))}
  `,
  };
}

function baseInputs(run: ScenarioRun): Markup {
  return html`<article>
    <h3>${run.name}</h3>
    ${run.description === '' ? null : html`<p>${run.description}</p>`}
    ${confidenceCount(run.inputs)}
    <details open class="full"><summary>All ${counted(run.inputs.length, 'input')} of ${quoted(run.name)}</summary>
      ${inputTable('inputs-0', run, new Map())}
    </details>
  </article>`;
}

function confidenceCount(inputs: readonly InputRow[]): Markup {
  const counts = Object.entries(CONFIDENCE_LABELS).map(([confidence, words]) => {
    const count = inputs.filter((row) => row.confidence === confidence).length;
    return `${words.toLowerCase()} ${count}`;
  });
  return html`<p class="note">Where they come from: ${counts.join(', ')}.</p>`;
}

function changedInputs(run: ScenarioRun, index: number, base: ScenarioRun): Markup {
  const before = new Map(base.inputs.map((row) => [row.path, row]));
  const now = new Set(run.inputs.map(({ path }) => path));
  const changed = run.inputs.filter((row) => differs(row, before.get(row.path)));
  const gone = base.inputs.filter(({ path }) => !now.has(path));
  const changes = table({
    id: `changes-${index}`,
    caption: `Inputs of ${quoted(run.name)} that differ from ${quoted(base.name)}`,
    head: ['Input', base.name, run.name, 'Where it came from'],
    rows: [
      ...changed.map((row) => [
        named(row),
        valueOrNone(before.get(row.path)),
        valueWithUnit(row),
        origin(row),
      ]),
      ...gone.map((row) => [named(row), valueWithUnit(row), 'not in this scenario', origin(row)]),
    ],
    cells: 'inputs',
  });
  return html`<article>
    <h3>${run.name}</h3>
    ${run.description === '' ? null : html`<p>${run.description}</p>`}
    ${changed.length + gone.length === 0 ? html`<p>No input differs from ${quoted(base.name)}.</p>` : changes}
    <details class="full others"><summary>All ${counted(run.inputs.length, 'input')} of ${quoted(run.name)}</summary>
      ${inputTable(`inputs-${index}`, run, new Map(changed.map((row) => [row.path, before.get(row.path)])))}
    </details>
  </article>`;
}

const differs = (row: InputRow, before: InputRow | undefined) =>
  before === undefined || JSON.stringify(row.value) !== JSON.stringify(before.value);

/** `changed`: the rows that differ from the base, by path, with the base's row where it has one. */
function inputTable(
  id: string,
  run: ScenarioRun,
  changed: ReadonlyMap<string, InputRow | undefined>,
): Markup {
  const value = (row: InputRow): Cell =>
    changed.has(row.path)
      ? html`<mark>${valueWithUnit(row)}</mark> <span class="unit">base: ${valueOrNone(changed.get(row.path))}</span>`
      : valueWithUnit(row);
  return table({
    id,
    caption: `Inputs of ${quoted(run.name)}`,
    head: ['Input', 'Value', 'Allowed', 'Where it came from', 'Set by'],
    rows: run.inputs.map((row) => [named(row), value(row), row.allowed, origin(row), row.setBy]),
    cells: 'inputs',
  });
}

/** A long path may break after a dot. */
const named = ({ description, path }: InputRow) =>
  html`${description} <code>${path.split('.').map((part, i) => html`${i === 0 ? null : html`.<wbr>`}${part}`)}</code>`;

const valueWithUnit = ({ value, unit }: InputRow) => inputWithUnit(value, unit);

const valueOrNone = (row: InputRow | undefined) =>
  row === undefined ? 'not in the base' : valueWithUnit(row);

const origin = ({ confidence, source, note }: InputRow) =>
  html`<span class="confidence ${confidence}">${CONFIDENCE_LABELS[confidence]}</span> ${source}${note === null ? null : html` <span class="unit">${note}</span>`}`;
