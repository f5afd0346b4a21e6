/** The time of a run: its clock, and from when to when each phase of a scenario holds on it. */
import { type PerWorkingDay, perWorkingDay, type WorkingDays, workingDays } from '../../sim/units.ts';
import { addDays, type Calendar, createCalendar, type Nation, workingDaysPerWeek } from '../calendar.ts';
import { scenariosOverTime } from '../changes.ts';
import type { Scenario } from '../schema.ts';

export interface RunTime {
  readonly nation: Nation;
  readonly daysPerWeek: number;
  readonly calendar: Calendar;
  /** First day reported. */
  readonly start: string;
  readonly warmUpWeeks: number;
  /** Weeks reported. */
  readonly weeks: number;
  readonly weekEnds: readonly WorkingDays[];
  /** The date of each working day of the run. */
  readonly workingDates: readonly string[];
}

/** What holds in [from, until) on the clock. */
export interface Span {
  /** 0 for the first. */
  readonly from: WorkingDays;
  /** `Infinity` for the last. */
  readonly until: WorkingDays;
  readonly scenario: Scenario;
}

export function runTime({ period }: Scenario, weeks: number, warmUpWeeks: number): RunTime {
  const { nation, start } = period;
  const firstDay = addDays(start, -7 * warmUpWeeks);
  const calendar = createCalendar(nation, firstDay);
  const weekEnds = Array.from({ length: warmUpWeeks + weeks }, (_, k) =>
    workingDays(calendar.toClock(addDays(firstDay, 7 * (k + 1)))),
  );
  const workingDates = Array.from({ length: weekEnds.at(-1)! }, (_, day) => calendar.toDate(day));
  return {
    nation,
    daysPerWeek: workingDaysPerWeek(nation),
    calendar,
    start,
    warmUpWeeks,
    weeks,
    weekEnds,
    workingDates,
  };
}

/**
 * The phases that begin within the run. Of changes with no working day between them the last counts, which holds the others; those
 * before the first working day hold from the start.
 */
export function spansOf(scenario: Scenario, { calendar, weekEnds }: RunTime): Span[] {
  const end = weekEnds.at(-1)!;
  const phases = scenariosOverTime(scenario)
    .map((phase, k) => ({ from: k === 0 ? 0 : calendar.toClock(phase.from), scenario: phase.scenario }))
    .filter(({ from }, k) => k === 0 || from < end);
  const begun = phases.filter(({ from }, k) => phases[k + 1]?.from !== from);
  return begun.map(({ from, scenario: inForce }, k) => ({
    from: workingDays(from),
    until: workingDays(begun[k + 1]?.from ?? Number.POSITIVE_INFINITY),
    scenario: inForce,
  }));
}

/** One value for each working day of the run, each from the phase that the day lies in. */
export function overDays(
  spans: readonly Span[],
  { workingDates }: RunTime,
  ratesOf: (scenario: Scenario) => readonly number[] | null,
): PerWorkingDay[] {
  const rates = spans.map(({ scenario }) => ratesOf(scenario));
  return workingDates.map((_, day) => {
    const phase = spans.findLastIndex(({ from }) => from <= day);
    return perWorkingDay(rates[phase]?.[day] ?? 0);
  });
}
