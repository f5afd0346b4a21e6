/** Weekly counts that a scenario file keeps in a table of its own: read and put in their place before files are merged. */
import { type Problem, shown } from './problem.ts';
import { isGroup, join } from './shape.ts';

/** Where a table is, as written in the scenario file, and the heading of the column of counts. */
export interface SeriesPlace {
  readonly file: string;
  readonly column: string;
}

export type SeriesFault = Omit<Problem, 'path'>;

/** Finds the counts, one for each row; `from` is the name of the file that speaks of them. */
export type ReadSeries = (
  place: SeriesPlace,
  from: string,
) => { readonly counts: readonly number[] } | { readonly faults: readonly SeriesFault[] };

export interface WithSeries {
  readonly content: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

/** One file's content with `weekly` in place of each `weeklyCsv`, in its sources and in those of its dated changes. */
export function withSeries(
  content: Readonly<Record<string, unknown>>,
  name: string,
  read: ReadSeries,
): WithSeries {
  const problems: Problem[] = [];
  const inSources = (part: unknown, path: string): unknown => {
    if (!isGroup(part) || !isGroup(part.demand) || !isGroup(part.demand.sources)) return part;
    const sources = Object.entries(part.demand.sources).map(([source, terms]) => {
      const inner = join(path, `demand.sources.${source}`);
      return [source, isGroup(terms) ? resolved(terms, inner, name, read, problems) : terms];
    });
    return { ...part, demand: { ...part.demand, sources: Object.fromEntries(sources) } };
  };
  const whole = inSources(content, '') as Readonly<Record<string, unknown>>;
  if (!isGroup(whole.changes)) return { content: whole, problems };
  const changes = Object.entries(whole.changes).map(([change, patch]) => [
    change,
    inSources(patch, `changes.${change}`),
  ]);
  return { content: { ...whole, changes: Object.fromEntries(changes) }, problems };
}

function resolved(
  source: Readonly<Record<string, unknown>>,
  path: string,
  name: string,
  read: ReadSeries,
  problems: Problem[],
): Record<string, unknown> {
  if (!('weeklyCsv' in source)) return source;
  const { weeklyCsv, ...others } = source;
  const inner = `${path}.weeklyCsv`;
  if (weeklyCsv === null) return { weekly: null, ...others };
  const place = placeOf(weeklyCsv);
  const { weekly } = others;
  if (weekly !== undefined && weekly !== null) {
    const allowed = 'one of "weekly" and "weeklyCsv"';
    const message = `is given beside "weekly"; write only ${allowed}`;
    problems.push({ path: inner, value: weeklyCsv, allowed, message });
  } else if (place === null) {
    const allowed = '{ "file": a CSV file, "column": the heading of its column of counts }';
    const message = `is ${shown(weeklyCsv)}; write ${allowed}`;
    problems.push({ path: inner, value: weeklyCsv, allowed, message });
  } else {
    const found = read(place, name);
    if ('counts' in found) return { ...others, weekly: noted(found.counts, place) };
    problems.push(...found.faults.map((fault) => ({ path: inner, ...fault })));
  }
  return source;
}

const noted = (counts: readonly number[], { file, column }: SeriesPlace) => ({
  value: counts,
  note: `Column "${column}" of ${file}`,
});

function placeOf(value: unknown): SeriesPlace | null {
  if (!isGroup(value) || Object.keys(value).some((key) => key !== 'file' && key !== 'column')) return null;
  const { file, column } = value;
  return isText(file) && isText(column) ? { file, column } : null;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
