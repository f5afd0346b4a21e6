/** What one family takes on a pathway, and where it goes from there. */
import { workingDaysPerWeek } from '../calendar.ts';
import { meanChildren } from '../children.ts';
import { type DoseTerms, doseOf } from '../dose.ts';
import { AREA_TRAVEL_HOURS } from '../parameters/team.ts';
import type { Pathway, Scenario } from '../schema.ts';

/** Hours that one family takes from allocation to closure. */
export interface FamilyHours {
  readonly sessions: number;
  readonly travel: number;
  readonly recording: number;
  /** Recording and liaison of an open case. */
  readonly cases: number;
  readonly assessments: number;
}

export interface Work {
  readonly pathway: Pathway;
  readonly lengthWeeks: number;
  /** Variance of the length, in weeks squared. */
  readonly variance: number;
  /** Room on caseloads, 0 unless a worker holds the case. */
  readonly weight: number;
  /** Weight times length. */
  readonly placeWeeks: number;
  /** All 0 unless a worker holds the case. */
  readonly hours: FamilyHours;
  readonly returnShare: number;
  readonly steps: ReadonlyMap<string, number>;
}

/** `terms` of the dose, by which families on one pathway differ. */
export function workOf(scenario: Scenario, name: string, terms: DoseTerms): Work {
  const pathway = scenario.pathways[name]!;
  const daysPerWeek = workingDaysPerWeek(scenario.period.nation);
  const dose = doseOf(pathway, daysPerWeek, terms);
  const lengthWeeks = dose.lengthDays / daysPerWeek;
  const withWorker = pathway.offer === 'one to one';
  const counted = scenario.allocation.capsCount === 'children' ? meanChildren(scenario) : 1;
  const weight = withWorker ? pathway.caseWeight * counted : 0;
  return {
    pathway,
    lengthWeeks,
    variance: dose.lengthVariance / daysPerWeek ** 2,
    weight,
    placeWeeks: weight * lengthWeeks,
    hours: withWorker
      ? familyHours(scenario, name, dose.sessions, lengthWeeks, dose.assessmentDays > 0)
      : NO_HOURS,
    returnShare: dose.returnShare,
    steps: dose.steps,
  };
}

const NO_HOURS: FamilyHours = { sessions: 0, travel: 0, recording: 0, cases: 0, assessments: 0 };

/** Misses take the time of a session too. A share of contract hours for sessions has travel, recording and liaison off it already. */
function familyHours(
  scenario: Scenario,
  name: string,
  sessions: number,
  openWeeks: number,
  isAssessed: boolean,
): FamilyHours {
  const pathway = scenario.pathways[name]!;
  const everyTask = scenario.workload.hoursCounted === 'task times' ? 1 : 0;
  return {
    sessions: sessions * pathway.sessionHours,
    travel: everyTask * sessions * travelHours(scenario, name),
    recording: everyTask * sessions * pathway.recordingHours,
    cases: everyTask * openWeeks * pathway.caseHoursPerWeek,
    assessments: isAssessed ? pathway.assessment.hours : 0,
  };
}

/** Of one session, over the teams that serve the pathway by their full-time equivalents. */
function travelHours({ teams }: Scenario, name: string): number {
  const serving = Object.values(teams).flatMap(({ serves, posts, area, travelHoursPerSession }) =>
    Object.values(posts)
      .filter((post) => serves.includes(name) && (post.serves?.includes(name) ?? true))
      .map(({ fte }) => ({ fte, hours: travelHoursPerSession ?? AREA_TRAVEL_HOURS[area] })),
  );
  const fte = serving.reduce((sum, post) => sum + post.fte, 0);
  return fte === 0 ? 0 : serving.reduce((sum, post) => sum + (post.hours * post.fte) / fte, 0);
}
