/** The groups that measures are kept for, in the order in which results hold them. */
import type { Plan } from '../plan.ts';
import type { Group } from './result.ts';

/** The whole service; then each pathway, team and locality, where there is more than one. In families; then, where they are drawn, in children. */
export function groupsOf(plan: Plan): Group[] {
  const ways: Group['counted'][] = plan.children === null ? ['families'] : ['families', 'children'];
  return ways.flatMap((counted) => [
    { kind: 'service', name: 'whole service', counted },
    ...parts(
      'pathway',
      plan.pathways.map(({ name }) => name),
      counted,
    ),
    ...parts(
      'team',
      plan.teams.map(({ name }) => name),
      counted,
    ),
    ...parts('locality', plan.localities, counted),
  ]);
}

function parts(kind: Group['kind'], names: readonly string[], counted: Group['counted']): Group[] {
  return names.length > 1 ? names.map((name) => ({ kind, name, counted })) : [];
}
