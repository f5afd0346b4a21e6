/** docs/stories.md: every story with what its source says, what the model says, and how they differ. */
import type { Experiment } from './experiment.ts';
import { asText, bullets, markdownTable } from './markdown.ts';
import { type ComparisonStory, type ToldExpectation, tellStory } from './story.ts';
import { differenceInWords, differencesInWords, measureWithUnit, sourceInWords } from './story-words.ts';
import { figure, INTERVAL_MEANING, label, listed, quoted, unitOf, weeks } from './wording.ts';

export interface DocumentedStory {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly story: ComparisonStory;
  readonly experiment: Experiment;
}

export function storiesDocument(stories: readonly DocumentedStory[]): string {
  const { replications, seed } = stories[0]!.experiment;
  const contents = stories.map(({ id, story }) => `[${story.lever}](#${id})`);
  const opening = [
    '# Stories',
    'What councils say they did to their waiting lists, each simulated as a comparison: the service as it was and as it became, with the same families. ' +
      'Each story says what its source says happened, what the model says would happen, and how the two differ. ' +
      'A source that gives a direction can be compared in direction only, and agreement in direction is no proof that the model is right about the size.',
    `\`headroom stories\` lists them, \`headroom stories check ID\` runs one again, and \`headroom compare ID\` shows all its figures. ` +
      `Made by \`npm run docs:stories\`: ${replications} replications of each scenario, seed ${seed}. ${INTERVAL_MEANING}`,
    bullets(contents),
  ];
  return `${[...opening, ...stories.map(storySection)].join('\n\n')}\n`;
}

/** One story, under a heading that bears its id. */
export function storySection({ id, name, description, story, experiment }: DocumentedStory): string {
  const told = tellStory(story, experiment);
  const [base, ...others] = experiment.scenarios;
  const rows = told.expectations.map((row) => {
    const { expectation, scenario, modelSays } = row;
    const unit = unitOf(expectation.measure);
    return [
      measureWithUnit(row),
      scenario,
      figure(row.base.mean, unit),
      figure(row.other.mean, unit),
      differenceInWords(row),
      modelSays,
      sourceInWords(row),
    ].map(asText);
  });
  const head = ['', 'Scenario', 'Base', 'Then', 'Difference (95% interval)', 'Model', 'Source'];
  return [
    `## <a id="${id}"></a>${asText(name)}`,
    `\`${id}\`. ${asText(description)}`,
    `**What the source says.** ${asText(story.happened.text)} (${asText(story.happened.source)})`,
    `**What the model says.** ${weeks(base!.dates.length)}; the base is ${quoted(asText(base!.name))}, beside it ${listed(others.map((run) => quoted(asText(run.name))))}.`,
    markdownTable(head, rows),
    `Why:\n\n${bullets(told.expectations.map(reason))}`,
    `**How they differ.**\n\n${bullets(differencesInWords(told).map(asText))}`,
    `**Limits.** ${asText(story.limits)}`,
  ].join('\n\n');
}

const reason = ({ expectation, scenario }: ToldExpectation) =>
  asText(`${label(expectation.measure)}, ${quoted(scenario)}: ${expectation.because}`);
