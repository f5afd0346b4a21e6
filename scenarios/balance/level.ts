/** What it takes to keep the list level, when every family that joins is allocated: places, hours, panels and the front door, needed and there. */
import { workingDaysPerWeek } from '../calendar.ts';
import { meanOf } from '../distribution.ts';
import type { Scenario } from '../schema.ts';
import { workingDaysIn } from '../time-units.ts';
import { demandOf } from './demand.ts';
import { flowOfAll, flowWithin, isOneToOne, type JoinedStream, placesTaken } from './flow.ts';
import type { Moment } from './moment.ts';
import { coordinationHours, facilitatorHours } from './offers.ts';
import { type StaffPost, staffOf } from './staff.ts';
import { type Stream, streamsOf } from './streams.ts';

/** What each is multiplied by, the rest as it is. */
export interface Levers {
  readonly fte: number;
  readonly cap: number;
  readonly length: number;
  readonly referrals: number;
}

const AS_IT_IS: Levers = { fte: 1, cap: 1, length: 1, referrals: 1 };

/** So much is needed a week (or of places at once), and so much is there. */
export interface Needed {
  readonly needed: number;
  readonly there: number;
}

/** Hours a week, by what takes them. */
export interface HoursByActivity {
  readonly sessions: number;
  readonly travel: number;
  readonly recording: number;
  readonly cases: number;
  readonly assessments: number;
  readonly coordination: number;
  readonly courses: number;
}

export interface Level {
  /** Everything that joins a list, when all are allocated. */
  readonly streams: readonly JoinedStream[];
  readonly places: Needed;
  readonly hours: Needed;
  readonly hoursBy: HoursByActivity;
  /** `false` where sessions without hours are lost, so that hours never make a case longer. */
  readonly hoursLimit: boolean;
  /** Families a week that panels allocate, and can. */
  readonly panel: Needed;
  /** The largest of what is needed over what is there: 1 or less is level. */
  readonly load: number;
}

export interface Service {
  readonly moment: Moment;
  readonly staff: readonly StaffPost[];
  /** Referrals a week. */
  readonly referrals: number;
  level(levers?: Partial<Levers>): Level;
  /** What is allocated where not all can be. */
  limited(): readonly JoinedStream[];
}

export function serviceAt(moment: Moment): Service {
  const { scenario } = moment;
  const demand = demandOf(moment, workingDaysPerWeek(scenario.period.nation));
  const staff = staffOf(moment);
  const asItIs = streamsOf(scenario, demand);
  const levelWith = (levers: Levers) => {
    const streams = levers.length === 1 ? asItIs : streamsOf(scenario, demand, levers.length);
    return levelOf(
      flowOfAll(demand.referrals > 0 ? scaled(streams, levers.referrals) : []),
      scenario,
      staff,
      levers,
    );
  };
  return {
    moment,
    staff,
    referrals: demand.referrals,
    level: (levers = {}) => levelWith({ ...AS_IT_IS, ...levers }),
    limited: () => flowWithin(asItIs, (streams) => levelOf(streams, scenario, staff, AS_IT_IS).load <= 1),
  };
}

function scaled(needs: readonly (readonly Stream[])[], factor: number): readonly (readonly Stream[])[] {
  if (factor === 1) return needs;
  return needs.map((streams) => streams.map((stream) => ({ ...stream, entering: stream.entering * factor })));
}

function levelOf(
  streams: readonly JoinedStream[],
  scenario: Scenario,
  staff: readonly StaffPost[],
  { fte, cap }: Levers,
): Level {
  const withWorker = streams.filter(isOneToOne);
  const hoursBy = hoursByActivity(streams);
  const places = {
    needed: placesTaken(streams),
    there: staff.reduce((sum, post) => sum + post.places, 0) * fte * cap,
  };
  const hours = {
    needed: Object.values(hoursBy).reduce((sum, value) => sum + value, 0),
    there: staff.reduce((sum, post) => sum + post.hours, 0) * fte,
  };
  const panel = {
    needed: withWorker.reduce((sum, { begun }) => sum + begun, 0),
    there: panelPossible(scenario.allocation, workingDaysPerWeek(scenario.period.nation)),
  };
  const hoursLimit = withWorker.some(({ work }) => work.pathway.whenNoHours === 'put off');
  const load = Math.max(use(places), hoursLimit ? use(hours) : 0, use(panel));
  return { streams, places, hours, hoursBy, hoursLimit, panel, load };
}

/** Share of what is there that is needed. */
export const use = ({ needed, there }: Needed) => (needed === 0 ? 0 : needed / there);

function hoursByActivity(streams: readonly JoinedStream[]): HoursByActivity {
  const sum = (of: (stream: JoinedStream) => number) =>
    streams.reduce((total, stream) => (stream.begun === 0 ? total : total + of(stream)), 0);
  const courses = Map.groupBy(
    streams.filter(({ work }) => work.pathway.offer === 'group'),
    ({ pathwayName }) => pathwayName,
  );
  return {
    sessions: sum(({ begun, work }) => begun * work.hours.sessions),
    travel: sum(({ begun, work }) => begun * work.hours.travel),
    recording: sum(({ begun, work }) => begun * work.hours.recording),
    cases: sum(({ begun, work }) => begun * work.hours.cases),
    assessments: sum(({ begun, work }) => begun * work.hours.assessments),
    coordination: sum(({ begun, work }) =>
      work.pathway.offer === 'partner-held' ? coordinationHours(work.pathway, begun, work.lengthWeeks) : 0,
    ),
    courses: [...courses.values()].reduce((total, here) => {
      const takenUp = here.reduce((all, { begun }) => all + begun, 0);
      return total + facilitatorHours(here[0]!.work.pathway, takenUp);
    }, 0),
  };
}

/** A week; of the front door’s panel and of allocation’s alike. */
function panelPossible(
  {
    timing,
    panelMost,
    panelEveryDays,
  }: Pick<Scenario['allocation'], 'timing' | 'panelMost' | 'panelEveryDays'>,
  daysPerWeek: number,
): number {
  if (timing === 'at once' || panelMost === 'unlimited') return Number.POSITIVE_INFINITY;
  return (panelMost / panelEveryDays) * daysPerWeek;
}

/** Decisions and duty visits a week, when every family that joins is allocated and comes back as it does. */
export function frontDoorNeeds(
  { moment: { scenario }, referrals }: Service,
  { streams }: Level,
): { readonly decisions: Needed; readonly visits: Needed } {
  const { frontDoor, period } = scenario;
  const daysPerWeek = workingDaysPerWeek(period.nation);
  const back = streams.reduce((sum, { begun, backToFrontDoor }) => sum + begun * backToFrontDoor, 0);
  const visited = streams.filter((stream) => stream.visited);
  return {
    decisions: {
      needed: referrals + back,
      there:
        frontDoor.timing === 'panel'
          ? panelPossible(frontDoor, daysPerWeek)
          : sideBySide(frontDoor.desks, frontDoor.decisionTime, daysPerWeek),
    },
    visits: {
      needed: visited.reduce((sum, { joining }) => sum + joining, 0),
      there: sideBySide(frontDoor.duty.workers, frontDoor.duty.visitTime, daysPerWeek),
    },
  };
}

/** So many people at work side by side, each on one family at a time. */
function sideBySide(
  people: number | 'unlimited' | 'none',
  time: Scenario['frontDoor']['decisionTime'],
  daysPerWeek: number,
): number {
  if (typeof people !== 'number') return Number.POSITIVE_INFINITY;
  return (people * daysPerWeek) / (meanOf(time) * workingDaysIn(time.unit ?? 'working days', daysPerWeek));
}
