/** Vacancies and promotions must fit the posts of the team. */
import type { Problem } from '../problem.ts';
import type { Post, Scenario, Team } from '../schema.ts';
import { unknownName } from './names.ts';

export function staffingRules({ teams }: Scenario): Problem[] {
  return Object.entries(teams).flatMap(([team, { posts }]) =>
    Object.entries(posts).flatMap(([name, post]) => {
      const path = `teams.${team}.posts.${name}`;
      return [...moreVacantThanThere(path, post), ...promotionProblems(path, name, post, posts)];
    }),
  );
}

function moreVacantThanThere(path: string, { fte, vacantAtStart }: Post): Problem[] {
  if (vacantAtStart <= fte) return [];
  const allowed = `${fte} or less, as "fte"`;
  const message = `is ${vacantAtStart}, more than the post has; write ${allowed}`;
  return [{ path: `${path}.vacantAtStart`, value: vacantAtStart, allowed, message }];
}

function promotionProblems(path: string, name: string, post: Post, posts: Team['posts']): Problem[] {
  const { promotedFrom, promotedShare } = post;
  if (promotedFrom === undefined) {
    if (promotedShare === 0) return [];
    const allowed = '0, unless "promotedFrom" names a post';
    const message = `is ${promotedShare}, but nobody is said to be promoted; write "promotedFrom", or ${allowed}`;
    return [{ path: `${path}.promotedShare`, value: promotedShare, allowed, message }];
  }
  const others = Object.keys(posts).filter((other) => other !== name);
  if (promotedFrom === name || others.length === 0) {
    const allowed = `another post of the team${others.length > 0 ? `: ${others.join(', ')}` : ''}`;
    const message = `is ${promotedFrom}; name ${allowed}, or leave it out`;
    return [{ path: `${path}.promotedFrom`, value: promotedFrom, allowed, message }];
  }
  const unknown = unknownName(`${path}.promotedFrom`, promotedFrom, others, 'other post in this team');
  if (unknown.length > 0) return unknown;
  return [...averagedSource(path, post, posts), ...roundInCircle(path, name, posts)];
}

/** Whoever is promoted leaves a vacancy, which only a post staffed by chance can have. */
function averagedSource(path: string, { promotedFrom, staffing }: Post, posts: Team['posts']): Problem[] {
  if (staffing === 'averaged' || posts[promotedFrom!]?.staffing !== 'averaged') return [];
  const allowed = 'a post whose "staffing" is "by chance"';
  const message = `is ${promotedFrom}, whose vacancies are averaged; name ${allowed}, or staff that one by chance too`;
  return [{ path: `${path}.promotedFrom`, value: promotedFrom, allowed, message }];
}

/** A chain of promotions that leads back would fill a vacancy with the vacancy it makes. */
function roundInCircle(path: string, name: string, posts: Team['posts']): Problem[] {
  const chain = [name];
  for (let next = posts[name]?.promotedFrom; next !== undefined; next = posts[next]?.promotedFrom) {
    if (next === name) {
      const value = posts[name]?.promotedFrom;
      const allowed = 'a chain of promotions that does not lead back';
      const message = `goes round in a circle: ${[...chain, name].join(' from ')}; leave it out of one of them`;
      return [{ path: `${path}.promotedFrom`, value, allowed, message }];
    }
    if (chain.includes(next)) return [];
    chain.push(next);
  }
  return [];
}
