/** In the host's process: gives it `process.parentPort` as Electron does, then runs the file it was forked for. */
import { EventEmitter } from 'node:events';
import { pathToFileURL } from 'node:url';
import type { Carried } from './ports.ts';

const send = (carried: Carried) => process.send?.(carried);

class PortHere extends EventEmitter {
  readonly #number: number;
  #waiting: unknown[] | null = [];

  constructor(number: number) {
    super();
    this.#number = number;
  }

  postMessage(data: unknown): void {
    send({ kind: 'port', port: this.#number, data: structuredClone(data) });
  }

  start(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const data of waiting) this.emit('message', { data, ports: [] });
  }

  deliver(data: unknown): void {
    if (this.#waiting === null) this.emit('message', { data, ports: [] });
    else this.#waiting.push(data);
  }
}

const ports: PortHere[] = [];
const parentPort = Object.assign(new EventEmitter(), {
  postMessage: (data: unknown) => send({ kind: 'message', data, ports: 0 }),
});
/** Messages that came before anybody listened. */
const early: Extract<Carried, { kind: 'message' }>[] = [];
const tell = ({ data, ports: count }: Extract<Carried, { kind: 'message' }>) => {
  const handed = Array.from({ length: count }, () => {
    const port = new PortHere(ports.length);
    ports.push(port);
    return port;
  });
  parentPort.emit('message', { data, ports: handed });
};
parentPort.on('newListener', (event) => {
  if (event === 'message') queueMicrotask(() => early.splice(0).forEach(tell));
});

process.on('message', (carried: Carried) => {
  if (carried.kind === 'port') ports[carried.port]?.deliver(carried.data);
  else if (parentPort.listenerCount('message') > 0) tell(carried);
  else early.push(carried);
});
process.on('disconnect', () => process.exit());
Object.defineProperty(process, 'parentPort', { value: parentPort });

await import(pathToFileURL(process.argv[2]!).href);
