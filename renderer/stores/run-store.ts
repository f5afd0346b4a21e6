/**
 * Runs of the simulation for the screens. Each screen has places of its own ("service", "compare") where one result is shown; a newer
 * wish for the same place overtakes the older one, and a result knows which scenarios it is of, so that a stale one is never taken
 * for the present.
 */
import { makeAutoObservable, observableRef, runInAction, toJS } from 'mobx';
import type { HostConnection, News, RunOrder, RunProgress, WireFailure } from '../../host/contract.ts';
import type { Experiment } from '../../reports/experiment.ts';
import { wireFailureOf } from '../connection/host-failure.ts';

/** What is simulated. */
export interface RunWish {
  /** The base first. */
  readonly scenarios: RunOrder['scenarios'];
  readonly weeks?: number;
}

export interface FullRun {
  readonly replications: number | 'auto';
  readonly seed?: number;
  /** A person has agreed to wait. */
  readonly mayTakeLong?: boolean;
  readonly keep?: RunOrder['keep'];
}

/** Replications of a preview; its first look has fewer. */
export const PREVIEW_REPLICATIONS = 100;
/** The same for every preview, so that scenarios meet the same families. */
export const SEED = 1;
/** The most that "auto" may take. */
export const MOST_REPLICATIONS = 2_000;
/** Milliseconds in which changes on the way are gathered into one preview. */
const GATHERING = 40;

/** One place on a screen with the result shown there. */
export class RunPlace {
  /** The last result, perhaps of scenarios as they were before. */
  experiment: Experiment | null = null;
  progress: RunProgress | null = null;
  failure: WireFailure | null = null;
  /** What the host remarked while running. */
  notices: readonly string[] = [];
  /** Name of the run under way. */
  run: string | null = null;
  /** Stands for the scenarios wanted now. */
  wanted: string | null = null;
  /** Stands for the scenarios that `experiment` is of. */
  shown: string | null = null;
  /** The run under way or just refused was asked for in full. */
  full: FullRun | null = null;
  /** `experiment` is of a run asked for in full; `null` of a preview. */
  shownFull: FullRun | null = null;
  /** The document keeps `experiment`. */
  kept = false;
  readonly name: string;

  constructor(name: string) {
    this.name = name;
    makeAutoObservable(this, {
      name: false,
      experiment: observableRef,
      progress: observableRef,
      failure: observableRef,
      notices: observableRef,
      full: observableRef,
      shownFull: observableRef,
    });
  }

  get running(): boolean {
    return this.run !== null;
  }

  /** The result shown is not of the scenarios as they are now: show it dimmed, with "updating". */
  get stale(): boolean {
    return this.experiment !== null && this.shown !== this.wanted;
  }
}

export class RunStore {
  private readonly places = new Map<string, RunPlace>();
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly wishes = new Map<string, RunWish>();
  private readonly connection: HostConnection;
  private started = 0;
  /** Windows of one host hear each other's news: their runs must not have the same names. */
  private readonly window = crypto.randomUUID();

  constructor(connection: HostConnection) {
    this.connection = connection;
  }

  place(name: string): RunPlace {
    const known = this.places.get(name);
    if (known) return known;
    const place = new RunPlace(name);
    this.places.set(name, place);
    return place;
  }

  /** A quick result of these scenarios, refined in the background; the same wish again changes nothing. */
  preview(name: string, wish: RunWish): void {
    const place = this.place(name);
    const wanted = identityOf(wish);
    if (place.wanted === wanted && place.failure === null) return;
    this.want(place, wish, wanted);
    this.waiting.set(
      name,
      setTimeout(() => {
        this.waiting.delete(name);
        this.start(place, wish, previewOf(wish));
      }, GATHERING),
    );
  }

  /** A run with as many replications as asked for, at once. */
  runFull(name: string, wish: RunWish, full: FullRun): void {
    const place = this.place(name);
    this.want(place, wish, identityOf(wish));
    runInAction(() => {
      place.full = full;
    });
    this.start(place, wish, orderOf(wish, full));
  }

  /** The full run that was refused because it takes long, after a person has said yes. */
  runAnyway(name: string): void {
    const place = this.place(name);
    const wish = this.wishes.get(name);
    if (wish && place.full) this.runFull(name, wish, { ...place.full, mayTakeLong: true });
  }

  /** What was wanted last, after it failed. */
  again(name: string): void {
    const wish = this.wishes.get(name);
    if (wish) this.preview(name, wish);
  }

  /** After news may have been missed: nobody can say whether the runs under way still go on, so they are begun anew. */
  renew(): void {
    for (const place of this.places.values()) {
      const wish = this.wishes.get(place.name);
      if (place.run === null || !wish) continue;
      void this.tellToStop(place.run);
      this.start(place, wish, place.full ? orderOf(wish, place.full) : previewOf(wish));
    }
  }

  /** Ends the run under way; what it had done by then is shown if it is enough. */
  cancel(name: string): void {
    this.stopWaiting(name);
    const { run } = this.place(name);
    if (run !== null) void this.tellToStop(run);
  }

  /** The scenarios cannot be run as they stand: what is shown is of an earlier state. */
  hold(name: string): void {
    const place = this.place(name);
    const overtaken = place.run;
    this.cancel(name);
    runInAction(() => {
      if (overtaken !== null) end(place);
      place.wanted = null;
    });
  }

  /** Nothing is wanted at this place any more: what was shown is forgotten. */
  clear(name: string): void {
    this.cancel(name);
    const place = this.place(name);
    runInAction(() => {
      Object.assign(place, { experiment: null, progress: null, failure: null, notices: [] });
      Object.assign(place, { run: null, wanted: null, shown: null, full: null });
      Object.assign(place, { shownFull: null, kept: false });
    });
  }

  /** For a document that is closed. */
  clearAll(): void {
    for (const name of this.places.keys()) this.clear(name);
  }

  heard(news: News): void {
    if (news.kind === 'document changed') return;
    const place = [...this.places.values()].find(({ run }) => run === news.run);
    if (!place) return;
    runInAction(() => take(place, news));
  }

  private want(place: RunPlace, wish: RunWish, wanted: string): void {
    const overtaken = place.run;
    this.cancel(place.name);
    this.wishes.set(place.name, wish);
    runInAction(() => {
      if (overtaken !== null) end(place);
      place.wanted = wanted;
      place.failure = null;
      place.notices = [];
      place.full = null;
    });
  }

  /** Each run bears a name of its own, so that late news of one overtaken is never taken for that of the present one. */
  private start(place: RunPlace, wish: RunWish, order: Omit<RunOrder, 'run'>): void {
    this.started++;
    const run = `${this.window}/${place.name}/${this.started}`;
    runInAction(() => {
      place.run = run;
      place.progress = null;
    });
    this.connection.ask('run start', toJS({ run, ...order })).catch((thrown: unknown) => {
      if (place.run !== run || this.wishes.get(place.name) !== wish) return;
      runInAction(() => {
        end(place);
        place.failure = wireFailureOf(thrown);
      });
    });
  }

  private stopWaiting(name: string): void {
    clearTimeout(this.waiting.get(name));
    this.waiting.delete(name);
  }

  /** A run that cannot be told to stop ends by itself, and nobody listens to it any more. */
  private async tellToStop(run: string): Promise<void> {
    try {
      await this.connection.ask('run cancel', { run });
    } catch (thrown) {
      const place = [...this.places.values()].find((candidate) => candidate.run === run);
      if (place) runInAction(() => Object.assign(place, { failure: wireFailureOf(thrown) }));
    }
  }
}

function take(place: RunPlace, news: Exclude<News, { readonly kind: 'document changed' }>): void {
  switch (news.kind) {
    case 'run progress':
      place.progress = news.progress;
      break;
    case 'run notice':
      place.notices = [...place.notices, news.sentence];
      break;
    case 'run failed':
      end(place);
      if (news.failure.kind !== 'stopped') place.failure = news.failure;
      break;
    case 'run first look':
      show(place, news.experiment, false);
      break;
    case 'run finished':
      end(place);
      show(place, news.experiment, news.kept);
      break;
  }
}

/** The run is of what is wanted now: news of one overtaken reach no place. */
function show(place: RunPlace, experiment: Experiment, kept: boolean): void {
  place.experiment = experiment;
  place.shown = place.wanted;
  place.shownFull = place.full;
  place.kept = kept;
}

function end(place: RunPlace): void {
  place.run = null;
  place.progress = null;
}

/** Equal for wishes that would have the same result. */
const identityOf = (wish: RunWish): string => JSON.stringify([wish.scenarios, wish.weeks ?? null]);

function previewOf(wish: RunWish): Omit<RunOrder, 'run'> {
  const order = orderOf(wish, { replications: PREVIEW_REPLICATIONS, mayTakeLong: true });
  return { ...order, firstLook: true, priority: 'preview' };
}

function orderOf(wish: RunWish, full: FullRun): Omit<RunOrder, 'run'> {
  const { replications, seed = SEED, mayTakeLong = false, keep } = full;
  return {
    ...wish,
    seed,
    replications,
    maxReplications: replications === 'auto' ? MOST_REPLICATIONS : replications,
    mayTakeLong,
    priority: 'full',
    ...(keep ? { keep } : {}),
  };
}
