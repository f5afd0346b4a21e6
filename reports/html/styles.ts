/** The page's styles: light and dark, 360 px to 1920 px, and A4. */
export const STYLES = `
:root {
  --paper: #ffffff; --ground: #f3f5f8; --text: #1d2733; --soft: #4a5868; --line: #cdd5de; --accent: #0a5a9c;
  --good: #0b6b3a; --bad: #a3260f; --warn-paper: #fff6e0; --warn-line: #b97900; --warn: #7d5000; --mark: #fff0b3; --row: #f3f5f8;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #171d25; --ground: #0f141a; --text: #e8edf3; --soft: #aeb9c6; --line: #3b4654; --accent: #7cc0ff;
    --good: #6fd69b; --bad: #ff9d8a; --warn-paper: #2b2410; --warn-line: #e0a93b; --warn: #e0a93b; --mark: #5a4a00; --row: #1e2630;
  }
}
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% }
body {
  margin: 0; background: var(--ground); color: var(--text);
  font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; overflow-wrap: break-word;
}
header, main, footer { max-width: 80rem; margin-inline: auto; padding-inline: clamp(0.75rem, 3vw, 2rem) }
header { padding-block: 1.5rem 0.5rem }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; margin: 0 0 0.5rem }
h1 { font-size: clamp(1.5rem, 1.1rem + 1.6vw, 2.25rem) }
h2 { font-size: 1.375rem }
h3 { font-size: 1.125rem }
.kicker { margin: 0 0 0.25rem; color: var(--soft); font-weight: 600 }
.answer { font-size: clamp(1.125rem, 1rem + 0.5vw, 1.375rem); max-width: 58rem; margin: 0.75rem 0 }
.facts, .note, figcaption { color: var(--soft); font-size: 0.9rem; max-width: 58rem }
section {
  background: var(--paper); border: 1px solid var(--line); border-radius: 0.5rem;
  padding: clamp(0.75rem, 2.5vw, 1.5rem); margin-block: 1rem;
}
section.warnings { background: var(--warn-paper); border-color: var(--warn-line); border-left-width: 0.4rem }
section.warnings ul { margin-bottom: 0 }
ul, ol { padding-left: 1.25rem }
li + li { margin-top: 0.4rem }
ol, ul, article > p { max-width: 58rem }
article + article { border-top: 1px solid var(--line); margin-top: 1.5rem; padding-top: 1.25rem }
.scroll { container-type: inline-size; overflow-x: auto; margin-block: 0.75rem; position: relative }
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem }
caption span { display: inline-block; max-width: 100cqw; position: sticky; left: 0 }
caption { overflow-wrap: anywhere; text-align: left; color: var(--soft); font-size: 0.9rem; padding-bottom: 0.4rem }
th, td { text-align: left; vertical-align: top; padding: 0.45rem 0.75rem 0.45rem 0.5rem; border-bottom: 1px solid var(--line); min-width: 6.5rem }
thead th { overflow-wrap: anywhere; max-width: 18rem; border-bottom: 2px solid var(--soft); vertical-align: bottom }
tbody th { font-weight: 400; min-width: 9rem }
tbody tr:nth-child(even) { background: var(--row) }
.figures td, .figures thead th:not(:first-child) { text-align: right; font-variant-numeric: tabular-nums }
.unit, .verdict { color: var(--soft); font-size: 0.875rem }
td .cost { display: inline-block; min-width: 9rem }
td .beside { display: inline-block; min-width: 3rem; padding-left: 0.5rem }
.parts { font-size: 0.875rem }
.parts th, .parts td { min-width: 5.5rem; padding-inline: 0.35rem }
.parts .verdict { font-size: 0.8125rem }
.parts tbody th { min-width: 7rem; position: sticky; left: 0; background: var(--paper) }
.parts tbody tr:nth-child(even) th { background: var(--row) }
.verdict, .confidence, code { display: block }
.verdict.better { color: var(--good); font-weight: 600 }
.verdict.worse { color: var(--bad); font-weight: 600 }
.confidence { font-weight: 600 }
.confidence.assumption { color: var(--warn) }
code { font-size: 0.8125rem; color: var(--soft); overflow-wrap: anywhere }
.inputs td:nth-child(4) { min-width: 15rem }
mark { background: var(--mark); color: inherit; padding-inline: 0.2em }
button.copy {
  font: inherit; font-size: 0.9rem; color: var(--accent); background: none; border: 1px solid currentColor; border-radius: 0.3rem;
  padding: 0.3rem 0.8rem; min-height: 2rem; cursor: pointer;
}
nav ul { list-style: none; padding: 0; margin: 0.5rem 0; display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; max-width: none }
nav li + li { margin-top: 0 }
nav a { color: var(--accent); display: inline-block; padding-block: 0.2rem }
fieldset.count { border: 0; padding: 0.25rem 0; margin: 0.5rem 0; position: sticky; top: 0; z-index: 1; background: var(--ground) }
fieldset.count legend { float: left; font-weight: 600; padding: 0.2rem 0.75rem 0.2rem 0 }
fieldset.count label { display: inline-block; margin-right: 1rem; padding-block: 0.2rem; cursor: pointer }
fieldset.count input { accent-color: var(--accent); width: 1.1rem; height: 1.1rem; vertical-align: -0.15rem }
.again { padding-left: 1rem; color: var(--soft) }
h3 { margin-top: 1rem }
h2[id] { scroll-margin-top: 3rem }
@media screen {
  .scripted[data-counted=families] .in-children, .scripted[data-counted=children] .in-families { display: none }
}
details { margin-block: 0.5rem }
summary { cursor: pointer; color: var(--accent); padding-block: 0.3rem }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
.skip { position: absolute; left: -99rem }
.skip:focus { left: 0.5rem; top: 0.5rem; background: var(--paper); color: var(--accent); padding: 0.5rem 1rem; z-index: 2 }
figure { margin: 0; min-width: 0 }
figcaption { margin-top: 0.5rem }
h2 + article { margin-top: 1rem }
.chart { height: 360px }
.chart.tall { height: 420px }
:root:not(.scripted) .chart, .scripted .unscripted { display: none }
.multiples { display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)) }
.meanings dt { font-weight: 600 }
.meanings dd { margin: 0 0 0.5rem }
footer { color: var(--soft); font-size: 0.9rem; padding-block: 0.5rem 2rem }
@page { size: A4; margin: 15mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif } }
@media print {
  body { background: none; font-size: 10pt }
  header, main, footer { max-width: none; padding-inline: 0 }
  section, section.warnings { border: 0; border-radius: 0; padding: 0; margin-block: 0 7mm; background: none }
  section.warnings { border-left: 1.5mm solid var(--warn-line); padding-left: 3mm }
  h1 { font-size: 18pt } h2 { font-size: 14pt } h3 { font-size: 11.5pt }
  .answer { font-size: 12pt }
  table { font-size: 8.5pt }
  .facts, .note, figcaption, caption, .unit, .verdict { font-size: 8pt }
  code { font-size: 6.5pt }
  th, td, .inputs td:nth-child(4) { min-width: 0; padding: 1mm 2mm 1mm 1mm }
  tbody th { min-width: 25mm }
  .inputs { font-size: 7.5pt }
  .inputs tbody th { width: 38% }
  table[id^=inputs-] tr > :nth-child(3) { display: none }
  .parts { font-size: 7pt }
  .parts .verdict { font-size: 6.5pt }
  .parts th, .parts td { min-width: 0; padding-inline: 0.5mm }
  .parts tbody th { min-width: 14mm }
  .chart, .chart.tall { height: auto }
  h2, h3, caption, h2 + .note { break-after: avoid }
  figure, table.figures, tr, li, p { break-inside: avoid }
  thead { display: table-header-group }
  .scroll { overflow: visible }
  .multiples { display: block }
  section:has(#inputs) { break-before: page }
  nav, fieldset.count, .modebar-container, .skip, footer, button.copy, details:not(.full), details.others, details.full > summary { display: none !important }
  details.full::details-content { content-visibility: visible; block-size: auto }
}
`;
