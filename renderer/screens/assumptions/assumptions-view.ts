/** What the Assumptions screen shows: the part chosen, the filters, the rows open for editing, and the description once it has come. */
import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { HostConnection, ScenarioContent } from '../../../host/contract.ts';
import { assumptionsLog, type LoggedInput } from '../../../reports/assumptions.ts';
import { wireFailureOf } from '../../connection/host-failure.ts';
import type { ScenarioStore } from '../../stores/scenario-store.ts';
import { EVERYTHING, filtered, type Wanted } from './log-filter.ts';

export const PARTS = ['log', 'published', 'balance', 'description'] as const;
export type Part = (typeof PARTS)[number];

/** The model description of a content, or why there is none. */
interface Description {
  readonly content: ScenarioContent;
  readonly text: string | null;
  readonly failure: string | null;
}

export class AssumptionsView {
  readonly scenario: ScenarioStore;
  private readonly connection: HostConnection;
  part: Part = 'log';
  wanted: Wanted = EVERYTHING;
  description: Description | null = null;
  private asked: ScenarioContent | null = null;
  private opened: ReadonlySet<string> = new Set();

  constructor(scenario: ScenarioStore, connection: HostConnection) {
    this.scenario = scenario;
    this.connection = connection;
    makeAutoObservable<this, 'connection' | 'asked' | 'opened'>(this, {
      scenario: false,
      connection: false,
      asked: false,
      wanted: observableRef,
      description: observableRef,
      opened: observableRef,
      isOpen: false,
    });
  }

  /** Of the scenario as it last was without problems. */
  get log(): readonly LoggedInput[] {
    const { document } = this.scenario;
    return document ? assumptionsLog(document) : [];
  }

  get shown(): readonly LoggedInput[] {
    return filtered(this.log, this.wanted);
  }

  show(part: Part): void {
    this.scenario.commit();
    this.part = part;
  }

  want(wanted: Partial<Wanted>): void {
    this.wanted = { ...this.wanted, ...wanted };
  }

  isOpen(path: string): boolean {
    return this.opened.has(path);
  }

  open(path: string, open: boolean): void {
    const others = [...this.opened].filter((other) => other !== path);
    if (!open) this.scenario.commit();
    this.opened = new Set(open ? [...others, path] : others);
  }

  /** Asks the host once for each content. */
  async describe(content: ScenarioContent): Promise<void> {
    if (this.asked === content) return;
    this.asked = content;
    const found = await this.connection.ask('model description', { scenario: content }).then(
      (text): Description => ({ content, text, failure: null }),
      (thrown: unknown): Description => ({ content, text: null, failure: wireFailureOf(thrown).message }),
    );
    runInAction(() => {
      if (this.asked === content) this.description = found;
    });
  }

  /** After a failure. */
  async describeAgain(): Promise<void> {
    this.asked = null;
    await this.describe(this.scenario.content);
  }
}

const views = new WeakMap<ScenarioStore, AssumptionsView>();

/** One for each scenario, so that filters last while a person is on another screen. */
export function viewOf(scenario: ScenarioStore, connection: HostConnection): AssumptionsView {
  const known = views.get(scenario) ?? new AssumptionsView(scenario, connection);
  views.set(scenario, known);
  return known;
}
