/** The assumptions log as a file: CSV for a spreadsheet, Markdown to be read. */
import type { ScenarioDocument } from '../scenarios/file.ts';
import { type ConfidenceCount, countByConfidence, type LoggedInput } from './assumptions.ts';
import { type CsvCell, csvText } from './csv-text.ts';
import { asCode, asText, markdownTable } from './markdown.ts';
import { CONFIDENCE_LABELS, counted, inputValue, inputWithUnit } from './wording.ts';

const CSV_HEADER = [
  'section',
  'path',
  'parameter',
  'value',
  'unit',
  'allowed',
  'default',
  'changed',
  'set_by',
  'why',
  'source',
  'confidence',
];

/** One row for each input. Single numbers in full; lists and distributions in words, their numbers in full. */
export function assumptionsCsv(log: readonly LoggedInput[]): string {
  return csvText([CSV_HEADER, ...log.map(csvRow)]);
}

function csvRow(input: LoggedInput): readonly CsvCell[] {
  return [
    input.section,
    input.path,
    input.description,
    csvValue(input.value),
    input.unit,
    input.allowed,
    input.default === undefined ? '' : csvValue(input.default),
    input.changed ? 'yes' : 'no',
    input.setBy,
    input.note ?? '',
    input.source,
    input.confidence,
  ];
}

const csvValue = (value: unknown): CsvCell => (typeof value === 'number' ? value : inputValue(value, String));

/** A page with the counts and a table for each section. */
export function assumptionsMarkdown(document: ScenarioDocument, log: readonly LoggedInput[]): string {
  const parts = [
    `# Assumptions log: ${asText(document.name)}`,
    document.scenario.description === undefined ? [] : asText(document.scenario.description),
    `Every value that the simulation of this scenario uses: ${counted(log.length, 'input')}.`,
    confidenceTable(countByConfidence(log)),
    ...logSections(log, '##'),
  ];
  return `${parts.flat().join('\n\n')}\n`;
}

export function confidenceTable(counts: readonly ConfidenceCount[]): string {
  const rows = counts.map(({ label, set, atDefault }) =>
    [label, set, atDefault, set + atDefault].map(String),
  );
  return markdownTable(['Confidence', 'Set by the scenario', 'Left at the default', 'Together'], rows);
}

/** A heading and a table for each section; `heading` is its number signs. */
export function logSections(log: readonly LoggedInput[], heading: string): readonly string[] {
  const sections = Map.groupBy(log, ({ section }) => section);
  return [...sections].flatMap(([section, inputs]) => [
    `${heading} ${section}`,
    markdownTable(MARKDOWN_HEADER, inputs.map(markdownRow)),
  ]);
}

const MARKDOWN_HEADER = [
  'Parameter',
  'Meaning',
  'Value',
  'Allowed',
  'Default',
  'Set by',
  'Why',
  'Source',
  'Confidence',
];

function markdownRow(input: LoggedInput): readonly string[] {
  return [
    asCode(input.path),
    asText(input.description),
    asText(inputWithUnit(input.value, input.unit)),
    asText(input.allowed),
    input.default === undefined ? 'none' : asText(inputWithUnit(input.default, input.unit)),
    asText(input.setBy),
    asText(input.note ?? ''),
    asText(input.source),
    CONFIDENCE_LABELS[input.confidence],
  ];
}
