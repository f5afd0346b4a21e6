/** How far a slider goes, and in which steps. */
interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
}

/**
 * From half to one and a half times the usual value, in steps that people say, within what is allowed; a share from 0 to 1. It does not
 * depend on the value now, so that nothing moves while one drags.
 */
export function slideRange(
  usual: number,
  { least, most, whole }: Bounds,
  isShare: boolean,
): Bounds & { readonly step: number } {
  if (isShare && least >= 0 && most <= 1) return { least, most, whole, step: 0.01 };
  const step = whole ? Math.max(1, niceStep(usual)) : niceStep(usual);
  const low = Math.max(least, Math.floor(usual / 2 / step) * step);
  const high = Math.min(most, Math.ceil(Math.max(usual * 1.5, usual + 10 * step) / step) * step);
  return { least: tidy(low), most: tidy(high), whole, step };
}

/** 1, 2 or 5 times a power of ten: about a hundredth of the value. */
function niceStep(usual: number): number {
  if (usual <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(usual / 100));
  const ratio = usual / 100 / power;
  return tidy((ratio < 1.5 ? 1 : ratio < 3.5 ? 2 : ratio < 7.5 ? 5 : 10) * power);
}

const tidy = (value: number) => Number(value.toPrecision(9));
