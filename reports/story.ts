/** What a story's source says beside what the model says, and how the two differ. */
import type { Direction, Expectation, Story, StoryFigure } from '../scenarios/comparison.ts';
import type { MeasureKey } from '../sim/measures/measures.ts';
import type { Estimate } from '../sim/measures/summary.ts';
import { type Experiment, type ScenarioRun, wholeService } from './experiment.ts';
import { verdict } from './verdict.ts';
import { hasInterval } from './wording.ts';

export type ComparisonStory = Story<MeasureKey>;

export interface ToldExpectation {
  readonly expectation: Expectation<MeasureKey>;
  /** What is compared with the base. */
  readonly scenario: string;
  readonly base: Estimate;
  readonly other: Estimate;
  /** Other minus base, replication by replication. */
  readonly difference: Estimate;
  readonly modelSays: Direction;
  /** Whether the model says what the story claims that it says. */
  readonly met: boolean;
  /** Of source and model; "not said" where the source is silent. */
  readonly agreement: 'agree' | 'differ' | 'not said';
}

export interface ToldFigure {
  readonly figure: StoryFigure<MeasureKey>;
  readonly scenario: string;
  readonly simulated: Estimate;
}

export interface ToldStory {
  readonly expectations: readonly ToldExpectation[];
  readonly figures: readonly ToldFigure[];
}

/** @param experiment the story's own, its scenarios in the same order */
export function tellStory({ expects, figures = [] }: ComparisonStory, experiment: Experiment): ToldStory {
  return {
    expectations: expects.map((expectation) => toldExpectation(expectation, experiment)),
    figures: figures.map((figure) => {
      const run = runAt(experiment, figure.scenario);
      return { figure, scenario: run.name, simulated: headlineOf(run, figure.measure) };
    }),
  };
}

function toldExpectation(expectation: Expectation<MeasureKey>, experiment: Experiment): ToldExpectation {
  const { measure, scenario, direction, sourceSays } = expectation;
  const run = runAt(experiment, scenario);
  const difference = experiment.differences[scenario - 1]!.headline[measure];
  const modelSays = directionOf(measure, difference);
  return {
    expectation,
    scenario: run.name,
    base: headlineOf(runAt(experiment, 0), measure),
    other: headlineOf(run, measure),
    difference,
    modelSays,
    met: modelSays === direction,
    agreement: sourceSays === 'nothing' ? 'not said' : sourceSays === modelSays ? 'agree' : 'differ',
  };
}

/** Too small to matter is no clear difference either; without an interval nothing is clear. */
function directionOf(measure: MeasureKey, difference: Estimate): Direction {
  if (!hasInterval(difference) || !verdict(measure, difference).clear) return 'no clear difference';
  return difference.mean < 0 ? 'falls' : 'rises';
}

const headlineOf = (run: ScenarioRun, measure: MeasureKey) => wholeService(run.summary).headline[measure];

function runAt({ scenarios }: Experiment, index: number): ScenarioRun {
  const run = scenarios[index];
  if (!run) throw new RangeError(`The story speaks of scenario ${index}, of ${scenarios.length}.`);
  return run;
}
