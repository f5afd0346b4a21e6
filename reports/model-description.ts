/**
 * The description of the model for exactly one scenario, after STRESS-DES 1.0 (Monks, Currie, Onggo, Robinson, Kunc and Taylor 2019,
 * Strengthening the reporting of empirical simulation studies, Journal of Simulation 13:55-67), as Markdown.
 */
import type { ScenarioDocument } from '../scenarios/file.ts';
import { asText } from './markdown.ts';
import { components } from './model-description/components.ts';
import { data } from './model-description/data.ts';
import { experimentation } from './model-description/experimentation.ts';
import { codeAccess, implementation } from './model-description/implementation.ts';
import { logic } from './model-description/logic.ts';
import { objectives } from './model-description/objectives.ts';
import { type Item, type RunTerms, type Subject, subjectOf } from './model-description/subject.ts';

export type { RunTerms } from './model-description/subject.ts';

const SECTIONS: readonly (readonly [title: string, items: (subject: Subject) => readonly Item[]])[] = [
  ['1 Objectives', objectives],
  ['2 Logic', (subject) => [...logic(subject), ...components(subject)]],
  ['3 Data', data],
  ['4 Experimentation', experimentation],
  ['5 Implementation', implementation],
  ['6 Code access', codeAccess],
];

export function modelDescription(document: ScenarioDocument, run: RunTerms): string {
  const subject = subjectOf(document, run);
  const head = [
    `# Model description: ${asText(document.name)}`,
    `After STRESS-DES 1.0 (Monks and others 2019). Headroom ${run.program.version}, engine ${run.program.engine}, seed ${run.seed}.`,
  ];
  const sections = SECTIONS.flatMap(([title, itemsOf]) => [`## ${title}`, ...itemsOf(subject).map(written)]);
  return `${[...head, ...sections].join('\n\n')}\n`;
}

/** A section of one item needs no second heading. */
const written = ({ number, name, text }: Item): string =>
  number.includes('.') ? `### ${number} ${name}\n\n${text}` : text;
