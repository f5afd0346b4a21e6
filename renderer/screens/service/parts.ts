/** Every part of the service that can be opened, by the id that `ui.part` holds. */
import { branchPart, demandPart, frontDoorPart, sourcePart } from './front-parts.ts';
import {
  type FieldGroup,
  groupOf,
  NOTHING,
  type Part,
  type PartField,
  placed,
  plainly,
  some,
  without,
} from './part.ts';
import { fieldsUnder, namesAt, type Read } from './shown-fields.ts';
import { listPart, waitingPart } from './waiting-parts.ts';
import { backPart, closingPart, listOfPart, teamPart, workPart } from './work-parts.ts';

export const KEY_NUMBERS = '';

/** Parts that the picture has no place for. */
export const OTHER_PARTS = [KEY_NUMBERS, 'waiting', 'families', 'period', 'costs'] as const;

/** What a part shows; the numbers that matter first where there is no such part any more. */
export function partOf(id: string | null, read: Read): Part {
  const [room = '', ...rest] = (id ?? KEY_NUMBERS).split('.');
  const name = rest.at(-1) ?? '';
  const isThere = (path: string) => namesAt(path, read).includes(name);
  if (id === 'demand') return demandPart(read);
  if (id?.startsWith('demand.sources.') && isThere('demand.sources')) return sourcePart(name, read);
  if (id === 'frontDoor') return frontDoorPart(read);
  if (id === 'frontDoor.adviceLine')
    return branchPart(id, 'Advice line', ADVICE, ['calls', 'resolved'], read);
  if (id === 'frontDoor.duty')
    return branchPart(id, 'Duty visits', DUTY, ['workers', 'hoursPerFamily'], read);
  if (room === 'opening' && isThere('pathways')) return listPart(name, read);
  if (id === 'waiting') return waitingPart(read);
  if (room === 'pathways' && rest.length > 0 && isThere('pathways')) return workPart(name, read);
  if (room === 'teams' && rest.length > 0 && isThere('teams')) return teamPart(name, read);
  if (id === 'pathways')
    return listOfPart(id, 'Pathways', 'Kinds of work that families are sent to.', 'pathway', read);
  if (id === 'teams') return listOfPart(id, 'Teams', 'Who does the work, post by post.', 'team', read);
  if (id === 'closing') return closingPart(read);
  if (id === 'back') return backPart(read);
  if (id === 'families') return familiesPart(read);
  if (id === 'period')
    return wholePart(id, 'Dates and how the run opens', PERIOD, ['period', 'opening.from'], [], read);
  if (id === 'costs') {
    const about = 'How worker time and money are counted.';
    return wholePart(id, 'Time and costs', about, ['workload', 'costs.counted'], ['costs'], read);
  }
  return keyPart(read);
}

const ADVICE = 'Calls that the front door answers on the telephone, most of which go no further.';
const DUTY = 'A duty worker visits families before they join a list.';
const PERIOD = 'Which weeks the figures are about, and whether the run opens with the families of today.';

/** Referrals, share accepted, workers, cap, length, visits and the list of today: side by side, or under the names of several records. */
function keyPart(read: Read): Part {
  const sources = namesAt('demand.sources', read);
  const total = fieldsUnder('demand.referralsPerYear', read);
  const referrals =
    total.length > 0
      ? total
      : sources.flatMap((name) => fieldsUnder(`demand.sources.${name}.referrals`, read));
  const pathways = namesAt('pathways', read).map((name) => ({ name, fields: aboutPathway(name, read) }));
  const posts = namesAt('teams', read).flatMap((team) =>
    namesAt(`teams.${team}.posts`, read).map((post) => ({ team, post, path: `teams.${team}.posts.${post}` })),
  );
  const byPost = posts.map(({ team, post, path }) => ({
    title: namesAt(`teams.${team}.posts`, read).length > 1 ? `${team}: ${post}` : team,
    fields: [`${path}.fte`, `${path}.capPerFte`].map(plainly),
  }));
  const asked = referrals.map(referrals.length > 1 ? fromSource : plainly);
  const several = pathways.length > 1 || posts.length > 1;
  const [accepted, work] = [true, false].map((ofNeeds) =>
    pathways.flatMap(({ fields }) => fields.filter(({ path }) => path.startsWith('needs.') === ofNeeds)),
  ) as [PartField[], PartField[]];
  const flat = [...asked, ...accepted, ...byPost.flatMap(({ fields }) => fields), ...work];
  return {
    ...NOTHING,
    id: KEY_NUMBERS,
    title: 'The numbers that matter first',
    about: 'Choose a part of the picture to see the others.',
    first: several
      ? [
          { title: 'Referrals', fields: asked },
          ...pathways.map(({ name, fields }) => ({ title: name, fields })),
          ...byPost,
        ]
      : [{ title: '', fields: flat }],
  };
}

const fromSource = (path: string): PartField => ({ path, label: `Referrals: ${path.split('.')[2]}` });

function aboutPathway(name: string, read: Read): PartField[] {
  const accepted = namesAt('needs', read)
    .map((need) => `needs.${need}.routes.pathways.${name}`)
    .filter((path) => read(path) !== undefined && (read(path) !== 0 || namesAt('needs', read).length === 1));
  const plan = read(`pathways.${name}.offer`) === 'group' ? [] : fieldsUnder(`pathways.${name}.plan`, read);
  return [
    ...accepted.map((path) =>
      accepted.length > 1 ? { path, label: `Share accepted: ${path.split('.')[1]}` } : plainly(path),
    ),
    ...plan.filter((path) => !path.endsWith('.by')).map(plainly),
    plainly(`pathways.${name}.visitEveryWeeks`),
    ...waitingNow(name, read).map(plainly),
  ];
}

const waitingNow = (pathway: string, read: Read) =>
  read('opening.from') === 'snapshot' && read(`opening.waiting.${pathway}`) !== undefined
    ? fieldsUnder(`opening.waiting.${pathway}`, read).filter((path) => !path.endsWith('.waitedUpToWeeks'))
    : [];

function familiesPart(read: Read): Part {
  return {
    ...NOTHING,
    id: 'families',
    title: 'Families and areas',
    about:
      'How many children families have, what they need, and the localities they live in, if lists are kept by locality.',
    first: some([
      groupOf('', ['families.children']),
      ...needGroups(read),
      ...namesAt('localities', read).map((name) => ({
        ...groupOf(`Locality: ${name}`, fieldsUnder(`localities.${name}`, read)),
        record: { kind: 'locality', path: 'localities', name } as const,
      })),
    ]),
    more: [
      groupOf('Lists by locality', [
        'allocation.pooling',
        'allocation.overflowAfterWeeks',
        'allocation.capsCount',
      ]),
    ],
    adds: [
      { kind: 'need', path: 'needs' },
      { kind: 'locality', path: 'localities' },
    ],
  };
}

/** How many families have each need, and how urgent it is; where they go and how they wait is said at the front door and the list. */
function needGroups(read: Read): FieldGroup[] {
  const needs = namesAt('needs', read);
  const sources = namesAt('demand.sources', read);
  const mixes = [
    ...sources.map((source) => ({
      path: `demand.sources.${source}.needs`,
      label: sources.length > 1 ? `Share: ${source}` : 'Share of referrals',
    })),
    ...(namesAt('frontDoor.adviceLine.needs', read).length > 0
      ? [{ path: 'frontDoor.adviceLine.needs', label: 'Share of calls' }]
      : []),
  ];
  return needs.map((name) => ({
    title: `Need: ${name}`,
    fields: [
      ...(needs.length > 1 ? mixes : []).map(({ path, label }) => ({ path: `${path}.${name}`, label })),
      plainly(`needs.${name}.priority`),
    ],
    record: { kind: 'need', path: 'needs', name },
  }));
}

function wholePart(
  id: string,
  title: string,
  about: string,
  firstUnder: readonly string[],
  moreUnder: readonly string[],
  read: Read,
): Part {
  const first = firstUnder.flatMap((path) => fieldsUnder(path, read));
  const more = without(
    moreUnder.flatMap((path) => fieldsUnder(path, read)),
    first,
  );
  return {
    ...NOTHING,
    id,
    title,
    about,
    first: [groupOf('', first)],
    more: some([groupOf('', more, placed)]),
  };
}
