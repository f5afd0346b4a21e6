/** From posts as councils count them (full-time equivalents) to individuals who hold whole cases. */
import { workingDaysPerWeek } from './calendar.ts';
import type { Post, Scenario } from './schema.ts';
import { WEEKS_PER_YEAR } from './time-units.ts';

export interface Individual {
  readonly team: string;
  readonly post: string;
  /** Share of a full-time post. */
  readonly fte: number;
  /** Case weights. */
  readonly cap: number;
  /**
   * Hours on a working day, averaged over days at work and away: with families, or, where `workload.hoursCounted` is "task times", for
   * all that sessions and open cases take. Where posts empty and fill by chance, days of sickness are not averaged in.
   */
  readonly hoursPerDay: number;
}

/** Everyone in every post, in the order of the scenario; where posts empty and fill by chance, every place of the establishment. */
export function workforce(scenario: Scenario): Individual[] {
  const step = capStep(scenario);
  return Object.entries(scenario.teams).flatMap(([team, { posts }]) =>
    Object.entries(posts).flatMap(([name, post]) => individuals(team, name, post, step, scenario)),
  );
}

function individuals(team: string, name: string, post: Post, step: number, scenario: Scenario): Individual[] {
  const shares = sharesOf(post);
  const caps = spread(
    shares.map((fte) => fte * post.capPerFte),
    step,
  );
  const fullTimeHours = fullTimeHoursOf(post, scenario);
  return shares.map((fte, i) => ({ team, post: name, fte, cap: caps[i]!, hoursPerDay: fte * fullTimeHours }));
}

/** Of a full-timer, on a working day. Fixed hours (supervision, meetings) are said as those of an average week, absence counted already. */
function fullTimeHoursOf(post: Post, { period, workload }: Scenario): number {
  const absence = post.staffing === 'averaged' ? post.absenceShare : plannedAbsence(post, period.nation);
  switch (workload.hoursCounted) {
    case 'contact share':
      return (post.weeklyHours / 5) * post.contactShare * (1 - absence);
    case 'task times':
      return Math.max(0, (post.weeklyHours / 5) * (1 - absence) - workload.fixedHoursPerWeek / 5);
  }
}

/** Share of working days away on leave or in training. */
function plannedAbsence({ leaveDays, trainingDays }: Post, nation: Scenario['period']['nation']): number {
  return Math.min(1, (leaveDays + trainingDays) / workingDaysPerYear(nation));
}

/** In an average year. */
export function workingDaysPerYear(nation: Scenario['period']['nation']): number {
  return workingDaysPerWeek(nation) * WEEKS_PER_YEAR;
}

/**
 * The full-time equivalents as individuals: equal shares where the number of people is given, otherwise full-timers and one part-timer.
 * Less than half a post left over makes two part-timers with the last full-timer, since nobody could hold a case in a post of an hour
 * or two a week.
 */
function sharesOf({ staffing, fte, effectiveFill, workers }: Post): number[] {
  const inPost = staffing === 'averaged' ? tidy(fte * effectiveFill) : fte;
  if (workers !== undefined) return new Array<number>(workers).fill(inPost / workers);
  const fullTimers = Math.floor(inPost);
  const rest = tidy(inPost - fullTimers);
  const full = (count: number) => new Array<number>(count).fill(1);
  if (rest === 0) return full(fullTimers);
  if (rest >= 0.5 || fullTimers === 0) return [...full(fullTimers), rest];
  return [...full(fullTimers - 1), (1 + rest) / 2, (1 + rest) / 2];
}

/**
 * Caps in whole steps with the total kept: each worker's cap is the rise of the rounded running total (the cumulative form of the
 * largest-remainder rule), so that of ten workers at 7.6 six hold 8 and four hold 7.
 */
function spread(caps: readonly number[], step: number): number[] {
  let total = 0;
  let given = 0;
  return caps.map((cap) => {
    total += cap;
    const upTo = Math.round(tidy(total / step));
    const steps = upTo - given;
    given = upTo;
    return tidy(steps * step);
  });
}

/** The largest step that the weight of every case with a worker and an ordinary case are whole multiples of, in hundredths: 1 where all weights are whole. */
function capStep({ pathways }: Scenario): number {
  const hundredths = Object.values(pathways)
    .filter(({ offer }) => offer === 'one to one')
    .map(({ caseWeight }) => Math.max(1, Math.round(caseWeight * 100)));
  return hundredths.reduce(greatestCommonDivisor, 100) / 100;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** Without the rounding that products of decimals carry. */
const tidy = (value: number) => Math.round(value * 1e9) / 1e9;
