/** The rooms and who may import whom (docs: the table of rooms). A type import is an import. */
import { globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const ROOMS = [
  'sim',
  'scenarios',
  'reports',
  'host',
  'cli',
  'electron',
  'renderer',
  'scripts',
  'bench',
  'tests',
] as const;
type Room = (typeof ROOMS)[number];

interface Allowed {
  /** Files and folders (ending in a slash) of the repository, besides the room itself. */
  readonly files: readonly string[];
  readonly node: boolean;
  readonly packages: readonly string[] | 'any';
}

/** Bench and tests may import anything; nobody imports them. */
const ANYTHING: Allowed = {
  files: ['package.json', ...ROOMS.map((room) => `${room}/`)],
  node: true,
  packages: 'any',
};

/** Large or native packages, each with the one place that knows it. */
const ONLY_IN: readonly { readonly name: string; readonly place: string }[] = [
  { name: 'better-sqlite3', place: 'host/documents/sqlite-document.ts' },
  { name: 'plotly.js-cartesian-dist-min', place: 'renderer/charts/' },
  { name: '../host/host.ts', place: 'electron/host-process.ts' },
];

const TABLE: Record<Room, Allowed> = {
  sim: { files: [], node: false, packages: [] },
  scenarios: {
    files: ['sim/units.ts', 'sim/plan.ts'],
    node: false,
    packages: ['zod', 'date-holidays', 'fastest-levenshtein'],
  },
  reports: {
    files: [
      'scenarios/',
      'sim/units.ts',
      'sim/measures/measures.ts',
      'sim/measures/result.ts',
      'sim/measures/summary.ts',
      'sim/measures/wait-bins.ts',
    ],
    node: false,
    packages: ['hono/html', 'zod'],
  },
  host: {
    files: ['scenarios/', 'reports/', 'sim/index.ts', 'sim/plan.ts', 'package.json'],
    node: true,
    packages: ['piscina', 'csv-parse/sync', 'zod', 'better-sqlite3'],
  },
  cli: { files: ['host/', 'reports/', 'scenarios/'], node: true, packages: 'any' },
  // The window and its screens know the contract; what else they take from the host is named file by file.
  electron: {
    files: [
      'host/contract.ts',
      'host/host.ts',
      'host/screen-files.ts',
      'host/atomic-file.ts',
      'host/folders.ts',
    ],
    node: true,
    packages: ['electron', 'zod'],
  },
  renderer: {
    files: [
      'host/contract.ts',
      'host/wire-text.ts',
      'scenarios/',
      'reports/',
      'sim/measures/measures.ts',
      'sim/measures/result.ts',
      'sim/measures/summary.ts',
    ],
    node: false,
    packages: [
      'react',
      'react-dom',
      'mobx',
      'mobx-react-lite',
      '@mantine/core',
      '@mantine/hooks',
      '@mantine/notifications',
      '@tabler/icons-react',
      'csv-parse',
      'plotly.js-cartesian-dist-min',
      'zod',
    ],
  },
  scripts: {
    files: ['scenarios/', 'reports/', 'host/', 'cli/serve.ts', 'cli/serve-routes.ts'],
    node: true,
    packages: 'any',
  },
  bench: ANYTHING,
  tests: ANYTHING,
};

/** Names that say nothing of what the file holds. */
const JUNK_DRAWERS = ['utils', 'util', 'helpers', 'helper', 'common', 'shared', 'manager', 'types', 'misc'];
const MOST_LINES = 400;

/** This file's examples of imports are none. */
const THIS_FILE = 'tests/architecture.test.ts';
const files = ROOMS.flatMap((room) => globSync(`${room}/**/*.{ts,tsx}`, { cwd: ROOT }))
  .filter((file) => file !== THIS_FILE)
  .sort();
const sources = new Map(files.map((file) => [file, readFileSync(path.join(ROOT, file), 'utf8')]));
const roomOf = (file: string) => file.split('/')[0] as Room;

/** Everything named in an `import`, `export ... from` or `import(...)`, types included. */
function importsOf(source: string): string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
  const statement = /^\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]/gm;
  const call = /\bimport\s*\(\s*['"`]([^'"`]+)['"`]/g;
  return [...code.matchAll(statement), ...code.matchAll(call)].map(([, name]) => name!);
}

/** Path in the repository of a relative import; null for a package or a part of Node. */
const inRepository = (file: string, name: string) =>
  name.startsWith('.') ? path.join(path.dirname(file), name) : null;

/** A package, or a file of it. */
const isPartOf = (name: string, entry: string) => name === entry || name.startsWith(`${entry}/`);
const isIn = (file: string, folder: string) => folder.endsWith('/') && file.startsWith(folder);

function isAllowed(file: string, name: string): boolean {
  const room = roomOf(file);
  const allowed = TABLE[room];
  const target = inRepository(file, name);
  if (target !== null) {
    return (
      target.startsWith(`${room}/`) ||
      allowed.files.some((entry) => (entry.endsWith('/') ? target.startsWith(entry) : target === entry))
    );
  }
  if (name.startsWith('node:')) return allowed.node;
  return allowed.packages === 'any' || allowed.packages.some((entry) => isPartOf(name, entry));
}

describe('the reading of imports', () => {
  it('finds every kind, and only those', () => {
    const source = [
      "import a from './a.ts';",
      "import type { B,\n  C } from './b.ts';",
      "export { d } from './d.ts';",
      "export * from './e.ts';",
      "import './f.ts';",
      "const g = await import('./g.ts');",
      "type H = import('./h.ts').H;",
      "// import './in-a-comment.ts';",
      "/** import './in-a-docstring.ts'; */",
      "const text = 'taken from';",
    ].join('\n');
    expect(importsOf(source)).toEqual(['a', 'b', 'd', 'e', 'f', 'g', 'h'].map((name) => `./${name}.ts`));
  });
});

describe('every file', () => {
  it('imports only what its room may', () => {
    const forbidden = [...sources].flatMap(([file, source]) =>
      importsOf(source)
        .filter((name) => !isAllowed(file, name))
        .map((name) => `${file} imports ${name}`),
    );
    expect(forbidden).toEqual([]);
  });

  it('leaves what one place knows to that place, outside bench and tests', () => {
    const outside = [...sources]
      .filter(([file]) => !['tests', 'bench', 'cli', 'scripts'].includes(roomOf(file)))
      .flatMap(([file, source]) =>
        importsOf(source)
          .filter((name) =>
            ONLY_IN.some(
              (only) => isPartOf(name, only.name) && file !== only.place && !isIn(file, only.place),
            ),
          )
          .map((name) => `${file} imports ${name}`),
      );
    expect(outside).toEqual([]);
  });

  it('names Node’s own modules with node: and its neighbours with their ending', () => {
    const unclear = [...sources].flatMap(([file, source]) =>
      importsOf(source)
        .filter(
          (name) =>
            builtinModules.includes(name) || (name.startsWith('.') && !/\.(ts|tsx|json|css)$/.test(name)),
        )
        .map((name) => `${file} imports ${name}`),
    );
    expect(unclear).toEqual([]);
  });

  it('imports files that are there', () => {
    const missing = [...sources].flatMap(([file, source]) =>
      importsOf(source)
        .flatMap((name) => inRepository(file, name) ?? [])
        .filter((target) => /\.tsx?$/.test(target) && !sources.has(target))
        .map((target) => `${file} imports ${target}`),
    );
    expect(missing).toEqual([]);
  });

  it('stands in no circle of imports', () => {
    const neighbours = new Map(
      [...sources].map(([file, source]) => [
        file,
        importsOf(source).flatMap((name) => inRepository(file, name) ?? []),
      ]),
    );
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, trail: readonly string[]) => {
      if (trail.includes(file)) {
        circles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
        return;
      }
      if (done.has(file)) return;
      for (const neighbour of neighbours.get(file) ?? []) visit(neighbour, [...trail, file]);
      done.add(file);
    };
    for (const file of sources.keys()) visit(file, []);
    expect(circles).toEqual([]);
  });

  it('has a name that says what it holds', () => {
    const drawers = files.filter((file) =>
      file.split('/').some((part) => JUNK_DRAWERS.includes(part.replace(/(\.test)?\.tsx?$/, ''))),
    );
    expect(drawers).toEqual([]);
  });

  it(`is at most ${MOST_LINES} lines long, outside bench and tests`, () => {
    const long = [...sources]
      .filter(([file]) => roomOf(file) !== 'tests' && roomOf(file) !== 'bench')
      .map(([file, source]) => ({ file, lines: source.split('\n').length - 1 }))
      .filter(({ lines }) => lines > MOST_LINES);
    expect(long).toEqual([]);
  });
});

describe('the contract', () => {
  it('is types only, so that knowing it brings no code along', () => {
    const source = sources.get('host/contract.ts')!;
    expect(source.match(/^import (?!type )/gm)).toBeNull();
    expect(source.match(/^export (?!interface |type )/gm)).toBeNull();
  });
});

describe('the engine', () => {
  it('knows no calendar clock, no ambient randomness, no process and no console', () => {
    const impure =
      /\b(?:Date|Math\.random|performance|process|console|globalThis|crypto|setTimeout)\b\s*[.([]|\bnew Date\b|['"]node:/;
    const lines = [...sources]
      .filter(([file]) => roomOf(file) === 'sim')
      .flatMap(([file, source]) =>
        source
          .split('\n')
          .map((line, at) => ({ where: `${file}:${at + 1}`, line: line.trim() }))
          .filter(({ line }) => !/^(\/\*|\*|\/\/)/.test(line) && impure.test(line)),
      );
    expect(lines).toEqual([]);
  });

  it('is found by this test at all', () => {
    expect(files).toContain('sim/service/service.ts');
    expect(importsOf(sources.get('sim/engine.ts')!)).toContain('./service/service.ts');
  });
});
