import { Streams } from '../../sim/random/stream.ts';

/** `count` uniforms of a fixed seed. */
export function uniforms(seed: number, count: number): Float64Array {
  const streams = new Streams(seed);
  return Float64Array.from({ length: count }, (_, i) => {
    streams.draw(1, i, 0, 0, 0);
    return streams.first;
  });
}
