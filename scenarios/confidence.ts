/**
 * How sure a number is. Stated: a service says it of itself. Public: published elsewhere. Derived: worked out from such figures.
 * Assumption: nobody has published it.
 */
export type Confidence = 'stated' | 'public' | 'derived' | 'assumption';
