/** The main process's end of the host's process: starts it, carries questions and news, and starts it again when it dies. */
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { News, Reply, WireFailure } from '../host/contract.ts';
import { Deaths } from './deaths.ts';
import type { Begin, FromHost, ToHost } from './wire.ts';

/** Closing writes what is pending; longer than this and something hangs. */
const CLOSES_WITHIN = 5_000;

const failure = (message: string): WireFailure => ({ kind: 'our fault', message, problems: [] });
const DIED = failure(
  'The part of Headroom that keeps files and runs simulations stopped, and was started again. Every change that had been saved is kept; please do the last step again.',
);
const GONE = failure(
  'The part of Headroom that keeps files and runs simulations keeps stopping. Every change that had been saved is kept. Please close Headroom and open it again.',
);

export interface HostEvents {
  news(news: News): void;
  /** The host died; `again` says whether another was started, which knows nothing of what the old one had open. */
  died(failure: WireFailure, again: boolean): void;
}

export class HostLink {
  readonly #file: string;
  readonly #begin: Begin;
  readonly #events: HostEvents;
  readonly #waiting = new Map<number, (reply: Reply<unknown>) => void>();
  #running: { readonly child: UtilityProcess; readonly port: MessagePortMain } | null = null;
  readonly #deaths = new Deaths();
  #asked = 0;
  #closed: (() => void) | null = null;

  /** @param file the built host process */
  constructor(file: string, begin: Begin, events: HostEvents) {
    this.#file = file;
    this.#begin = begin;
    this.#events = events;
  }

  start(): void {
    const child = utilityProcess.fork(this.#file, [], { serviceName: 'Headroom host', stdio: 'inherit' });
    const { port1, port2 } = new MessageChannelMain();
    port1.on('message', ({ data }) => this.#hear(data as FromHost));
    port1.start();
    child.once('exit', () => this.#died());
    child.postMessage(this.#begin, [port2]);
    this.#running = { child, port: port1 };
  }

  /** Never rejects: a host that dies meanwhile is a failure as any other. */
  ask(name: string, argument: unknown): Promise<Reply<unknown>> {
    if (this.#running === null) return Promise.resolve({ ok: false, failure: GONE });
    this.#asked += 1;
    const id = this.#asked;
    const reply = new Promise<Reply<unknown>>((resolve) => this.#waiting.set(id, resolve));
    this.#send({ kind: 'ask', id, name, argument });
    return reply;
  }

  /** Lets the host close its documents, and ends it. */
  async close(): Promise<void> {
    const running = this.#running;
    if (running === null) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#closed = resolve;
      timer = setTimeout(resolve, CLOSES_WITHIN);
      this.#send({ kind: 'close' });
    });
    clearTimeout(timer);
    this.#running = null;
    running.port.close();
    running.child.kill();
  }

  #send(message: ToHost): void {
    this.#running?.port.postMessage(message);
  }

  #hear(message: FromHost): void {
    if (message.kind === 'news') this.#events.news(message.news);
    else if (message.kind === 'closed') this.#closed?.();
    else {
      this.#waiting.get(message.id)?.(message.reply);
      this.#waiting.delete(message.id);
    }
  }

  #died(): void {
    if (this.#running === null) return;
    this.#running.port.close();
    this.#running = null;
    const closing = this.#closed !== null;
    this.#closed?.();
    const again = !closing && this.#deaths.another();
    const why = again ? DIED : GONE;
    for (const answer of this.#waiting.values()) answer({ ok: false, failure: why });
    this.#waiting.clear();
    if (closing) return;
    if (again) this.start();
    this.#events.died(why, again);
  }
}
