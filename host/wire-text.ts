/**
 * Plain data as text and back, for wires and disks that carry text. JSON has no word for a measure without a value (NaN) or
 * without bound; here these keep theirs, written as strings that begin with a character no text of ours has.
 */
const MARK = '\u0000';
const UNSPEAKABLE = new Map(
  [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map((value) => [
    MARK + String(value),
    value,
  ]),
);

export function toWireText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'number' && !Number.isFinite(part) ? MARK + String(part) : part,
  );
}

/** @throws SyntaxError when it is no JSON */
export function fromWireText(text: string): unknown {
  return JSON.parse(text, (_, part: unknown) =>
    typeof part === 'string' && part.startsWith(MARK) ? (UNSPEAKABLE.get(part) ?? part) : part,
  );
}
