/**
 * The open document: edits show at once and are sent one after another, each against the revision the host last confirmed. What the
 * host has not confirmed stays in the queue, so that nothing a person typed is lost when the disk or another window says no.
 */
import { makeAutoObservable, observableRef, runInAction, toJS } from 'mobx';
import type { DocumentState, Edit, EditStep, HostConnection, WireFailure } from '../../host/contract.ts';
import { wireFailureOf } from '../connection/host-failure.ts';
import { withSteps } from './edit-steps.ts';
import { madeAgain } from './made-again.ts';

type Request = { readonly kind: 'edit'; readonly edit: Edit } | { readonly kind: 'undo' | 'redo' };

/** Somebody else edited the document first; these edits of ours were not kept. */
export interface Conflict {
  readonly edits: readonly Edit[];
  /** The document that they were made on. */
  readonly before: DocumentState;
}

export type SavedState = 'saved' | 'saving' | 'not saved' | 'read only';

export class DocumentStore {
  /** As the host last said it. */
  confirmed: DocumentState;
  /** Waits for a person to make our edits again or let them go. */
  conflict: Conflict | null = null;
  /** Why the edits in the queue are not saved; they are kept and can be tried again. */
  trouble: WireFailure | null = null;
  /** An edit that the host refused for good, and why; it was taken back. */
  refused: { readonly label: string; readonly failure: WireFailure } | null = null;
  private queue: readonly Request[] = [];
  private sending = false;
  /** Came as news while a request was under way. */
  private news: DocumentState | null = null;
  private readonly connection: HostConnection;

  constructor(connection: HostConnection, state: DocumentState) {
    this.connection = connection;
    this.confirmed = state;
    makeAutoObservable<this, 'connection' | 'queue' | 'news'>(this, {
      connection: false,
      confirmed: observableRef,
      conflict: observableRef,
      trouble: observableRef,
      refused: observableRef,
      queue: observableRef,
      news: false,
    });
  }

  /** With the edits that are on their way. */
  get state(): DocumentState {
    const steps = this.queue.flatMap((request) => (request.kind === 'edit' ? request.edit.steps : []));
    return withSteps(this.confirmed, steps);
  }

  get saved(): SavedState {
    if (this.confirmed.readOnly !== null) return 'read only';
    if (this.trouble !== null || this.conflict !== null) return 'not saved';
    return this.queue.length > 0 ? 'saving' : 'saved';
  }

  /** What undo would take back, in words; `null` where there is nothing. */
  get undoes(): string | null {
    return this.lastEdit?.label ?? this.confirmed.undo;
  }

  get redoes(): string | null {
    return this.queue.some(({ kind }) => kind === 'edit') ? null : this.confirmed.redo;
  }

  edit(label: string, steps: readonly EditStep[]): void {
    if (this.confirmed.readOnly !== null) return;
    this.request({ kind: 'edit', edit: toJS({ label, steps }) });
  }

  undo(): void {
    if (this.undoes !== null) this.request({ kind: 'undo' });
  }

  redo(): void {
    if (this.redoes !== null) this.request({ kind: 'redo' });
  }

  /** Sends again what could not be saved. */
  retry(): void {
    this.trouble = null;
    void this.drain();
  }

  /** Makes our edits again on top of the other window's. */
  makeAgain(): void {
    const { conflict } = this;
    this.conflict = null;
    if (!conflict) return;
    for (const edit of madeAgain(conflict.edits, conflict.before, this.confirmed)) {
      this.request({ kind: 'edit', edit });
    }
  }

  /** Keeps what the other window made. */
  letGo(): void {
    this.conflict = null;
  }

  forgetRefused(): void {
    this.refused = null;
  }

  /** News of this document; older than what is known, it says nothing. */
  heard(state: DocumentState): void {
    if (this.sending) {
      if (state.revision > (this.news?.revision ?? -1)) this.news = state;
    } else if (state.revision > this.confirmed.revision) this.confirmed = state;
  }

  private get lastEdit(): Edit | undefined {
    const last = this.queue.at(-1);
    return last?.kind === 'edit' ? last.edit : undefined;
  }

  private request(request: Request): void {
    this.queue = [...this.queue, request];
    void this.drain();
  }

  private async drain(): Promise<void> {
    if (this.sending || this.trouble !== null || this.conflict !== null) return;
    this.sending = true;
    for (let next = this.queue[0]; next !== undefined; next = this.queue[0]) {
      try {
        const state = await this.ask(next);
        runInAction(() => {
          this.confirmed = state;
          this.queue = this.queue.slice(1);
        });
      } catch (thrown) {
        if (!(await this.goesOnAfter(next, wireFailureOf(thrown)))) break;
      }
    }
    runInAction(() => {
      this.sending = false;
      const { news } = this;
      this.news = null;
      if (news !== null) this.heard(news);
    });
  }

  private ask(request: Request): Promise<DocumentState> {
    const { document, revision } = this.confirmed;
    if (request.kind === 'edit') {
      return this.connection.ask('document edit', { document, revision, edit: request.edit });
    }
    return this.connection.ask(request.kind === 'undo' ? 'document undo' : 'document redo', {
      document,
      revision,
    });
  }

  /** Whether the rest of the queue can still be sent. */
  private async goesOnAfter(request: Request, failure: WireFailure): Promise<boolean> {
    if (failure.kind === 'conflict') return this.meetConflict();
    if (failure.kind === 'bad input') {
      runInAction(() => {
        const label = request.kind === 'edit' ? request.edit.label : request.kind;
        this.refused = { label, failure };
        this.queue = this.queue.slice(1);
      });
      return true;
    }
    runInAction(() => {
      this.trouble = failure;
    });
    return false;
  }

  private async meetConflict(): Promise<false> {
    try {
      const state = await this.connection.ask('document', { document: this.confirmed.document });
      runInAction(() => {
        const edits = this.queue.flatMap((request) => (request.kind === 'edit' ? [request.edit] : []));
        this.conflict = { edits, before: this.confirmed };
        this.confirmed = state;
        this.queue = [];
      });
    } catch (thrown) {
      runInAction(() => {
        this.trouble = wireFailureOf(thrown);
      });
    }
    return false;
  }
}
