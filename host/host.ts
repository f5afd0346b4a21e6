/** The host: documents, settings and runs behind one checked door, the same under a desktop window, a browser and tests. */
import { availableParallelism } from 'node:os';
import manifest from '../package.json' with { type: 'json' };
import { ENGINE_VERSION } from '../sim/index.ts';
import type { News } from './contract.ts';
import { createDispatch, type Dispatch, type Handlers } from './dispatch.ts';
import { createDocuments } from './documents/documents.ts';
import { readKept } from './kept-scenarios.ts';
import { describeModel } from './model-description.ts';
import { createRunDesk } from './run-desk.ts';
import { createSettings } from './settings.ts';
import { createPool } from './workers/pool.ts';

export interface HostOptions {
  /** Where documents are kept unless a person says otherwise. */
  readonly documentsFolder: string;
  /** Where preferences and the list of documents opened lately are kept. */
  readonly settingsFolder: string;
  /** Defaults to what the machine can run side by side. */
  readonly threads?: number | undefined;
  /** Told of every fault of the program, as thrown; written to standard error unless said. */
  readonly onFault?: (thrown: unknown) => void;
}

export interface Host extends AsyncDisposable {
  /** What a wire brings, unchecked; what happens goes back as data. Never rejects. */
  readonly ask: Dispatch;
  /** @returns stops listening */
  listen(listener: (news: News) => void): () => void;
  /** Ends every run and closes every document. */
  close(): Promise<void>;
}

/** A person looks and thinks between two changes, and the next preview should come at once; each thread ready takes some 30 MB. */
const MOST_THREADS_READY = 8;

/** How a comparison is run where a person chooses to have it exact. */
const DESCRIBED_RUN = { seed: 1, replications: 'auto' } as const;

export function createHost({ documentsFolder, settingsFolder, threads, onFault = print }: HostOptions): Host {
  const listeners = new Set<(news: News) => void>();
  const tell = (news: News) => {
    for (const listener of listeners) listener(news);
  };
  const pool = createPool(threads, MOST_THREADS_READY, { onFault });
  const settings = createSettings(settingsFolder);
  const documents = createDocuments({ documentsFolder, settingsFolder, tell, onFault });
  const desk = createRunDesk({
    pool,
    tell,
    onFault,
    keep: (document, label, experiment) => documents.keepResult(document, label, experiment),
  });

  const handlers: Handlers = {
    about: () => ({
      version: manifest.version,
      engine: ENGINE_VERSION,
      folder: documentsFolder,
      threads: threads ?? availableParallelism(),
    }),
    settings: () => settings.read(),
    'settings change': (changes) => settings.change(changes),
    documents: () => documents.list(),
    'document new': (wanted) => documents.create(wanted),
    'document open': ({ path }) => documents.open(path),
    document: ({ document }) => documents.state(document),
    'document close': ({ document }) => {
      documents.close(document);
      return null;
    },
    'document copy': ({ document, ...where }) => documents.copy(document, where),
    'document edit': ({ document, revision, edit }) => documents.edit(document, revision, edit),
    'document undo': ({ document, revision }) => documents.undo(document, revision),
    'document redo': ({ document, revision }) => documents.redo(document, revision),
    'run start': (order) => {
      desk.start(order);
      return null;
    },
    'run cancel': ({ run }) => {
      desk.cancel(run);
      return null;
    },
    'results kept': ({ document }) => documents.results(document),
    'result kept': ({ document, result }) => documents.result(document, result),
    'model description': ({ scenario }) => describeModel(readKept([scenario])[0]!, DESCRIBED_RUN),
  };

  let closed: Promise<void> | null = null;
  const close = async () => {
    await desk.close();
    documents.closeAll();
    await pool[Symbol.asyncDispose]();
    listeners.clear();
  };
  return {
    ask: createDispatch(handlers, onFault),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      closed ??= close();
      return closed;
    },
    [Symbol.asyncDispose]() {
      return this.close();
    },
  };
}

function print(thrown: unknown): void {
  const text = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  process.stderr.write(`${text}\n`);
}
