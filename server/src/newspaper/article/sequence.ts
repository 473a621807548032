/**
 * The most probable labels of a page's blocks, in their order: what speaks for each block and which label follows
 * which (Viterbi's algorithm). `scores` holds a row of `width` numbers a block; forbidden labels are -Infinity.
 */
export function bestSequence(scores: Float64Array, transitions: Float64Array, width: number): Uint8Array {
  const count = scores.length / width;
  const best = new Float64Array(scores.length);
  const from = new Uint8Array(scores.length);
  for (let label = 0; label < width; label++) best[label] = scores[label]!;
  for (let block = 1; block < count; block++) {
    const row = block * width;
    for (let label = 0; label < width; label++) {
      const own = scores[row + label]!;
      let top = Number.NEGATIVE_INFINITY;
      let source = 0;
      if (own !== Number.NEGATIVE_INFINITY) {
        for (let previous = 0; previous < width; previous++) {
          const value = best[row - width + previous]! + transitions[previous * width + label]!;
          if (value > top) {
            top = value;
            source = previous;
          }
        }
      }
      best[row + label] = top + own;
      from[row + label] = source;
    }
  }
  const path = new Uint8Array(count);
  let last = 0;
  for (let label = 1; label < width && count > 0; label++) {
    if (best[(count - 1) * width + label]! > best[(count - 1) * width + last]!) last = label;
  }
  for (let block = count - 1; block >= 0; block--) {
    path[block] = last;
    last = from[block * width + last]!;
  }
  return path;
}
