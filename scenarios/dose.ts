/** How long a pathway's work lasts, how many sessions it holds, and how likely a family then comes back: by formula. */
import { meanOf } from './distribution.ts';
import { spreadOf, type Weighted } from './distribution-spread.ts';
import type { Pathway } from './schema.ts';
import { workingDaysIn } from './time-units.ts';

export interface Dose {
  /** Mean time from allocation to closure when no session slips, in working days. */
  readonly lengthDays: number;
  /** Share of families that come back, whenever that is. */
  readonly returnShare: number;
}

/** No plan holds more; the far tail of a wide distribution would. Ten thousand sessions a week apart are 190 years. */
const MOST_SESSIONS = 10_000;

/** `daysPerWeek`: average working days in a week. */
export function doseOf(pathway: Pathway, daysPerWeek: number): Dose {
  const interval = pathway.visitEveryWeeks * daysPerWeek;
  const perAttended = interval / (1 - pathway.missedShare);
  const seen = attended(
    plannedSessions(pathway, interval, perAttended, daysPerWeek),
    pathway.dropOutPerSession,
  );
  return {
    lengthDays: meanLength(pathway, perAttended, seen, daysPerWeek),
    returnShare: seen.reduce((sum, { value, weight }) => sum + weight * chanceOfReturn(pathway, value), 0),
  };
}

/**
 * Sessions attended in a plan seen to its end. A plan by length holds as many as fit: the last falls, on average, at its length, misses
 * counted in; so half the time of one average miss is taken off before rounding up to whole sessions.
 */
function plannedSessions(
  { plan }: Pathway,
  interval: number,
  perAttended: number,
  daysPerWeek: number,
): Weighted[] {
  if (plan.by === 'sessions') return spreadOf(plan.sessions);
  const days = workingDaysIn(plan.length.unit ?? 'weeks', daysPerWeek);
  const odd = (perAttended - interval) / 2;
  return spreadOf(plan.length).map(({ value, weight }) => ({
    value: Math.min(MOST_SESSIONS, Math.max(1, Math.ceil((value * days - odd) / perAttended))),
    weight,
  }));
}

/** The number attended when a family may drop out after each session: as many as planned, or fewer for having dropped out there. */
function attended(planned: readonly Weighted[], dropOut: number): Weighted[] {
  const most = planned.reduce((top, { value }) => Math.max(top, value), 1);
  const share = new Array<number>(most + 1).fill(0);
  for (const { value, weight } of planned) share[value]! += weight;
  let more = 1;
  return share.map((ending, value) => {
    more -= ending;
    const stillThere = (1 - dropOut) ** Math.max(0, value - 1);
    return { value, weight: value === 0 ? ending : stillThere * (ending + dropOut * more) };
  });
}

function meanLength(
  { plan, dropOutPerSession }: Pathway,
  perAttended: number,
  seen: readonly Weighted[],
  daysPerWeek: number,
) {
  if (plan.by === 'length' && dropOutPerSession === 0) {
    return meanOf(plan.length) * workingDaysIn(plan.length.unit ?? 'weeks', daysPerWeek);
  }
  return perAttended * seen.reduce((sum, { value, weight }) => sum + value * weight, 0);
}

/** logit p = logit(chance) - slope * (sessions - atSessions), kept within bounds; then odds raised for the recurring share. */
function chanceOfReturn({ reReferral }: Pathway, sessions: number): number {
  const { chance, slopePerSession, atSessions, least, most, recurringShare, recurringOdds } = reReferral;
  const odds = (chance / (1 - chance)) * Math.exp(-slopePerSession * (sessions - atSessions));
  const plain = Math.min(most, Math.max(least, odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds)));
  const recurring = (plain * recurringOdds) / (1 - plain + plain * recurringOdds);
  return (1 - recurringShare) * plain + recurringShare * recurring;
}
