/** Message ports and the host's process: a real process of its own, with the ports carried over Node's own channel. */
import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';

const PARENT_PORT = fileURLToPath(new URL('./parent-port.ts', import.meta.url));

/** What goes over Node's channel in either direction. */
export type Carried =
  | { readonly kind: 'message'; readonly data: unknown; readonly ports: number }
  | { readonly kind: 'port'; readonly port: number; readonly data: unknown };

/** One end; messages wait until it is started, as in a real one. */
export class PortDouble extends EventEmitter {
  peer: PortDouble | null = null;
  /** Where it goes instead of to listeners, once it has been handed to another process. */
  carry: ((data: unknown) => void) | null = null;
  #waiting: unknown[] | null = [];

  postMessage(data: unknown): void {
    this.peer?.deliver(structuredClone(data));
  }

  start(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const data of waiting) this.deliver(data);
  }

  close(): void {
    this.removeAllListeners();
    this.peer = null;
  }

  deliver(data: unknown): void {
    if (this.carry !== null) this.carry(data);
    else if (this.#waiting !== null) this.#waiting.push(data);
    else setImmediate(() => this.emit('message', { data, ports: [] }));
  }
}

export class MessageChannelMain {
  readonly port1 = new PortDouble();
  readonly port2 = new PortDouble();

  constructor() {
    this.port1.peer = this.port2;
    this.port2.peer = this.port1;
  }
}

/** A process that the double forked; `pid` lets a test kill it. */
export class UtilityProcessDouble extends EventEmitter {
  readonly #child: ChildProcess;
  readonly #ports: PortDouble[] = [];

  constructor(file: string) {
    super();
    // The test runner's own options and loaders are not for it.
    const { NODE_OPTIONS: _, ...env } = process.env;
    this.#child = fork(PARENT_PORT, [file], { serialization: 'advanced', execArgv: [], env });
    this.#child.on('message', (carried: Carried) => {
      if (carried.kind === 'port') this.#ports[carried.port]?.postMessage(carried.data);
      else this.emit('message', carried.data);
    });
    this.#child.on('exit', (code) => this.emit('exit', code ?? 1));
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  postMessage(data: unknown, ports: readonly PortDouble[] = []): void {
    for (const port of ports) {
      const number = this.#ports.push(port) - 1;
      port.carry = (told) => this.#send({ kind: 'port', port: number, data: told });
      port.start();
    }
    this.#send({ kind: 'message', data, ports: ports.length });
  }

  kill(): boolean {
    return this.#child.kill();
  }

  #send(carried: Carried): void {
    if (this.#child.connected) this.#child.send(carried);
  }
}
