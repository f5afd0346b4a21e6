/** Answers what the Compare screen asks: a document in memory, and runs whose results are made up. */
import type {
  DocumentState,
  HostConnection,
  KeptResult,
  News,
  RunOrder,
  ScenarioContent,
} from '../../../host/contract.ts';
import { HostFailure } from '../../../renderer/connection/host-failure.ts';
import { withSteps } from '../../../renderer/stores/edit-steps.ts';
import { contentFrom, readContent } from '../../../renderer/stores/scenario-reading.ts';
import type { Experiment } from '../../../reports/experiment.ts';
import {
  experiment,
  PANEL,
  SHORTER,
  type Sketch,
  TODAY,
  TWO_MORE,
} from '../../reports/fixture-experiment.ts';

/** `slow`: a run stands still until it is cancelled. `long`: full runs are refused as too long. `broken`: kept results cannot be read. */
export type Trouble = 'slow' | 'long' | 'broken';

export interface MadeUp {
  readonly scenarios: number;
  readonly trouble: Trouble | null;
  readonly names: 'plain' | 'long';
}

const CHANGED: Sketch = {
  name: 'Six more workers from September',
  from: 96,
  to: 20,
  wait: 14,
  workers: 24,
  changes: [{ from: '2027-09-06', names: ['Six more workers'], words: ['six more'] }],
};
const BOTH: Sketch = { name: 'Panel and shorter plans', from: 95, to: 44, wait: 17.5, workers: 18 };
const SKETCHES: readonly Sketch[] = [TODAY, TWO_MORE, SHORTER, PANEL, CHANGED, BOTH];
const LONG = 'A scenario that says all it does in its name, and then some more, ';

export function madeUpHost({ scenarios, trouble, names }: MadeUp): HostConnection {
  const listeners = new Set<(news: News) => void>();
  const tell = (news: News) => {
    for (const listener of listeners) listener(news);
  };
  const sketches = SKETCHES.slice(0, scenarios).map((sketch, at) =>
    names === 'long' ? { ...sketch, name: `${LONG.repeat(2).slice(0, 110)}${at + 1}` } : sketch,
  );
  let state = documentOf(sketches);
  const results: { about: KeptResult; experiment: Experiment }[] = [];
  const answers: Record<string, (argument: never) => unknown> = {
    about: () => ({ version: '0.1.0', engine: '1.0.0', folder: '/', threads: 2 }),
    settings: () => ({ theme: 'as the system', counted: 'families' }),
    'settings change': (change: object) => ({ theme: 'as the system', counted: 'families', ...change }),
    documents: () => [],
    'document open': () => state,
    'document close': () => null,
    'document edit': ({ edit }: { edit: { label: string; steps: DocumentState['scenarios'][number][] } }) => {
      state = { ...withSteps(state, edit.steps as never), revision: state.revision + 1, undo: edit.label };
      return state;
    },
    'results kept': () => {
      if (trouble === 'broken') throw failure('The file could not be read at row 7.');
      return results.map(({ about }) => about);
    },
    'result kept': ({ result }: { result: string }) =>
      results.find(({ about }) => about.result === result)?.experiment,
    'run cancel': ({ run }: { run: string }) => {
      tell({ kind: 'run failed', run, failure: { kind: 'stopped', message: 'Stopped.', problems: [] } });
      return null;
    },
    'run start': (order: RunOrder) => {
      if (trouble === 'long' && order.priority === 'full' && !order.mayTakeLong) {
        throw failure('200 replications (1.2bn events) will take about 22 minutes.', 'replications');
      }
      setTimeout(() => run(order), 5);
      return null;
    },
  };
  const run = (order: RunOrder) => {
    const progress = { phase: 'replications', done: 40, of: 200, secondsLeft: 42 } as const;
    tell({ kind: 'run progress', run: order.run, progress });
    if (trouble === 'slow' && order.priority === 'full') return;
    const made = resultOf(order, sketches);
    if (order.keep) {
      const about = {
        result: crypto.randomUUID(),
        label: order.keep.label,
        made: '2027-03-01T09:30:00Z',
        scenarioNames: made.scenarios.map(({ name }) => name),
        replications: made.replications,
        seed: made.seed,
      };
      results.unshift({ about, experiment: made });
    }
    const kept = order.keep !== undefined;
    setTimeout(() => tell({ kind: 'run finished', run: order.run, experiment: made, kept }), 20);
  };
  return {
    ask: async (name, argument) => {
      const answer = answers[name];
      if (!answer) throw new Error(`Nobody told the made-up host about "${name}".`);
      return answer(argument as never) as never;
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const failure = (message: string, path = 'document') =>
  new HostFailure({ kind: 'bad input', message, problems: [{ path, value: 200, allowed: '', message }] });

function documentOf(sketches: readonly Sketch[]): DocumentState {
  return {
    document: 'made-up',
    path: '/made-up.headroom',
    name: 'Made up',
    revision: 1,
    readOnly: null,
    notice: null,
    scenarios: sketches.map(({ name }, at) => ({ id: `s${at}`, content: contentFrom('east-sussex', name) })),
    comparisons: [],
    datasets: [],
    notes: [],
    undo: null,
    redo: null,
  };
}

/** The figures of the sketches by name, with the inputs that the scenarios really have. */
function resultOf({ scenarios, replications, seed }: RunOrder, sketches: readonly Sketch[]): Experiment {
  const asked = scenarios.map((content: ScenarioContent) => ({
    ...(sketches.find(({ name }) => name === content.name) ?? TODAY),
    name: String(content.name),
  }));
  const made = experiment(asked, { seed, replications: replications === 'auto' ? 400 : replications });
  return {
    ...made,
    scenarios: made.scenarios.map((run, at) => ({
      ...run,
      inputs: readContent(scenarios[at]!).document?.inputs ?? [],
    })),
  };
}
