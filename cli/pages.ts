/**
 * What each page in a browser has open and under way, so that nothing stays behind when its tab is closed: a page is gone when its
 * stream of news is. A page that is loaded again is another one; a stream that broke off may come again within the grace.
 */
import type { DocumentState, Reply } from '../host/contract.ts';
import type { Host } from '../host/host.ts';

interface Page {
  /** As often as each was opened by this page. */
  readonly documents: string[];
  /** Under way, and whether a document is to keep what comes of it. */
  readonly runs: Map<string, boolean>;
  streams: number;
  leaving: NodeJS.Timeout | undefined;
  gone: boolean;
}

export interface Pages {
  /** Asks the host for a page; what one opens that does not say which it is stays open. */
  ask(page: string | undefined, name: unknown, argument: unknown): Promise<Reply<unknown>>;
  /** The page hears news from now on. @returns to be called when it no longer does */
  arrived(page: string): () => void;
}

/** @param grace milliseconds that a page may be without its stream */
export function createPages(host: Host, grace: number): Pages {
  const pages = new Map<string, Page>();
  const find = (id: string): Page => {
    const page = pages.get(id) ?? {
      documents: [],
      runs: new Map(),
      streams: 0,
      leaving: undefined,
      gone: false,
    };
    pages.set(id, page);
    return page;
  };
  /** A run whose result is to be kept goes on, and its document stays open until then. */
  const closeUnlessAtWork = (id: string, { gone, runs, documents }: Page) => {
    if (!gone || [...runs.values()].includes(true)) return;
    pages.delete(id);
    for (const document of documents) void host.ask('document close', { document });
  };
  const leave = (id: string, page: Page) => {
    page.gone = true;
    for (const [run, isKept] of page.runs) if (!isKept) void host.ask('run cancel', { run });
    closeUnlessAtWork(id, page);
  };
  host.listen((news) => {
    if (news.kind !== 'run finished' && news.kind !== 'run failed') return;
    for (const [id, page] of pages) if (page.runs.delete(news.run)) closeUnlessAtWork(id, page);
  });
  return {
    async ask(id, name, argument) {
      if (id === undefined) return await host.ask(name, argument);
      const page = find(id);
      const { run, keep, document } = Object(argument);
      if (name === 'run start') page.runs.set(run, keep !== undefined);
      const reply = await host.ask(name, argument);
      if (name === 'run start' && !reply.ok) page.runs.delete(run);
      if ((name === 'document new' || name === 'document open') && reply.ok) {
        page.documents.push((reply.answer as DocumentState).document);
      }
      const closed = name === 'document close' ? page.documents.indexOf(document) : -1;
      if (closed >= 0) page.documents.splice(closed, 1);
      return reply;
    },
    arrived(id) {
      const page = find(id);
      clearTimeout(page.leaving);
      page.gone = false;
      page.streams += 1;
      return () => {
        page.streams -= 1;
        if (page.streams === 0) page.leaving = setTimeout(leave, grace, id, page).unref();
      };
    },
  };
}
