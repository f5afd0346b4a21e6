/** A preview of a scenario for as long as a screen shows it: simulated anew whenever it changes and can be simulated. */
import { reaction } from 'mobx';
import { useEffect } from 'react';
import type { RunPlace, RunWish } from '../stores/run-store.ts';
import type { ScenarioStore } from '../stores/scenario-store.ts';
import { useApp } from './app-context.ts';

/**
 * @param screen each scenario has a place of its own on it, so that no result is shown under another's name
 * @param wishFor what is simulated; the same function each time
 */
export function useLivePreview(
  screen: string,
  scenario: ScenarioStore,
  wishFor: (scenario: ScenarioStore) => RunWish,
): RunPlace {
  const { runs } = useApp();
  const name = `${screen}/${scenario.id}`;
  useEffect(() => {
    const stop = reaction(
      () => (scenario.valid ? wishFor(scenario) : null),
      (wish) => (wish ? runs.preview(name, wish) : runs.hold(name)),
      { fireImmediately: true },
    );
    return () => {
      stop();
      if (runs.place(name).running) runs.hold(name);
    };
  }, [name, scenario, wishFor, runs]);
  return runs.place(name);
}

/** Whether the result shown is of the scenario as it stands, in words; empty while it is. */
export function stateInWords({ stale, running, experiment, failure }: RunPlace, valid: boolean): string {
  if (!valid) return experiment ? 'As it was before: something is to be put right' : '';
  if (stale) return failure ? 'Not current: shown is an earlier state' : 'Updating';
  return running && experiment ? 'Being refined' : '';
}
