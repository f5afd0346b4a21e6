/** A growing store of durations whose memory is kept between replications. */
export class Durations {
  count = 0;
  private values = new Float64Array(1024);

  clear() {
    this.count = 0;
  }

  add(value: number) {
    if (this.count === this.values.length) {
      const longer = new Float64Array(this.count * 2);
      longer.set(this.values);
      this.values = longer;
    }
    this.values[this.count++] = value;
  }

  /** The durations so far, without copying; the order may be changed. */
  view(): Float64Array {
    return this.values.subarray(0, this.count);
  }
}
