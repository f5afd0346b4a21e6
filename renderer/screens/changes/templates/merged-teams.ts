/** Two teams become one: the workers of both go on with the families they have. */
import { WHOLE_AREA } from '../../../../scenarios/parameters/locality.ts';
import { LONGEST_RECORD_NAME } from '../../../../scenarios/records.ts';
import type { Post, Scenario, Team } from '../../../../scenarios/schema.ts';
import { optionsOf, type Template } from './template.ts';

export const mergedTeams: Template = {
  id: 'merged teams',
  title: 'Merge two teams',
  about:
    'The workers of one team move to another with the families they have, and the first team ends. Two that work in different areas become a new team for the whole area.',
  impossible: ({ teams }) => (Object.keys(teams).length < 2 ? 'There is only one team.' : null),
  asks: ({ teams }, given) => {
    const names = Object.keys(teams);
    const keeps = String(given.keeps ?? names[0]);
    return [
      { kind: 'choice', key: 'keeps', label: 'Team that stays', options: optionsOf(names) },
      {
        kind: 'choice',
        key: 'joins',
        label: 'Team that joins it',
        options: optionsOf(names.filter((name) => name !== keeps)),
      },
    ];
  },
  patch: (scenario, given) => merged(scenario, String(given.keeps), String(given.joins)),
};

function merged(scenario: Scenario, keeps: string, joins: string): Readonly<Record<string, unknown>> {
  const { teams } = scenario;
  const [staying, joining] = [teams[keeps]!, teams[joins]!];
  const serves = [...new Set([...staying.serves, ...joining.serves])];
  if (staying.locality === joining.locality) {
    const moved = movedPosts(joining, joins, Object.keys(staying.posts));
    const posts = { ...servingAsBefore(staying, serves), ...moved };
    return {
      teams: { [keeps]: { serves, posts }, [joins]: null },
      ...handedOver(scenario, [joins], keeps),
    };
  }
  // Where a team works cannot change on a date, so both move to a new one.
  const name = fitting(`${keeps} and ${joins}`);
  const own = movedPosts(staying, keeps, []);
  const { area, travelHoursPerSession } = staying;
  const team = {
    locality: WHOLE_AREA,
    area,
    ...(travelHoursPerSession === undefined ? {} : { travelHoursPerSession }),
    serves,
    posts: { ...own, ...movedPosts(joining, joins, Object.keys(own)) },
  };
  return {
    teams: { [name]: team, [keeps]: null, [joins]: null },
    ...handedOver(scenario, [keeps, joins], name),
  };
}

/** The posts of a team as those of another one's, under names that are free there. */
function movedPosts(team: Team, from: string, taken: readonly string[]): Record<string, Post> {
  const renamed = new Map(Object.keys(team.posts).map((name) => [name, freePost(name, from, taken)]));
  return Object.fromEntries(
    Object.entries(team.posts).map(([name, post]) => [
      renamed.get(name)!,
      {
        ...post,
        ...(post.promotedFrom === undefined
          ? {}
          : { promotedFrom: renamed.get(post.promotedFrom) ?? post.promotedFrom }),
        // What each team served alone, its own workers go on serving alone.
        serves: post.serves ?? team.serves,
        movedFrom: { team: from, post: name },
      },
    ]),
  );
}

/** Posts that took whatever their team serves, where that is more from now on. */
function servingAsBefore({ posts, serves }: Team, from: readonly string[]): Record<string, object> {
  if (from.length === serves.length) return {};
  return Object.fromEntries(
    Object.entries(posts).flatMap(([name, post]) => (post.serves === undefined ? [[name, { serves }]] : [])),
  );
}

/** Courses and partners that a team ran or co-ordinated. */
function handedOver({ pathways }: Scenario, from: readonly string[], to: string) {
  const handed = Object.entries(pathways).flatMap(([name, { group, partner }]) => {
    const parts = {
      ...(group && from.includes(group.team) ? { group: { team: to } } : {}),
      ...(partner && from.includes(partner.team) ? { partner: { team: to } } : {}),
    };
    return Object.keys(parts).length > 0 ? [[name, parts]] : [];
  });
  return handed.length > 0 ? { pathways: Object.fromEntries(handed) } : {};
}

/** As a name may be, which has no sign for what is left out. */
const fitting = (name: string) => name.slice(0, LONGEST_RECORD_NAME).trim();

function freePost(name: string, team: string, taken: readonly string[]): string {
  const candidates = [name, `${name} of ${team}`, ...taken.map((_, i) => fitting(`${i + 2} ${name}`))];
  return candidates.find(
    (candidate) => candidate.length <= LONGEST_RECORD_NAME && !taken.includes(candidate),
  )!;
}
