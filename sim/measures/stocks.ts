/** Stocks that change at events, and their exact integrals over time; those of one group are reported as time averages. */
import type { MeasureKey } from './measures.ts';

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

/** Where each number of a stock lies: its level, since when, its integral, and that over the weeks of the window so far. */
const LEVEL = 0;
const SINCE = 1;
const INTEGRAL = 2;
const WINDOW = 3;
const NUMBERS = 4;

/** A fixed number of stocks, told apart by index. */
export class Stocks {
  /** One array for all: a number in a field of its own would have to be fetched from V8's heap at each change. */
  private readonly numbers: Float64Array;

  constructor(count: number) {
    this.numbers = new Float64Array(count * NUMBERS);
  }

  clear() {
    this.numbers.fill(0);
  }

  change(now: number, stock: number, by: number) {
    const { numbers } = this;
    const at = stock * NUMBERS;
    numbers[at + INTEGRAL]! += numbers[at + LEVEL]! * (now - numbers[at + SINCE]!);
    numbers[at + SINCE] = now;
    numbers[at + LEVEL]! += by;
  }

  level(stock: number): number {
    return this.numbers[stock * NUMBERS + LEVEL]!;
  }

  /** The integral over the week that ends now; where it lies in the window it is added to the integral over that. */
  endWeek(now: number, stock: number, inWindow: boolean): number {
    this.change(now, stock, 0);
    const { numbers } = this;
    const at = stock * NUMBERS;
    const integral = numbers[at + INTEGRAL]!;
    numbers[at + INTEGRAL] = 0;
    if (inWindow) numbers[at + WINDOW]! += integral;
    return integral;
  }

  /** The integral over the weeks of the window so far. */
  inWindow(stock: number): number {
    return this.numbers[stock * NUMBERS + WINDOW]!;
  }
}
