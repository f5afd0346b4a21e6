import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tinyScenario } from '../host/tiny-scenario.ts';
import { folderWith, headroom, remove } from './headroom.ts';

const routes = { advice: 0.24, socialCare: 0.02, pathways: { support: 0.74 } };

/** Files that cannot be run: what the message must name, place, value and remedy. */
const BAD_FILES: readonly [file: string, content: unknown, named: readonly (string | RegExp)[]][] = [
  ['no-json.json', '{ "type": "headroom-scenario", ', ['no-json.json', /line 1/]],
  ['wrong-type.json', tinyScenario({ type: 'results' }), ['type', 'results', 'headroom-scenario']],
  ['newer.json', tinyScenario({ version: 2 }), ['version', '2', 'update Headroom']],
  ['unknown-key.json', tinyScenario({ alocation: {} }), ['alocation', 'allocation']],
  [
    'out-of-bounds.json',
    tinyScenario({ teams: { all: { serves: ['support'], posts: { worker: { fte: 2, capPerFte: 61 } } } } }),
    ['teams.all.posts.worker.capPerFte', '61', 'from 0.5 to 60'],
  ],
  [
    'negative.json',
    tinyScenario({ demand: { sources: { all: { referrals: -5, needs: { ordinary: 1 } } } } }),
    ['demand.sources.all.referrals', '-5', 'from 0 to'],
  ],
  [
    'not-a-number.json',
    JSON.stringify(tinyScenario()).replace('"fte":1.5', '"fte":NaN'),
    ['not-a-number.json', /line 1/],
  ],
  [
    'nobody-serves.json',
    tinyScenario({
      pathways: { support: {}, courses: {} },
      needs: { ordinary: { routes: { ...routes, pathways: { support: 0.5, courses: 0.24 } } } },
    }),
    ['courses', 'serves'],
  ],
  [
    'shares.json',
    tinyScenario({ needs: { ordinary: { routes: { ...routes, advice: 0.5 } } } }),
    ['needs.ordinary.routes', '1.26', '1'],
  ],
  [
    'before-the-start.json',
    tinyScenario({
      teams: {
        all: { serves: ['support'], posts: { worker: { fte: 2, from: '2026-05-01', until: '2026-04-01' } } },
      },
    }),
    ['teams.all.posts.worker', '2026-04-01', /until|from/],
  ],
  [
    'too-busy-in-holidays.json',
    tinyScenario({
      demand: { sources: { all: { referrals: 5, holidayFactor: 4, needs: { ordinary: 1 } } } },
    }),
    ['demand.sources.all.holidayFactor', '4', 'from 0.01 to 3'],
  ],
  [
    'no-course.json',
    tinyScenario({ pathways: { support: { offer: 'group' } } }),
    ['pathways.support.group', 'missing', 'facilitatorHours'],
  ],
  [
    'change-without-date.json',
    tinyScenario({ changes: { spring: { allocation: { timing: 'panel' } } } }),
    ['changes.spring.from', 'missing', 'a date from'],
  ],
  [
    'change-of-nothing-known.json',
    tinyScenario({ changes: { spring: { from: '2026-04-20', team: {} } } }),
    ['changes.spring.team', 'did you mean "teams"'],
  ],
  [
    'extends-nothing.json',
    { type: 'headroom-scenario', version: 1, name: 'x', extends: './gone.json' },
    ['gone.json', 'preset'],
  ],
];

let folder: string;
let before: readonly string[];
beforeAll(() => {
  folder = folderWith({
    'good.json': tinyScenario(),
    ...Object.fromEntries(BAD_FILES.map(([name, content]) => [name, content])),
  });
  before = readdirSync(folder);
});
afterAll(() => remove(folder));

async function expectRefused(args: readonly string[], named: readonly (string | RegExp)[]): Promise<void> {
  const { code, stdout, stderr } = await headroom(args, folder);
  expect(code, stderr).toBe(2);
  expect(stdout).toBe('');
  // Line breaks are for the terminal.
  const message = stderr.replace(/\s+/g, ' ');
  for (const words of named) expect(message).toMatch(words instanceof RegExp ? words : literally(words));
  expect(readdirSync(folder)).toEqual(before);
}

const literally = (words: string) => new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

describe('a bad scenario ends with exit 2, its place, value and remedy, and no file', () => {
  it.each(BAD_FILES)('%s', async (file, _content, named) => {
    await expectRefused(['run', file, '--json', 'out.json', '--replications', '2'], named);
  });

  it('a missing file', async () => {
    await expectRefused(
      ['run', './missing.json', '--json', 'out.json'],
      ['missing.json', 'there is no file', 'headroom presets'],
    );
  });

  it('a folder in place of a file', async () => {
    await expectRefused(['run', '.', '--json', 'out.json'], ['it is a folder', 'name a scenario file']);
  });

  it('an unknown preset, with the likely one', async () => {
    await expectRefused(['run', 'west-susex'], ['west-susex', 'did you mean "west-sussex"']);
  });

  it('every problem of every scenario at once', async () => {
    await expectRefused(
      ['compare', 'out-of-bounds.json', 'shares.json', '--seed', 'x'],
      ['capPerFte', 'needs.ordinary.routes', '--seed', '3 problems'],
    );
  });

  it('check names the same problems', async () => {
    await expectRefused(['check', 'out-of-bounds.json'], ['capPerFte', '61', 'from 0.5 to 60']);
  });

  it('scenarios over different weeks', async () => {
    const other = folderWith({
      'one.json': tinyScenario(),
      'two.json': tinyScenario({
        name: 'Later',
        period: { start: '2026-06-01', weeks: 12, nation: 'none', warmUpWeeks: 0 },
      }),
    });
    const { code, stderr } = await headroom(['compare', 'one.json', 'two.json'], other);
    remove(other);
    expect(code).toBe(2);
    expect(stderr.replace(/\s+/g, ' ')).toMatch(/Later.*12 weeks from 2026-04-06.*period\.start/);
  });
});

describe('bad options end with exit 2, all at once', () => {
  it('each wrong value, with what is allowed', async () => {
    await expectRefused(
      [
        'run',
        'good.json',
        '--seed',
        '-1',
        '--replications',
        '1',
        '--threads',
        'two',
        '--weeks',
        '1e9',
        '--count',
        'people',
      ],
      [
        '--seed',
        '“-1”',
        '--replications',
        '“1”',
        'or auto',
        '--threads',
        '“two”',
        '--weeks',
        '“1e9”',
        '--count',
        'families or children',
        '5 problems',
      ],
    );
  });

  it('an unknown option, with the likely one', async () => {
    await expectRefused(
      ['run', 'good.json', '--replication', '20'],
      ['--replication', 'did you mean "--replications"'],
    );
  });

  it('an option without its value', async () => {
    await expectRefused(['run', 'good.json', '--json'], ['--json']);
  });

  it('a scenario too many', async () => {
    await expectRefused(['run', 'good.json', 'shares.json'], ['shares.json', 'one too many']);
  });

  it('a command that does not exist', async () => {
    await expectRefused(['simulate', 'good.json'], ['simulate']);
  });

  it('a parameter that does not exist', async () => {
    await expectRefused(['parameters', 'alocation'], ['alocation', 'did you mean "allocation"']);
  });
});

describe('an output that could not be written is refused before the run', () => {
  it.each([
    ['a missing folder', 'missing/out.json', 'does not exist'],
    ['a folder', '.', 'it is a folder'],
    ['the file that is read', 'good.json', 'the run reads this file'],
  ])('%s', async (_what, path, reason) => {
    await expectRefused(['run', 'good.json', '--json', path], ['--json', path, reason]);
  });

  it('two outputs in one file', async () => {
    await expectRefused(
      ['run', 'good.json', '--json', 'out', '--csv', join(folder, 'out')],
      ['--csv', '--json names the same file'],
    );
  });
});

describe('an enormous run', () => {
  it('is refused where nobody can be asked, with the estimate and the remedies', async () => {
    await expectRefused(
      ['run', 'good.json', '--replications', '1000000', '--weeks', '1040', '--json', 'out.json'],
      [
        '--replications: ',
        '1,000,000 replications',
        /hours|days|GB/,
        /fewer replications\s+\(--replications\)/,
        /fewer\s+weeks \(--weeks\)/,
      ],
    );
  });
});
