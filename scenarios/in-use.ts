/** Which values have an effect, given the other choices of a scenario. */
import type { Post, Scenario } from './schema.ts';

interface Condition {
  /** The parameters it speaks of; names a person chose are its groups. */
  readonly paths: RegExp;
  readonly holds: (scenario: Scenario, first: string, second: string) => boolean;
}

const CONDITIONS: readonly Condition[] = [
  { paths: /^period\.warmUpWeeks$/, holds: ({ opening }) => opening.from === 'warm-up' },
  {
    paths: /^demand\.sources\.([^.]+)\.(?:growthPerYear|overdispersion|holidayFactor)$/,
    holds: ({ demand }, source) => demand.sources[source]?.weekly === undefined,
  },
  {
    paths: /^demand\.sources\.([^.]+)\.per$/,
    holds: ({ demand }, source) => demand.sources[source]?.referrals !== undefined,
  },
  {
    paths: /^demand\.sources\.([^.]+)\.septemberRebound$/,
    holds: ({ demand }, source) => quieterInHolidays(demand.sources[source]),
  },
  {
    paths: /^demand\.schoolHolidays\./,
    holds: ({ demand }) =>
      Object.values(demand.sources).some(
        ({ weekly, holidayFactor }) => weekly === undefined && holidayFactor !== 1,
      ),
  },
  { paths: /^frontDoor\.panel/, holds: ({ frontDoor }) => frontDoor.timing === 'panel' },
  {
    paths: /^frontDoor\.(?:desks|decisionTime)$/,
    holds: ({ frontDoor }) => frontDoor.timing === 'at once',
  },
  {
    paths: /^frontDoor\.duty\.(?!workers$)/,
    holds: ({ frontDoor }) => frontDoor.duty.workers !== 'none',
  },
  {
    paths: /^frontDoor\.adviceLine\.(?!calls$)/,
    holds: ({ frontDoor }) => frontDoor.adviceLine.calls > 0,
  },
  {
    paths: /^waiting\.(?:contactHours|withdrawalFactor|escalationFactor)$/,
    holds: ({ waiting }) => waiting.contactEveryWeeks !== 'never',
  },
  {
    paths: /^pathways\.([^.]+)\.group\./,
    holds: ({ pathways }, pathway) => pathways[pathway]?.offer === 'group',
  },
  {
    paths: /^pathways\.([^.]+)\.partner\./,
    holds: ({ pathways }, pathway) => pathways[pathway]?.offer === 'partner-held',
  },
  {
    paths: /^pathways\.([^.]+)\.plan\./,
    holds: ({ pathways }, pathway) => pathways[pathway]?.offer !== 'group',
  },
  {
    paths: /^pathways\.([^.]+)\.(?:caseWeight|sessionHours|recordingHours|whenNoHours|assessment\.by)$/,
    holds: oneToOne,
  },
  {
    paths: /^pathways\.([^.]+)\.caseHoursPerWeek$/,
    holds: (scenario, pathway) => oneToOne(scenario, pathway) && byTaskTimes(scenario),
  },
  {
    paths: /^pathways\.([^.]+)\.assessment\.(?:time|hours)$/,
    holds: (scenario, pathway) =>
      oneToOne(scenario, pathway) && scenario.pathways[pathway]?.assessment.by === 'worker',
  },
  {
    paths: /^pathways\.([^.]+)\.escalationAfter\.delay$/,
    holds: ({ pathways }, pathway) => pathways[pathway]!.escalationAfter.chance > 0,
  },
  {
    paths: /^pathways\.([^.]+)\.reReferral\.(?:chance|atSessions|slopePerSession|least|most)$/,
    holds: ({ pathways }, pathway) => pathways[pathway]?.reReferral.version !== 'low',
  },
  { paths: /^allocation\.panel/, holds: ({ allocation }) => allocation.timing === 'panel' },
  {
    paths: /^allocation\.ageingWeeks$/,
    holds: ({ allocation }) => allocation.order === 'priority with ageing',
  },
  {
    paths: /^allocation\.overflowAfterWeeks$/,
    holds: ({ allocation }) => allocation.pooling === 'by locality',
  },
  { paths: /^workload\.fixedHoursPerWeek$/, holds: byTaskTimes },
  {
    paths: /^teams\.([^.]+)\.area$/,
    holds: ({ teams }, team) => teams[team]?.travelHoursPerSession === undefined,
  },
  {
    paths: /^teams\.([^.]+)\.posts\.([^.]+)\.(?:effectiveFill|absenceShare)$/,
    holds: (scenario, team, post) => postOf(scenario, team, post)?.staffing === 'averaged',
  },
  {
    paths:
      /^teams\.([^.]+)\.posts\.([^.]+)\.(?:turnoverPerYear|timeToFill|induction\w+|sickness\w+|leaveDays|trainingDays|vacantAtStart|promoted\w+)$/,
    holds: (scenario, team, post) => postOf(scenario, team, post)?.staffing === 'by chance',
  },
  {
    paths: /^teams\.([^.]+)\.posts\.([^.]+)\.promotedShare$/,
    holds: (scenario, team, post) => postOf(scenario, team, post)?.promotedFrom !== undefined,
  },
  {
    paths: /^teams\.([^.]+)\.posts\.([^.]+)\.contactShare$/,
    holds: (scenario) => !byTaskTimes(scenario),
  },
  { paths: /^teams\.([^.]+)\.posts\.([^.]+)\.salary$/, holds: counted },
  { paths: /^costs\.(?!counted$)/, holds: counted },
];

/** A value that the other choices leave without effect is no input of this scenario, as long as no dated change makes other choices. What a dated change says always is one. */
export function isInUse(path: string, scenario: Scenario): boolean {
  return CONDITIONS.every(({ paths, holds }) => {
    const found = paths.exec(path);
    return found === null || holds(scenario, found[1] ?? '', found[2] ?? '');
  });
}

function oneToOne({ pathways }: Scenario, pathway: string): boolean {
  return pathways[pathway]?.offer === 'one to one';
}

function byTaskTimes({ workload }: Scenario): boolean {
  return workload.hoursCounted === 'task times';
}

function counted({ costs }: Scenario): boolean {
  return costs.counted === 'yes';
}

function quieterInHolidays(source: Scenario['demand']['sources'][string] | undefined): boolean {
  return source !== undefined && source.weekly === undefined && source.holidayFactor < 1;
}

function postOf({ teams }: Scenario, team: string, post: string): Post | undefined {
  return teams[team]?.posts[post];
}
