/** The stocks of one group, each reported as its time average. */
import type { MeasureKey } from './measures.ts';
import { Stock } from './stock.ts';

/** Index of each: written out, so that V8 compiles them in (docs/decisions/0004). */
export const STOCK = {
  waiting_mean: 0,
  open_cases_mean: 1,
  slots_used_mean: 2,
  places_mean: 3,
  partner_held_mean: 4,
  in_groups_mean: 5,
  staff_in_post_mean: 6,
  staff_vacant_mean: 7,
} as const satisfies Partial<Record<MeasureKey, number>>;
export type Stocked = keyof typeof STOCK;
export const STOCKED = Object.keys(STOCK) as readonly Stocked[];

/** In the order of STOCKED. */
export const newStocks = (): readonly Stock[] => STOCKED.map(() => new Stock());
