import { autorun, runInAction } from 'mobx';
import { describe, expect, it } from 'vitest';
import type { DocumentState } from '../../host/contract.ts';
import { ComparisonView } from '../../renderer/screens/compare/comparison-view.ts';
import { AppStore } from '../../renderer/stores/app-store.ts';
import { contentFrom, readContent } from '../../renderer/stores/scenario-reading.ts';
import { experiment, TODAY } from '../reports/fixture-experiment.ts';
import { EMPTY, FakeHost } from './fake-host.ts';

const NAMES = ['Today', 'More workers', 'Shorter work'];
const contents = NAMES.map((name) => contentFrom('reference', name));
const three: DocumentState = {
  ...EMPTY,
  scenarios: contents.map((content, at) => ({ id: `s${at}`, content })),
  comparisons: [{ id: 'c', name: 'All', scenarios: ['s0', 's1', 's2'] }],
};

async function comparing() {
  const host = new FakeHost(three);
  const app = new AppStore(host);
  await app.openDocument(three.path);
  const view = new ComparisonView(app, app.document!);
  autorun(() => view.stale);
  const made = experiment(NAMES.map((name) => ({ ...TODAY, name })));
  const scenarios = made.scenarios.map((run, at) => {
    return { ...run, inputs: readContent(contents[at]!).document!.inputs };
  });
  runInAction(() => Object.assign(view.place!, { experiment: { ...made, scenarios } }));
  const order = (scenarios: readonly string[]) => view.keep({ id: 'c', name: 'All', scenarios });
  return { app, view, order };
}

describe('why a comparison is of an earlier state', () => {
  it('is nothing while scenarios and order are the same', async () => {
    expect((await comparing()).view.stale).toBeNull();
  });

  it('is another base, and no change of the scenarios', async () => {
    const { view, order } = await comparing();
    order(['s1', 's0', 's2']);
    expect(view.stale).toBe('The base is “More workers” now.');
    order(['s0', 's2', 's1']);
    expect(view.stale).toBe('The scenarios stand in another order now.');
  });

  it('is another scenario, and no change of one that was there', async () => {
    const { app, view, order } = await comparing();
    app.addScenario(contentFrom('reference', 'Fourth'));
    order(['s0', 's1', app.document!.state.scenarios[3]!.id]);
    expect(view.stale).toMatch(/^Other scenarios are compared now/);
    order(['s0', 's1']);
    expect(view.stale).toBe('Other scenarios are compared now.');
  });

  it('is the scenario that has changed', async () => {
    const { app, view } = await comparing();
    app.scenario('s1').setValue('allocation.targetDays', 31);
    expect(view.stale).toBe('“More workers” has changed since these figures were made.');
  });
});
