/** Colours of the charts in the two themes. Text reaches 7:1 and lines 3:1 against the paper (WCAG 2.2, 1.4.6 and 1.4.11). */
export interface Palette {
  readonly paper: string;
  readonly text: string;
  readonly grid: string;
  /** The base first. Told apart by colour-blind readers too (after Okabe and Ito 2008), and by dashes. */
  readonly series: readonly string[];
}

export const LIGHT: Palette = {
  paper: '#ffffff',
  text: '#1d2733',
  grid: '#dde3ea',
  series: ['#4a5868', '#0a66b0', '#b4470e', '#00796b', '#8a3b8f', '#7a6200'],
};

export const DARK: Palette = {
  paper: '#171d25',
  text: '#e8edf3',
  grid: '#343e4a',
  series: ['#aab6c4', '#64b5f6', '#ff9e64', '#4dd0b5', '#d9a0e0', '#e3c34d'],
};

export const DASHES = ['solid', 'dash', 'dot', 'dashdot', 'longdash', 'longdashdot'] as const;

export const inTurn = <Item>(items: readonly Item[], index: number): Item => items[index % items.length]!;

/** "#rrggbb" seen through: the bands of a fan. */
export function faint(hex: string, opacity: number): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgba(${channels.join(',')},${opacity})`;
}
