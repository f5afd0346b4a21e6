/** A growing store of durations whose memory is kept between replications. */
export class Durations {
  count = 0;
  private values = new Float64Array(1024);

  clear() {
    this.count = 0;
  }

  /** Adds the value so many times. */
  add(value: number, times: number) {
    while (this.count + times > this.values.length) this.lengthen();
    for (let time = 0; time < times; time++) this.values[this.count++] = value;
  }

  /** The durations so far, without copying; the order may be changed. */
  view(): Float64Array {
    return this.values.subarray(0, this.count);
  }

  private lengthen() {
    const longer = new Float64Array(this.values.length * 2);
    longer.set(this.values);
    this.values = longer;
  }
}
