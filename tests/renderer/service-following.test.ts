import { describe, expect, it } from 'vitest';
import { added } from '../../renderer/screens/service/records.ts';
import { contentFrom } from '../../renderer/stores/scenario-reading.ts';
import { openedScenario } from './opened-scenario.ts';

const ACCEPTED = 'needs.targeted help.routes.pathways.family support';
const ADVICE = 'needs.targeted help.routes.advice';

describe('a share accepted', () => {
  it('takes from the share answered with advice, in the same step', () => {
    const { scenario, host } = openedScenario(contentFrom('east-sussex', 'Ours'));
    scenario.type(ACCEPTED, 0.8);
    expect(scenario.valid).toBe(true);
    expect(scenario.field(ADVICE)).toMatchObject({
      value: 0.18,
      baseValue: 0.24,
      differs: true,
      confidence: 'derived',
    });
    scenario.commit();
    expect(host.edits.length).toBeLessThanOrEqual(1);
    expect(scenario.differing.toSorted()).toEqual([ADVICE, ACCEPTED].toSorted());
  });

  it('gives it back when it is put back, without a trace', () => {
    const content = contentFrom('east-sussex', 'Ours');
    const { scenario } = openedScenario(content);
    scenario.setValue(ACCEPTED, 0.8);
    scenario.putBack(ACCEPTED);
    expect(scenario.content).toEqual(content);
  });

  it('that leaves less than nothing is left for the check to say', () => {
    const { scenario } = openedScenario(contentFrom('east-sussex', 'Ours'));
    scenario.type(ACCEPTED, 0.99);
    expect(scenario.problems.map(({ path }) => path)).toEqual(['needs.targeted help.routes']);
    expect(scenario.field(ADVICE).value).toBe(0.24);
  });

  it('leaves a share answered with advice that a person types alone', () => {
    const { scenario } = openedScenario(contentFrom('east-sussex', 'Ours'));
    scenario.type(ADVICE, 0.3);
    expect(scenario.field(ACCEPTED).value).toBe(0.74);
    expect(scenario.valid).toBe(false);
  });
});

describe('the share of one of two needs', () => {
  const share = (need: string) => `demand.sources.all referrers.needs.${need}`;

  it('leaves the rest to the other', () => {
    const content = added(contentFrom('east-sussex', 'Ours'), 'need', 'needs', 'housing');
    const { scenario } = openedScenario(content);
    scenario.setValue(share('housing'), 0.3);
    expect(scenario.valid).toBe(true);
    expect(scenario.field(share('targeted help'))).toMatchObject({ value: 0.7, confidence: 'derived' });
  });

  it('is for a person to balance where there are three', () => {
    const two = added(contentFrom('east-sussex', 'Ours'), 'need', 'needs', 'housing');
    const { scenario } = openedScenario(added(two, 'need', 'needs', 'money'));
    scenario.setValue(share('housing'), 0.3);
    expect(scenario.problems.map(({ path }) => path)).toEqual(['demand.sources.all referrers.needs']);
  });
});
