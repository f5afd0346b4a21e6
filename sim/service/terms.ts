/** The terms in force: those at the start, then those of each dated change. A family keeps the pathway's terms that its case was opened on. */
import type { PathwayPlan, Plan, Terms } from '../plan.ts';

export class TermsInForce {
  /** The terms at the start, then those of each change. */
  readonly versions: readonly Terms[];
  /** By terms index: version times the number of pathways, plus the pathway. */
  readonly pathways: readonly PathwayPlan[];
  /** Which of `versions` is in force. */
  version = 0;
  private readonly pathwayCount: number;

  constructor(plan: Plan) {
    this.versions = [plan, ...plan.changes];
    this.pathways = this.versions.flatMap((terms) => terms.pathways);
    this.pathwayCount = plan.pathways.length;
  }

  clear() {
    this.version = 0;
  }

  get now(): Terms {
    return this.versions[this.version]!;
  }

  /** Terms index of a case opened now. */
  of(pathway: number): number {
    return this.version * this.pathwayCount + pathway;
  }
}
