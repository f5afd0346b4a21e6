/** Lists as they are typed: items parted by commas, semicolons, spaces or new lines. */

/** What is no number stays as typed, so that the check can say what is wrong with it. */
export function listOf(text: string, of: 'numbers' | 'dates'): unknown[] {
  const items = text.split(/[\s,;]+/).filter((item) => item !== '');
  return of === 'dates' ? items : items.map((item) => (Number.isNaN(Number(item)) ? item : Number(item)));
}

export const listText = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : '');
