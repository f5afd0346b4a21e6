/** simjs takes one integer and keeps 32 bits of it, so seed and replication are mixed down to one word here. */

/** Bijective mixer of 32 bits: finaliser of MurmurHash3 (Austin Appleby, 2011, public domain: `fmix32`). */
function fmix32(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** 32 bits for one replication; distinct replications of one seed never share a word, since each step is a bijection. */
export const simjsSeed = (seed: number, replication: number) => fmix32(fmix32(seed) ^ replication);
