/** Whether what died is started again: what dies this often within a minute would only die again. */

const MOST_A_MINUTE = 3;
const MINUTE = 60_000;

export class Deaths {
  #at: number[] = [];

  /** It died once more. @returns whether to start it again */
  another(): boolean {
    const now = Date.now();
    this.#at = [...this.#at.filter((at) => now - at < MINUTE), now];
    return this.#at.length < MOST_A_MINUTE;
  }
}
