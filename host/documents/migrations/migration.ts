/** One step from a version of the document's tables to the next. */
export interface Migration {
  /** The version it leads to; one more than the one before it. */
  readonly to: number;
  readonly sql: string;
}
