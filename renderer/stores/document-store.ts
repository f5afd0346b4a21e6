/**
 * The open document: edits show at once and are sent one after another, each against the revision the host last confirmed. What the
 * host has not confirmed stays in the queue, so that nothing a person typed is lost when the disk or another window says no.
 */
import { makeAutoObservable, observableRef, runInAction, toJS, when } from 'mobx';
import type {
  DocumentFile,
  DocumentState,
  Edit,
  EditStep,
  HostConnection,
  WireFailure,
} from '../../host/contract.ts';
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
  private readonly openedToRead: boolean;

  constructor(connection: HostConnection, state: DocumentState) {
    this.connection = connection;
    this.confirmed = state;
    this.openedToRead = state.readOnly !== null;
    makeAutoObservable<this, 'connection' | 'openedToRead' | 'queue' | 'news'>(this, {
      connection: false,
      openedToRead: false,
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
    return withSteps(
      this.confirmed,
      this.waitingEdits.flatMap(({ steps }) => steps),
    );
  }

  get saved(): SavedState {
    if (this.trouble !== null || this.conflict !== null) return 'not saved';
    if (this.confirmed.readOnly !== null) return 'read only';
    return this.queue.length > 0 ? 'saving' : 'saved';
  }

  /** What the host has not confirmed yet, in words and in order. */
  get waiting(): readonly string[] {
    return this.queue.map((request) => (request.kind === 'edit' ? request.edit.label : request.kind));
  }

  /** What undo would take back, in words; `null` where there is nothing, or nothing can be written. */
  get undoes(): string | null {
    if (this.confirmed.readOnly !== null) return null;
    return this.lastEdit?.label ?? this.confirmed.undo;
  }

  get redoes(): string | null {
    if (this.confirmed.readOnly !== null) return null;
    return this.queue.some(({ kind }) => kind === 'edit') ? null : this.confirmed.redo;
  }

  /** Of a file that was moved away meanwhile it is kept in the queue, and goes into a copy. */
  edit(label: string, steps: readonly EditStep[]): void {
    if (this.openedToRead) return;
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

  /** Makes our edits again on top of the other window's, and of what was done here since. */
  makeAgain(): void {
    const { conflict } = this;
    this.conflict = null;
    const again = conflict ? madeAgain(conflict.edits, conflict.before, this.state) : [];
    this.queue = [...this.queue, ...again.map(asRequest)];
    void this.drain();
  }

  /** Keeps what the other window made. */
  letGo(): void {
    this.conflict = null;
    void this.drain();
  }

  forgetRefused(): void {
    this.refused = null;
  }

  /** Until all is saved, or cannot be for now, and a person has said what becomes of a conflict. */
  settled(): Promise<void> {
    return when(() => !this.sending && this.conflict === null);
  }

  /** News of this document; older than what is known, it says nothing. */
  heard(state: DocumentState): void {
    if (this.sending) {
      if (state.revision >= (this.news?.revision ?? -1)) this.news = state;
      return;
    }
    const { revision, readOnly } = this.confirmed;
    if (state.revision > revision) this.takeOver(state);
    // A file that was moved, or came back, has no other revision for it.
    else if (state.revision === revision && state.readOnly !== readOnly) this.confirmed = state;
  }

  /** The host had closed it, or died: what is in the queue is made again on what is on the disk. */
  openedAgain(state: DocumentState): void {
    if (state.revision !== this.confirmed.revision) {
      this.queue = madeAgain(this.waitingEdits, this.confirmed, state).map(asRequest);
    }
    this.confirmed = state;
    this.trouble = null;
    void this.drain();
  }

  /** A copy holds what could not be saved here, too. */
  async saveCopy(where: { readonly path: string } | { readonly name: string }): Promise<DocumentFile> {
    await this.settled();
    const copy = await this.connection.ask('document copy', {
      document: this.confirmed.document,
      ...where,
    });
    if (this.queue.length > 0) await this.makeQueueIn(copy.path);
    return copy;
  }

  private async makeQueueIn(path: string): Promise<void> {
    let state = await this.connection.ask('document open', { path });
    try {
      for (const request of this.queue) state = await this.ask(request, state);
    } finally {
      await this.connection.ask('document close', { document: state.document });
    }
  }

  private get waitingEdits(): readonly Edit[] {
    return this.queue.flatMap((request) => (request.kind === 'edit' ? [request.edit] : []));
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
        const state = await this.ask(next, this.confirmed);
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

  private ask(request: Request, { document, revision }: DocumentState): Promise<DocumentState> {
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
    if (failure.kind === 'bad input' && !isNotOpen(failure, this.confirmed.document)) {
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
      runInAction(() => this.takeOver(state));
    } catch (thrown) {
      runInAction(() => {
        this.trouble = wireFailureOf(thrown);
      });
    }
    return false;
  }

  /** Another's document is the present one; of what is in our queue a person decides. */
  private takeOver(state: DocumentState): void {
    const edits = this.waitingEdits;
    if (this.conflict !== null) {
      // Made while the person is being asked, on what the other window had left.
      this.queue = madeAgain(edits, this.confirmed, state).map(asRequest);
    } else if (this.queue.length > 0) {
      this.conflict = { edits, before: this.confirmed };
      this.queue = [];
      this.trouble = null;
    }
    this.confirmed = state;
  }
}

const asRequest = (edit: Edit): Request => ({ kind: 'edit', edit });

/** Whether the host refused only because it does not have this document open. */
export function isNotOpen({ kind, problems }: WireFailure, document: string): boolean {
  return (
    kind === 'bad input' && problems.some(({ path, value }) => path === 'document' && value === document)
  );
}
