/** Teams and the places in them, and what dated changes do to those. */
import type { TeamPlan, WorkerPlan, WorkerTerms } from '../../sim/plan.ts';
import { caseWeight, hours, workingDays } from '../../sim/units.ts';
import { AREA_TRAVEL_HOURS } from '../parameters/team.ts';
import type { Post } from '../schema.ts';
import { workingDaysPerYear } from '../workforce.ts';
import { careerPlan, vacantPlaces } from './careers.ts';
import { definedIn, type Names } from './names.ts';
import type { Place, PlaceTerms } from './places.ts';
import type { RunTime, Span } from './run-time.ts';

/** A team's place and travel hold as long as it is there. */
export function teamPlans(spans: readonly Span[], names: Names): TeamPlan[] {
  const { workload, localities } = spans[0]!.scenario;
  return names.teams.map((name) => {
    const team = definedIn(spans, 0, ({ teams }) => name in teams).teams[name]!;
    const locality = Object.keys(localities).indexOf(team.locality);
    return {
      name,
      locality: locality === -1 ? null : locality,
      travelHours: hours(team.travelHoursPerSession ?? AREA_TRAVEL_HOURS[team.area]),
      hoursCount: workload.hoursCounted === 'task times' ? 'all' : 'direct',
    };
  });
}

export function workerPlans(
  places: readonly Place[],
  spans: readonly Span[],
  names: Names,
  time: RunTime,
): WorkerPlan[] {
  const vacant = vacantAtStart(places, spans);
  return places.map((place) => {
    const { terms, post } = beginningOf(place, spans);
    return {
      ...workerTerms(terms, names),
      key: place.key,
      from: workingDays(place.from),
      until: workingDays(place.until),
      career:
        post.staffing === 'averaged'
          ? null
          : careerPlan({
              post,
              vacantAtStart: vacant.has(place),
              promotedFrom: everIn(places, terms.team, post.promotedFrom),
              daysPerWeek: time.daysPerWeek,
              daysPerYear: workingDaysPerYear(time.nation),
            }),
    };
  });
}

/** What each place's terms become in a phase; `null` where they stay, or where it is not there. */
export function changedTerms(phase: number, places: readonly Place[], names: Names): (WorkerTerms | null)[] {
  return places.map(({ terms }) => {
    const now = terms[phase];
    const before = terms[phase - 1];
    if (!now || !before) return null;
    const changed = workerTerms(now, names);
    return JSON.stringify(changed) === JSON.stringify(workerTerms(before, names)) ? null : changed;
  });
}

/** The terms and the post with which a place begins. */
export function beginningOf(
  { from, terms }: Place,
  spans: readonly Span[],
): { readonly terms: PlaceTerms; readonly post: Post } {
  const phase = spans.findLastIndex((span) => span.from <= from);
  const first = terms[phase]!;
  return { terms: first, post: spans[phase]!.scenario.teams[first.team]!.posts[first.post]! };
}

function workerTerms({ team, serves, fte, cap, hoursPerDay }: PlaceTerms, { teams }: Names): WorkerTerms {
  return {
    team: teams.indexOf(team),
    serves,
    fte,
    cap: caseWeight(cap),
    hoursPerDay: hours(hoursPerDay),
  };
}

/** Of the places that a post begins with, the last ones worth its vacancies. */
function vacantAtStart(places: readonly Place[], spans: readonly Span[]): Set<Place> {
  const byPost = Map.groupBy(places, (place) => {
    const { team, post } = beginningOf(place, spans).terms;
    return JSON.stringify([team, post]);
  });
  return new Set(
    [...byPost.values()].flatMap((all) => {
      const first = Math.min(...all.map(({ from }) => from));
      const batch = all.filter(({ from }) => from === first);
      const shares = batch.map((place) => beginningOf(place, spans).terms.fte);
      const empty = vacantPlaces(shares, beginningOf(batch[0]!, spans).post.vacantAtStart);
      return batch.filter((_, i) => empty[i]);
    }),
  );
}

/** Indices of the places that are in a post of the team in some phase. */
function everIn(places: readonly Place[], team: string, post: string | undefined): number[] {
  return places.flatMap(({ terms }, index) =>
    terms.some((held) => held?.team === team && held.post === post) ? [index] : [],
  );
}
