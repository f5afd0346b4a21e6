/** The child's side of a race: does one unit of work over and over for as long as it is told to, and says how much it did. */

export interface Turn {
  readonly units: number;
  /** Events handled in them. */
  readonly events: number;
  readonly seconds: number;
}

/** @param work does the unit of that number and returns the events it took */
export function compete(work: (unit: number) => number): void {
  let unit = 0;
  process.on('message', (seconds: number) => {
    const from = unit;
    let events = 0;
    const started = performance.now();
    let elapsed = 0;
    while (elapsed < seconds) {
      events += work(unit++);
      elapsed = (performance.now() - started) / 1000;
    }
    const turn: Turn = { units: unit - from, events, seconds: elapsed };
    process.send!(turn);
  });
}
