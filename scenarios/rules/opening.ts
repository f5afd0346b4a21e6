/** Today's families are given when, and only when, the run opens from a snapshot; and options that would do nothing are refused. */
import { addDays } from '../calendar.ts';
import type { Problem } from '../problem.ts';
import type { Scenario } from '../schema.ts';

/** As long as the longest wait that can be said in weeks. */
const LONGEST_WAIT_WEEKS = 260;

export function openingRules(scenario: Scenario): Problem[] {
  const { opening } = scenario;
  const own = opening.from === 'snapshot' ? snapshotProblems(scenario) : warmUpProblems(scenario);
  return [...own, ...cannotReach(scenario), ...openInCourses(scenario), ...priorityOfReturns(scenario)];
}

function warmUpProblems({ opening }: Scenario): Problem[] {
  return (['waiting', 'open'] as const).flatMap((key) => {
    const value = opening[key];
    if (Object.keys(value).length === 0) return [];
    const message = 'is given but the run opens with a warm-up; write "from": "snapshot", or take it out';
    return [
      { path: `opening.${key}`, value, allowed: 'nothing, unless opening.from is "snapshot"', message },
    ];
  });
}

function snapshotProblems({ opening, period }: Scenario): Problem[] {
  const { start, warmUpWeeks } = period;
  const problems: Problem[] = [];
  if (warmUpWeeks !== 'auto' && warmUpWeeks !== 0) {
    const allowed = '0, since the run opens from a snapshot';
    const message = `is ${warmUpWeeks}; write ${allowed}, or leave it out`;
    problems.push({ path: 'period.warmUpWeeks', value: warmUpWeeks, allowed, message });
  }
  const earliest = addDays(start, -7 * LONGEST_WAIT_WEEKS);
  for (const [pathway, terms] of Object.entries(opening.waiting)) {
    if (!('joined' in terms)) continue;
    terms.joined.forEach((date, i) => {
      if (date <= start && date >= earliest) return;
      const allowed = `a date from ${earliest} to ${start}, the start`;
      const path = `opening.waiting.${pathway}.joined.${i}`;
      problems.push({ path, value: date, allowed, message: `is ${date}; write ${allowed}` });
    });
  }
  return problems;
}

/** A family of the snapshot has one of the needs that the front door sends to its pathway. */
function cannotReach({ opening, needs }: Scenario): Problem[] {
  const reached = (pathway: string) =>
    Object.values(needs).some(({ routes }) => (routes.pathways[pathway] ?? 0) > 0);
  return (['waiting', 'open'] as const).flatMap((key) =>
    Object.keys(opening[key])
      .filter((pathway) => !reached(pathway))
      .map((pathway) => ({
        path: `opening.${key}.${pathway}`,
        value: pathway,
        allowed: 'a pathway that some need has a route to',
        message: `no need has a route to "${pathway}", so the needs of these families are not known; give a need a share of it`,
      })),
  );
}

/** A course that has begun before the first day is not described by its families alone. */
function openInCourses({ opening, pathways }: Scenario): Problem[] {
  return Object.keys(opening.open)
    .filter((name) => pathways[name]?.offer === 'group')
    .map((name) => {
      const allowed = 'a pathway given one to one, or held by partners';
      const message = `is of a course, and a run opens before its first one starts; write its families in "opening.waiting", or take it out`;
      return { path: `opening.open.${name}`, value: name, allowed, message };
    });
}

function priorityOfReturns({ pathways }: Scenario): Problem[] {
  return Object.entries(pathways).flatMap(([name, { reReferral }]) => {
    const { returnsTo, priority } = reReferral;
    const path = `pathways.${name}.reReferral`;
    const problems: Problem[] = [];
    if (returnsTo === 'front door' && priority !== 'of need') {
      const allowed = '"of need", unless "returnsTo" is "waiting list"';
      const message = `is ${priority}, but the front door decides on a returning family by its need; write "of need", or return families to the "waiting list"`;
      problems.push({ path: `${path}.priority`, value: priority, allowed, message });
    }
    if (reReferral.least > reReferral.most) {
      const allowed = `${reReferral.most} or less, as "most"`;
      problems.push({
        path: `${path}.least`,
        value: reReferral.least,
        allowed,
        message: `is above "most"; write ${allowed}`,
      });
    }
    return problems;
  });
}
