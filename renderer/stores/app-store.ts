/** The whole application as the screens hold it: the host, the open document with its scenarios, the runs, and what is on the screen. */
import { makeAutoObservable, observableRef, runInAction, when } from 'mobx';
import type {
  About,
  Bridge,
  Command,
  DocumentFile,
  DocumentState,
  HostConnection,
  News,
  ScenarioContent,
  Settings,
} from '../../host/contract.ts';
import { wireFailureOf } from '../connection/host-failure.ts';
import { DocumentStore, isNotOpen } from './document-store.ts';
import { nameOfCopy } from './name-of-copy.ts';
import { RunStore } from './run-store.ts';
import { ScenarioStore } from './scenario-store.ts';
import { UiStore } from './ui-store.ts';

export type Phase = 'connecting' | 'ready' | 'out of reach';

/** What only a desktop window can do. */
export type Desktop = Pick<Bridge, 'obey' | 'choose' | 'saveFile'>;

export class AppStore {
  readonly connection: HostConnection;
  /** `null` in a browser window. */
  readonly desktop: Desktop | null;
  readonly ui = new UiStore();
  readonly runs: RunStore;
  phase: Phase = 'connecting';
  about: About | null = null;
  settings: Settings = { theme: 'as the system', counted: 'families' };
  /** `null` until the host has listed them. */
  recent: readonly DocumentFile[] | null = null;
  document: DocumentStore | null = null;
  /** What takes a moment, in words; `null` when nothing does. */
  busy: string | null = null;
  private stores = new Map<string, ScenarioStore>();
  /** Documents are changed over one after the other. */
  private changingOver: Promise<void> = Promise.resolve();

  constructor(connection: HostConnection, desktop: Desktop | null = null) {
    this.connection = connection;
    this.desktop = desktop;
    this.runs = new RunStore(connection);
    makeAutoObservable<this, 'stores' | 'changingOver'>(this, {
      connection: false,
      desktop: false,
      ui: false,
      runs: false,
      stores: false,
      changingOver: false,
      about: observableRef,
      settings: observableRef,
      recent: observableRef,
      document: observableRef,
      scenario: false,
    });
  }

  /** Begins to listen and asks what the first screen shows. */
  async start(): Promise<void> {
    this.phase = 'connecting';
    try {
      const [about, settings, recent] = await Promise.all([
        this.connection.ask('about', null),
        this.connection.ask('settings', null),
        this.connection.ask('documents', null),
      ]);
      runInAction(() => Object.assign(this, { about, settings, recent, phase: 'ready' satisfies Phase }));
    } catch (thrown) {
      runInAction(() => {
        this.phase = 'out of reach';
      });
      this.tellFailure('Headroom cannot reach its files and its simulation', thrown);
    }
  }

  /** @returns stops listening */
  listen(): () => void {
    const stopListening = this.connection.listen(
      (news) => this.heard(news),
      (inReach) => void this.reached(inReach),
    );
    const stopObeying = this.desktop?.obey((command) => this.obey(command));
    return () => {
      stopListening();
      stopObeying?.();
    };
  }

  /** The scenario that Service, Changes and Assumptions show; `null` where the document has none. */
  get shown(): ScenarioStore | null {
    const kept = this.document?.state.scenarios ?? [];
    const wanted = kept.find(({ id }) => id === this.ui.scenario) ?? kept[0];
    return wanted ? this.scenario(wanted.id) : null;
  }

  /** In the order of the document. */
  get scenarios(): readonly ScenarioStore[] {
    return (this.document?.state.scenarios ?? []).map(({ id }) => this.scenario(id));
  }

  /** @throws {Error} where no document is open */
  scenario(id: string): ScenarioStore {
    const known = this.stores.get(id);
    if (known) return known;
    if (!this.document) throw new Error('No document is open.');
    const store = new ScenarioStore(this.document, id);
    this.stores.set(id, store);
    return store;
  }

  async openDocument(path: string): Promise<void> {
    await this.changeOver('Opening the document', 'The document could not be opened', async () => {
      this.take(await this.connection.ask('document open', { path }));
    });
  }

  /** Asks a person which; only in a desktop window. */
  async chooseDocument(): Promise<void> {
    const path = await this.desktop?.choose('open');
    if (path) await this.openDocument(path);
  }

  /** A new document in the folder for documents; with a first scenario where content is given. */
  async newDocument(name: string, content?: ScenarioContent): Promise<void> {
    await this.changeOver('Making a document', 'The document could not be made', async () => {
      const state = await this.connection.ask('document new', { name });
      runInAction(() => {
        this.take(state);
        if (content) this.addScenario(content);
      });
    });
  }

  /** A copy: where a person says in a desktop window, else beside the document. */
  async copyDocument(): Promise<void> {
    const { document, desktop } = this;
    if (!document) return;
    const { name } = document.confirmed;
    if (!desktop) return this.saveCopy({ name });
    const path = await desktop.choose('copy', name);
    if (path !== null) await this.saveCopy({ path });
  }

  async closeDocument(): Promise<void> {
    await this.changeOver('Closing the document', 'The document could not be closed', async () => {
      const { document } = this;
      if (!document) return;
      await this.connection.ask('document close', { document: document.confirmed.document });
      runInAction(() => {
        this.forget();
        this.ui.show('start');
      });
      await this.refreshRecent();
    });
  }

  /** Something would be lost if the window went now; what is being typed is on its way after this. */
  get unsaved(): boolean {
    return (
      this.document !== null && (this.document.saved === 'not saved' || this.document.waiting.length > 1)
    );
  }

  /** Sends again what could not be saved, to a document that the host may have to open first. */
  async saveAgain(): Promise<void> {
    await this.catchUp();
    this.document?.retry();
  }

  async refreshRecent(): Promise<void> {
    try {
      const recent = await this.connection.ask('documents', null);
      runInAction(() => {
        this.recent = recent;
      });
    } catch (thrown) {
      this.tellFailure('Your documents could not be listed', thrown);
    }
  }

  /** Puts a scenario at the end of the open document and shows it. */
  addScenario(content: ScenarioContent): void {
    const id = crypto.randomUUID();
    const name = String(content.name);
    this.document?.edit(`“${name}” added`, [{ kind: 'put scenario', scenario: { id, content } }]);
    this.ui.selectScenario(id);
  }

  /** A copy beside it, to change and compare. */
  duplicateScenario(id: string): void {
    const { content, name } = this.scenario(id);
    const taken = this.scenarios.map((scenario) => scenario.name);
    this.addScenario({ ...content, name: nameOfCopy(name, taken) });
  }

  /** It goes out of every comparison too. */
  removeScenario(id: string): void {
    const { document } = this;
    if (!document) return;
    const { name } = this.scenario(id);
    document.edit(`“${name}” removed`, [{ kind: 'remove scenario', id }]);
    if (this.ui.scenario === id) this.ui.selectScenario(null);
  }

  undo(): void {
    this.commit();
    this.document?.undo();
  }

  redo(): void {
    this.commit();
    this.document?.redo();
  }

  /** For who presses Save: every change is saved as it is made, and this says so, or why not. */
  async save(): Promise<void> {
    this.commit();
    const { document, ui } = this;
    if (!document) return ui.tell('done', 'There is nothing to save', 'No document is open.');
    if (document.trouble) document.retry();
    await when(() => document.saved !== 'saving');
    const { path, readOnly } = document.confirmed;
    if (document.saved === 'saved') {
      ui.tell('done', 'Everything is saved', `Each change is saved as you make it, in ${path}.`);
    } else if (readOnly !== null) ui.tell('attention', 'This document can only be read', readOnly);
    else if (document.trouble) ui.tell('failure', 'Not everything is saved', document.trouble.message);
  }

  /** Makes steps of what is being typed anywhere. */
  commit(): void {
    for (const store of this.stores.values()) store.commit();
  }

  async changeSettings(change: Partial<Settings>): Promise<void> {
    this.settings = { ...this.settings, ...change };
    try {
      const settings = await this.connection.ask('settings change', change);
      runInAction(() => {
        this.settings = settings;
      });
    } catch (thrown) {
      this.tellFailure('The setting could not be kept', thrown);
    }
  }

  tellFailure(title: string, thrown: unknown): void {
    this.ui.tell('failure', title, wireFailureOf(thrown).message);
  }

  private async saveCopy(where: { readonly path: string } | { readonly name: string }): Promise<void> {
    const { document } = this;
    if (!document) return;
    this.commit();
    await this.doing('Saving a copy', 'The copy could not be saved whole', async () => {
      const copy = await document.saveCopy(where);
      this.ui.tell('done', 'A copy is saved', copy.path);
    });
  }

  private obey(command: Command): void {
    switch (command.kind) {
      case 'new document':
        this.ui.show('start');
        break;
      case 'open document':
        void this.openDocument(command.path);
        break;
      case 'reopen document':
        if (this.document?.confirmed.path === command.path) void this.catchUp();
        else void this.openDocument(command.path);
        break;
      case 'save':
        void this.save();
        break;
      case 'copy document':
        void this.saveCopy({ path: command.path });
        break;
      case 'close document':
        void this.closeDocument();
        break;
      case 'undo':
        this.undo();
        break;
      case 'redo':
        this.redo();
        break;
      case 'settings':
        this.settings = command.settings;
        break;
      case 'help':
        this.ui.openHelp(true);
        break;
    }
  }

  private heard(news: News): void {
    if (news.kind !== 'document changed') this.runs.heard(news);
    else if (news.state.document === this.document?.confirmed.document) this.document.heard(news.state);
  }

  /** News may have been missed while the host was out of reach. */
  private async reached(inReach: boolean): Promise<void> {
    if (!inReach) {
      this.phase = 'out of reach';
      return;
    }
    if (this.phase === 'out of reach') await this.start();
    await this.catchUp();
    this.runs.renew();
  }

  /** Asks what the open document is now. A host that has it open no longer, or is another by now, opens it again. */
  private async catchUp(): Promise<void> {
    const { document } = this;
    if (!document) return;
    const { document: id, path } = document.confirmed;
    try {
      document.heard(await this.connection.ask('document', { document: id }));
    } catch (thrown) {
      if (!isNotOpen(wireFailureOf(thrown), id)) return;
      await this.doing('Opening the document again', 'The document could not be opened again', async () => {
        document.openedAgain(await this.connection.ask('document open', { path }));
      });
    }
  }

  private take(state: DocumentState): void {
    const former = this.document;
    this.forget();
    this.document = new DocumentStore(this.connection, state);
    if (former) void this.closeInHost(former);
    if (state.notice !== null) this.ui.tell('attention', state.name, state.notice);
    this.ui.selectScenario(state.scenarios[0]?.id ?? null);
    this.ui.show('service');
  }

  private forget(): void {
    this.stores = new Map();
    this.document = null;
    this.runs.clearAll();
    this.ui.selectScenario(null);
  }

  private async closeInHost({ confirmed: { document, name } }: DocumentStore): Promise<void> {
    try {
      await this.connection.ask('document close', { document });
    } catch (thrown) {
      this.tellFailure(`“${name}” could not be closed`, thrown);
    }
  }

  /** Leaves the open document for another, or for none. */
  private changeOver(what: string, failed: string, work: () => Promise<void>): Promise<void> {
    this.changingOver = this.changingOver.then(async () => {
      if (await this.mayLeave()) await this.doing(what, failed, work);
    });
    return this.changingOver;
  }

  /** Whether the open document can be let go: everything is saved, or a person has said so. */
  private async mayLeave(): Promise<boolean> {
    const { document } = this;
    if (!document) return true;
    this.commit();
    for (;;) {
      await document.settled();
      const { waiting, trouble, refused } = document;
      if (waiting.length > 0) {
        const choice = await this.ui.askToLeave(trouble?.message ?? '', waiting);
        if (choice !== 'try again') return choice === 'leave';
        await this.saveAgain();
      } else {
        // The banner that says so goes with the document.
        if (refused) this.ui.tell('failure', refused.label, refused.failure.message);
        return true;
      }
    }
  }

  private async doing(what: string, failed: string, work: () => Promise<void>): Promise<void> {
    this.busy = what;
    try {
      await work();
    } catch (thrown) {
      this.tellFailure(failed, thrown);
    } finally {
      runInAction(() => {
        this.busy = null;
      });
    }
  }
}
