import { describe, expect, test } from 'vitest';
import { openUniform, Streams } from '../../sim/random/stream.ts';

interface Key {
  seed: number;
  replication: number;
  purpose: number;
  a: number;
  b: number;
  episode: number;
  index: number;
}

const KEY: Key = { seed: 20_270_401, replication: 3, purpose: 2, a: 5, b: 11, episode: 0, index: 4 };
const SAMPLE = 20_000;

function drawn(key: Key): [number, number] {
  const streams = new Streams(key.seed);
  streams.replicate(key.replication);
  streams.draw(key.purpose, key.a, key.b, key.episode, key.index);
  return [streams.first, streams.second];
}

/** A long stream: `run` counts up in the part of the key named. */
function stream(key: Key, counting: 'a' | 'b' | 'episode' | 'index', which: 'first' | 'second' = 'first') {
  const streams = new Streams(key.seed);
  streams.replicate(key.replication);
  return Float64Array.from({ length: SAMPLE }, (_, i) => {
    const k = { ...key, [counting]: i };
    streams.draw(k.purpose, k.a, k.b, k.episode, k.index);
    return streams[which];
  });
}

/** A chi-square statistic with 99 degrees of freedom has mean 99 and variance 198; 5 standard deviations above it. */
const CHI_SQUARE_99_LIMIT = 99 + 5 * Math.sqrt(198);

/** Pairs in a 10 by 10 grid against evenness: 99 degrees of freedom. */
function gridChiSquare(one: Float64Array, other: Float64Array): number {
  const cells = new Array<number>(100).fill(0);
  one.forEach((u, i) => {
    cells[Math.floor(u * 10) * 10 + Math.floor(other[i]! * 10)]! += 1;
  });
  const expected = one.length / 100;
  return cells.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** Correlation of uniforms whose mean and variance are known. */
function correlation(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, u, i) => sum + 12 * (u - 0.5) * (other[i]! - 0.5), 0) / one.length;
}

function expectUnrelated(one: Float64Array, other: Float64Array): void {
  // (u - 1/2)(v - 1/2) has variance (1/12)^2, so the correlation has standard error 1 / sqrt(n).
  expect(Math.abs(correlation(one, other))).toBeLessThan(5 / Math.sqrt(SAMPLE));
  expect(gridChiSquare(one, other)).toBeLessThan(CHI_SQUARE_99_LIMIT);
}

describe('a draw', () => {
  test('is the known answer of the generator for key and counter 0', () => {
    const [first, second] = drawn({ seed: 0, replication: 0, purpose: 0, a: 0, b: 0, episode: 0, index: 0 });
    expect(first).toBe(openUniform(0x531c7e4f, 0x39491ee5));
    expect(second).toBe(openUniform(0x2c855a92, 0x3d6abf9a));
  });

  test('is the same whatever was drawn before', () => {
    const streams = new Streams(KEY.seed);
    for (let i = 0; i < 10; i++) {
      streams.replicate(i);
      streams.draw(i, 1, 2, 3, 4);
    }
    streams.replicate(KEY.replication);
    streams.draw(KEY.purpose, KEY.a, KEY.b, KEY.episode, KEY.index);
    expect([streams.first, streams.second]).toEqual(drawn(KEY));
  });

  test('has two numbers that have nothing to do with each other', () => {
    expectUnrelated(stream(KEY, 'a', 'first'), stream(KEY, 'a', 'second'));
  });

  test.each(['a', 'b', 'episode', 'index'] as const)(
    'is uniform and unrelated to the next as %s counts up',
    (part) => {
      const values = stream(KEY, part);
      expectUnrelated(
        values,
        Float64Array.from(values, (_, i) => values[(i + 1) % SAMPLE]!),
      );
      const mean = values.reduce((sum, u) => sum + u, 0) / SAMPLE;
      expect(Math.abs(mean - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / SAMPLE));
    },
  );

  test.each([
    ['seed', { ...KEY, seed: KEY.seed + 1 }],
    ['seed above 2^32 only', { ...KEY, seed: KEY.seed + 2 ** 32 }],
    ['seed in its highest bit only', { ...KEY, seed: KEY.seed + 2 ** 52 }],
    ['replication', { ...KEY, replication: KEY.replication + 1 }],
    ['purpose', { ...KEY, purpose: KEY.purpose + 1 }],
    ['b', { ...KEY, b: KEY.b + 1 }],
    ['episode', { ...KEY, episode: KEY.episode + 1 }],
    ['index', { ...KEY, index: KEY.index + 1 }],
  ])('under another %s belongs to an unrelated stream', (_, other) => {
    expectUnrelated(stream(KEY, 'a'), stream(other, 'a'));
  });

  test('under another a belongs to an unrelated stream', () => {
    expectUnrelated(stream(KEY, 'b'), stream({ ...KEY, a: KEY.a + 1 }, 'b'));
  });

  test('tells apart two key parts that trade their values', () => {
    const swapped = { ...KEY, replication: KEY.purpose, purpose: KEY.replication };
    expect(drawn(swapped)).not.toEqual(drawn(KEY));
  });
});

describe('the open interval', () => {
  test('has neither 0 nor 1 at the extreme words, and lies even about 1/2', () => {
    const least = openUniform(0, 0);
    const most = openUniform(-1, -1);
    expect(least).toBe(2 ** -53);
    expect(most).toBe(1 - 2 ** -53);
    expect(least + most).toBe(1);
  });

  test('takes words with or without sign', () => {
    expect(openUniform(0x80000000 | 0, 0)).toBe(openUniform(0x80000000, 0));
    expect(openUniform(0x80000000, 0)).toBe(0.5 + 2 ** -53);
  });
});

describe('errors', () => {
  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('seed %d is refused', (seed) => {
    expect(() => new Streams(seed)).toThrow(new RegExp(`seed must be a whole number.*got ${seed}`));
  });

  test('the largest safe seed is taken', () => {
    expect(drawn({ ...KEY, seed: Number.MAX_SAFE_INTEGER })).not.toEqual(drawn(KEY));
  });

  test.each([-1, 0.5, Number.NaN, 2 ** 32])('replication %d is refused', (replication) => {
    expect(() => new Streams(1).replicate(replication)).toThrow(RangeError);
  });
});
