/** A document while it is open: its state, its edits, its kept results. Each change is on the disk before it is acknowledged. */
import { randomUUID } from 'node:crypto';
import { type BigIntStats, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Experiment } from '../../reports/experiment.ts';
import type { DocumentState, Edit, KeptResult } from '../contract.ts';
import { readContent, writeContent } from './content-rows.ts';
import { nameOf } from './document-names.ts';
import { badInput, DocumentProblem, onDisk, unlessRefused, whyRefused } from './document-problem.ts';
import { applySteps, takeBack } from './edits.ts';
import { type Head, headOf, labelOf, moveHead, record, stepsOf } from './history.ts';
import { keepResult, listResults, readResult } from './kept-results.ts';
import { type OpenFile, type OpeningOptions, openFile } from './opening.ts';
import type { Content, Step } from './shelves.ts';
import { type Connection, changesElsewhere, versionOf } from './sqlite-document.ts';
import { newerVersion } from './upgrade.ts';

/** What was read or written last, good until another connection changes the file. */
interface Known extends Head {
  readonly changesElsewhere: number;
  readonly content: Content;
  readonly undo: string | null;
  readonly redo: string | null;
}

export class OpenDocument {
  readonly id = randomUUID();
  readonly path: string;
  readonly #file: OpenFile;
  readonly #version: number;
  /** Which file it is, wherever its name may go. */
  readonly #identity: BigIntStats;
  #known: Known;

  /** @throws {DocumentProblem} */
  constructor(path: string, options: OpeningOptions) {
    this.path = path;
    this.#version = options.migrations.length;
    this.#file = openFile(path, options);
    try {
      this.#identity = onDisk(path, () => statSync(path, { bigint: true }));
      this.#known = onDisk(path, () => this.#file.connection.transaction(() => this.#read())());
    } catch (error) {
      this.#file.close();
      throw error;
    }
  }

  get readOnly(): string | null {
    return this.#file.readOnly ?? this.#whyLost();
  }

  /** As it stands on the disk now, whoever wrote it. */
  state(): DocumentState {
    const { content, revision, undo, redo } = onDisk(this.path, () => this.#present());
    return {
      document: this.id,
      path: this.path,
      name: nameOf(this.path),
      revision,
      readOnly: this.readOnly,
      notice: this.#file.notice,
      ...content,
      undo,
      redo,
    };
  }

  /** @throws {DocumentProblem} when `revision` is past, a step cannot be done, or the disk refuses; nothing is changed then */
  edit(revision: number, edit: Edit): DocumentState {
    if (edit.steps.length === 0) {
      throw badInput('edit.steps', [], 'at least one step', 'An edit without a step changes nothing.');
    }
    // As it will be read again: what the asker does with its objects later is no edit.
    const steps = JSON.parse(JSON.stringify(edit.steps)) as Step[];
    return this.#change(revision, (connection, { content, done }) => {
      const edited = applySteps(content, steps);
      record(connection, done, { label: edit.label, steps, inverse: edited.inverse });
      return { content: edited.content, done: done + 1 };
    });
  }

  undo(revision: number): DocumentState {
    return this.#change(revision, (connection, { content, done }) => {
      const inverse = stepsOf(connection, done, 'inverse');
      if (!inverse) throw nothingTo('undo');
      return { content: takeBack(content, inverse), done: done - 1 };
    });
  }

  redo(revision: number): DocumentState {
    return this.#change(revision, (connection, { content, done }) => {
      const steps = stepsOf(connection, done + 1, 'steps');
      if (!steps) throw nothingTo('redo');
      return { content: applySteps(content, steps).content, done: done + 1 };
    });
  }

  keepResult(label: string, experiment: Experiment): KeptResult {
    return this.#write((connection) => keepResult(connection, label, experiment));
  }

  listResults(): KeptResult[] {
    return this.#readRows(listResults);
  }

  result(id: string): Experiment {
    const experiment = this.#readRows((connection) => readResult(connection, id));
    if (experiment) return experiment;
    throw badInput('result', id, 'a result that the document keeps', 'The document keeps no such result.');
  }

  /** The whole document as the bytes of a file. */
  bytes(): Buffer {
    return onDisk(this.path, () => this.#file.connection.serialize());
  }

  /** One file remains. Where the disk refuses, the journal beside it keeps what it lacks. */
  close(): void {
    unlessRefused(() => this.#file.close());
    unlessRefused(() => {
      if (this.#file.readOnly !== null || statSync(this.path, { throwIfNoEntry: false })) return;
      for (const side of ['-wal', '-shm']) rmSync(`${this.path}${side}`, { force: true });
    });
  }

  #change(
    revision: number,
    make: (connection: Connection, known: Known) => Pick<Known, 'content' | 'done'>,
  ): DocumentState {
    this.#known = this.#write((connection) => {
      const present = this.#reread();
      if (present.revision !== revision) throw editedElsewhere(this.path, revision, present.revision);
      const next = make(connection, present);
      writeContent(connection, present.content, next.content);
      moveHead(connection, { revision: revision + 1, done: next.done });
      return { ...present, ...this.#read(next.content) };
    });
    return this.state();
  }

  /** In one transaction; the journal is on the disk when it returns. */
  #write<Value>(act: (connection: Connection) => Value): Value {
    const { connection } = this.#file;
    if (this.readOnly !== null) throw new DocumentProblem('storage', this.readOnly);
    return onDisk(this.path, () =>
      connection
        .transaction(() => {
          if (!this.#isOfThisVersion()) throw newerVersion(this.path);
          return act(connection);
        })
        .immediate(),
    );
  }

  /** Tables that a newer Headroom has changed are not read: what was read last is shown, and `#whyLost` says so. */
  #present(): Known {
    const { connection } = this.#file;
    this.#known = connection.transaction(() => (this.#isOfThisVersion() ? this.#reread() : this.#known))();
    return this.#known;
  }

  /** Other rows than the content's. */
  #readRows<Value>(read: (connection: Connection) => Value): Value {
    const { connection } = this.#file;
    return onDisk(this.path, () =>
      connection.transaction(() => {
        if (!this.#isOfThisVersion()) throw newerVersion(this.path);
        return read(connection);
      })(),
    );
  }

  #isOfThisVersion(): boolean {
    return versionOf(this.#file.connection) === this.#version;
  }

  /** Within a transaction. */
  #reread(): Known {
    return changesElsewhere(this.#file.connection) === this.#known.changesElsewhere
      ? this.#known
      : this.#read();
  }

  /** Within a transaction. */
  #read(content: Content = readContent(this.#file.connection)): Known {
    const { connection } = this.#file;
    const head = headOf(connection);
    return {
      ...head,
      changesElsewhere: changesElsewhere(connection),
      content,
      undo: labelOf(connection, head.done),
      redo: labelOf(connection, head.done + 1),
    };
  }

  /**
   * What is written to a file that was moved or deleted would be lost with its journal; one that cannot be reached, or whose tables a
   * newer Headroom has changed, takes nothing.
   */
  #whyLost(): string | null {
    return whyRefused(this.path, () => {
      const there = statSync(this.path, { bigint: true, throwIfNoEntry: false });
      if (!there || there.ino !== this.#identity.ino || there.dev !== this.#identity.dev)
        return movedAway(this.path);
      return this.#isOfThisVersion() ? null : upgradedElsewhere(this.path);
    });
  }
}

const movedAway = (path: string) =>
  `“${basename(path)}” is no longer in ${dirname(path)}: it was moved, replaced or deleted while it was open. ` +
  'Everything is still here; save a copy to keep it.';

const upgradedElsewhere = (path: string) =>
  `“${basename(path)}” was upgraded by a newer Headroom while it was open here. Everything that was saved is in it; open it with the newer Headroom.`;

const editedElsewhere = (path: string, asked: number, present: number) =>
  new DocumentProblem(
    'conflict',
    `“${basename(path)}” was edited in another window meanwhile (that was revision ${asked}, it is now ${present}). Nothing was written over; look at the document as it is now and make the change again.`,
  );

const nothingTo = (what: 'undo' | 'redo') =>
  badInput('document', null, `an edit to ${what}`, `There is nothing to ${what}.`);
