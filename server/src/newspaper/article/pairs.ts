/*
 * A name or term in Chinese is two characters or a few pairs that overlap, so pairs of characters stand for words, told
 * apart by 16 bits of a hash: a page has a few thousand, so few collide.
 */

/** So many different pairs there are. */
export const pairCount = 1 << 16;

/**
 * Writes the pairs of `text[0, end)` into a list with room for one more than `end`, in their order; gives their number.
 * `foreign`: by UTF-16 code unit, 0 for what words are made of, -1 for the rest, which no pair holds.
 */
export function readPairs(text: string, end: number, foreign: Int8Array, into: Uint16Array): number {
  let count = 0;
  let before = 0;
  let foreignBefore = -1;
  // to branch at every mark of punctuation takes longer
  for (let at = 0; at < end; at++) {
    const unit = text.charCodeAt(at);
    const foreignHere = foreign[unit]!;
    into[count] = (Math.imul(before, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 16;
    count += 1 + (foreignHere | foreignBefore);
    before = unit;
    foreignBefore = foreignHere;
  }
  return count;
}

/** By UTF-16 code unit: 0 for Han characters, -1 for all others. See {@link readPairs}. */
export function beyondHan(): Int8Array {
  return new Int8Array(0x10000).fill(-1).fill(0, 0x3400, 0xa000);
}
