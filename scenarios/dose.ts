/** How long a pathway's work lasts, where it leads, and how likely a family then comes back: by formula. */
import { courseAttended } from './course.ts';
import { meanOf } from './distribution.ts';
import { spreadOf, type Weighted } from './distribution-spread.ts';
import { curveOf } from './re-referral-curve.ts';
import type { Pathway } from './schema.ts';
import { workingDaysIn } from './time-units.ts';

export interface Dose {
  /** Mean time from allocation to closure when no session slips, in working days. */
  readonly lengthDays: number;
  /** Of that, the time of the assessment made by the worker. */
  readonly assessmentDays: number;
  /** Variance of the length in working days squared, that of an assessment left out. */
  readonly lengthVariance: number;
  /** Mean number of sessions held, those that the family misses among them. */
  readonly sessions: number;
  /** Share of families that come back, whenever that is. */
  readonly returnShare: number;
  /** Share of families that go over to each other pathway during the work. */
  readonly steps: ReadonlyMap<string, number>;
}

/** What the plan of a family depends on besides its pathway. */
export interface DoseTerms {
  /** Sessions that a duty visit has taken off; `null` without a visit. A visit also takes the place of the assessment. */
  readonly dutySaves: number | null;
  /** What the amount of work is multiplied by. */
  readonly amount: number;
}

const AS_PLANNED: DoseTerms = { dutySaves: null, amount: 1 };

/** No plan holds more; the far tail of a wide distribution would. Ten thousand sessions a week apart are 190 years. */
const MOST_SESSIONS = 10_000;

/** `daysPerWeek`: average working days in a week. */
export function doseOf(pathway: Pathway, daysPerWeek: number, terms = AS_PLANNED): Dose {
  const interval = pathway.visitEveryWeeks * daysPerWeek;
  if (pathway.offer === 'group' && pathway.group)
    return courseDose(pathway, pathway.group.sessions, interval);
  const perAttended = interval / (1 - pathway.missedShare);
  const plans = plansOf(pathway, interval, perAttended, daysPerWeek, terms);
  const stepShare = Object.values(pathway.stepsTo).reduce((sum, share) => sum + share, 0);
  const staying = workOf(pathway, plans, perAttended);
  if (terms.dutySaves === null && pathway.plan.by === 'length' && pathway.dropOutPerSession === 0) {
    staying.days =
      meanOf(pathway.plan.length) *
      workingDaysIn(pathway.plan.length.unit ?? 'weeks', daysPerWeek) *
      terms.amount;
  }
  const stepping = stepShare === 0 ? staying : workOf(pathway, cutAtStep(plans, perAttended), perAttended);
  const assessmentDays = assessmentOf(pathway, daysPerWeek, terms);
  const days = (1 - stepShare) * staying.days + stepShare * stepping.days;
  return {
    lengthDays: assessmentDays + days,
    assessmentDays,
    lengthVariance: staying.variance,
    sessions:
      ((1 - stepShare) * staying.sessions + stepShare * stepping.sessions) / (1 - pathway.missedShare),
    returnShare:
      (1 - stepShare) * (staying.returnsComplete + staying.returnsDroppedOut) +
      stepShare * stepping.returnsDroppedOut,
    steps: new Map(
      Object.entries(pathway.stepsTo).map(([name, share]) => [name, share * stepping.completeShare]),
    ),
  };
}

/** A plan that holds `value` sessions, and the time it takes on average when nobody drops out. */
interface WeightedPlan extends Weighted {
  readonly days: number;
}

/**
 * Sessions of a plan seen to its end. A plan by length holds as many as fit: the last falls, on average, at its length, misses counted in;
 * so half the time of one average miss is taken off before rounding up to whole sessions. Duty leaves at least one session.
 */
function plansOf(
  { plan }: Pathway,
  interval: number,
  perAttended: number,
  daysPerWeek: number,
  { dutySaves, amount }: DoseTerms,
): WeightedPlan[] {
  const afterDuty = (visits: number) =>
    dutySaves === null ? visits : Math.max(Math.min(visits, 1), visits - dutySaves);
  if (plan.by === 'sessions') {
    return spreadOf(plan.sessions)
      .flatMap((sessions) => wholeSessions(sessions, amount))
      .map(({ value, weight }) => {
        const left = afterDuty(value);
        return { value: left, weight, days: left * perAttended };
      });
  }
  const inDays = workingDaysIn(plan.length.unit ?? 'weeks', daysPerWeek) * amount;
  const odd = (perAttended - interval) / 2;
  return spreadOf(plan.length).map(({ value, weight }) => {
    const days = value * inDays;
    const visits = afterDuty(Math.max(days - odd, days / 2) / perAttended);
    const sessions = Math.min(MOST_SESSIONS, Math.max(1, Math.ceil(visits)));
    const asPlanned = dutySaves === null && sessions < MOST_SESSIONS;
    return {
      value: sessions,
      weight,
      days: asPlanned
        ? days
        : Math.min(visits, MOST_SESSIONS) * interval + sessions * (perAttended - interval),
    };
  });
}

/** A count multiplied goes up or down to a whole one by chance, so that its mean is multiplied; at least one session is left. */
function wholeSessions({ value, weight }: Weighted, amount: number): Weighted[] {
  if (amount === 1) return [{ value, weight }];
  const below = Math.floor(value * amount);
  const up = value * amount - below;
  return [
    { value: Math.max(1, below), weight: weight * (1 - up) },
    { value: Math.max(1, below + 1), weight: weight * up },
  ];
}

/** A step comes after a session drawn evenly from the plan, which is then the last. */
function cutAtStep(plans: readonly WeightedPlan[], perAttended: number): WeightedPlan[] {
  const most = plans.reduce((top, { value }) => Math.max(top, value), 1);
  const weight = new Array<number>(most + 2).fill(0);
  const time = new Array<number>(most + 2).fill(0);
  for (const plan of plans) {
    weight[plan.value]! += plan.weight / plan.value;
    time[plan.value]! += (plan.weight / plan.value) * (plan.days - plan.value * perAttended);
  }
  for (let k = most; k >= 1; k--) {
    weight[k]! += weight[k + 1]!;
    time[k]! += time[k + 1]!;
  }
  return weight.slice(1, most + 1).map((share, i) => ({
    value: i + 1,
    weight: share,
    days: share === 0 ? 0 : time[i + 1]! / share + (i + 1) * perAttended,
  }));
}

interface Work {
  days: number;
  /** Attended. */
  readonly sessions: number;
  readonly variance: number;
  /** Shares of families that come back, of those whose plan was seen to its end and of those who dropped out. */
  readonly returnsComplete: number;
  readonly returnsDroppedOut: number;
  readonly completeShare: number;
}

function workOf(pathway: Pathway, plans: readonly WeightedPlan[], perAttended: number): Work {
  const seen = attended(plans, pathway.dropOutPerSession);
  const { escalationAfter, outcomes, missedShare, dropOutPerSession } = pathway;
  // Who escalates after closure does not come back; a closure because of escalation is not followed by another.
  const stays = 1 - escalationAfter.chance * (1 - outcomes.escalated);
  const sum = (of: (seen: Attended) => number) => seen.reduce((total, each) => total + of(each), 0);
  const sessions = sum(({ value, complete, droppedOut }) => value * (complete + droppedOut));
  const sessionVariance = sum(
    ({ value, complete, droppedOut }) => (value - sessions) ** 2 * (complete + droppedOut),
  );
  const plannedSessions = plans.reduce((total, { value, weight }) => total + value * weight, 0);
  const planDays = plans.reduce((total, { days, weight }) => total + days * weight, 0);
  const asPlanned = pathway.plan.by === 'length' && dropOutPerSession === 0;
  return {
    // Sessions not come to take their time off the plan’s.
    days: planDays - perAttended * (plannedSessions - sessions),
    sessions,
    variance: asPlanned
      ? plans.reduce((total, { days, weight }) => total + (days - planDays) ** 2 * weight, 0)
      : perAttended ** 2 * (sessionVariance + sessions * missedShare),
    returnsComplete: stays * sum(({ value, complete }) => complete * chanceOfReturn(pathway, value)),
    returnsDroppedOut:
      (1 - escalationAfter.chance) *
      sum(({ value, droppedOut }) => droppedOut * chanceOfReturn(pathway, value)),
    completeShare: sum(({ complete }) => complete),
  };
}

interface Attended {
  /** Sessions attended. */
  readonly value: number;
  /** Weight of families whose plan ends there, and of those who drop out there. */
  readonly complete: number;
  readonly droppedOut: number;
}

/** The number attended when a family may drop out after each session: as many as planned, or fewer for having dropped out there. */
function attended(planned: readonly Weighted[], dropOut: number): Attended[] {
  const most = planned.reduce((top, { value }) => Math.max(top, value), 1);
  const share = new Array<number>(most + 1).fill(0);
  for (const { value, weight } of planned) share[value]! += weight;
  let more = 1;
  return share.map((ending, value) => {
    more -= ending;
    const stillThere = (1 - dropOut) ** Math.max(0, value - 1);
    return {
      value,
      complete: value === 0 ? ending : stillThere * ending,
      droppedOut: value === 0 ? 0 : stillThere * dropOut * more,
    };
  });
}

/** A course lasts its sessions, and a family attends those that it does not miss. Nobody steps from it. */
function courseDose(pathway: Pathway, sessions: number, interval: number): Dose {
  const stays = 1 - pathway.escalationAfter.chance * (1 - pathway.outcomes.escalated);
  const share = courseAttended(sessions, pathway.missedShare, pathway.dropOutPerSession).reduce(
    (sum, { complete, droppedOut }, value) =>
      sum +
      (complete * stays + droppedOut * (1 - pathway.escalationAfter.chance)) * chanceOfReturn(pathway, value),
    0,
  );
  return {
    lengthDays: sessions * interval,
    assessmentDays: 0,
    lengthVariance: 0,
    sessions,
    returnShare: share,
    steps: new Map(),
  };
}

/** Only a worker who holds the case makes one, and none is left to make after a duty visit. */
function assessmentOf({ assessment, offer }: Pathway, daysPerWeek: number, { dutySaves }: DoseTerms): number {
  if (assessment.by === 'none' || offer !== 'one to one' || dutySaves !== null) return 0;
  return meanOf(assessment.time) * workingDaysIn(assessment.time.unit ?? 'working days', daysPerWeek);
}

/** logit p = logit(chance) - slope * (sessions - atSessions), kept within bounds; then odds raised for the recurring share. */
export function chanceOfReturn({ reReferral }: Pathway, sessions: number): number {
  const { chance, slopePerSession, atSessions, least, most } = curveOf(reReferral);
  const { recurringShare, recurringOdds } = reReferral;
  const odds = (chance / (1 - chance)) * Math.exp(-slopePerSession * (sessions - atSessions));
  const plain = Math.min(most, Math.max(least, odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds)));
  const recurring = (plain * recurringOdds) / (1 - plain + plain * recurringOdds);
  return (1 - recurringShare) * plain + recurringShare * recurring;
}
