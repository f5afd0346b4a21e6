/** Families of one need on one pathway: how many begin there, and to which others they go on. */
import type { DoseTerms } from '../dose.ts';
import type { Need, Scenario } from '../schema.ts';
import type { Demand } from './demand.ts';
import { type Work, workOf } from './work.ts';

export interface Stream {
  readonly need: Need;
  readonly pathwayName: string;
  /** Whether duty has visited these families. */
  readonly visited: boolean;
  readonly work: Work;
  /** New families a week; where nobody at all is referred, the share that the routes send here. */
  readonly entering: number;
  /** Share of families that take the place offered. */
  readonly taking: number;
  /** Chances that a family whose work is done joins each stream of its need, by index in that need’s streams. */
  readonly next: readonly number[];
  /** Chance that a family whose work is done comes to the front door again. */
  readonly backToFrontDoor: number;
}

/** The streams of each need, none of which leads to another need’s. `amount`: what work one to one is multiplied by. */
export function streamsOf(scenario: Scenario, { byNeed }: Demand, amount = 1): Stream[][] {
  const referred = [...byNeed.values()].some((perWeek) => perWeek > 0);
  const works = worksOf(scenario, amount);
  return Object.entries(scenario.needs).map(([name, need]) =>
    streamsOfNeed(scenario, need, referred ? byNeed.get(name)! : 1, works),
  );
}

type Works = (pathway: string, visited: boolean) => Work;

/** Each pathway’s work is worked out once for families whom duty has visited and once for others. */
function worksOf(scenario: Scenario, amount: number): Works {
  const known = new Map<string, Work>();
  return (name, visited) => {
    const key = `${visited}${name}`;
    const terms: DoseTerms = {
      dutySaves: visited ? scenario.frontDoor.duty.sessionsSaved : null,
      amount: scenario.pathways[name]!.offer === 'one to one' ? amount : 1,
    };
    const work = known.get(key) ?? workOf(scenario, name, terms);
    known.set(key, work);
    return work;
  };
}

interface Node {
  readonly pathway: string;
  readonly visited: boolean;
}

function streamsOfNeed(scenario: Scenario, need: Need, perWeek: number, works: Works): Stream[] {
  const nodes: Node[] = [];
  const indexOf = (pathway: string, visited: boolean) => {
    const found = nodes.findIndex((node) => node.pathway === pathway && node.visited === visited);
    return found === -1 ? nodes.push({ pathway, visited }) - 1 : found;
  };
  const visits = scenario.frontDoor.duty.workers !== 'none';
  const routes = Object.entries(need.routes.pathways)
    .filter(([pathway]) => pathway in scenario.pathways)
    .map(([pathway, share]) => ({
      at: indexOf(pathway, visits),
      share: share * (1 - need.declinesBefore),
    }));
  const chances: Map<number, number>[] = [];
  // The loop goes on to the nodes it gains.
  for (const { pathway, visited } of nodes) {
    const { returnShare, steps, pathway: terms } = works(pathway, visited);
    const to = new Map<number, number>();
    const add = (at: number, chance: number) => to.set(at, (to.get(at) ?? 0) + chance);
    if (terms.reReferral.returnsTo === 'waiting list') add(indexOf(pathway, false), returnShare);
    else for (const { at, share } of routes) add(at, returnShare * share);
    for (const [other, share] of steps) {
      if (share > 0 && other in scenario.pathways) add(indexOf(other, false), share);
    }
    chances.push(to);
  }
  return nodes.map(({ pathway, visited }, i) => {
    const work = works(pathway, visited);
    const entering = routes.find(({ at }) => at === i)?.share ?? 0;
    return {
      need,
      pathwayName: pathway,
      visited,
      work,
      entering: perWeek * entering,
      taking: 1 - need.declinesOffer,
      next: nodes.map((_, k) => chances[i]!.get(k) ?? 0),
      backToFrontDoor: work.pathway.reReferral.returnsTo === 'front door' ? work.returnShare : 0,
    };
  });
}
