/** How the chance of coming back falls with the sessions attended, by the inputs. */
import { chanceOfReturn } from './dose.ts';
import type { Scenario } from './schema.ts';

/** Sessions attended that a table shows. */
export const DOSES_SHOWN = [2, 5, 10, 15, 20, 30] as const;

export interface ReturnByDose {
  readonly pathway: string;
  /** In the order of DOSES_SHOWN; recurring needs are in it by their share. */
  readonly chances: readonly number[];
}

/** Of every pathway, as the scenario begins. */
export function returnByDose({ pathways }: Scenario): ReturnByDose[] {
  return Object.entries(pathways).map(([name, pathway]) => ({
    pathway: name,
    chances: DOSES_SHOWN.map((sessions) => chanceOfReturn(pathway, sessions)),
  }));
}
