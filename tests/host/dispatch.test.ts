import { describe, expect, it } from 'vitest';
import { ARGUMENTS } from '../../host/arguments.ts';
import type { RequestName } from '../../host/contract.ts';
import { createDispatch, type Handlers } from '../../host/dispatch.ts';
import { DocumentProblem } from '../../host/documents/document-problem.ts';
import { Stopped } from '../../host/failure.ts';
import { tinyScenario } from './tiny-scenario.ts';

const NAMES = Object.keys(ARGUMENTS) as RequestName[];

/** A host of which every request is answered by `answer`. */
function answering(answer: (name: RequestName, argument: unknown) => unknown) {
  const faults: unknown[] = [];
  const handlers = Object.fromEntries(
    NAMES.map((name) => [name, (argument: unknown) => answer(name, argument)]),
  );
  return { ask: createDispatch(handlers as unknown as Handlers, (thrown) => faults.push(thrown)), faults };
}

const { ask } = answering((name, argument) => ({ name, argument }));
const thrownBy = (thrown: unknown) =>
  answering(() => {
    throw thrown;
  });

const ORDER = {
  run: 'one',
  scenarios: [tinyScenario()],
  seed: 1,
  replications: 20,
  maxReplications: 100,
  mayTakeLong: false,
  priority: 'preview',
};
const EDIT = {
  document: 'd',
  revision: 3,
  edit: {
    label: 'caseload cap 12 instead of 10',
    steps: [
      { kind: 'put scenario', scenario: { id: 's', content: tinyScenario() }, at: 0 },
      {
        kind: 'put dataset',
        dataset: { id: 'd', name: 'D', from: 'd.csv', columns: ['week'], rows: [['a', 1]] },
      },
      { kind: 'put note', note: { subject: 'scenario/s', text: '' } },
    ],
  },
};

/** One argument of each request that is right. */
const RIGHT: Record<RequestName, unknown> = {
  about: null,
  settings: null,
  'settings change': { theme: 'dark' },
  documents: null,
  'document new': {},
  'document open': { path: '/a.headroom' },
  document: { document: 'd' },
  'document close': { document: 'd' },
  'document copy': { document: 'd', name: 'Copy' },
  'document edit': EDIT,
  'document undo': { document: 'd', revision: 0 },
  'document redo': { document: 'd', revision: 0 },
  'run start': ORDER,
  'run cancel': { run: 'one' },
  'results kept': { document: 'd' },
  'result kept': { document: 'd', result: 'r' },
  'model description': { scenario: tinyScenario() },
};

describe('a request of the contract', () => {
  it.each(NAMES)('“%s” comes through with its argument as it was', async (name) => {
    const argument = RIGHT[name];
    expect(await ask(name, structuredClone(argument))).toEqual({ ok: true, answer: { name, argument } });
  });

  it.each(NAMES)('“%s” is refused with an argument of another shape', async (name) => {
    for (const argument of ['text', 7, [], { unheardOf: 1 }, undefined]) {
      expect(await ask(name, argument)).toMatchObject({ ok: false, failure: { kind: 'bad input' } });
    }
  });
});

describe('what is refused', () => {
  it.each([
    ['run stert', /there is no request "run stert"; did you mean "run start"\?/],
    ['constructor', /there is no request "constructor"/],
    ['__proto__', /there is no request/],
    [{ toString: (): string => 'about' }, /there is no request/],
    [null, /there is no request null/],
    ['x'.repeat(1_000_000), /there is no request "x+\.\.\.$/],
  ])('a request that is not in the contract (%#)', async (name, message) => {
    const reply = await ask(name, null);
    expect(reply).toMatchObject({ ok: false, failure: { kind: 'bad input' } });
    expect(!reply.ok && reply.failure.problems[0]!.message).toMatch(message);
  });

  it.each([
    ['no scenario', { scenarios: [] }, 'scenarios'],
    ['seven scenarios', { scenarios: Array.from({ length: 7 }, () => tinyScenario()) }, 'scenarios'],
    ['one replication', { replications: 1 }, 'replications'],
    ['a seed that is no whole number', { seed: 1.5 }, 'seed'],
    ['a seed of more than 32 bits', { seed: 2 ** 32 }, 'seed'],
    ['weeks beyond what a scenario may have', { weeks: 1041 }, 'weeks'],
    ['a priority of one’s own', { priority: 'urgent' }, 'priority'],
    ['what JSON cannot say', { scenarios: [{ name: new Map() }] }, 'scenarios.0.name'],
    ['a field too many', { threads: 99 }, 'argument'],
  ])('an order with %s', async (_, changes, path) => {
    const reply = await ask('run start', { ...ORDER, ...changes });
    expect(reply).toMatchObject({ ok: false, failure: { kind: 'bad input', problems: [{ path }] } });
  });

  it('with all problems at once, each with its place, value and what is allowed', async () => {
    const reply = await ask('run start', { ...ORDER, seed: -1, run: '' });
    const problems = reply.ok ? [] : reply.failure.problems;
    expect(problems.map(({ path, value }) => [path, value])).toEqual([
      ['run', '""'],
      ['seed', '-1'],
    ]);
    for (const { allowed, message } of problems) {
      expect(allowed).not.toBe('');
      expect(message).toContain(allowed);
    }
  });

  it.each([
    ['a null character', '/a\0.headroom'],
    ['no end', `/${'a'.repeat(5000)}`],
    ['nothing in it', ''],
  ])('a path with %s', async (_, path) => {
    expect(await ask('document open', { path })).toMatchObject({ ok: false, failure: { kind: 'bad input' } });
  });
});

describe('what is thrown', () => {
  it.each([
    [new DocumentProblem('conflict', 'Edited in another window.'), 'conflict', 'Edited in another window.'],
    [new DocumentProblem('storage', 'The disk is full.'), 'storage', 'The disk is full.'],
    [new Stopped('Stopped before it began'), 'stopped', 'Stopped before it began; nothing was written.'],
  ])('goes over the wire as data (%#)', async (thrown, kind, message) => {
    const { ask: askThrowing, faults } = thrownBy(thrown);
    const reply = await askThrowing('about', null);
    expect(reply).toEqual({ ok: false, failure: { kind, message, problems: [] } });
    expect(structuredClone(reply)).toEqual(reply);
    expect(faults).toEqual([]);
  });

  it('by a fault of the program is said without the place in the program, which goes to whoever looks after it', async () => {
    const thrown = new TypeError('x is not a function');
    const { ask: askThrowing, faults } = thrownBy(thrown);
    const reply = await askThrowing('about', null);
    expect(reply).toMatchObject({ ok: false, failure: { kind: 'our fault' } });
    expect(!reply.ok && reply.failure.message).toMatch(/fault of the program.*: x is not a function$/);
    expect(JSON.stringify(reply)).not.toMatch(/dispatch\.test|\bat /);
    expect(faults).toEqual([thrown]);
  });
});
