/** The ledgers of the whole service and its parts in one way of counting, in families or in children: who enters what where. */
import { OUTCOMES, type Plan } from '../plan.ts';
import { Ledger, type Window } from './ledger.ts';
import type { ListAtEnd, OtherOffer, Who } from './recorder.ts';
import type { Group, GroupResult } from './result.ts';
import * as stocks from './stocks.ts';
import * as sums from './sums.ts';
import type { StillWaiting } from './waits-book.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { STOCK } = stocks;
const { SUM } = sums;

const ESCALATED = OUTCOMES.indexOf('escalated');

/** A list at the end, and whether those on it are judged by the target in the whole service: they wait for a worker. */
export interface ListLeft extends ListAtEnd {
  readonly forWorker: boolean;
}

export class Books {
  readonly service: Ledger;
  /** Null where there is only one. */
  readonly pathways: readonly (Ledger | null)[];
  readonly teams: readonly (Ledger | null)[];
  readonly localities: readonly (Ledger | null)[];
  private readonly inChildren: boolean;
  /** Whether there are more ledgers than that of the service. */
  private readonly hasParts: boolean;
  private readonly all: readonly Ledger[];

  constructor(plan: Plan, counted: Group['counted'], window: Window) {
    const ledger = (kind: Group['kind']) => new Ledger(window, { kind, counted }, plan.costs);
    const ledgers = (kind: Group['kind'], { length }: readonly unknown[]) =>
      Array.from({ length }, () => (length > 1 ? ledger(kind) : null));
    this.inChildren = counted === 'children';
    this.service = ledger('service');
    this.pathways = ledgers('pathway', plan.pathways);
    this.teams = ledgers('team', plan.teams);
    this.localities = ledgers('locality', plan.localities);
    this.all = [this.service, ...this.pathways, ...this.teams, ...this.localities].filter(
      (ledger) => ledger !== null,
    );
    this.hasParts = this.all.length > 1;
  }

  begin() {
    for (const ledger of this.all) ledger.begin();
  }

  /** Waits that end from now on are judged by this. */
  judgeBy(target: number) {
    for (const ledger of this.all) ledger.waits.target = target;
  }

  referred(who: Who) {
    this.service.add(SUM.referrals, this.sizeOf(who));
    this.localities[who.locality]?.add(SUM.referrals, this.sizeOf(who));
  }

  decided(now: number, who: Who, sinceReferral: number) {
    const size = this.sizeOf(who);
    this.service.add(SUM.decisions, size);
    this.service.decided(now, sinceReferral, size);
    if (!this.hasParts) return;
    const locality = this.localities[who.locality];
    locality?.add(SUM.decisions, size);
    locality?.decided(now, sinceReferral, size);
  }

  /** `what` is one of SUM. */
  count(what: number, who: Who) {
    this.add(what, who, this.sizeOf(who));
  }

  /** Enters an amount that is no number of families. */
  add(what: number, who: Who, amount: number) {
    this.service.add(what, amount);
    if (!this.hasParts) return;
    this.pathways[who.pathway]?.add(what, amount);
    this.localities[who.locality]?.add(what, amount);
  }

  joined(now: number, who: Who) {
    this.change(now, STOCK.waiting_mean, who, this.sizeOf(who));
  }

  opened(now: number, who: Who, team: number, weight: number) {
    this.changeOpen(now, who, team, this.sizeOf(who), weight);
  }

  allocated(now: number, who: Who, team: number, weight: number, wait: number, sinceReferral: number) {
    const size = this.sizeOf(who);
    this.reallocated(now, who, team, weight);
    this.count(SUM.allocated, who);
    this.service.allocated(now, wait, sinceReferral, size);
    if (!this.hasParts) return;
    this.teams[team]?.add(SUM.allocated, size);
    this.pathways[who.pathway]?.allocated(now, wait, sinceReferral, size);
    this.localities[who.locality]?.allocated(now, wait, sinceReferral, size);
    this.teams[team]?.allocated(now, wait, sinceReferral, size);
  }

  reallocated(now: number, who: Who, team: number, weight: number) {
    const size = this.sizeOf(who);
    this.change(now, STOCK.waiting_mean, who, -size);
    this.changeOpen(now, who, team, size, weight);
  }

  givenBack(now: number, who: Who, team: number, weight: number) {
    const size = this.sizeOf(who);
    this.changeOpen(now, who, team, -size, -weight);
    this.change(now, STOCK.waiting_mean, who, size);
    this.count(SUM.changes_of_worker, who);
    this.teams[team]?.add(SUM.changes_of_worker, size);
  }

  movedTeam(now: number, who: Who, from: number, to: number, weight: number) {
    const size = this.sizeOf(who);
    const [left, joined] = [this.teams[from], this.teams[to]];
    left?.change(now, STOCK.open_cases_mean, -size);
    left?.change(now, STOCK.slots_used_mean, -weight);
    joined?.change(now, STOCK.open_cases_mean, size);
    joined?.change(now, STOCK.slots_used_mean, weight);
  }

  /** Without a place; `how` is one of SUM. */
  leftList(now: number, who: Who, waited: number, how: number) {
    const size = this.sizeOf(who);
    this.change(now, STOCK.waiting_mean, who, -size);
    this.count(how, who);
    this.service.leftList(now, waited, size);
    this.pathways[who.pathway]?.leftList(now, waited, size);
    this.localities[who.locality]?.leftList(now, waited, size);
  }

  /** In the books of the pathway a family that takes part is an allocated one; in those of the service it only leaves the list. */
  tookUp(now: number, who: Who, offer: OtherOffer, wait: number, sinceReferral: number) {
    const size = this.sizeOf(who);
    this.change(now, STOCK.waiting_mean, who, -size);
    this.service.leftList(now, wait, size);
    this.localities[who.locality]?.leftList(now, wait, size);
    const pathway = this.pathways[who.pathway];
    pathway?.add(SUM.allocated, size);
    pathway?.allocated(now, wait, sinceReferral, size);
    this.changeHeld(now, who, offer, 1);
  }

  closed(
    now: number,
    who: Who,
    team: number,
    weight: number,
    outcome: number,
    length: number,
    sessions: number,
  ) {
    const size = this.sizeOf(who);
    this.changeOpen(now, who, team, -size, -weight);
    this.countClosed(who, outcome);
    this.service.closed(now, length, sessions, size);
    if (!this.hasParts) return;
    this.teams[team]?.add(SUM.closed, size);
    this.teams[team]?.add(SUM.closed_needs_met + outcome, size);
    this.pathways[who.pathway]?.closed(now, length, sessions, size);
    this.localities[who.locality]?.closed(now, length, sessions, size);
    this.teams[team]?.closed(now, length, sessions, size);
  }

  ended(now: number, who: Who, offer: OtherOffer, outcome: number, length: number, sessions: number) {
    const size = this.sizeOf(who);
    this.changeHeld(now, who, offer, -1);
    this.countClosed(who, outcome);
    this.pathways[who.pathway]?.closed(now, length, sessions, size);
  }

  /** `families` more or less take part in courses, or are held by partners. */
  changeHeld(now: number, who: Who, offer: OtherOffer, families: 1 | -1) {
    const what = offer === 'group' ? STOCK.in_groups_mean : STOCK.partner_held_mean;
    const size = families * this.sizeOf(who);
    this.change(now, what, who, size);
    this.pathways[who.pathway]?.change(now, STOCK.open_cases_mean, size);
  }

  /** `longestWait` by list. */
  weekEnded(now: number, longestWait: Float64Array) {
    const places = this.localities.length;
    let longest = 0;
    for (const wait of longestWait) longest = Math.max(longest, wait);
    this.service.weekEnded(now, longest);
    for (const [pathway, ledger] of this.pathways.entries()) {
      if (ledger === null) continue;
      const lists = longestWait.subarray(pathway * places, (pathway + 1) * places);
      ledger.weekEnded(now, Math.max(...lists));
    }
    for (const ledger of this.teams) ledger?.weekEnded(now, 0);
    for (const [locality, ledger] of this.localities.entries()) {
      if (ledger === null) continue;
      const lists = longestWait.filter((_, list) => list % places === locality);
      ledger.weekEnded(now, Math.max(...lists));
    }
  }

  /** In the order of `groupsOf`. */
  results(now: number, lists: readonly ListLeft[]): GroupResult[] {
    const results = (ledgers: readonly (Ledger | null)[], left: (index: number) => StillWaiting) =>
      ledgers.flatMap((ledger, index) => (ledger === null ? [] : [ledger.result(now, left(index))]));
    const nobody = { ages: new Float64Array(0), judged: new Float64Array(0) };
    return [
      this.service.result(now, this.waitingOn(lists)),
      ...results(this.pathways, (index) => {
        const { ages } = this.waitingOn(lists.filter(({ pathway }) => pathway === index));
        return { ages, judged: ages };
      }),
      ...results(this.teams, () => nobody),
      ...results(this.localities, (index) =>
        this.waitingOn(lists.filter(({ locality }) => locality === index)),
      ),
    ];
  }

  private sizeOf(who: Who): number {
    return this.inChildren ? who.children : 1;
  }

  /** `what` is one of STOCK. */
  private change(now: number, what: number, who: Who, by: number) {
    this.service.change(now, what, by);
    if (!this.hasParts) return;
    this.pathways[who.pathway]?.change(now, what, by);
    this.localities[who.locality]?.change(now, what, by);
  }

  private changeOpen(now: number, who: Who, team: number, size: number, weight: number) {
    this.change(now, STOCK.open_cases_mean, who, size);
    this.change(now, STOCK.slots_used_mean, who, weight);
    if (!this.hasParts) return;
    this.teams[team]?.change(now, STOCK.open_cases_mean, size);
    this.teams[team]?.change(now, STOCK.slots_used_mean, weight);
  }

  private countClosed(who: Who, outcome: number) {
    this.count(SUM.closed, who);
    this.count(SUM.closed_needs_met + outcome, who);
    if (outcome === ESCALATED) this.count(SUM.escalated, who);
  }

  private waitingOn(lists: readonly ListLeft[]): StillWaiting {
    return {
      ages: this.agesOn(lists),
      judged: this.agesOn(lists.filter(({ forWorker }) => forWorker)),
    };
  }

  private agesOn(lists: readonly ListAtEnd[]): Float64Array {
    return Float64Array.from(
      lists.flatMap(({ ages, children }) =>
        Array.from(ages).flatMap((age, at) =>
          this.inChildren ? new Array<number>(children[at]!).fill(age) : [age],
        ),
      ),
    );
  }
}
