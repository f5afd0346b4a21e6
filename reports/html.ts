/** A run as one self-contained web page: to read, to print on A4, to put into a business case. It loads nothing. */
import { countsOf, type Experiment } from './experiment.ts';
import { period } from './facts.ts';
import { answer } from './findings.ts';
import { changesSection } from './html/changes.ts';
import { costsSection } from './html/costs.ts';
import { countSwitch } from './html/count.ts';
import { explanationSection } from './html/explanation.ts';
import { allocationSection, waitingSection } from './html/figures.ts';
import { hoursSection } from './html/hours.ts';
import { inputsSection } from './html/inputs.ts';
import { html, raw } from './html/markup.ts';
import { partSections } from './html/parts.ts';
import { scripts } from './html/scripts.ts';
import { contents, type Section, sectionMarkup } from './html/section.ts';
import {
  differencesSection,
  headlineSection,
  limitsSection,
  methodSection,
  warningsSection,
} from './html/sections.ts';
import { STYLES } from './html/styles.ts';
import { escalationsSection, outcomesSection, returnsSection, staffingSection } from './html/topics.ts';
import { counted, quoted } from './wording.ts';

export interface PageParts {
  /** Source of the Plotly bundle (`plotly.js-cartesian-dist-min`). */
  readonly plotly: string;
}

const POLICY =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'";

export function htmlPage(experiment: Experiment, { plotly }: PageParts): string {
  const base = experiment.scenarios[0];
  if (base === undefined) throw new Error('An experiment has at least one scenario.');
  const sections = sectionsOf(experiment);
  const page = html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title(experiment)} – Headroom</title>
<link rel="icon" href="data:,">
<style>${raw(STYLES)}</style>
<style id="plotly.js-style-global"></style>
<script>document.documentElement.classList.add('scripted');document.documentElement.dataset.counted = 'families'</script>
</head>
<body>
<a class="skip" href="#main">Skip to the results</a>
<header>
  <p class="kicker">Early Help waiting list simulation</p>
  <h1>${title(experiment)}</h1>
  <p class="answer">${answer(experiment)}</p>
  <p class="facts">${period(base)}. ${counted(experiment.replications, 'replication')}. Engine ${experiment.engine}, seed ${experiment.seed}.</p>
</header>
<main id="main" tabindex="-1">
${warningsSection(experiment)}
${contents(sections)}
${countSwitch(countsOf(experiment))}
${sections.map(sectionMarkup)}
</main>
<footer><p>Made by Headroom. This page holds all its data and loads nothing from a network.</p></footer>
${scripts(experiment, plotly)}
</body>
</html>
`;
  return page.toString();
}

/** What a manager asks first comes first; what has nothing to tell is left out. */
function sectionsOf(experiment: Experiment): Section[] {
  const sections = [
    headlineSection(experiment),
    differencesSection(experiment),
    changesSection(experiment),
    waitingSection(experiment),
    allocationSection(experiment),
    ...partSections(experiment),
    limitsSection(experiment),
    explanationSection(experiment),
    outcomesSection(experiment),
    escalationsSection(experiment),
    returnsSection(experiment),
    staffingSection(experiment),
    hoursSection(experiment),
    costsSection(experiment),
    inputsSection(experiment),
    methodSection(experiment),
  ];
  return sections.filter((section) => section !== null);
}

function title({ scenarios: [base, ...others] }: Experiment): string {
  const name = quoted(base?.name ?? '');
  const [other] = others;
  if (other === undefined) return `${name}: waiting list and time to allocation`;
  return others.length === 1
    ? `${quoted(other.name)} compared with ${name}`
    : `${counted(others.length, 'scenario')} compared with ${name}`;
}
