import { expect, test } from 'vitest';
import { threefry4x32, Words } from '../../sim/random/threefry.ts';

type Four = [number, number, number, number];

/** Random123's file of known answers (kat_vectors, threefry4x32, 13 rounds). */
const KNOWN_ANSWERS: { counter: Four; key: Four; result: string }[] = [
  { counter: [0, 0, 0, 0], key: [0, 0, 0, 0], result: '531c7e4f 39491ee5 2c855a92 3d6abf9a' },
  {
    counter: [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    key: [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    result: 'c4189358 1c9cc83a d5881c67 6a0a89e0',
  },
  {
    counter: [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    key: [0xa4093822, 0x299f31d0, 0x082efa98, 0xec4e6c89],
    result: '4aa71d8f 734738c2 431fc6a8 ae6debf1',
  },
];

test.each(KNOWN_ANSWERS)('counter $counter under key $key gives $result', ({ counter, key, result }) => {
  const out = new Words();
  threefry4x32(...counter, ...key, out);
  const hex = Array.from([out.w0, out.w1, out.w2, out.w3], (word) =>
    (word >>> 0).toString(16).padStart(8, '0'),
  ).join(' ');
  expect(hex).toBe(result);
});
