/** Events of rank `career`: what happens to which worker, in the one whole number that an event carries. */
export const CAREER = {
  /** The holder leaves by chance. */
  leaves: 0,
  /** A vacancy is filled. */
  filled: 1,
  /** The next step of an induction. */
  inducted: 2,
  fallsSick: 3,
  recovers: 4,
} as const;

const KINDS = 5;

export const careerEvent = (worker: number, kind: number) => worker * KINDS + kind;
export const careerOf = (event: number) => event % KINDS;
export const workerOf = (event: number) => Math.floor(event / KINDS);
