/** What a bench hands back, and the few sums that more than one of them needs. */
export interface Finding {
  readonly title: string;
  /** What was measured, a line each. */
  readonly lines: readonly string[];
  /** What the project has promised about it. */
  readonly targets: readonly Target[];
}

export interface Target {
  readonly promise: string;
  readonly met: boolean;
}

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)]!;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]!;
  return { median: (lower + upper) / 2, least: sorted[0]!, most: sorted.at(-1)! };
}

/** "12.3 (11.9 to 12.8)", in three significant figures. */
export const inWords = ({ median, least, most }: Spread) =>
  `${brief(median)} (${brief(least)} to ${brief(most)})`;

export const brief = (value: number) =>
  value.toLocaleString('en-GB', { maximumSignificantDigits: 3, useGrouping: false });
