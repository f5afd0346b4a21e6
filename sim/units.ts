/**
 * Branded numbers: a value in one unit cannot be passed where another is meant.
 * A brand costs nothing at run time. Conversion between user units and these happens in `scenarios/compile.ts` only.
 */
declare const unit: unique symbol;
type Branded<Unit extends string> = number & { readonly [unit]: Unit };

/** Time on the simulation clock, or a span of it, in working days (Monday to Friday less bank holidays). */
export type WorkingDays = Branded<'working days'>;
/** Worker time, in hours. */
export type Hours = Branded<'hours'>;
/** Room on a caseload: an ordinary case counts 1, an intensive one may count more. */
export type CaseWeight = Branded<'case weight'>;
/** A chance between 0 and 1. */
export type Probability = Branded<'probability'>;
/** A rate per working day, such as a hazard or an expected number of referrals. */
export type PerWorkingDay = Branded<'per working day'>;

export const workingDays = (value: number) => value as WorkingDays;
export const hours = (value: number) => value as Hours;
export const caseWeight = (value: number) => value as CaseWeight;
export const probability = (value: number) => value as Probability;
export const perWorkingDay = (value: number) => value as PerWorkingDay;
