/** Typed names inside charts. */

/** Characters that fit above a chart 300 px wide. */
const LONGEST_NAME = 32;

/** Cut to fit, and without the tags Plotly would read in it. */
export function shortened(name: string, longest = LONGEST_NAME): string {
  const cut = name.length > longest ? `${name.slice(0, longest - 1)}…` : name;
  return cut.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
