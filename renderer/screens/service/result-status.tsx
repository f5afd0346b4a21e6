/** In one line that keeps its place: whether the result is current, how far a run is, and what went wrong. */
import { Button, Loader } from '@mantine/core';
import { observer } from 'mobx-react-lite';
import { counted } from '../../../reports/wording.ts';
import { useApp } from '../../frame/app-context.ts';
import type { RunPlace } from '../../stores/run-store.ts';
import type { ScenarioStore } from '../../stores/scenario-store.ts';

interface ResultStatusProps {
  readonly scenario: ScenarioStore;
  readonly place: RunPlace;
}

export const ResultStatus = observer(({ scenario, place }: ResultStatusProps) => {
  const { runs } = useApp();
  const again = () => {
    runs.hold(place.name);
    runs.preview(place.name, { scenarios: [scenario.content] });
  };
  const stopped = !place.running && (place.failure !== null || place.stale || place.experiment === null);
  return (
    <div className="status" data-kind={place.failure ? 'failure' : place.stale ? 'stale' : 'current'}>
      <span className="status-loader">{place.running && <Loader size={16} aria-hidden />}</span>
      <span className="status-words" title={place.failure?.message}>
        <span role="status">{statusWords(scenario, place)}</span>
        {howFar(scenario, place)}
      </span>
      {place.running && (
        <Button size="compact-xs" variant="subtle" onClick={() => runs.cancel(place.name)}>
          Cancel
        </Button>
      )}
      {stopped && scenario.valid && (
        <Button size="compact-xs" variant="subtle" onClick={again}>
          {place.failure ? 'Try again' : 'Simulate'}
        </Button>
      )}
    </div>
  );
});

function statusWords(scenario: ScenarioStore, place: RunPlace): string {
  const { experiment, failure, progress, running, stale } = place;
  if (!scenario.valid) {
    return experiment
      ? 'Not current: shown is an earlier state'
      : 'It cannot be simulated until it is put right';
  }
  if (failure) return `It could not be simulated: ${failure.message}`;
  if (running && progress?.phase === 'warm-up') return 'Updating: filling up the service';
  if (running && (stale || experiment === null)) return 'Updating';
  if (experiment === null) return 'Not simulated yet';
  const runsDone = counted(experiment.replications, 'run');
  if (stale) return 'Not current: shown is an earlier state';
  if (running) return `First look, ${runsDone}; refining`;
  return experiment.precision.stopped ? `Stopped after ${runsDone}` : `Current, ${runsDone}`;
}

/** Beside the words that are read out, not in them: it changes ten times a second. */
function howFar({ valid }: ScenarioStore, { failure, progress, running }: RunPlace): string {
  const shown = valid && failure === null && running && progress?.phase === 'replications';
  return shown ? `: ${progress.done} of ${progress.of}` : '';
}
