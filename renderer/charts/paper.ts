/** CSS pixels that an A4 page leaves between margins of 15 mm, less the padding of what stands around a drawing. */
export const PAPER_WIDTH = 640;
