/** Lists that share no workers, each by itself, in words. */
import type { Pool } from '../scenarios/balance/pools.ts';
import type { Situation } from '../scenarios/explanation.ts';
import { listed, percent, plain, quoted, weeks } from './wording.ts';

const ROUGH = 'a rough figure: by formula, for families who come at random and all wait their turn';

export function poolLines({ pools, list }: Pick<Situation, 'pools' | 'list'>): string[] {
  const [only] = pools;
  if (only === undefined) return [];
  if (pools.length === 1)
    return list !== null || only.roughWaitWeeks === null ? [] : [waitOfAll(only.roughWaitWeeks)];
  return [
    'Each list by itself, since no worker serves two of them: the figures above are as if places could go wherever they are needed.',
    ...pools.map((pool) => poolLine(pool, pools)),
    `A small team is busy or free by chance more than a large one, so that families wait longer at the same load. Waits are ${ROUGH}.`,
  ];
}

/** Names of those with fewer places than they need; none where all share workers. */
export function shortPools(pools: readonly Pool[]): string[] {
  return pools.length === 1 ? [] : pools.filter(({ load }) => load > 1).map((pool) => nameOf(pool, pools));
}

function waitOfAll(wait: number): string {
  return `With chance alone families would wait ${said(wait)} on average (${ROUGH}).`;
}

function poolLine(pool: Pool, pools: readonly Pool[]): string {
  const { placesNeeded, placesThere, load, roughWaitWeeks } = pool;
  const wait =
    roughWaitWeeks === null ? 'its list grows until families leave it' : `a wait of ${said(roughWaitWeeks)}`;
  return `${nameOf(pool, pools)}: ${plain(placesNeeded)} places needed, ${plain(placesThere)} there (${percent(load)}), ${wait}.`;
}

/** By locality, by pathway, or by both where either is not enough. */
function nameOf({ localities, pathways }: Pool, pools: readonly Pool[]): string {
  const tells = (of: (pool: Pool) => readonly string[]) => new Set(pools.map((pool) => of(pool).join())).size;
  const byPlace = tells((pool) => pool.localities) > 1;
  const byPathway = tells((pool) => pool.pathways) > 1;
  const names = [
    ...(byPathway ? [listed(pathways.map(quoted))] : []),
    ...(byPlace ? [listed(localities.map(quoted))] : []),
  ];
  return names.join(' in ');
}

/** "about 3.2 weeks". */
function said(wait: number): string {
  return wait < 0.1 ? 'less than a tenth of a week' : `about ${weeks(Math.round(wait * 10) / 10)}`;
}
