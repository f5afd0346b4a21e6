/** Workers who move from post to post in a dated change must come from somewhere. */
import type { Problem } from './problem.ts';
import type { Scenario } from './schema.ts';
import { workforce } from './workforce.ts';

/** What "movedFrom" says that the step from `before` to `after` cannot do; `null` where there is no step, at the start. */
export function moveProblems(before: Scenario | null, after: Scenario): Problem[] {
  return Object.entries(after.teams).flatMap(([team, { posts }]) =>
    Object.entries(posts).flatMap(([post, { movedFrom }]) => {
      const was = before?.teams[team]?.posts[post]?.movedFrom;
      if (!movedFrom || (was?.team === movedFrom.team && was.post === movedFrom.post)) return [];
      const fault = before === null ? AT_THE_START : faultOf(movedFrom, before, after);
      if (!fault) return [];
      return [{ path: `teams.${team}.posts.${post}.movedFrom`, value: movedFrom, ...fault }];
    }),
  );
}

type Fault = Pick<Problem, 'allowed' | 'message'>;
type Origin = NonNullable<Scenario['teams'][string]['posts'][string]['movedFrom']>;

const AT_THE_START: Fault = {
  allowed: 'nothing, except in a dated change',
  message: 'says who moves on a date, so it belongs in "changes"; take it out here',
};

function faultOf({ team, post }: Origin, before: Scenario, after: Scenario): Fault | null {
  const people = ({ team: inTeam, post: inPost }: { team: string; post: string }) =>
    inTeam === team && inPost === post;
  const had = workforce(before).filter(people).length;
  const name = `teams.${team}.posts.${post}`;
  if (had === 0) {
    const allowed = 'a team and post that are there just before the change';
    return { allowed, message: `names ${name}, which is not there before the change; write ${allowed}` };
  }
  if (workforce(after).filter(people).length < had) return null;
  const allowed = 'a post that loses people in the same change';
  return {
    allowed,
    message: `names ${name}, which loses nobody on that day; lower its "fte" by those who move`,
  };
}
