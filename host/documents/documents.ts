/** The documents of one person: those on the disk and those open now, with news of each change. */
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Experiment } from '../../reports/experiment.ts';
import type { DocumentFile, DocumentState, Edit, KeptResult, News } from '../contract.ts';
import { documentFile, documentFiles, writeAt, writeIn } from './document-folder.ts';
import { checkPath, nameOf } from './document-names.ts';
import { badInput, DocumentProblem, onDisk } from './document-problem.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { OpenDocument } from './open-document.ts';
import { sweepPrivateCopies } from './opening.ts';
import { recentFiles } from './recent-files.ts';
import { emptyDocument } from './sqlite-document.ts';

export interface DocumentsOptions {
  /** Where documents are kept unless a person says otherwise; made when it is first needed. */
  readonly documentsFolder: string;
  /** Where the list of documents opened lately is kept. */
  readonly settingsFolder: string;
  /** Hears of each change of an open document, by whichever window or program. */
  readonly tell?: (news: News) => void;
  /** Told of a fault of the program that nobody's request met. */
  readonly onFault?: (thrown: unknown) => void;
  readonly migrations?: readonly Migration[];
  /** The largest a document may grow, in pages of 4 KB; the disk's room unless said. */
  readonly mostPages?: number | undefined;
}

/** A whole path; or a name, for a file in the usual folder that is called so or nearly so. */
export interface Where {
  readonly path?: string;
  readonly name?: string;
}

/** Each throws DocumentProblem for what a person can put right; what was acknowledged before is then still on the disk. */
export interface Documents {
  /** Newest first: files in the folder, and those opened lately elsewhere. */
  list(): DocumentFile[];
  /** An existing file is never written over. */
  create(where: Where): DocumentState;
  /** The same document where it is open already; it stays open until it was closed as often. */
  open(path: string): DocumentState;
  state(document: string): DocumentState;
  /** Closing one that is not open is no fault. */
  close(document: string): void;
  /** Beside the document, or in the usual folder where that may not be written to. */
  copy(document: string, where: Where): DocumentFile;
  edit(document: string, revision: number, edit: Edit): DocumentState;
  undo(document: string, revision: number): DocumentState;
  redo(document: string, revision: number): DocumentState;
  keepResult(document: string, label: string, experiment: Experiment): KeptResult;
  /** Newest first. */
  results(document: string): KeptResult[];
  result(document: string, result: string): Experiment;
  closeAll(): void;
}

interface Held {
  readonly document: OpenDocument;
  /** How often it was opened and not closed. */
  times: number;
  /** What every window knows: as it was opened, or last told as news. */
  known: Pick<DocumentState, 'revision' | 'readOnly'>;
  /** Told already: the watch meets it again each time. */
  fault?: string;
}

/** How often open documents are asked whether another program has edited or moved them, in milliseconds. */
const WATCH_EVERY = 1000;

export function createDocuments(options: DocumentsOptions): Documents {
  const { documentsFolder, settingsFolder, migrations = MIGRATIONS, mostPages } = options;
  const { tell = () => {}, onFault = () => {} } = options;
  const recent = recentFiles(join(settingsFolder, 'recent.json'));
  const held = new Map<string, Held>();
  sweepPrivateCopies();
  const watch = setInterval(() => {
    for (const one of held.values()) tellIfChangedElsewhere(one, tell, onFault);
  }, WATCH_EVERY).unref();

  const find = (id: string): Held => {
    const found = held.get(id);
    if (found) return found;
    throw badInput('document', id, 'a document that is open', 'That document is not open; open it again.');
  };
  const change = (id: string, act: (document: OpenDocument) => DocumentState): DocumentState => {
    const one = find(id);
    const state = act(one.document);
    one.known = state;
    tell({ kind: 'document changed', state });
    return state;
  };
  const open = (path: string): DocumentState => {
    checkPath(path);
    const real = onDisk(path, () => realpathSync(path));
    // One opened to read, or whose file was moved away, may be another file by now.
    const already = [...held.values()].find(({ document }) => document.path === real && !document.readOnly);
    const document = already?.document ?? new OpenDocument(real, { migrations, mostPages });
    const state = firstState(document, already === undefined);
    held.set(document.id, { document, times: (already?.times ?? 0) + 1, known: already?.known ?? state });
    recent.opened(real);
    return state;
  };

  return {
    list: () => documentFiles(documentsFolder, recent.paths()),
    create({ path, name = '' }) {
      const bytes = emptyDocument(migrations);
      return open(path === undefined ? writeIn(documentsFolder, name, bytes) : writeAt(path, bytes));
    },
    open,
    state: (id) => find(id).document.state(),
    close(id) {
      const found = held.get(id);
      if (!found) return;
      found.times -= 1;
      if (found.times > 0) return;
      held.delete(id);
      found.document.close();
    },
    copy(id, { path, name }) {
      const { document } = find(id);
      const bytes = document.bytes();
      if (path !== undefined) return documentFile(writeAt(path, bytes));
      const beside = document.readOnly === null ? dirname(document.path) : documentsFolder;
      return documentFile(writeIn(beside, name ?? `${nameOf(document.path)} copy`, bytes));
    },
    edit: (id, revision, edit) => change(id, (document) => document.edit(revision, edit)),
    undo: (id, revision) => change(id, (document) => document.undo(revision)),
    redo: (id, revision) => change(id, (document) => document.redo(revision)),
    keepResult: (id, label, experiment) => find(id).document.keepResult(label, experiment),
    results: (id) => find(id).document.listResults(),
    result: (id, result) => find(id).document.result(result),
    closeAll() {
      clearInterval(watch);
      for (const { document } of held.values()) document.close();
      held.clear();
    },
  };
}

/** @param alone nobody else has it open: it is closed again where it cannot be read */
function firstState(document: OpenDocument, alone: boolean): DocumentState {
  try {
    return document.state();
  } catch (error) {
    if (alone) document.close();
    throw error;
  }
}

function tellIfChangedElsewhere(
  one: Held,
  tell: (news: News) => void,
  onFault: (thrown: unknown) => void,
): void {
  try {
    const state = one.document.state();
    if (state.revision === one.known.revision && state.readOnly === one.known.readOnly) return;
    one.known = state;
    tell({ kind: 'document changed', state });
  } catch (error) {
    // Nobody asked just now; whoever asks next is told of it. Thrown from a timer it would end the program.
    if (error instanceof DocumentProblem || String(error) === one.fault) return;
    one.fault = String(error);
    onFault(error);
  }
}
