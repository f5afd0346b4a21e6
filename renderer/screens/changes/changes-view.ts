/** What the Changes screen shows of one scenario: its changes, which of them is open, and how they are edited. */
import { makeAutoObservable } from 'mobx';
import { date } from '../../../reports/wording.ts';
import { addDays } from '../../../scenarios/calendar.ts';
import type { Scenario } from '../../../scenarios/schema.ts';
import { contentOn, scenarioOf } from '../../stores/content-before.ts';
import { withoutValue, withValue } from '../../stores/scenario-content.ts';
import { baseOf } from '../../stores/scenario-reading.ts';
import type { ScenarioStore } from '../../stores/scenario-store.ts';
import { ownChanges, withChange, withoutChange, withRenamed } from './change-content.ts';
import { type ChangePart, type Choices, changePart, partChoices, partOfChange } from './change-parts.ts';
import { type ToldChange, toldChanges, type Whole, wholesOf } from './told-changes.ts';

type Patch = Readonly<Record<string, unknown>>;

export class ChangesView {
  readonly scenario: ScenarioStore;
  private chosen: string | null = null;
  private chosenPart: string | null = null;
  /** The form for a new change is open. */
  adding = false;

  constructor(scenario: ScenarioStore) {
    this.scenario = scenario;
    makeAutoObservable(this, { scenario: false });
  }

  /** In order of date. */
  get changes(): readonly ToldChange[] {
    return toldChanges(this.content, this.scenario.problems);
  }

  get names(): readonly string[] {
    return this.changes.map(({ name }) => name);
  }

  /** The change that is open; the first unless another was chosen. */
  get selected(): ToldChange | null {
    return this.changes.find(({ name }) => name === this.chosen) ?? this.changes[0] ?? null;
  }

  /** `null` as long as the scenario was never without problems. */
  get period(): { readonly start: string; readonly last: string } | null {
    const period = this.scenario.document?.scenario.period;
    return period ? { start: period.start, last: addDays(period.start, period.weeks * 7 - 1) } : null;
  }

  get part(): string {
    const name = this.selected?.name ?? '';
    const known = this.parts.some(({ items }) => items.some(({ value }) => value === this.chosenPart));
    return known && this.chosenPart !== null ? this.chosenPart : partOfChange(this.content, name);
  }

  get parts(): readonly Choices[] {
    return partChoices(this.content, this.selected?.name ?? '');
  }

  get fields(): ChangePart {
    return changePart(this.content, this.selected?.name ?? '', this.part);
  }

  /** What comes or goes whole with the change that is open. */
  get wholes(): readonly Whole[] {
    return this.selected ? wholesOf(this.content, this.selected.name) : [];
  }

  /** The scenario as it stands on a date; `null` where a value is not allowed. */
  scenarioOn(day: string): Scenario | null {
    return scenarioOf(contentOn(this.content, day));
  }

  select(name: string): void {
    if (this.selected?.name !== name) {
      this.scenario.commit();
      this.chosenPart = null;
    }
    this.chosen = name;
  }

  choosePart(part: string): void {
    this.chosenPart = part;
  }

  openForm(open: boolean): void {
    this.adding = open;
  }

  add(name: string, from: string, patch: Patch): void {
    const label = `Change “${name}” from ${date(from)} added`;
    this.scenario.change(label, (content) => withChange(content, name, { from, ...patch }));
    this.chosen = name;
    this.chosenPart = null;
    this.adding = false;
  }

  remove(name: string): void {
    this.scenario.change(`Change “${name}” removed`, (content) =>
      withoutChange(content, name, baseOf(content)),
    );
  }

  /** @param to free, and allowed as a name */
  rename(name: string, to: string): void {
    this.scenario.change(`Change “${to}” instead of “${name}”`, (content) => {
      if (name in ownChanges(baseOf(content) ?? {})) {
        const whole = ownChanges(this.content)[name];
        const kept = withoutChange(content, name, baseOf(content));
        return withChange(kept, to, whole as Patch);
      }
      return withRenamed(content, name, to);
    });
    if (this.chosen === name) this.chosen = to;
  }

  /** As typed, or moved by keys; a step on `commit` or after a pause. */
  move(name: string, from: string): void {
    this.scenario.type(`changes.${name}.from`, from);
  }

  /** A step on `commit`. */
  drag(name: string, from: string): void {
    this.scenario.drag(`changes.${name}.from`, from);
  }

  commit(): void {
    this.scenario.commit();
  }

  /** Puts back what is being dragged. */
  abandon(): void {
    this.scenario.abandon();
  }

  /** What a change says of a record, or that it ends, is taken out of the change. */
  takeOut(whole: Whole): void {
    const { selected } = this;
    if (!selected) return;
    this.scenario.change(`“${selected.name}” without ${whole.words}`, (content) =>
      withoutValue(content, `changes.${selected.name}.${whole.path}`, baseOf(content)),
    );
  }

  /** A record ends with the change. */
  end(path: string, words: string): void {
    const { selected } = this;
    if (!selected) return;
    this.scenario.change(`“${selected.name}”: no more ${words}`, (content) =>
      withValue(content, `changes.${selected.name}.${path}`, null),
    );
  }

  private get content(): Patch {
    return this.scenario.merged.content;
  }
}

const views = new WeakMap<ScenarioStore, ChangesView>();

/** One for each scenario, so that the choice lasts while a person is on another screen. */
export function viewOf(scenario: ScenarioStore): ChangesView {
  const known = views.get(scenario) ?? new ChangesView(scenario);
  views.set(scenario, known);
  return known;
}
