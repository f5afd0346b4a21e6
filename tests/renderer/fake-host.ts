/** A host for stores: one document in memory, whose answers a test can hold back or refuse. */
import type {
  AnswerOf,
  ArgumentOf,
  DocumentState,
  Edit,
  HostConnection,
  News,
  RequestName,
  RunOrder,
  ScenarioContent,
  WireFailure,
} from '../../host/contract.ts';
import { HostFailure } from '../../renderer/connection/host-failure.ts';
import { withSteps } from '../../renderer/stores/edit-steps.ts';

export const EMPTY: DocumentState = {
  document: 'd',
  path: '/documents/test.headroom',
  name: 'test',
  revision: 0,
  readOnly: null,
  notice: null,
  scenarios: [],
  comparisons: [],
  datasets: [],
  notes: [],
  undo: null,
  redo: null,
};

export const withScenario = (content: ScenarioContent): DocumentState => ({
  ...EMPTY,
  scenarios: [{ id: 's', content }],
});

export class FakeHost implements HostConnection {
  /** Every state up to now, the last being present. */
  past: DocumentState[];
  future: DocumentState[] = [];
  readonly edits: Edit[] = [];
  readonly orders: RunOrder[] = [];
  readonly cancelled: string[] = [];
  readonly closed: string[] = [];
  /** A copy that was made, by its path: edits of this document are made there. */
  copy: DocumentState | null = null;
  /** Refuses the next request of this name; or all, as long as it stands. */
  refuse: { name: RequestName; failure: WireFailure; always?: boolean } | null = null;
  private told: ((inReach: boolean) => void) | null = null;
  private readonly listeners = new Set<(news: News) => void>();

  constructor(state: DocumentState = EMPTY) {
    this.past = [state];
  }

  get state(): DocumentState {
    return this.past.at(-1)!;
  }

  async ask<Name extends RequestName>(name: Name, argument: ArgumentOf<Name>): Promise<AnswerOf<Name>> {
    await Promise.resolve();
    if (this.refuse?.name === name) {
      const { failure, always } = this.refuse;
      if (!always) this.refuse = null;
      throw new HostFailure(failure);
    }
    return this.answer(name, argument as never) as AnswerOf<Name>;
  }

  listen(listener: (news: News) => void, onReach?: (inReach: boolean) => void): () => void {
    this.told = onReach ?? null;
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(news: News): void {
    for (const listener of this.listeners) listener(news);
  }

  reach(inReach: boolean): void {
    this.told?.(inReach);
  }

  /** What was open is open no longer, and has another name when it is opened again. */
  restart(): void {
    this.past = this.past.map((state) => ({ ...state, document: `${state.document} again` }));
  }

  /** As another window would. */
  editElsewhere(edit: Edit): void {
    this.apply(edit);
  }

  private answer(
    name: RequestName,
    argument: { document: string; path: string; revision: number; edit: Edit; run: string },
  ): unknown {
    switch (name) {
      case 'about':
        return { version: '1', engine: '1', folder: '/documents', threads: 1 };
      case 'settings':
      case 'settings change':
        return { theme: 'as the system', counted: 'families', ...(argument as object | null) };
      case 'documents':
        return [];
      case 'document new':
        return this.state;
      case 'document open':
        return argument.path === this.copy?.path ? this.copy : this.state;
      case 'document':
        this.refuseUnlessOpen(argument.document);
        return this.state;
      case 'document close':
        this.closed.push(argument.document);
        return null;
      case 'document copy':
        this.copy = { ...this.state, document: 'copy', path: '/documents/test copy.headroom' };
        return { path: this.copy.path, name: 'test copy', changed: null };
      case 'document edit':
        if (this.copy && argument.document === this.copy.document) {
          this.copy = withSteps(this.copy, argument.edit.steps);
          return this.copy;
        }
        this.refuseUnlessOpen(argument.document);
        this.refuseStale(argument.revision);
        this.edits.push(structuredClone(argument.edit));
        this.apply(argument.edit);
        return this.state;
      case 'document undo':
        this.refuseStale(argument.revision);
        this.move(this.past, this.future);
        return this.state;
      case 'document redo':
        this.refuseStale(argument.revision);
        this.move(this.future, this.past);
        return this.state;
      case 'run start':
        this.orders.push(structuredClone(argument as unknown as RunOrder));
        return null;
      case 'run cancel':
        this.cancelled.push(argument.run);
        return null;
      default:
        throw new Error(`The fake host does not know "${name}".`);
    }
  }

  private apply(edit: Edit): void {
    const { revision } = this.state;
    const state = {
      ...withSteps(this.state, edit.steps),
      revision: revision + 1,
      undo: edit.label,
      redo: null,
    };
    this.past.push(state);
    this.future = [];
  }

  private move(from: DocumentState[], to: DocumentState[]): void {
    const { revision } = this.state;
    const moved = from.pop();
    if (moved) to.push(moved);
    this.past[this.past.length - 1] = { ...this.state, revision: revision + 1 };
  }

  private refuseUnlessOpen(document: string): void {
    if (document === this.state.document) return;
    const problem = { path: 'document', value: document, allowed: 'one that is open', message: 'not open' };
    throw new HostFailure({ kind: 'bad input', message: 'not open', problems: [problem] });
  }

  private refuseStale(revision: number): void {
    if (revision === this.state.revision) return;
    throw new HostFailure({ kind: 'conflict', message: 'changed elsewhere', problems: [] });
  }
}

/** Until every answer under way has come. */
export const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
