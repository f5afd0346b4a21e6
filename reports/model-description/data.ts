/** STRESS-DES section 3: data. */
import { workingDaysPerWeek } from '../../scenarios/calendar.ts';
import { WEEKS_PER_MONTH, workingDaysIn } from '../../scenarios/time-units.ts';
import { assumptionsLog, countByConfidence } from '../assumptions.ts';
import { confidenceTable, logSections } from '../assumptions-files.ts';
import { asCode, asText, bullets, markdownTable } from '../markdown.ts';
import { CONFIDENCE_LABELS, counted, inputWithUnit, listed, number } from '../wording.ts';
import { mechanismsOver } from './mechanisms.ts';
import { type Item, paragraphs, type Subject } from './subject.ts';

export const data = (subject: Subject): readonly Item[] => [
  { number: '3.1', name: 'Data sources', text: sources(subject) },
  { number: '3.2', name: 'Pre-processing', text: preProcessing(subject) },
  { number: '3.3', name: 'Input parameters', text: inputs(subject) },
  { number: '3.4', name: 'Assumptions', text: assumptions(subject) },
];

function sources({ document }: Subject): string {
  const bySource = Map.groupBy(assumptionsLog(document), ({ source }) => source);
  const rows = [...bySource].map(([source, log]) => [
    asText(source),
    listed([...new Set(log.map(({ confidence }) => CONFIDENCE_LABELS[confidence]))]),
    String(log.length),
  ]);
  return paragraphs(
    'Every input has a source in words and says how sure it is; 3.3 gives them one by one.',
    markdownTable(['Source', 'Confidence', 'Inputs'], rows),
  );
}

function preProcessing({ scenario, phases }: Subject): string {
  const { nation } = scenario.period;
  const perWeek = workingDaysPerWeek(nation);
  const used = mechanismsOver(phases).used.map(({ name }) => name);
  const holidays =
    nation === 'none'
      ? 'Monday to Friday, no bank holidays'
      : `Monday to Friday less the bank holidays of ${NATIONS[nation]}`;
  return paragraphs(
    'Inputs are checked whole (each within its bounds, names known, shares summing to 1) and converted to working days in one place; nothing is repaired. The data of a service were prepared by whoever wrote the scenario, as the column “Why” of 3.3 says.',
    bullets([
      `Working days: ${holidays}. A length said in weeks is ${number(perWeek, 3)} working days a week, the average; a month is ${number(WEEKS_PER_MONTH, 3)} weeks (365.25 / 12 / 7) or ${number(WEEKS_PER_MONTH * perWeek, 2)} working days; an hour of elapsed time is ${number(workingDaysIn('hours', perWeek), 4)} of a working day (37 hours over five days).`,
      'Referrals in a time become a rate for each working day by the same averages.',
      'A hazard said for a week becomes one for a working day.',
      'A post’s full-time equivalents become individuals: the number given, or as many full-timers as there can be and one part-timer.',
      ...(used.includes('Hours by task')
        ? ['Travel of a session is given for the team, or comes from its kind of area.']
        : []),
      ...(used.includes('Costs')
        ? [
            'Prices are used as given, in pounds of the price year; nothing is uprated and years are not mixed by the program.',
          ]
        : []),
    ]),
  );
}

const NATIONS = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern ireland': 'Northern Ireland',
} as const;

function inputs({ document }: Subject): string {
  const log = assumptionsLog(document);
  return paragraphs(
    `${counted(log.length, 'input')}, by part of the scenario.`,
    confidenceTable(countByConfidence(log)),
    ...logSections(log, '####'),
  );
}

function assumptions({ document }: Subject): string {
  const assumed = assumptionsLog(document, 'assumption');
  const rows = assumed.map(({ path, description, value, unit, source, note }) => [
    asCode(path),
    asText(description),
    asText(inputWithUnit(value, unit)),
    asText(note === null ? source : `${source}. ${note}`),
  ]);
  return paragraphs(
    'Of the model:',
    bullets(MODEL_ASSUMPTIONS),
    `Of its inputs: ${counted(rows.length, 'value rests', 'values rest')} on an assumption.`,
    rows.length === 0 ? null : markdownTable(['Parameter', 'Meaning', 'Value', 'Why'], rows),
  );
}

const MODEL_ASSUMPTIONS: readonly string[] = [
  'Families do not influence each other but through the places and hours they compete for.',
  'Referrers, front door and workers do not act differently when the list is long.',
  'Outcomes are drawn by shares and do not depend on the worker; dosage moves the chance of coming back and nothing else.',
  'Nothing happens on days that are not worked.',
  'Intervals speak of chance in the simulation, not of doubt about the inputs.',
];
