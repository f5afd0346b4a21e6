/** What the page runs: Plotly, the charts as data, and a short script that draws them and copies tables. */
import type { Experiment } from '../experiment.ts';
import { charts } from './figures.ts';
import { html, type Markup, raw } from './markup.ts';

/** Text width of an A4 page with the margins of the print styles, in CSS pixels. */
const PRINT_WIDTH = 680;
/** Of the height on the screen, so that three charts go on a page. */
const PRINT_HEIGHT = 0.78;

/** Plotly's defaults would show its logo and offer to upload the chart; neither belongs in a page that talks to nobody. */
const CONFIG = {
  displaylogo: false,
  showSendToCloud: false,
  plotlyServerURL: '',
  displayModeBar: true,
  responsive: true,
  modeBarButtons: [['toImage']],
  toImageButtonOptions: { format: 'png', scale: 3, filename: 'headroom' },
};

const DRAW = `
const charts = JSON.parse(document.getElementById('charts').textContent);
const dark = matchMedia('(prefers-color-scheme: dark)');
const root = document.documentElement;
const draw = (printing) => {
  for (const [id, counts] of Object.entries(charts)) {
    const themes = counts[root.dataset.counted] ?? counts.families;
    const { data, layout } = structuredClone(dark.matches && !printing ? themes.dark : themes.light);
    const height = document.getElementById(id).clientHeight * ${PRINT_HEIGHT};
    const size = printing ? { width: ${PRINT_WIDTH}, height, autosize: false } : { autosize: true };
    Plotly.react(id, data, { ...layout, ...size }, ${JSON.stringify(CONFIG)});
  }
};
const choices = document.querySelectorAll('[name=counted]');
const count = () => { root.dataset.counted = [...choices].find((choice) => choice.checked)?.value ?? 'families' };
for (const choice of choices) choice.addEventListener('change', () => { count(); draw(false); });
for (const chooser of document.querySelectorAll('fieldset.count')) chooser.hidden = false;
count();
draw(false);
dark.addEventListener('change', () => draw(false));
addEventListener('beforeprint', () => draw(true));
addEventListener('afterprint', () => draw(false));
for (const button of document.querySelectorAll('[data-copies]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const selection = getSelection();
    selection.selectAllChildren(document.getElementById(button.dataset.copies).parentElement);
    button.textContent = document.execCommand('copy') ? 'Copied' : 'Select the table and copy it';
    selection.removeAllRanges();
  });
}
`;

export function scripts(experiment: Experiment, plotly: string): Markup {
  return html`<script>${raw(insideScript(plotly))}</script>
<script type="application/json" id="charts">${raw(asJson(charts(experiment)))}</script>
<script>${raw(DRAW)}</script>`;
}

/** A string holding "</script" or "<!--" would end or derail the element; with a backslash it is the same string to JavaScript. */
const insideScript = (source: string) => source.replace(/<(?=\/script|!--|script)/gi, '\\x3C');

const asJson = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');
