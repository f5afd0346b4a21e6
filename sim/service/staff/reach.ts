/** Whose families a worker may take: by list, those who serve it and those in other localities who serve its pathway. */
import type { Plan, WorkerTerms } from '../../plan.ts';
import type { TermsInForce } from '../terms.ts';

export class Reach {
  /** By list: the workers who may take its families, and those in other localities who serve its pathway. */
  serving: Int32Array[] = [];
  servingElsewhere: Int32Array[] = [];
  /** By list: 1 for each worker who serves it. */
  serves: Uint8Array[] = [];
  private readonly plan: Plan;
  private readonly inForce: TermsInForce;
  private readonly terms: readonly WorkerTerms[];

  /** @param terms of each place; read anew at each `arrange` */
  constructor(plan: Plan, inForce: TermsInForce, terms: readonly WorkerTerms[]) {
    this.plan = plan;
    this.inForce = inForce;
    this.terms = terms;
  }

  /** At the start, and when a dated change comes into force. */
  arrange() {
    const { pathways, allocation } = this.inForce.now;
    const pooled = allocation.pooling.kind === 'one list';
    this.serving = pathways.flatMap((_, pathway) =>
      this.plan.localities.map((_name, locality) => this.whoServe(pathway, pooled ? null : locality)),
    );
    this.serves = this.serving.map((workers) => {
      const serves = new Uint8Array(this.terms.length);
      for (const worker of workers) serves[worker] = 1;
      return serves;
    });
    const localities = this.plan.localities.length;
    this.servingElsewhere = this.serves.map((serves, list) =>
      this.whoServe(Math.floor(list / localities), null).filter((worker) => serves[worker] === 0),
    );
  }

  /** Workers who serve a pathway; of teams that work in a locality or in the whole area, where one is given. */
  private whoServe(pathway: number, locality: number | null): Int32Array {
    return Int32Array.from(
      this.terms.flatMap(({ serves, team }, worker) => {
        const home = this.plan.teams[team]!.locality;
        const near = locality === null || home === null || home === locality;
        return near && serves.includes(pathway) ? [worker] : [];
      }),
    );
  }
}
