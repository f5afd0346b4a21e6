/** The joints between the steps. A step knows this interface and no other step; service.ts implements it. */
export interface Flow {
  /** A family stands at the front door: from a source, or come back. */
  arrives(family: number): void;
  /** The front door has sent the family to the list of its pathway. */
  joins(family: number): void;
  /** A worker has been found. */
  begins(family: number): void;
  /** The plan has been seen to its end, or the family dropped out; the case took so much room. */
  ends(family: number, weight: number, droppedOut: boolean): void;
  /** Room on a worker's caseload is free again. */
  placeFreed(worker: number, weight: number): void;
  /** A worker left and the case needs another: it goes to the head of the list. */
  givesBack(family: number): void;
}
