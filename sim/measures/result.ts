/** What one replication hands back. Plain data and typed arrays, so that it crosses from a worker thread unchanged. */
export interface Result {
  readonly replication: number;
  /** Events handled, for the bench. */
  readonly events: number;
  /** In the order of `groupsOf(plan)`: the whole service first. */
  readonly groups: readonly GroupResult[];
  /** Pounds for workers in post in the window, in the order of `plan.costs.posts`; empty where nothing is costed. */
  readonly postCosts: Float64Array;
}

export interface GroupResult {
  /** In the order of MEASURE_KEYS; NaN where the measure has no meaning (no allocation, or not kept for such a group). */
  readonly headline: Float64Array;
  /** Rows of one value a week of the window, one row after the other: those of `weeklyKeysOf` the group (kept.ts); NaN as above. */
  readonly weekly: Float64Array;
  /** Families (children, where those are counted) allocated in the window by time from joining to allocation; bins as `waitBinFrom` says, up to the last that holds any. */
  readonly waits: Uint32Array;
  /** The same by time from referral to allocation. */
  readonly totalWaits: Uint32Array;
  /** The same of families still on the list at the end, by time since joining. */
  readonly stillWaiting: Uint32Array;
}

/** A part of the service that measures are kept for, and what its families are counted in. */
export interface Group {
  readonly kind: 'service' | 'pathway' | 'team' | 'locality';
  readonly name: string;
  readonly counted: 'families' | 'children';
}
