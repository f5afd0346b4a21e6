/**
 * What flows through the service and what stands in it, for the picture: by the simulation where there is a result, and by formula until
 * then. Flows are a week; of the simulation they are averages over the time reported.
 */
import { figuresOf, type ScenarioRun } from '../../../reports/experiment.ts';
import type { Counted } from '../../../reports/wording.ts';
import { meanPerWorkingDay } from '../../../scenarios/arrivals.ts';
import type { JoinedStream } from '../../../scenarios/balance/flow.ts';
import { frontDoorNeeds, type Service, serviceAt } from '../../../scenarios/balance/level.ts';
import { startOf } from '../../../scenarios/balance/moment.ts';
import { workingDaysPerWeek } from '../../../scenarios/calendar.ts';
import type { Pathway, Scenario } from '../../../scenarios/schema.ts';
import { WEEKS_PER_YEAR } from '../../../scenarios/time-units.ts';
import type { MeasureKey } from '../../../sim/measures/measures.ts';
import type { Group } from '../../../sim/measures/result.ts';

export interface PathwayFigure {
  readonly name: string;
  readonly pathway: Pathway;
  /** Families who join its list, by formula: for the width of the stream. */
  readonly joining: number;
  /** Families whose work begins. */
  readonly begun: number;
  /** `null` while nothing is known of the list. */
  readonly waiting: number | null;
  /** Working days, mean; `null` until simulated. */
  readonly waitDays: number | null;
  /** Mean length of the work by the inputs. */
  readonly lengthWeeks: number;
}

export interface TeamFigure {
  readonly name: string;
  readonly fte: number;
  /** Case weights that its workers can hold. */
  readonly places: number;
  /** `null` until simulated. */
  readonly used: number | null;
  readonly serves: readonly string[];
}

export interface ServiceFigures {
  readonly by: 'simulation' | 'formula';
  readonly sources: readonly { readonly name: string; readonly perWeek: number }[];
  /** Calls a week; 0 without an advice line. */
  readonly calls: number;
  readonly duty: Scenario['frontDoor']['duty']['workers'];
  readonly decisions: number;
  /** Of decisions, the share that joins a list. */
  readonly accepted: number;
  readonly pathways: readonly PathwayFigure[];
  /** Families a week who give up waiting or escalate from the list. */
  readonly leaving: number;
  readonly teams: readonly TeamFigure[];
  readonly closed: number;
  /** Share of cases closed with needs met. */
  readonly needsMet: number;
  readonly back: number;
  readonly backTo: 'front door' | 'waiting list';
}

/** The service as it opens; `run` is its result, or `null` where there is none. */
export function serviceFigures(scenario: Scenario, run: ScenarioRun | null): ServiceFigures {
  const moment = startOf(scenario);
  const service = serviceAt(moment);
  const streams = service.limited();
  const formula = byFormula(moment.scenario, service, streams);
  return run === null ? formula : withResult(formula, run);
}

function byFormula(scenario: Scenario, service: Service, streams: readonly JoinedStream[]): ServiceFigures {
  const daysPerWeek = workingDaysPerWeek(scenario.period.nation);
  const { adviceLine, duty } = scenario.frontDoor;
  const sum = (of: (stream: JoinedStream) => number) => streams.reduce((all, stream) => all + of(stream), 0);
  const begun = sum((stream) => stream.begun);
  const decisions = frontDoorNeeds(service, { ...service.level(), streams }).decisions.needed;
  return {
    by: 'formula',
    sources: Object.entries(scenario.demand.sources).map(([name, source]) => ({
      name,
      perWeek: meanPerWorkingDay(source, scenario) * daysPerWeek,
    })),
    calls: (adviceLine.calls * daysPerWeek) / WORKING_DAYS[adviceLine.per](daysPerWeek),
    duty: duty.workers,
    decisions,
    accepted: acceptedShare(scenario, streams),
    pathways: Object.entries(scenario.pathways).map(([name, pathway]) =>
      pathwayByFormula(scenario, name, pathway, streams),
    ),
    leaving: sum(({ wanting, begun: taken }) => wanting - taken),
    teams: Object.entries(scenario.teams).map(([name, { serves }]) => {
      const posts = service.staff.filter(({ team }) => team === name);
      return {
        name,
        serves,
        fte: posts.reduce((all, { fte }) => all + fte, 0),
        places: posts.reduce((all, { places }) => all + places, 0),
        used: null,
      };
    }),
    closed: begun,
    needsMet: begun === 0 ? 0 : sum((stream) => stream.begun * stream.work.pathway.outcomes.needsMet) / begun,
    back: sum((stream) => stream.begun * stream.work.returnShare),
    backTo: Object.values(scenario.pathways).some(({ reReferral }) => reReferral.returnsTo === 'front door')
      ? 'front door'
      : 'waiting list',
  };
}

/** Working days in each time that calls are given per. */
const WORKING_DAYS: Readonly<
  Record<Scenario['frontDoor']['adviceLine']['per'], (daysPerWeek: number) => number>
> = {
  year: (daysPerWeek) => daysPerWeek * WEEKS_PER_YEAR,
  month: (daysPerWeek) => (daysPerWeek * WEEKS_PER_YEAR) / 12,
  week: (daysPerWeek) => daysPerWeek,
  'working day': () => 1,
};

/** Routes of each need, weighed by the families that come with it. */
function acceptedShare({ needs, demand }: Scenario, streams: readonly JoinedStream[]): number {
  const shares = Object.values(needs).map((need) => {
    const share = Object.values(need.routes.pathways).reduce((all, route) => all + route, 0);
    const weight = streams.reduce((all, stream) => (stream.need === need ? all + stream.entering : all), 0);
    return { share, families: share === 0 ? 0 : weight / (share * (1 - need.declinesBefore) || 1) };
  });
  const families = shares.reduce((all, need) => all + need.families, 0);
  if (families === 0) return shares[0]?.share ?? 0;
  const known = repeatShare(demand);
  return (1 - known) * shares.reduce((all, need) => all + (need.share * need.families) / families, 0);
}

/** Of all referrals that have a number, the share about families already known. */
function repeatShare({ sources }: Scenario['demand']): number {
  const given = Object.values(sources).map(({ referrals, share, repeatShare: known }) => ({
    volume: referrals ?? share ?? 0,
    known,
  }));
  const volume = given.reduce((all, source) => all + source.volume, 0);
  return volume === 0 ? 0 : given.reduce((all, source) => all + source.volume * source.known, 0) / volume;
}

function pathwayByFormula(
  scenario: Scenario,
  name: string,
  pathway: Pathway,
  streams: readonly JoinedStream[],
): PathwayFigure {
  const here = streams.filter(({ pathwayName }) => pathwayName === name);
  const joining = here.reduce((sum, stream) => sum + stream.joining, 0);
  const length = here.reduce((sum, stream) => sum + stream.joining * stream.work.lengthWeeks, 0);
  const opening = scenario.opening.waiting[name];
  return {
    name,
    pathway,
    joining,
    begun: here.reduce((sum, stream) => sum + stream.begun, 0),
    waiting: opening === undefined ? null : 'families' in opening ? opening.families : opening.joined.length,
    waitDays: null,
    lengthWeeks: joining > 0 ? length / joining : (here[0]?.work.lengthWeeks ?? Number.NaN),
  };
}

function withResult(formula: ServiceFigures, run: ScenarioRun): ServiceFigures {
  const weeks = run.dates.length;
  const of = (group: Omit<Group, 'counted'>, key: MeasureKey): number | null => {
    const mean = figuresOf(run.summary, { ...group, counted: 'families' satisfies Counted })?.[key].mean;
    return mean === undefined || Number.isNaN(mean) ? null : mean;
  };
  const whole = { kind: 'service', name: run.summary.groups[0]!.group.name } as const;
  const perWeek = (key: MeasureKey, otherwise: number) => {
    const found = of(whole, key);
    return found === null ? otherwise : found / weeks;
  };
  const referred = formula.sources.reduce((sum, source) => sum + source.perWeek, 0);
  const factor = referred === 0 ? 1 : perWeek('referrals', referred) / referred;
  const closed = of(whole, 'closed');
  // A single pathway or team has no figures of its own: the whole service's are its.
  return {
    ...formula,
    by: 'simulation',
    sources: formula.sources.map(({ name, perWeek: mean }) => ({ name, perWeek: mean * factor })),
    calls: formula.calls === 0 ? 0 : perWeek('calls', formula.calls),
    decisions: perWeek('decisions', formula.decisions),
    pathways: formula.pathways.map((pathway) => {
      const group =
        formula.pathways.length === 1 ? whole : ({ kind: 'pathway', name: pathway.name } as const);
      const allocated = of(group, 'allocated');
      return {
        ...pathway,
        begun: allocated === null ? pathway.begun : allocated / weeks,
        waiting: of(group, 'waiting_mean') ?? pathway.waiting,
        waitDays: of(group, 'wait_mean'),
      };
    }),
    leaving: perWeek('left_list', 0) + perWeek('escalated_waiting', 0),
    teams: formula.teams.map((team) => {
      const group = formula.teams.length === 1 ? whole : ({ kind: 'team', name: team.name } as const);
      return {
        ...team,
        places: of(group, 'places_mean') ?? team.places,
        used: of(group, 'slots_used_mean'),
      };
    }),
    closed: perWeek('closed', formula.closed),
    needsMet: closed ? (of(whole, 'closed_needs_met') ?? 0) / closed : formula.needsMet,
    back: perWeek('rereferred', formula.back),
  };
}
