import { describe, expect, it } from 'vitest';
import { labelInPlace, labelOf, labelWithChange } from '../../renderer/fields/labels.ts';
import { parameters } from '../../scenarios/shape.ts';

describe('labels', () => {
  it('name every parameter in words of their own, short enough for a form', () => {
    const keyLike = parameters()
      .map(({ path }) => labelOf(path.replaceAll('*', 'x')))
      .filter((label) => /[a-z][A-Z]/.test(label) || label.length > 45);
    expect(keyLike).toEqual([]);
  });

  it('say where, and are the same in a dated change', () => {
    expect(labelInPlace('teams.North.posts.worker.capPerFte')).toBe('Caseload cap (North, worker)');
    expect(labelInPlace('changes.spring.teams.North.posts.worker.capPerFte')).toBe(
      'Caseload cap (North, worker)',
    );
    expect(labelInPlace('allocation.targetDays')).toBe('Target for allocation');
    expect(labelOf('changes.spring.from')).toBe('From');
  });

  it('name the dated change where several parts of the service are told of together', () => {
    expect(labelWithChange('changes.spring.teams.North.posts.worker.capPerFte')).toBe(
      'From “spring” on: Caseload cap (North, worker)',
    );
    expect(labelWithChange('changes.spring.from')).toBe('First day of the change “spring”');
    expect(labelWithChange('changes.spring')).toBe('The change “spring”');
    expect(labelWithChange('allocation.targetDays')).toBe('Target for allocation');
  });
});
