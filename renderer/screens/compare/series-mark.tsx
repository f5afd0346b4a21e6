/** The line by which a scenario is drawn in the charts: its colour and its dashes. */
import { DARK, DASHES, inTurn, LIGHT } from '../../../reports/html/palette.ts';

/** Lengths of line and gap in pixels, as Plotly draws them at this width. */
const PATTERNS: Readonly<Record<(typeof DASHES)[number], string>> = {
  solid: '',
  dash: '6 4',
  dot: '2 3',
  dashdot: '6 3 2 3',
  longdash: '10 4',
  longdashdot: '10 3 2 3',
};

export function SeriesMark({ index }: { readonly index: number }) {
  return (
    <svg className="series-mark" width="28" height="10" viewBox="0 0 28 10" aria-hidden="true">
      <line
        x1="0"
        x2="28"
        y1="5"
        y2="5"
        style={{ stroke: `light-dark(${inTurn(LIGHT.series, index)}, ${inTurn(DARK.series, index)})` }}
        strokeWidth="3"
        strokeDasharray={PATTERNS[inTurn(DASHES, index)]}
      />
    </svg>
  );
}
