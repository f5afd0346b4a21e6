/** The terms in force: those at the start, then those of each dated change. A family keeps the pathway's terms that its case was opened on. */
import type { PathwayPlan, Plan, Terms } from '../plan.ts';

export class TermsInForce {
  /** The terms at the start, then those of each change. */
  readonly versions: readonly Terms[];
  /** By terms index: version times the number of pathways, plus the pathway. */
  readonly pathways: readonly PathwayPlan[];
  /** When each of `versions` comes into force; the first holds from ever. */
  readonly since: readonly number[];
  /** Which of `versions` is in force. */
  version = 0;
  private readonly ends: Float64Array;
  private readonly pathwayCount: number;

  constructor(plan: Plan) {
    this.versions = [plan, ...plan.changes];
    this.since = [Number.NEGATIVE_INFINITY, ...plan.changes.map(({ at }) => at)];
    this.ends = Float64Array.from([...this.since.slice(1), Number.POSITIVE_INFINITY]);
    this.pathways = this.versions.flatMap((terms) => terms.pathways);
    this.pathwayCount = plan.pathways.length;
  }

  clear() {
    this.version = 0;
  }

  get now(): Terms {
    return this.versions[this.version]!;
  }

  /** The version in force at a time: a change holds from its very instant. */
  versionAt(time: number): number {
    const { since } = this;
    let version = since.length - 1;
    while (since[version]! > time) version--;
    return version;
  }

  /** When the terms of a version end; `Infinity` for the last. */
  until(version: number): number {
    return this.ends[version]!;
  }

  /** Terms index of a case opened now. */
  of(pathway: number): number {
    return this.version * this.pathwayCount + pathway;
  }
}
