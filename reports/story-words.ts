/** A story in words: what the source says, what the model says, and how they differ. */
import type { Direction } from '../scenarios/comparison.ts';
import type { ToldExpectation, ToldFigure, ToldStory } from './story.ts';
import {
  differenceUnit,
  differenceWithInterval,
  figure,
  hasInterval,
  label,
  listed,
  number,
  quoted,
  unitOf,
  withInterval,
} from './wording.ts';

/** "falls", "not said". */
export const sourceInWords = ({ expectation }: ToldExpectation): Direction | 'not said' =>
  expectation.sourceSays === 'nothing' ? 'not said' : expectation.sourceSays;

/** "Families waiting at the end", with its unit where the label does not say it. */
export function measureWithUnit({ expectation: { measure } }: ToldExpectation): string {
  const unit = unitOf(measure);
  return unit === 'families' || unit === 'share' ? label(measure) : `${label(measure)} (${unit})`;
}

/** "−44.2 (−48.6 to −39.8)", in percentage points for a share. */
export function differenceInWords({ expectation: { measure }, difference }: ToldExpectation): string {
  const unit = unitOf(measure);
  const points = unit === 'share' ? ` ${differenceUnit(unit)}` : '';
  return `${differenceWithInterval(difference, unit)}${points}`;
}

/** In what source and model agree, in what they differ, how far published figures are off, and where the source is silent. */
export function differencesInWords({ expectations, figures }: ToldStory): string[] {
  const by = Map.groupBy(expectations, ({ agreement }) => agreement);
  return [
    ...together('Source and model agree', by.get('agree')),
    ...(by.get('differ') ?? []).map(disagreement),
    ...figures.map(figureInWords),
    ...together('The source does not say, the model does', by.get('not said')),
  ];
}

function disagreement(told: ToldExpectation): string {
  const { expectation, scenario, modelSays } = told;
  const source = `the source says ${saidOf(sourceInWords(told))}`;
  const model = `the model says ${saidOf(modelSays)}, ${differenceInWords(told)}`;
  return `Source and model differ on ${label(expectation.measure)}, ${quoted(scenario)}: ${source}; ${model}. ${expectation.because}`;
}

/** One sentence for several, by scenario. */
function together(what: string, told: readonly ToldExpectation[] = []): string[] {
  if (told.length === 0) return [];
  const scenarios = [...Map.groupBy(told, ({ scenario }) => scenario)].map(([scenario, rows]) => {
    const found = rows.map(({ expectation, modelSays }) => `${label(expectation.measure)} (${modelSays})`);
    return `in ${quoted(scenario)}, ${listed(found)}`;
  });
  return [`${what}: ${scenarios.join('; ')}.`];
}

const saidOf = (direction: Direction | 'not said') =>
  direction === 'falls' || direction === 'rises' ? `it ${direction}` : direction;

/** "Families waiting, on average, “X”: 35 published (a note), 26.0 (20.9 to 31.2) simulated, 26% less." */
function figureInWords({ figure: told, scenario, simulated }: ToldFigure): string {
  const { measure, value, note } = told;
  const unit = unitOf(measure);
  const published = `${publishedFigure(told)} published${note === undefined ? '' : ` (${note})`}`;
  const apart = apartInWords(value, simulated.mean, unit);
  return `${label(measure)}, ${quoted(scenario)}: ${published}, ${withInterval(simulated, unit)} simulated${apart}.`;
}

export function publishedFigure({ measure, value }: ToldFigure['figure']): string {
  return unitOf(measure) === 'share' ? figure(value, 'share') : number(value, 1, 0);
}

function apartInWords(published: number, simulated: number, unit: string): string {
  const apart = simulated - published;
  if (!Number.isFinite(apart)) return '';
  const less = apart < 0 ? 'less' : 'more';
  if (unit === 'share') {
    const points = number(Math.abs(apart) * 100, 1, 0);
    return points === '0' ? ', the same' : `, ${points} percentage points ${less}`;
  }
  if (published === 0) return '';
  const share = number((Math.abs(apart) / published) * 100, 0);
  return share === '0' ? ', the same' : `, ${share}% ${less}`;
}

/** What a story claims of the model and the model does not say; empty as it should be. */
export function unmetInWords({ expectations }: ToldStory): string[] {
  return expectations
    .filter(({ met }) => !met)
    .map(({ expectation: { measure, direction }, scenario, modelSays, difference }) => {
      const chance = hasInterval(difference) ? '' : ', with too few replications for an interval';
      return `${label(measure)}, ${quoted(scenario)}: the story expects “${direction}”, the model says “${modelSays}”${chance}.`;
    });
}
