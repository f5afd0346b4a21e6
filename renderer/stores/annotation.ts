/** What is said of a value beside it: `{ "value", "note", "source", "confidence" }` in a scenario's content. */
import type { Confidence } from '../../scenarios/confidence.ts';

/** Empty text where nothing is said. */
export interface Annotation {
  readonly note: string;
  readonly source: string;
  readonly confidence: Confidence;
}

/** The value as written with it; bare where nothing is said. An assumption without a source is what a value is anyway. */
export function annotated(value: unknown, { note, source, confidence }: Annotation): unknown {
  const said = {
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...(source.trim() === '' ? {} : { source: source.trim() }),
    ...(source.trim() === '' && confidence === 'assumption' ? {} : { confidence }),
  };
  return Object.keys(said).length === 0 ? value : { value, ...said };
}

/** What differs between two, in words: "Note", "Source" or both. */
export function whatDiffers(before: Annotation, after: Annotation): string {
  const isNoted = before.note !== after.note.trim();
  const isSourced = before.source !== after.source.trim() || before.confidence !== after.confidence;
  if (isNoted && isSourced) return 'Note and source';
  return isNoted ? 'Note' : 'Source';
}
