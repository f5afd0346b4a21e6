import { Command } from 'commander';
import { openStory, storyIds } from '../../host/comparison-files.ts';
import { allOf, EXIT_CODES } from '../../host/failure.ts';
import { type CheckedStory, checkStory, STORY_RUN } from '../../host/story-check.ts';
import { createPool } from '../../host/workers/pool.ts';
import {
  differenceInWords,
  differencesInWords,
  measureWithUnit,
  unmetInWords,
} from '../../reports/story-words.ts';
import { counted, figure, INTERVAL_MEANING, quoted, unitOf } from '../../reports/wording.ts';
import { interruption } from '../interruption.ts';
import { refuseExtras } from '../options.ts';
import { type Paint, stylist, widthOf, wrap } from '../terminal.ts';

export function storiesCheckCommand(): Command {
  return new Command('check')
    .description('Run stories: what each source says, what the model says, and how they differ.')
    .argument('[id...]', 'ids of stories (default: all)')
    .allowUnknownOption()
    .action((ids: readonly string[], _options, command: Command) => {
      refuseExtras(command, ids.length);
      return check(ids);
    });
}

async function check(typed: readonly string[]): Promise<void> {
  const ids = typed.length === 0 ? storyIds : typed;
  allOf(ids.map((id) => () => openStory(id)));
  const width = widthOf(process.stdout);
  const paint = stylist(process.stdout);
  await using pool = createPool();
  using stop = interruption();
  const checked: CheckedStory[] = [];
  for (const id of ids) {
    const story = await checkStory(id, pool, stop.signal);
    checked.push(story);
    process.stdout.write(`${toldStory(story, width, paint)}\n\n`);
  }
  process.stdout.write(`${conclusion(checked, width)}\n`);
  const unmet = checked.some(({ told }) => told.expectations.some(({ met }) => !met));
  if (unmet) process.exitCode = EXIT_CODES['our fault'];
}

function toldStory({ opened, told }: CheckedStory, width: number, paint: Paint): string {
  const { id, story, comparison } = opened;
  const { happened, limits } = story;
  const line = (text: string) => wrap(`  ${text}`, width, '    ');
  const unmet = unmetInWords(told);
  return [
    `${paint('bold', comparison.name)} ${paint('dim', `(${id})`)}`,
    paint('bold', 'The source'),
    line(`${happened.text} ${happened.source}`),
    paint('bold', 'The model'),
    ...byScenario(told.expectations, width),
    paint('bold', 'How they differ'),
    ...differencesInWords(told).map(line),
    ...(unmet.length === 0 ? [] : [paint('bold', 'Not as the story expects'), ...unmet.map(line)]),
    paint('bold', 'Limits'),
    line(limits),
  ].join('\n');
}

function byScenario(expectations: CheckedStory['told']['expectations'], width: number): string[] {
  return [...Map.groupBy(expectations, ({ scenario }) => scenario)].flatMap(([scenario, rows]) => [
    wrap(`  ${quoted(scenario)}`, width, '    '),
    ...rows.map((row) => {
      const unit = unitOf(row.expectation.measure);
      const change = `${figure(row.base.mean, unit)} becomes ${figure(row.other.mean, unit)}`;
      return wrap(
        `    ${measureWithUnit(row)}: ${change}, ${differenceInWords(row)}: ${row.modelSays}`,
        width,
        '      ',
      );
    }),
  ]);
}

function conclusion(checked: readonly CheckedStory[], width: number): string {
  const all = checked.flatMap(({ told }) => told.expectations);
  const agreeing = all.filter(({ agreement }) => agreement === 'agree').length;
  const differing = all.filter(({ agreement }) => agreement === 'differ').length;
  const silent = all.length - agreeing - differing;
  return wrap(
    `Source and model agree on ${counted(agreeing, 'direction')} and differ on ${differing}; on ${silent} the sources say nothing. ` +
      'Nearly all sources give directions and no sizes, so that agreement does not show that the sizes are right. ' +
      `Each scenario: ${STORY_RUN.replications} replications, seed ${STORY_RUN.seed}. ${INTERVAL_MEANING}`,
    width,
  );
}
