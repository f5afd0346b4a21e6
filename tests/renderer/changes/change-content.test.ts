import { describe, expect, it } from 'vitest';
import {
  freeName,
  withChange,
  withoutChange,
  withRenamed,
} from '../../../renderer/screens/changes/change-content.ts';

const CONTENT = { name: 'Ours', changes: { one: { from: '2027-01-01' }, two: { from: '2027-02-01' } } };

describe('a change in the content', () => {
  it('is put in beside the others, and the group goes with the last', () => {
    const empty = { name: 'Ours' };
    const one = withChange(empty, 'one', { from: '2027-01-01' });
    expect(one).toEqual({ name: 'Ours', changes: { one: { from: '2027-01-01' } } });
    expect(withoutChange(one, 'one', null)).toEqual(empty);
  });

  it('that comes from what the content extends is taken away by saying so', () => {
    const base = { changes: { one: { from: '2026-01-01' } } };
    expect(withoutChange(CONTENT, 'one', base)).toEqual({
      ...CONTENT,
      changes: { two: CONTENT.changes.two, one: null },
    });
  });

  it('keeps its place under another name', () => {
    expect(Object.keys(withRenamed(CONTENT, 'one', 'first').changes as object)).toEqual(['first', 'two']);
  });

  it('gets a name that is free', () => {
    expect(freeName('A change', [])).toBe('A change');
    expect(freeName('A change', ['A change', 'A change 2'])).toBe('A change 3');
  });
});
