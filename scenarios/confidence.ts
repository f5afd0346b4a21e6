/**
 * How sure a number is. Stated: a service says it of itself. Public: published elsewhere. Derived: worked out from such figures.
 * Assumption: nobody has published it.
 */
/** Surest first. */
export const CONFIDENCES = ['stated', 'public', 'derived', 'assumption'] as const;

export type Confidence = (typeof CONFIDENCES)[number];
