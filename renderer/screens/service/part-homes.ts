/** Which part of the service a parameter is edited in: where the link of a problem leads. */
import { KEY_NUMBERS, partOf } from './parts.ts';
import type { Read } from './shown-fields.ts';

/** The part that has a field for a parameter: where a problem's link leads. */
export function partWith(path: string, read: Read): { readonly part: string; readonly more: boolean } {
  const part = homeOf(path);
  const { first } = partOf(part, read);
  const isFirst = first.some(({ fields }) =>
    fields.some(
      (field) =>
        path === field.path || path.startsWith(`${field.path}.`) || field.path.startsWith(`${path}.`),
    ),
  );
  return { part, more: !isFirst };
}

/** Its id. Of what stands in a dated change there is none: that has its own screen. */
export function homeOf(path: string): string {
  const [room = '', name = '', ...rest] = path.split('.');
  switch (room) {
    case 'demand':
      return name === 'sources' && rest.length > 1 ? `demand.sources.${rest[0]}` : 'demand';
    case 'needs':
      return rest[0] === 'routes' || rest.length === 0 ? 'frontDoor' : 'waiting';
    case 'frontDoor':
      return ['adviceLine', 'duty'].includes(name) ? `frontDoor.${name}` : 'frontDoor';
    case 'waiting':
    case 'allocation':
      return 'waiting';
    case 'pathways':
      if (rest[0] === 'outcomes' || rest[0] === 'escalationAfter') return 'closing';
      return rest[0] === 'reReferral' ? 'back' : `pathways.${name}`;
    case 'teams':
      return name === '' ? 'teams' : `teams.${name}`;
    case 'opening':
      if (name === 'waiting' && rest[0] !== undefined) return `opening.waiting.${rest[0]}`;
      return name === 'open' && rest[0] !== undefined ? `pathways.${rest[0]}` : 'period';
    case 'families':
    case 'localities':
      return 'families';
    case 'workload':
    case 'costs':
      return 'costs';
    default:
      return path === 'name' ? KEY_NUMBERS : 'period';
  }
}
