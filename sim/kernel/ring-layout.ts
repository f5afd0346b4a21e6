/** How an event lies in a lane's ring: 16 bytes, its time first and then its whole numbers. */

/** A place counts as this many of 8 bytes: `times[TIME * place]` is the event's time. */
export const TIME = 2;
/** A place counts as this many of 4 bytes: `words[WORDS * place + ENTITY]` is the event's entity. */
export const WORDS = 4;
export const ENTITY = 2;
/** 32 bits are enough for 2^31 events a replication, thousands of times the largest service. */
export const SEQUENCE = 3;
/** In place of the entity of an event that was cancelled. */
export const CANCELLED = -1;
/** The handle of an event: its place above the index of its lane, or its id above that of its heap, which takes this many bits. */
export const SOURCE_BITS = 6;
