/** Usual changes of teams and posts. */
import type { Post, Scenario } from '../../../../scenarios/schema.ts';
import { boundsAt } from '../../../stores/parameter-at.ts';
import { type Answers, type Ask, numberOf, type Option, type Template, tidy } from './template.ts';

export const moreWorkers: Template = {
  id: 'more workers',
  title: 'More or fewer workers',
  about: 'A post has more full-time equivalents from a date on, or fewer with a minus sign.',
  impossible: () => null,
  asks: (scenario) => [
    postAsk(scenario),
    { kind: 'number', key: 'fte', label: 'Workers more', unit: 'full-time equivalents', start: 1 },
  ],
  patch: (scenario, given) => {
    const { team, name, post } = chosenPost(scenario, given);
    const more = numberOf(given.fte);
    const fte = tidy(post.fte + more);
    if (fte < boundsAt(`teams.${team}.posts.${name}.fte`).least) return onPost(team, name, null);
    const people =
      post.workers === undefined ? {} : { workers: Math.max(1, post.workers + wholePeople(more)) };
    return onPost(team, name, { fte, ...people });
  },
};

/** Whole people who share so many full-time equivalents more or fewer. */
const wholePeople = (more: number) => (more > 0 ? Math.ceil(more) : Math.floor(more));

export const anotherCap: Template = {
  id: 'another cap',
  title: 'Another caseload cap',
  about: 'Workers of a post hold more families from a date on, or fewer. Nobody loses a family they have.',
  impossible: () => null,
  asks: (scenario, given) => [
    postAsk(scenario),
    {
      kind: 'number',
      key: 'cap',
      label: 'Caseload cap from then on',
      unit: 'for a full-timer',
      start: chosenPost(scenario, given).post.capPerFte,
    },
  ],
  patch: (scenario, given) => {
    const { team, name } = chosenPost(scenario, given);
    return onPost(team, name, { capPerFte: numberOf(given.cap) });
  },
};

function postAsk({ teams }: Scenario): Ask {
  const options = Object.entries(teams).flatMap(([team, { posts }]) =>
    Object.entries(posts).map(([post, { fte }]): Option => {
      return { value: `${team}.${post}`, label: `${team}, ${post} (${fte} full-time equivalents)` };
    }),
  );
  return { kind: 'choice', key: 'post', label: 'Post', options };
}

interface ChosenPost {
  readonly team: string;
  readonly name: string;
  readonly post: Post;
}

/** Names hold no full stop. The first post where none is chosen, or it is not there on the date. */
function chosenPost({ teams }: Scenario, { post: said }: Answers): ChosenPost {
  const all = Object.entries(teams).flatMap(([team, { posts }]) =>
    Object.entries(posts).map(([name, post]): ChosenPost => ({ team, name, post })),
  );
  return all.find(({ team, name }) => `${team}.${name}` === said) ?? all[0]!;
}

const onPost = (team: string, post: string, patch: object | null) => ({
  teams: { [team]: { posts: { [post]: patch } } },
});
