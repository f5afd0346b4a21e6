/** Typed names inside charts. */
import { cutName } from '../cut-name.ts';

/** Characters that fit above a chart 300 px wide. */
const LONGEST_NAME = 32;

/** Cut to fit, and without the tags Plotly would read in it. */
export function shortened(name: string, longest = LONGEST_NAME): string {
  return cutName(name, longest).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
