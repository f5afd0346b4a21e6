/** A stock that changes at events, and its exact integral over time. */
export class Stock {
  level = 0;
  /** Integral over the weeks of the window so far. */
  window = 0;
  private integral = 0;
  private since = 0;

  clear() {
    this.level = 0;
    this.window = 0;
    this.integral = 0;
    this.since = 0;
  }

  change(now: number, by: number) {
    this.integral += this.level * (now - this.since);
    this.since = now;
    this.level += by;
  }

  /** The integral since this was last asked, up to now. */
  takeIntegral(now: number): number {
    this.change(now, 0);
    const { integral } = this;
    this.integral = 0;
    return integral;
  }
}
