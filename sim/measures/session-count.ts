/** Sessions are told so often that they are counted by terms and team, and entered in the books once a week. */
import type { Plan } from '../plan.ts';
import type { Books } from './books.ts';
import * as sums from './sums.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { SUM } = sums;

/** What one session takes, held or missed. */
interface Session {
  readonly pathway: number;
  readonly team: number;
  readonly hours: number;
  readonly travelHours: number;
  readonly recordingHours: number;
  /** Out of the hours available. */
  readonly hoursUsed: number;
  /** Pounds; 0 where nothing is costed. */
  readonly travelCost: number;
}

export class SessionCount {
  /** By terms and team, of the present week. */
  readonly held: Float64Array;
  readonly missed: Float64Array;
  private readonly sessions: readonly Session[];

  constructor(plan: Plan) {
    this.sessions = [plan, ...plan.changes].flatMap(({ pathways }) =>
      pathways.flatMap(({ sessionHours, recordingHours }, pathway) =>
        plan.teams.map(({ travelHours, hoursCount }, team) => ({
          pathway,
          team,
          hours: sessionHours,
          travelHours,
          recordingHours,
          hoursUsed: hoursCount === 'direct' ? sessionHours : sessionHours + travelHours + recordingHours,
          travelCost: plan.costs?.travel[team] ?? 0,
        })),
      ),
    );
    this.held = new Float64Array(this.sessions.length);
    this.missed = new Float64Array(this.sessions.length);
  }

  clear() {
    this.held.fill(0);
    this.missed.fill(0);
  }

  /** Enters the week's sessions and begins the next. */
  enter(books: Books) {
    for (const [cell, session] of this.sessions.entries()) {
      const held = this.held[cell]!;
      const tried = held + this.missed[cell]!;
      if (tried === 0) continue;
      const ledgers = [books.service, books.pathways[session.pathway], books.teams[session.team]];
      for (const ledger of ledgers) {
        ledger?.add(SUM.sessions_held, held);
        ledger?.useHours(tried * session.hoursUsed);
        ledger?.add(SUM.hours_sessions, tried * session.hours);
        ledger?.add(SUM.hours_travel, tried * session.travelHours);
        ledger?.add(SUM.hours_recording, tried * session.recordingHours);
        ledger?.add(SUM.cost_travel, tried * session.travelCost);
      }
    }
    this.clear();
  }
}
