/**
 * simjs 2.0.3 made loadable and typed. The package is a browser bundle that exports nothing to Node: it hangs its classes on
 * `window.Sim` if a `window` exists at that moment. So one is lent to it for the length of the import.
 *
 * Types cover the part this project calls; names and meanings are those of the simjs API reference.
 */

/** A pending or running demand: a timer, a place in a queue. */
export interface Request {
  /** Calls back when the request is met. */
  done<Argument>(callback: (argument: Argument) => void, context?: object, argument?: Argument): this;
  /** Gives up after `delay` if the request is not met by then. */
  waitUntil(delay: number, callback?: () => void): this;
  cancel(): void;
}

export interface Facility {
  readonly stats: Population;
  queueStats(): Population;
  finalize(time: number): void;
}

/** Something that happens once; whoever waits for it is called back. */
export interface Event {
  fire(): void;
}

export interface Population {
  readonly sizeSeries: { average(): number };
  enter(time: number): void;
  leave(arrivedAt: number, leftAt: number): void;
  finalize(time: number): void;
  current(): number;
  reset(): void;
}

export interface Buffer {
  current(): number;
}

export interface Entity {
  readonly sim: Sim;
  time(): number;
  setTimer(delay: number): Request;
  useFacility(facility: Facility, duration: number): Request;
  waitEvent(event: Event): Request;
  getBuffer(buffer: Buffer, amount: number): Request;
  putBuffer(buffer: Buffer, amount: number): Request;
}

export interface Sim {
  readonly entities: readonly Entity[];
  time(): number;
  /** Makes the entity and calls its `start` with what follows the name. */
  addEntity<Given extends unknown[], Kind extends Entity & { start(...given: Given): void }>(
    kind: new (sim: Sim, name?: string) => Kind,
    name: string,
    ...given: Given
  ): Kind;
  /** Handles events up to and including `endTime`. */
  simulate(endTime: number): boolean;
}

/** Mersenne Twister MT19937. `random()` is a multiple of 2^-32 in [0, 1); the seed is cut to 32 bits. */
export interface Random {
  random(): number;
}

interface Simjs {
  readonly Sim: new () => Sim;
  /** To be extended: simjs refuses an entity without a `start`. */
  readonly Entity: new (
    sim: Sim,
    name?: string,
  ) => Entity;
  readonly Facility: (new (
    name: string,
    discipline: number,
    servers: number,
  ) => Facility) & {
    readonly FCFS: number;
    readonly LCFS: number;
  };
  readonly Event: new (name: string) => Event;
  readonly Buffer: new (name: string, capacity: number, initial: number) => Buffer;
  readonly Population: new () => Population;
  readonly Random: new (seed: number) => Random;
}

async function load(): Promise<Simjs> {
  const scope = globalThis as { window?: { Sim?: Simjs } };
  const before = scope.window;
  const lent: { Sim?: Simjs } = {};
  scope.window = lent;
  try {
    await import('simjs');
  } finally {
    if (before === undefined) delete scope.window;
    else scope.window = before;
  }
  if (!lent.Sim) throw new Error('simjs put nothing on `window`: it was imported before without one');
  return lent.Sim;
}

export const simjs: Simjs = await load();
