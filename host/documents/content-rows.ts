/** A document's content as rows of its tables. Only rows that differ are written. */
import type { Dataset, KeptComparison, KeptScenario, Note, ScenarioContent } from '../contract.ts';
import { packed, unpacked } from './packed.ts';
import { bySubject, type Content } from './shelves.ts';
import type { Connection } from './sqlite-document.ts';

export function readContent(connection: Connection): Content {
  return {
    scenarios: rows<{ id: string; content: string }>(
      connection,
      'SELECT id, content FROM scenario ORDER BY place',
    ).map(({ id, content }) => ({ id, content: JSON.parse(content) as ScenarioContent })),
    comparisons: rows<{ id: string; name: string; scenarios: string }>(
      connection,
      `SELECT id, name, (SELECT json_group_array(scenario ORDER BY place) FROM compared WHERE comparison = id) AS scenarios
       FROM comparison ORDER BY place`,
    ).map(({ id, name, scenarios }) => ({ id, name, scenarios: JSON.parse(scenarios) as string[] })),
    datasets: rows<{ id: string; name: string; source: string; figures: Buffer }>(
      connection,
      'SELECT id, name, source, figures FROM dataset ORDER BY place',
    ).map(({ id, name, source, figures }) => ({ id, name, from: source, ...unpacked<Figures>(figures) })),
    notes: rows<Note>(connection, 'SELECT subject, text FROM note').sort(bySubject),
  };
}

type Figures = Pick<Dataset, 'columns' | 'rows'>;

/** Things that did not change are the same objects in both. */
export function writeContent(connection: Connection, before: Content, after: Content): void {
  const write = (sql: string, ...values: unknown[]) => connection.prepare(sql).run(...values);

  writeShelf(write, 'scenario', before.scenarios, after.scenarios, ({ id, content }: KeptScenario, place) =>
    write(
      `INSERT INTO scenario (id, place, content) VALUES (?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET place = excluded.place, content = excluded.content`,
      id,
      place,
      JSON.stringify(content),
    ),
  );
  writeShelf(
    write,
    'comparison',
    before.comparisons,
    after.comparisons,
    ({ id, name, scenarios }: KeptComparison, place) => {
      write(
        `INSERT INTO comparison (id, place, name) VALUES (?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET place = excluded.place, name = excluded.name`,
        id,
        place,
        name,
      );
      write('DELETE FROM compared WHERE comparison = ?', id);
      for (const [index, scenario] of scenarios.entries()) {
        write('INSERT INTO compared (comparison, place, scenario) VALUES (?, ?, ?)', id, index, scenario);
      }
    },
  );
  writeShelf(write, 'dataset', before.datasets, after.datasets, (dataset: Dataset, place) =>
    write(
      `INSERT INTO dataset (id, place, name, source, figures) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET
         place = excluded.place, name = excluded.name, source = excluded.source, figures = excluded.figures`,
      dataset.id,
      place,
      dataset.name,
      dataset.from,
      packed({ columns: dataset.columns, rows: dataset.rows } satisfies Figures),
    ),
  );
  writeNotes(write, before.notes, after.notes);
}

type Write = (sql: string, ...values: unknown[]) => unknown;

function writeShelf<Item extends { readonly id: string }>(
  write: Write,
  table: 'scenario' | 'comparison' | 'dataset',
  before: readonly Item[],
  after: readonly Item[],
  put: (item: Item, place: number) => unknown,
): void {
  const earlier = new Map(before.map((item, place) => [item.id, { item, place }]));
  const left = new Set(after.map(({ id }) => id));
  for (const { id } of before) if (!left.has(id)) write(`DELETE FROM ${table} WHERE id = ?`, id);
  for (const [place, item] of after.entries()) {
    const was = earlier.get(item.id);
    if (was?.item !== item) put(item, place);
    else if (was.place !== place) write(`UPDATE ${table} SET place = ? WHERE id = ?`, place, item.id);
  }
}

function writeNotes(write: Write, before: readonly Note[], after: readonly Note[]): void {
  const left = new Set(after.map(({ subject }) => subject));
  for (const { subject } of before)
    if (!left.has(subject)) write('DELETE FROM note WHERE subject = ?', subject);
  for (const note of after) {
    if (before.includes(note)) continue;
    write(
      'INSERT INTO note (subject, text) VALUES (?, ?) ON CONFLICT (subject) DO UPDATE SET text = excluded.text',
      note.subject,
      note.text,
    );
  }
}

const rows = <Row>(connection: Connection, sql: string): Row[] => connection.prepare(sql).all() as Row[];
