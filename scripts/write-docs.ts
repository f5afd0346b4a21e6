/**
 * Writes what the documents say of scenario files from the one description of each parameter: the tables in docs/file-format.md and
 * docs/scenario.schema.json. Run it after a change to the schema: `npx node scripts/write-docs.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { scenarioJsonSchema } from '../scenarios/json-schema.ts';
import { type Leaf, parameters } from '../scenarios/shape.ts';

export const GUIDE = new URL('../docs/file-format.md', import.meta.url);
export const SCHEMA = new URL('../docs/scenario.schema.json', import.meta.url);

const BEGIN = '<!-- parameters: written by scripts/write-docs.ts -->';
const END = '<!-- end of parameters -->';

/** The guide with its tables renewed. */
export function withTables(guide: string): string {
  const [before, rest] = guide.split(BEGIN);
  const [, after] = rest?.split(END) ?? [];
  if (before === undefined || after === undefined)
    throw new Error(`${GUIDE.pathname} needs "${BEGIN}" and "${END}".`);
  return `${before}${BEGIN}\n\n${tables()}\n\n${END}${after}`;
}

export function schemaText(): string {
  return `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;
}

/** One table for each group of parameters. */
function tables(): string {
  const groups = Map.groupBy(parameters(), ({ path }) => path.split('.').slice(0, -1).join('.'));
  return [...groups]
    .map(([group, rows]) => `${heading(group)}\n\n${HEAD}\n${rows.map(row).join('\n')}`)
    .join('\n\n');
}

const HEAD =
  '| Key | Unit | Default | Allowed | Meaning | Where the default comes from |\n|---|---|---|---|---|---|';

const heading = (group: string) => `### ${group === '' ? 'Top level' : `\`${group}\``}`;

function row({ path, leaf }: { path: string; leaf: Leaf }): string {
  const { unit, allowed, description, source, confidence } = leaf.about;
  const origin = source === null ? '' : `${source} (${confidence})`;
  const cells = [`\`${path.split('.').at(-1)}\``, unit, usual(leaf), allowed, description, origin];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function usual(leaf: Leaf): string {
  if (leaf.default !== undefined) return `\`${rounded(leaf.default)}\``;
  return leaf.optional ? 'left out' : 'must be given';
}

/** Four figures are enough to read; the program keeps all. */
function rounded(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    typeof inner === 'number' ? Number(inner.toPrecision(4)) : inner,
  );
}

if (import.meta.main) {
  writeFileSync(GUIDE, withTables(readFileSync(GUIDE, 'utf8')));
  writeFileSync(SCHEMA, schemaText());
}
