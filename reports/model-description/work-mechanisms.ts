/** How the work is given, what can happen in it, and what comes after it. */
import { AREA_TRAVEL_HOURS } from '../../scenarios/parameters/team.ts';
import type { Pathway } from '../../scenarios/schema.ts';
import { asText } from '../markdown.ts';
import { counted, inputValue, listed, number, percent, quoted, weeks } from '../wording.ts';
import { drawn, type Mechanism, ofEach } from './mechanism.ts';

const hasOwnWorker = ({ offer }: Pathway) => offer === 'one to one';

export const WORK_MECHANISMS: readonly Mechanism[] = [
  {
    name: 'Group courses',
    works:
      'Families wait for the next start and attend together; a missed session is not repeated. The hours of the facilitators come from the team’s workers before sessions are held.',
    terms: ({ pathways }) =>
      ofEach(pathways, ({ offer, group }) =>
        offer === 'group' && group
          ? `${counted(group.places, 'place')}, a start every ${weeks(group.startsEveryWeeks)} if at least ${group.fewest} wait, ${counted(group.sessions, 'session')} of ${number(group.facilitatorHours, 2, 0)} facilitators’ hours each, team ${asText(quoted(group.team))}`
          : null,
      ),
    without: 'no pathway is a course.',
  },
  {
    name: 'Cases held by partners',
    works:
      'A lead practitioner of another service holds the case: it takes no place under a cap, only hours of co-ordination.',
    terms: ({ pathways }) =>
      ofEach(pathways, ({ offer, partner }) =>
        offer === 'partner-held' && partner
          ? `most at once: ${inputValue(partner.most)}; ${partner.coordinationHoursPerWeek} hours a week each, team ${asText(quoted(partner.team))}`
          : null,
      ),
    without: 'no pathway’s cases are held by a partner.',
  },
  {
    name: 'Assessment by the worker',
    works: 'The worker allocated makes an assessment before the first interval between sessions begins.',
    terms: ({ pathways }) =>
      ofEach(pathways, (pathway) =>
        hasOwnWorker(pathway) && pathway.assessment.by === 'worker'
          ? `${drawn(pathway.assessment.time, 'working days')}; ${number(pathway.assessment.hours, 2, 0)} hours`
          : null,
      ),
    without: 'a worker’s plan begins with its first session.',
  },
  {
    name: 'Missed sessions',
    works:
      'The family misses a share of planned sessions: the hours are spent, and the session is held an interval later.',
    terms: ({ pathways }) =>
      ofEach(pathways, ({ missedShare, offer }) =>
        missedShare > 0
          ? `${percent(missedShare)}${offer === 'group' ? ', not repeated in a course' : ''}`
          : null,
      ),
    without: 'families attend every session.',
  },
  {
    name: 'Dropping out',
    works: 'After each session attended the family may stop; the case is closed as disengaged.',
    terms: ({ pathways }) =>
      ofEach(pathways, ({ dropOutPerSession }) =>
        dropOutPerSession > 0 ? percent(dropOutPerSession) : null,
      ),
    without: 'nobody stops before the end of the plan (early closures are in the planned lengths).',
  },
  {
    name: 'Sessions lost for want of hours',
    works: 'A session that finds no hours left in its week is lost, and the plan goes on without it.',
    terms: ({ pathways }) =>
      ofEach(pathways, (pathway) =>
        hasOwnWorker(pathway) && pathway.whenNoHours === 'lost' ? 'so here' : null,
      ),
    without: 'a session that finds no hours is put off to the next week.',
  },
  {
    name: 'Hours by task',
    works:
      'A worker’s hours are the contract hours less absence and fixed hours; a session takes its travel and recording beside the time with the family, and each open case its hours a week.',
    terms: ({ workload, pathways, teams }) => {
      if (workload.hoursCounted === 'contact share') return null;
      const perCase = ofEach(pathways, (pathway) =>
        hasOwnWorker(pathway)
          ? `recording ${pathway.recordingHours} hours a session, ${pathway.caseHoursPerWeek} hours a week for an open case`
          : null,
      );
      const travel = ofEach(
        teams,
        ({ area, travelHoursPerSession }) =>
          `travel ${travelHoursPerSession ?? AREA_TRAVEL_HOURS[area]} hours a session`,
      );
      const fixed = `fixed hours ${workload.fixedHoursPerWeek} a week`;
      return [fixed, perCase, travel].filter((said) => said !== null).join('; ');
    },
    without: 'a share of contract hours is there for sessions; travel and recording are in the rest.',
  },
  {
    name: 'Stepping to another pathway',
    works:
      'Work breaks off at a session drawn evenly from the plan, the case closes as transferred, and the family joins the list of the other pathway.',
    terms: ({ pathways }) =>
      ofEach(pathways, ({ stepsTo }) => {
        const steps = Object.entries(stepsTo).filter(([, share]) => share > 0);
        return steps.length === 0
          ? null
          : listed(steps.map(([name, share]) => `${percent(share)} to ${asText(quoted(name))}`));
      }),
    without: 'families stay on the pathway they were sent to.',
  },
  {
    name: 'Coming back after closure',
    works:
      'The chance of coming back falls with the sessions attended (formula in 2.4); a share of families has recurring needs and higher odds. The family returns after a delay.',
    terms: ({ pathways }) =>
      ofEach(pathways, ({ reReferral }) =>
        reReferral.version !== 'low' && reReferral.most === 0
          ? null
          : `delay ${drawn(reReferral.delay, 'weeks')}; returns to the ${reReferral.returnsTo}; recurring needs ${percent(reReferral.recurringShare)}, odds × ${reReferral.recurringOdds}`,
      ),
    without: 'nobody comes back after closure.',
  },
  {
    name: 'Escalation after closure',
    works: 'After closure a family may escalate to social care; it then does not come back.',
    terms: ({ pathways }) =>
      ofEach(pathways, ({ escalationAfter: { chance, delay } }) =>
        chance > 0 ? `${percent(chance)}, after a delay drawn from: ${drawn(delay, 'weeks')}` : null,
      ),
    without: 'nobody escalates once a case is closed.',
  },
];
