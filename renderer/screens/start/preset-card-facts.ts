/** What a preset's card says, from what its service has published. */
import { number } from '../../../reports/wording.ts';
import type { Preset, PublishedFigures } from '../../../scenarios/presets/preset.ts';

export interface CardFacts {
  readonly caseload: string | null;
  readonly length: string | null;
  readonly waiting: string | null;
  /** `null` for the made-up service. */
  readonly source: string | null;
}

export function cardFacts({ published }: Preset): CardFacts {
  const parts = [published, ...Object.values(published.byPathway ?? {})];
  const of = (figure: (part: PublishedFigures) => string | null) => {
    const said = [...new Set(parts.flatMap((part) => figure(part) ?? []))];
    return said.length === 0 ? null : said.join('; ');
  };
  return {
    caseload: of(({ caseload }) => between(caseload)),
    length: of(({ lengthWeeks }) => {
      const weeks = between(lengthWeeks);
      return weeks && `${weeks} weeks`;
    }),
    waiting: of(({ waiting }) => (waiting ? number(waiting.value, 1, 0) : null)),
    source: firstSource(parts),
  };
}

/** Presets whose words hold all those typed: authority, title, summary and source. */
export function presetsMatching(presets: readonly Preset[], typed: string): readonly Preset[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  return presets.filter((preset) => {
    const { authority, title, tier, summary, asOf } = preset;
    const said = folded([authority, title, tier, summary, asOf, cardFacts(preset).source].join(' '));
    return words.every((word) => said.includes(word));
  });
}

function between(range: { readonly least: number; readonly most: number } | undefined): string | null {
  if (!range) return null;
  const [least, most] = [range.least, range.most].map((value) => number(value, 1, 0));
  return least === most ? least! : `${least} to ${most}`;
}

function firstSource(parts: readonly PublishedFigures[]): string | null {
  const sources = parts.flatMap((part) =>
    Object.values(part).flatMap((figure) =>
      typeof figure === 'object' && figure !== null && 'source' in figure ? String(figure.source) : [],
    ),
  );
  return sources[0] ?? null;
}

const folded = (text: string) => text.toLocaleLowerCase('en-GB');
