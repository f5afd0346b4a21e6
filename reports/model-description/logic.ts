/** STRESS-DES section 2.1 to 2.4: what the model does. */
import { changeInWords } from '../../scenarios/change-words.ts';
import type { Phase } from '../../scenarios/changes.ts';
import { differences } from '../../scenarios/differences.ts';
import { asCode, asText, bullets, markdownTable } from '../markdown.ts';
import { date, inputWithUnit, listed, quoted } from '../wording.ts';
import { algorithms } from './algorithms.ts';
import { flowDiagram } from './diagram.ts';
import { unusedInWords, usedInWords } from './mechanisms.ts';
import { type Item, paragraphs, type Subject } from './subject.ts';

export const logic = (subject: Subject): readonly Item[] => [
  { number: '2.1', name: 'Base model overview diagram', text: overview(subject) },
  { number: '2.2', name: 'Base model logic', text: baseLogic(subject) },
  { number: '2.3', name: 'Scenario logic', text: scenarioLogic(subject) },
  { number: '2.4', name: 'Algorithms', text: algorithms(subject) },
];

const overview = ({ scenario, phases }: Subject): string =>
  paragraphs(
    flowDiagram(scenario),
    phases.length > 1 ? 'As the scenario stands at the start; 2.3 says what changes.' : null,
  );

function baseLogic({ phases }: Subject): string {
  return paragraphs(
    'Always the same:',
    bullets([
      '**Referral.** Families come from sources, each with a rate for every working day and a mix of needs.',
      '**Front door.** Information is gathered, which occupies nobody; then a decision sends the family to advice, to social care, or to a pathway.',
      '**Waiting list.** A family sent to a pathway waits on its list until it is allocated or leaves.',
      '**Allocation.** It is given to a worker who has room under the caseload cap, by the rule in 2.4.',
      '**Work.** Sessions fall one interval apart and take hours of the worker’s week.',
      '**Closure.** With the last session the case closes with an outcome drawn by the shares of its pathway, and the place is free.',
    ]),
    'Mechanisms that this scenario uses:',
    usedInWords(phases),
    'Mechanisms that it leaves alone:',
    unusedInWords(phases),
  );
}

function scenarioLogic({ document, phases }: Subject): string {
  const own = [...new Set(document.inputs.map(({ setBy }) => setBy).filter((by) => by !== 'default'))];
  const made = `The scenario is made of the defaults of the program${own.length === 0 ? '' : `, and what is set by ${listed(own.map((name) => asText(quoted(name))))}`}; 3.3 says what each sets.`;
  if (phases.length === 1) return `${made} Nothing changes on a date during the run.`;
  return paragraphs(
    `${made} Dated changes, in order; each is made to the scenario as it stands just before:`,
    ...phases.slice(1).map((phase, index) => changed(phases[index]!, phase)),
  );
}

function changed(before: Phase, after: Phase): string {
  // A later phase opens with nobody: what a run opens with is no change.
  const rows = differences(before.scenario, after.scenario)
    .filter(({ path }) => !path.startsWith('opening.'))
    .map(({ path, before: was, after: is, leaf: { about } }) => [
      asCode(path),
      asText(about.description),
      was === undefined ? 'not there' : asText(inputWithUnit(was, about.unit)),
      is === undefined ? 'taken away' : asText(inputWithUnit(is, about.unit)),
    ]);
  return paragraphs(
    `**From ${date(after.from)}: ${listed(after.names.map((name) => asText(quoted(name))))}.**`,
    bullets(changeInWords(after, before.scenario, after.scenario).map(asText)),
    markdownTable(['Parameter', 'Meaning', 'Before', 'From then on'], rows),
  );
}
