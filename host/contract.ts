/**
 * What a shell can ask of the host, and what the host tells on its own: types only, the one thing every shell and screen knows.
 * Everything is plain data that survives JSON. The same contract runs over an Electron port, over loopback HTTP, and in tests.
 */
import type { Experiment } from '../reports/experiment.ts';
import type { Problem } from '../scenarios/problem.ts';
import type { FailureKind } from './failure.ts';

/** Each request with its argument and its answer. */
export interface Requests {
  about: { argument: null; answer: About };
  settings: { argument: null; answer: Settings };
  'settings change': { argument: Partial<Settings>; answer: Settings };
  /** Files in the folder for documents, and those opened lately elsewhere. */
  documents: { argument: null; answer: readonly DocumentFile[] };
  /** A new document: at `path`, or in the folder for documents under a name like `name` that is free. */
  'document new': { argument: { readonly path?: string; readonly name?: string }; answer: DocumentState };
  'document open': { argument: { readonly path: string }; answer: DocumentState };
  document: { argument: { readonly document: string }; answer: DocumentState };
  'document close': { argument: { readonly document: string }; answer: null };
  /** A copy beside or elsewhere; the document open stays the one it was. */
  'document copy': {
    argument: { readonly document: string; readonly path?: string; readonly name?: string };
    answer: DocumentFile;
  };
  /** Refused when `revision` is not the document's present one: somebody else (another window) has edited it. */
  'document edit': {
    argument: { readonly document: string; readonly revision: number; readonly edit: Edit };
    answer: DocumentState;
  };
  'document undo': {
    argument: { readonly document: string; readonly revision: number };
    answer: DocumentState;
  };
  'document redo': {
    argument: { readonly document: string; readonly revision: number };
    answer: DocumentState;
  };
  /** Begins; progress and end come as news with the same `run`, a name that the asker chooses. */
  'run start': { argument: RunOrder; answer: null };
  /** Ends it; what is done so far comes as news where two replications are there. Unknown or finished runs are no fault. */
  'run cancel': { argument: { readonly run: string }; answer: null };
  /** Runs kept in the document, newest first, without their experiments. */
  'results kept': { argument: { readonly document: string }; answer: readonly KeptResult[] };
  'result kept': { argument: { readonly document: string; readonly result: string }; answer: Experiment };
  /** The model of a scenario and how it is run, item by item after STRESS-DES, as Markdown. */
  'model description': { argument: { readonly scenario: ScenarioContent }; answer: string };
}

export type RequestName = keyof Requests;
export type ArgumentOf<Name extends RequestName> = Requests[Name]['argument'];
export type AnswerOf<Name extends RequestName> = Requests[Name]['answer'];

/** What the host tells on its own. */
export type News =
  | { readonly kind: 'document changed'; readonly state: DocumentState }
  | { readonly kind: 'run progress'; readonly run: string; readonly progress: RunProgress }
  | { readonly kind: 'run notice'; readonly run: string; readonly sentence: string }
  /** The first replications of a run that goes on: few, but soon. */
  | { readonly kind: 'run first look'; readonly run: string; readonly experiment: Experiment }
  | {
      readonly kind: 'run finished';
      readonly run: string;
      readonly experiment: Experiment;
      /** The document that was named in the order keeps it. */
      readonly kept: boolean;
    }
  | { readonly kind: 'run failed'; readonly run: string; readonly failure: WireFailure };

/** A failure as data. `conflict`: the document was edited elsewhere; `storage`: the disk refused. */
export interface WireFailure {
  readonly kind: FailureKind | 'conflict' | 'storage';
  /** One or two sentences for a person. */
  readonly message: string;
  readonly problems: readonly Problem[];
}

/** What a transport carries back. */
export type Reply<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly failure: WireFailure };

/** The host as a shell or a screen holds it, whatever wire lies between. */
export interface HostConnection {
  /** @throws {HostFailure} */
  ask<Name extends RequestName>(name: Name, argument: ArgumentOf<Name>): Promise<AnswerOf<Name>>;
  /**
   * @param onReach told when the host is out of reach, and when it is in reach again: news may have been missed
   * @returns stops listening
   */
  listen(listener: (news: News) => void, onReach?: (inReach: boolean) => void): () => void;
}

export interface About {
  readonly version: string;
  readonly engine: string;
  /** Where documents are kept unless a person says otherwise. */
  readonly folder: string;
  readonly threads: number;
}

export interface Settings {
  readonly theme: 'light' | 'dark' | 'as the system';
  readonly counted: 'families' | 'children';
}

export interface DocumentFile {
  readonly path: string;
  /** Without folder and extension. */
  readonly name: string;
  /** ISO time of the last change, or `null` where the file is gone or cannot be reached. */
  readonly changed: string | null;
}

export interface DocumentState {
  /** Names the open document in requests. */
  readonly document: string;
  readonly path: string;
  readonly name: string;
  /** One more with each edit, undo and redo. */
  readonly revision: number;
  /** Why nothing can be saved to it, or `null`. */
  readonly readOnly: string | null;
  /** What a person should know of how it was opened (upgraded, with a backup beside it), or `null`. */
  readonly notice: string | null;
  /** In the order shown. */
  readonly scenarios: readonly KeptScenario[];
  readonly comparisons: readonly KeptComparison[];
  readonly datasets: readonly Dataset[];
  readonly notes: readonly Note[];
  /** What undo and redo would do, in words; `null` where there is nothing. */
  readonly undo: string | null;
  readonly redo: string | null;
}

/** A scenario as its file would have it: `type`, `version`, `extends`, `name` and what differs (docs/file-format.md). */
export type ScenarioContent = Readonly<Record<string, unknown>>;

export interface KeptScenario {
  readonly id: string;
  readonly content: ScenarioContent;
}

export interface KeptComparison {
  readonly id: string;
  readonly name: string;
  /** Ids of two to six scenarios, the base first. */
  readonly scenarios: readonly string[];
}

/** Figures imported from a file, such as referrals by week. They never leave the machine. */
export interface Dataset {
  readonly id: string;
  readonly name: string;
  /** The file's name, without its folder. */
  readonly from: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A note on anything: `subject` is a path such as `scenario/<id>` or `comparison/<id>`. */
export interface Note {
  readonly subject: string;
  readonly text: string;
}

/** One step that a person can undo; `label` says it in words ("caseload cap 12 instead of 10"). */
export interface Edit {
  readonly label: string;
  readonly steps: readonly EditStep[];
}

export type EditStep =
  | { readonly kind: 'put scenario'; readonly scenario: KeptScenario; readonly at?: number }
  | { readonly kind: 'remove scenario'; readonly id: string }
  | { readonly kind: 'move scenario'; readonly id: string; readonly to: number }
  | { readonly kind: 'put comparison'; readonly comparison: KeptComparison }
  | { readonly kind: 'remove comparison'; readonly id: string }
  | { readonly kind: 'put dataset'; readonly dataset: Dataset }
  | { readonly kind: 'remove dataset'; readonly id: string }
  /** An empty text removes the note. */
  | { readonly kind: 'put note'; readonly note: Note };

export interface RunOrder {
  readonly run: string;
  /** The base first; as their files would have them. */
  readonly scenarios: readonly ScenarioContent[];
  readonly seed: number;
  readonly replications: number | 'auto';
  readonly maxReplications: number;
  readonly weeks?: number;
  /** Whether a run that takes minutes may go on; without it such a run is refused with how long it would take. */
  readonly mayTakeLong: boolean;
  /** Whether to tell what the first replications show, before the rest are run. */
  readonly firstLook?: boolean;
  /** Previews go before other runs in the queue. */
  readonly priority: 'preview' | 'full';
  /** Keep the result in this document, under this label; what is stopped early is not kept. */
  readonly keep?: { readonly document: string; readonly label: string };
}

export interface RunProgress {
  readonly phase: 'warm-up' | 'replications';
  readonly done: number;
  readonly of: number;
  /** `null` while it cannot be said. */
  readonly secondsLeft: number | null;
}

export interface KeptResult {
  readonly result: string;
  readonly label: string;
  /** ISO time. */
  readonly made: string;
  readonly scenarioNames: readonly string[];
  readonly replications: number;
  readonly seed: number;
}

/** What the menu of a desktop window tells its screen to do. */
export type Command =
  | { readonly kind: 'new document' }
  | { readonly kind: 'open document'; readonly path: string }
  /** The host died with the document of this path open, and another was started. */
  | { readonly kind: 'reopen document'; readonly path: string }
  /** Every change is saved already; the person is told so. */
  | { readonly kind: 'save' }
  | { readonly kind: 'copy document'; readonly path: string }
  | { readonly kind: 'close document' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  /** The settings were changed in the menu. */
  | { readonly kind: 'settings'; readonly settings: Settings }
  | { readonly kind: 'help' };

/** What a desktop window gives its screen, as `window.headroom`. */
export interface Bridge {
  ask(name: RequestName, argument: unknown): Promise<Reply<unknown>>;
  /** @returns stops listening */
  listen(listener: (news: News) => void): () => void;
  /** @returns stops obeying */
  obey(listener: (command: Command) => void): () => void;
  /** Asks a person for a document: one to open, or where a new one or a copy goes. `null` when they thought better of it. */
  choose(kind: 'open' | 'new' | 'copy', suggestedName?: string): Promise<string | null>;
  /** Asks a person where this goes, and writes it there. `null` when they thought better of it. */
  saveFile(suggestedName: string, content: Uint8Array | string): Promise<string | null>;
}
