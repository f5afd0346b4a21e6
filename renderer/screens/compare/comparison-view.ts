/** What the Compare screen shows: which comparison, its result, whether that is still true, and the reader's choices. */
import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { KeptComparison, KeptResult } from '../../../host/contract.ts';
import type { Experiment } from '../../../reports/experiment.ts';
import { type Counted, listed, quoted } from '../../../reports/wording.ts';
import type { MeasureKey, WeeklyKey } from '../../../sim/measures/measures.ts';
import type { Group } from '../../../sim/measures/result.ts';
import type { WaitsShape } from '../../charts/waits.ts';
import type { AppStore } from '../../stores/app-store.ts';
import type { DocumentStore } from '../../stores/document-store.ts';
import type { RunPlace } from '../../stores/run-store.ts';
import type { ScenarioStore } from '../../stores/scenario-store.ts';
import { groupShown, HEADLINE } from './choices.ts';
import { hasChanged } from './freshness.ts';

/** A comparison's result as the document keeps it. */
interface Kept {
  readonly about: KeptResult;
  readonly experiment: Experiment;
}

export const FEWEST = 2;
export const MOST = 6;

/** Under this label a document keeps the results of a comparison. */
const labelOf = (id: string) => `comparison/${id}`;

export class ComparisonView {
  readonly app: AppStore;
  private readonly document: DocumentStore;
  private wanted: string | null = null;
  /** The form for a new comparison, or for the one shown, is open. */
  form: 'new' | 'change' | null = null;
  private keptResults = new Map<string, Kept | null>();
  /** Why kept results could not be read, or `null`. */
  trouble: string | null = null;
  group: Group | null = null;
  measures: readonly MeasureKey[] = HEADLINE;
  weekly: WeeklyKey = 'waiting_mean';
  waits: WaitsShape = 'within';
  replications: number | 'auto' = 200;

  constructor(app: AppStore, document: DocumentStore) {
    this.app = app;
    this.document = document;
    makeAutoObservable<this, 'document' | 'keptResults'>(this, {
      app: false,
      document: false,
      keptResults: observableRef,
      group: observableRef,
      measures: observableRef,
    });
  }

  get comparisons(): readonly KeptComparison[] {
    return this.document.state.comparisons;
  }

  get comparison(): KeptComparison | null {
    return this.comparisons.find(({ id }) => id === this.wanted) ?? this.comparisons[0] ?? null;
  }

  /** Those of the comparison, the base first. */
  get scenarios(): readonly ScenarioStore[] {
    return (this.comparison?.scenarios ?? [])
      .filter((id) => this.app.scenarios.some((scenario) => scenario.id === id))
      .map((id) => this.app.scenario(id));
  }

  /** Names of scenarios that cannot be run as they stand. */
  get notValid(): readonly string[] {
    return this.scenarios.filter(({ valid }) => !valid).map(({ name }) => name);
  }

  get place(): RunPlace | null {
    return this.comparison && this.app.runs.place(labelOf(this.comparison.id));
  }

  get experiment(): Experiment | null {
    return this.place?.experiment ?? this.kept?.experiment ?? null;
  }

  /** The result shown, where it is one that the document keeps. */
  get kept(): Kept | null {
    if (this.comparison === null || this.place?.experiment) return null;
    return this.keptResults.get(this.comparison.id) ?? null;
  }

  /** Nothing can be kept in the document, nor can a comparison be added or changed. */
  get readOnly(): boolean {
    return this.document.confirmed.readOnly !== null;
  }

  /** It is not yet known whether the document keeps a result. */
  get looking(): boolean {
    return this.comparison !== null && !this.keptResults.has(this.comparison.id) && this.trouble === null;
  }

  /** Why the result shown is of an earlier state, in words; `null` while it is true. */
  get stale(): string | null {
    const { experiment, scenarios } = this;
    if (experiment === null) return null;
    const [then, now] = [experiment.scenarios, scenarios].map((each) => each.map(({ name }) => name));
    const other = otherScenarios(then!, now!);
    if (other !== null) return other;
    const changed = scenarios.filter((scenario, at) => {
      return hasChanged(experiment.scenarios[at]!, scenario.valid ? scenario.document : null);
    });
    if (changed.length === 0) return null;
    const names = listed(changed.map(({ name }) => quoted(name)));
    return `${names} ${changed.length === 1 ? 'has' : 'have'} changed since these figures were made.`;
  }

  get counted(): Counted {
    return this.app.settings.counted;
  }

  /** The part of the service shown. */
  groupOf(experiment: Experiment): Group {
    return groupShown(experiment, this.group, this.counted);
  }

  show(id: string): void {
    this.wanted = id;
    this.form = null;
    this.trouble = null;
  }

  open(form: ComparisonView['form']): void {
    this.form = form;
  }

  chooseGroup(group: Group | null): void {
    this.group = group;
  }

  chooseMeasures(measures: readonly MeasureKey[]): void {
    this.measures = measures;
  }

  chooseWeekly(weekly: WeeklyKey): void {
    this.weekly = weekly;
  }

  chooseWaits(waits: WaitsShape): void {
    this.waits = waits;
  }

  chooseReplications(replications: number | 'auto'): void {
    this.replications = replications;
  }

  /** Keeps a comparison, new or changed, in the document and shows it. */
  keep(comparison: KeptComparison): void {
    const isNew = !this.comparisons.some(({ id }) => id === comparison.id);
    const label = `Comparison ${quoted(comparison.name)} ${isNew ? 'added' : 'changed'}`;
    this.document.edit(label, [{ kind: 'put comparison', comparison }]);
    this.show(comparison.id);
    if (isNew) this.keptResults = new Map(this.keptResults).set(comparison.id, null);
  }

  remove(): void {
    const { comparison } = this;
    if (comparison === null) return;
    this.document.edit(`Comparison ${quoted(comparison.name)} removed`, [
      { kind: 'remove comparison', id: comparison.id },
    ]);
    this.wanted = null;
  }

  /** Reads what the document keeps of the comparison shown; without anything kept a first look is simulated. */
  async look(): Promise<void> {
    const { comparison } = this;
    // A document that is left is still shown for a moment: what it has no result of by then is not to be simulated.
    const isOpen = () => this.app.document === this.document;
    if (comparison === null || !isOpen()) return;
    if (!this.keptResults.has(comparison.id)) await this.read(comparison.id);
    if (isOpen() && this.comparison?.id === comparison.id) this.firstLook();
  }

  private firstLook(): void {
    const { comparison, place, notValid } = this;
    if (comparison === null || place === null || notValid.length > 0 || this.scenarios.length < FEWEST)
      return;
    const onlyLooked = place.experiment !== null && place.shownFull === null;
    if (this.experiment !== null && !(onlyLooked && this.stale !== null)) return;
    if (place.failure !== null || (place.running && place.full !== null)) return;
    this.app.runs.preview(labelOf(comparison.id), this.wish);
  }

  /** Runs it in full and keeps the result in the document, if anything can be kept there. */
  run(): void {
    const { comparison } = this;
    if (comparison === null || this.notValid.length > 0) return;
    const { document, readOnly } = this.document.confirmed;
    this.app.commit();
    this.app.runs.runFull(labelOf(comparison.id), this.wish, {
      replications: this.replications,
      ...(readOnly === null ? { keep: { document, label: labelOf(comparison.id) } } : {}),
    });
  }

  runAnyway(): void {
    if (this.comparison) this.app.runs.runAnyway(labelOf(this.comparison.id));
  }

  cancel(): void {
    if (this.comparison) this.app.runs.cancel(labelOf(this.comparison.id));
  }

  private get wish() {
    return { scenarios: this.scenarios.map(({ content }) => content) };
  }

  private async read(id: string): Promise<void> {
    const { connection } = this.app;
    const { document } = this.document.confirmed;
    try {
      const results = await connection.ask('results kept', { document });
      const about = results.find(({ label }) => label === labelOf(id));
      const experiment = about && (await connection.ask('result kept', { document, result: about.result }));
      runInAction(() => {
        const kept = about && experiment ? { about, experiment } : null;
        this.keptResults = new Map(this.keptResults).set(id, kept);
        this.trouble = null;
      });
    } catch (thrown) {
      runInAction(() => {
        this.trouble = thrown instanceof Error ? thrown.message : String(thrown);
      });
    }
  }
}

/** Which scenarios were compared, in the order of the figures, against which are now; `null` while they are the same. */
function otherScenarios(then: readonly string[], now: readonly string[]): string | null {
  if (then.toSorted().join('\n') !== now.toSorted().join('\n')) {
    return then.length === now.length
      ? 'Other scenarios are compared now, or they bear other names.'
      : 'Other scenarios are compared now.';
  }
  if (then[0] !== now[0]) return `The base is ${quoted(now[0]!)} now.`;
  return then.every((name, at) => name === now[at]) ? null : 'The scenarios stand in another order now.';
}

const views = new WeakMap<DocumentStore, ComparisonView>();

/** One for each open document, so that choices last while a person is on another screen. */
export function viewOf(app: AppStore, document: DocumentStore): ComparisonView {
  const known = views.get(document);
  if (known) return known;
  const view = new ComparisonView(app, document);
  views.set(document, view);
  return view;
}
