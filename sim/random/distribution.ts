/** What every kind of distribution answers. */
export interface Distribution {
  readonly mean: number;
  readonly variance: number;
  /** The value at or below which a share `p` in (0, 1) of draws falls. */
  readonly quantile: (p: number) => number;
  /** Share of draws at or below x. */
  readonly cdf: (x: number) => number;
  /** A draw, by inversion: `u` is uniform on (0, 1). One uniform a draw, so that a draw grows with the parameter under common random numbers. */
  readonly sample: (u: number) => number;
}
