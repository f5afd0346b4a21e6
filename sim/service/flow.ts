/** The joints between the steps. A step knows this interface and no other step; service.ts implements it. */
import type { OtherOffer } from '../measures/recorder.ts';

export interface Flow {
  /** A family stands at the front door: from a source, or come back. */
  arrives(family: number): void;
  /** The front door has sent the family to the list of its pathway. */
  joins(family: number): void;
  /** A worker has been found. */
  begins(family: number): void;
  /** The case has ended in one of the ways of ENDING; it took so much room. */
  ends(family: number, weight: number, ending: number): void;
  /** The same of a family in a course or held by a partner. */
  endsElsewhere(family: number, offer: OtherOffer, ending: number): void;
  /** A case has ended in a step, and what it took is free: the family joins the list of its next pathway. */
  steps(family: number): void;
  /** Room on a worker's caseload is free again. */
  placeFreed(worker: number, weight: number): void;
  /** A worker left and the case needs another: it goes to the head of the list. */
  givesBack(family: number): void;
}
