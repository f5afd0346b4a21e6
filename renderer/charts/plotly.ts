/** Plotly, fetched when the first chart is drawn so that the first screen need not wait for it. */
import type { Plotly } from 'plotly.js-cartesian-dist-min';

let asked: Promise<Plotly> | null = null;

export function plotly(): Promise<Plotly> {
  asked ??= import('plotly.js-cartesian-dist-min').then(
    (bundle) => bundle.default,
    (thrown: unknown) => {
      // The next chart, or the next try, asks again.
      asked = null;
      throw thrown;
    },
  );
  return asked;
}

/** Its source, for a page that stands alone. */
export async function plotlySource(): Promise<string> {
  const bundle = await import('plotly.js-cartesian-dist-min/plotly-cartesian.min.js?raw');
  return bundle.default;
}

/** Plotly's defaults would show its logo and offer to upload the chart; ours has its own buttons, which keys reach too. */
export const CONFIG = {
  displaylogo: false,
  showSendToCloud: false,
  plotlyServerURL: '',
  displayModeBar: false,
  responsive: false,
  doubleClick: false,
};
