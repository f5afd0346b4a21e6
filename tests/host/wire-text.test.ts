import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromWireText, toWireText } from '../../host/wire-text.ts';

describe('text for the wire', () => {
  it('brings back any plain data as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        // JSON has one zero only.
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(fromWireText(toWireText(value))).toEqual(plain);
      }),
    );
  });

  it('brings back what JSON would lose: measures without a value or without bound', () => {
    const value = {
      mean: Number.NaN,
      band: [1, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
      none: null,
    };
    expect(JSON.parse(JSON.stringify(value))).not.toEqual(value);
    expect(fromWireText(toWireText(value))).toEqual(value);
  });

  it('leaves texts alone that only look like such numbers', () => {
    const texts = ['NaN', 'Infinity', '-Infinity', ''];
    expect(fromWireText(toWireText(texts))).toEqual(texts);
  });
});
