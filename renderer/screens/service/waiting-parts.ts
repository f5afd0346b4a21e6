/** Parts about the list: who waits, for how long, and who is next. */
import { type FieldGroup, groupOf, NOTHING, type Part, some, without } from './part.ts';
import { fieldsUnder, namesAt, type Read } from './shown-fields.ts';

export function listPart(name: string, read: Read): Part {
  const snapshot = read('opening.from') === 'snapshot';
  const waiting = fieldsUnder(`opening.waiting.${name}`, read);
  const now = snapshot
    ? waiting.length > 0
      ? waiting
      : [`opening.waiting.${name}.families`]
    : ['opening.from'];
  return {
    ...NOTHING,
    id: `opening.waiting.${name}`,
    title: `Waiting for ${name}`,
    about: 'Families who have been accepted and have no worker yet.',
    first: [groupOf('', [...now, 'allocation.targetDays', 'allocation.order'])],
    more: some([
      groupOf(
        'How families are allocated',
        without(fieldsUnder('allocation', read), ['allocation.targetDays', 'allocation.order']),
      ),
      ...leavingGroups(read),
    ]),
  };
}

const NEED_KEYS = ['patience', 'escalationPerWeek', 'declinesOffer', 'declinesBefore', 'priority'];

function leavingGroups(read: Read): FieldGroup[] {
  const needs = namesAt('needs', read);
  return needs.map((need) =>
    groupOf(
      needs.length > 1 ? `Families with need “${need}”` : 'While families wait',
      NEED_KEYS.map((key) => `needs.${need}.${key}`),
    ),
  );
}

export function waitingPart(read: Read): Part {
  return {
    ...NOTHING,
    id: 'waiting',
    title: 'Waiting and allocation',
    about: 'How long families wait before they give up, what is done meanwhile, and who is next.',
    first: [...leavingGroups(read), groupOf('Contact while waiting', ['waiting.contactEveryWeeks'])],
    more: [
      groupOf('Contact while waiting', without(fieldsUnder('waiting', read), ['waiting.contactEveryWeeks'])),
      groupOf('How families are allocated', fieldsUnder('allocation', read)),
    ],
  };
}
