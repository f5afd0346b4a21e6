/** The host as one window knows it: with that window's documents and runs, and not those of the others. */
import type { DocumentState, News, Reply, RequestName } from '../host/contract.ts';
import type { GrantedPaths } from './granted-paths.ts';
import type { HostLink } from './host-link.ts';

type Ask = HostLink['ask'];

const OPENING: readonly string[] = ['document new', 'document open'] satisfies RequestName[];

export class WindowHost {
  readonly #ask: Ask;
  readonly #paths: GrantedPaths;
  readonly #prefix: string;
  /** As often as it was opened here: the host keeps a document open until it was closed as often. */
  readonly #open: Pick<DocumentState, 'document' | 'path'>[] = [];
  readonly #runs = new Set<string>();

  /** @param number tells this window's runs from those of others that have the same names */
  constructor(ask: Ask, paths: GrantedPaths, number: number) {
    this.#ask = ask;
    this.#paths = paths;
    this.#prefix = `${number}:`;
  }

  /** Paths of the documents open here. */
  get documents(): readonly string[] {
    return [...new Set(this.#open.map(({ path }) => path))];
  }

  async ask(name: string, argument: unknown): Promise<Reply<unknown>> {
    const refusal = this.#paths.refusal(name, argument);
    if (refusal !== null) return refusal;
    if (name === 'document close') this.#letGo(Object(argument).document);
    if (name === 'run start') this.#runs.add(Object(argument).run);
    const reply = await this.#ask(name, this.#withOwnRun(name, argument));
    if (!reply.ok) return reply;
    if (OPENING.includes(name)) {
      const { document, path } = reply.answer as DocumentState;
      this.#open.push({ document, path });
    }
    if (name === 'documents' || name.startsWith('document ')) this.#paths.grantAnswered(reply.answer);
    return reply;
  }

  /** @returns the news as this window should hear it, or `null` where it concerns another */
  heard(news: News): News | null {
    if (news.kind === 'document changed') return this.#shows(news.state.document) ? news : null;
    if (!news.run.startsWith(this.#prefix)) return null;
    const run = news.run.slice(this.#prefix.length);
    if (news.kind === 'run finished' || news.kind === 'run failed') this.#runs.delete(run);
    return { ...news, run };
  }

  /** The host died and has nothing open. @returns the paths that were open here, and the runs that nobody will end */
  forget(): { readonly paths: readonly string[]; readonly runs: readonly string[] } {
    const lost = { paths: this.documents, runs: [...this.#runs] };
    this.#open.length = 0;
    this.#runs.clear();
    return lost;
  }

  /** The window is gone: nobody waits for its runs, and its documents can be closed. */
  async close(): Promise<void> {
    for (const run of this.#runs) void this.#ask('run cancel', { run: this.#prefix + run });
    const closing = this.#open.splice(0);
    await Promise.all(closing.map(({ document }) => this.#ask('document close', { document })));
  }

  #shows(id: string): boolean {
    return this.#open.some(({ document }) => document === id);
  }

  #letGo(id: unknown): void {
    const at = this.#open.findIndex(({ document }) => document === id);
    if (at >= 0) this.#open.splice(at, 1);
  }

  #withOwnRun(name: string, argument: unknown): unknown {
    const run = Object(argument).run;
    const names = name === 'run start' || name === 'run cancel';
    return names && typeof run === 'string' ? { ...Object(argument), run: this.#prefix + run } : argument;
  }
}
