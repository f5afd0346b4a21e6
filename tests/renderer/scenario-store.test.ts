import { describe, expect, it, vi } from 'vitest';
import { DocumentStore } from '../../renderer/stores/document-store.ts';
import { contentFrom } from '../../renderer/stores/scenario-reading.ts';
import { ScenarioStore } from '../../renderer/stores/scenario-store.ts';
import { FakeHost, settled, withScenario } from './fake-host.ts';

const CAP = 'teams.main.posts.worker.capPerFte';
const FTE = 'teams.main.posts.worker.fte';

function opened(content = contentFrom('east-sussex', 'Ours')) {
  const host = new FakeHost(withScenario(content));
  const document = new DocumentStore(host, host.state);
  return { host, document, scenario: new ScenarioStore(document, 's') };
}

describe('a field', () => {
  it('shows the preset’s value with its source, and the default where nobody set one', () => {
    const { scenario } = opened();
    const cap = scenario.field(CAP);
    expect(cap).toMatchObject({ label: 'Caseload cap', value: 7.6, setBy: 'east-sussex', differs: false });
    expect(cap.source).toMatch(/^SESLIP/);
    expect(scenario.field('allocation.targetDays')).toMatchObject({ value: 15, setBy: 'default' });
  });

  it('is marked when set to another value, and put back without a trace', async () => {
    const { host, scenario } = opened();
    scenario.setValue(CAP, 9);
    expect(scenario.field(CAP)).toMatchObject({
      value: 9,
      baseValue: 7.6,
      differs: true,
      setBy: 'this scenario',
    });
    expect(scenario.differing).toEqual([CAP]);
    scenario.putBack(CAP);
    await settled();
    expect(host.state.scenarios[0]!.content).toEqual(contentFrom('east-sussex', 'Ours'));
    expect(host.edits.map(({ label }) => label)).toEqual([
      'Caseload cap (main, worker): 9 instead of 7.6',
      'Caseload cap (main, worker) back to 7.6',
    ]);
  });

  it('keeps a person’s note when the value changes, but not the source of the old value', () => {
    const { scenario } = opened();
    scenario.annotate(CAP, { ...scenario.annotation(CAP), note: 'Agreed in March' });
    expect(scenario.field(CAP)).toMatchObject({ value: 7.6, note: 'Agreed in March', confidence: 'stated' });
    scenario.setValue(CAP, 9);
    expect(scenario.field(CAP)).toMatchObject({
      value: 9,
      note: 'Agreed in March',
      source: null,
      confidence: 'assumption',
    });
    scenario.annotate(CAP, { ...scenario.annotation(CAP), note: '' });
    expect(scenario.written(CAP)).toBe(9);
  });

  it('takes a source and how sure it is for a value, and says so when it is undone', async () => {
    const { scenario, host } = opened();
    scenario.setValue(CAP, 9);
    scenario.annotate(CAP, { note: '', source: ' Cabinet paper, 3 March, page 4 ', confidence: 'stated' });
    expect(scenario.written(CAP)).toEqual({
      value: 9,
      source: 'Cabinet paper, 3 March, page 4',
      confidence: 'stated',
    });
    await settled();
    expect(host.edits.at(-1)!.label).toBe('Source of caseload cap (main, worker)');
  });

  it('keeps the source of a usual value that is noted', () => {
    const { scenario } = opened();
    const path = 'allocation.targetDays';
    const { source, confidence, value } = scenario.field(path);
    expect(source).not.toBeNull();
    scenario.annotate(path, { ...scenario.annotation(path), note: 'Our standard too' });
    expect(scenario.field(path)).toMatchObject({ value, source, confidence, note: 'Our standard too' });
  });

  it('says what is wrong at its place, and the last good scenario stays', () => {
    const { scenario } = opened();
    expect(scenario.document?.scenario).toMatchObject({
      teams: { main: { posts: { worker: { capPerFte: 7.6 } } } },
    });
    scenario.setValue(CAP, 100);
    expect(scenario.valid).toBe(false);
    expect(scenario.field(CAP).problems.map(({ allowed }) => allowed)).toEqual(['a number from 0.5 to 60']);
    expect(scenario.field(FTE).problems).toEqual([]);
    expect(scenario.document?.scenario).toMatchObject({
      teams: { main: { posts: { worker: { capPerFte: 7.6 } } } },
    });
  });

  it('of a dated change is set beside the value before it', () => {
    const { scenario } = opened();
    const changed = {
      ...contentFrom('east-sussex', 'Ours'),
      changes: { more: { from: '2023-09-04', teams: {} } },
    };
    scenario.change('A change added', () => changed);
    const path = `changes.more.${FTE}`;
    scenario.setValue(path, 74.4);
    expect(scenario.field(path)).toMatchObject({
      label: 'Workers',
      value: 74.4,
      baseValue: 68.4,
      differs: true,
    });
    expect(scenario.valid).toBe(true);
  });

  it('without effect says so', () => {
    expect(opened().scenario.field('allocation.panelEveryDays').inUse).toBe(false);
  });

  it('that is no parameter is refused', () => {
    expect(() => opened().scenario.field('teams.main')).toThrow('There is no parameter at teams.main.');
  });
});

describe('typing', () => {
  it('shows at once and becomes one step when the field is left', async () => {
    const { host, document, scenario } = opened();
    scenario.type(CAP, 1);
    scenario.type(CAP, 12);
    expect(scenario.field(CAP).value).toBe(12);
    expect(document.undoes).toBeNull();
    scenario.commit();
    await settled();
    expect(host.edits.map(({ label }) => label)).toEqual(['Caseload cap (main, worker): 12 instead of 7.6']);
  });

  it('in another field makes a step of the first', async () => {
    const { host, scenario } = opened();
    scenario.type(CAP, 9);
    scenario.type(FTE, 70);
    scenario.commit();
    await settled();
    expect(host.edits).toHaveLength(2);
    expect(scenario.content).toMatchObject({
      teams: { main: { posts: { worker: { capPerFte: 9, fte: 70 } } } },
    });
  });

  it('is kept when it pauses for long', () => {
    vi.useFakeTimers();
    try {
      const { document, scenario } = opened();
      scenario.type(CAP, 9);
      vi.advanceTimersByTime(2_000);
      expect(document.undoes).toMatch(/^Caseload cap/);
    } finally {
      vi.useRealTimers();
    }
  });

  it('that ends where it began is no step', async () => {
    const { host, scenario } = opened();
    scenario.type(CAP, 9);
    scenario.type(CAP, 7.6);
    scenario.commit();
    await settled();
    expect(host.edits).toEqual([]);
  });
});
