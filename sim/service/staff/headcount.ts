/** How many full-time equivalents each team has in post, and how many of its places nobody holds. */
import type { Recorder } from '../../measures/recorder.ts';
import type { WorkerTerms } from '../../plan.ts';

export class Headcount {
  /** By worker: 1 while the place is part of the establishment, held or vacant. */
  readonly established: Uint8Array;
  private readonly terms: readonly WorkerTerms[];
  private readonly inPost: Uint8Array;
  private readonly recorder: Recorder;

  /**
   * @param terms of each place now
   * @param inPost by worker: 1 while in post
   */
  constructor(terms: readonly WorkerTerms[], inPost: Uint8Array, recorder: Recorder) {
    this.established = new Uint8Array(terms.length);
    this.terms = terms;
    this.inPost = inPost;
    this.recorder = recorder;
  }

  clear() {
    this.established.fill(0);
  }

  /** Added up anew each time, so that no rounding is left behind. */
  tell(now: number, team: number) {
    let inPost = 0;
    let vacant = 0;
    for (let worker = 0; worker < this.terms.length; worker++) {
      const terms = this.terms[worker]!;
      if (terms.team !== team || this.established[worker] === 0) continue;
      if (this.inPost[worker] === 1) inPost += terms.fte;
      else vacant += terms.fte;
    }
    this.recorder.staffChanged(now, team, inPost, vacant);
  }
}
