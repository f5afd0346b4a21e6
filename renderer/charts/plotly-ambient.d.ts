/** The part of Plotly that the charts use; the bundle brings no types. */
declare module 'plotly.js-cartesian-dist-min' {
  interface Figure {
    readonly data: readonly object[];
    readonly layout: object;
    readonly config?: object;
  }

  interface PictureOptions {
    readonly format: 'png' | 'svg';
    readonly width: number;
    readonly height: number;
    readonly scale?: number;
  }

  interface Point {
    readonly curveNumber: number;
    readonly pointNumber: number;
  }

  interface Plotly {
    react(place: HTMLElement, data: readonly object[], layout: object, config: object): Promise<HTMLElement>;
    purge(place: HTMLElement): void;
    toImage(figure: Figure, options: PictureOptions): Promise<string>;
    readonly Plots: { resize(place: HTMLElement): Promise<void> };
    readonly Fx: {
      hover(place: HTMLElement, points: readonly Point[]): void;
      unhover(place: HTMLElement): void;
    };
  }

  const plotly: Plotly;

  export type { Figure, Plotly, Point };
  export default plotly;
}
