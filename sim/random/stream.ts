/**
 * Random numbers that belong to what they decide, not to the order in which they are asked for: each is a function of
 * seed, replication, purpose and entity alone. So a family keeps its fate in every scenario compared (common random
 * numbers), and no draw added elsewhere moves it.
 */
import { threefry4x32, Words } from './threefry.ts';

const TWO_32 = 4_294_967_296;
const TWO_26 = 67_108_864;
const TWO_MINUS_52 = 2 ** -52;

/**
 * The uniform that two 32-bit words make: the middle of one of 2^52 equal cells of (0, 1).
 * 52 bits and no more: with 53 the middles of the upper half are no double, and the last one would round to 1.
 */
export function openUniform(high: number, low: number): number {
  return ((high >>> 6) * TWO_26 + (low >>> 6) + 0.5) * TWO_MINUS_52;
}

/**
 * Key words are (seed's low 32 bits, seed's high bits, replication, purpose), counter words (a, b, episode, index).
 * No hashing: different keys of 32-bit whole numbers are different inputs of the generator.
 */
export class Streams {
  /** The two uniforms of the last `draw`, independent, each on the open interval (0, 1). */
  first = 0.5;
  second = 0.5;
  /** The seed's low and high bits, and the replication. */
  private readonly key = new Int32Array(3);
  private readonly words = new Words();

  /** @throws RangeError unless `seed` is a whole number from 0 to `Number.MAX_SAFE_INTEGER`. */
  constructor(seed: number) {
    if (!Number.isSafeInteger(seed) || seed < 0) {
      throw new RangeError(`seed must be a whole number from 0 to ${Number.MAX_SAFE_INTEGER}, got ${seed}`);
    }
    this.key[0] = seed;
    this.key[1] = Math.floor(seed / TWO_32);
  }

  /**
   * Every draw from now on belongs to this replication.
   * @throws RangeError unless it is a whole number from 0 to 2^32 - 1.
   */
  replicate(replication: number): void {
    if (!Number.isInteger(replication) || replication < 0 || replication >= TWO_32) {
      throw new RangeError(`replication must be a whole number from 0 to ${TWO_32 - 1}, got ${replication}`);
    }
    this.key[2] = replication;
  }

  /**
   * Sets `first` and `second`. Arguments are whole numbers, told apart modulo 2^32; they are not checked, being asked
   * for tens of thousands of times a replication.
   * @param purpose what the numbers decide
   * @param a first part of the entity's identity (such as source, week or worker)
   * @param b second part (such as the number within the source)
   * @param episode which of the entity's times through the service
   * @param index which draw for this purpose
   */
  draw(purpose: number, a: number, b: number, episode: number, index: number): void {
    const { key, words } = this;
    threefry4x32(a | 0, b | 0, episode | 0, index | 0, key[0]!, key[1]!, key[2]!, purpose | 0, words);
    this.first = openUniform(words.w0, words.w1);
    this.second = openUniform(words.w2, words.w3);
  }
}
