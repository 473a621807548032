/**
 * The most probable labels of a page's blocks, in their order: what speaks for each block and which label follows
 * which (Viterbi's algorithm). `scores` holds a row of `width` numbers a block; forbidden labels are -Infinity.
 */
export function bestSequence(scores: Float64Array, transitions: Float64Array, width: number): Uint8Array {
  const count = scores.length / width;
  const best = scores.slice(0, width);
  const from = new Uint8Array(scores.length);
  let allowed: number[] = [];
  for (let block = 0; block < count; block++) {
    const row = block * width;
    const here: number[] = [];
    const sums: number[] = [];
    for (let label = 0; label < width; label++) {
      const own = scores[row + label]!;
      if (own === Number.NEGATIVE_INFINITY) continue;
      here.push(label);
      let top = block === 0 ? 0 : Number.NEGATIVE_INFINITY;
      for (const previous of allowed) {
        const value = best[previous]! + transitions[previous * width + label]!;
        if (value > top) {
          top = value;
          from[row + label] = previous;
        }
      }
      sums.push(top + own);
    }
    here.forEach((label, place) => {
      best[label] = sums[place]!;
    });
    allowed = here;
  }
  const path = new Uint8Array(count);
  let last = allowed[0] ?? 0;
  for (const label of allowed) if (best[label]! > best[last]!) last = label;
  for (let block = count - 1; block >= 0; block--) {
    path[block] = last;
    last = from[block * width + last]!;
  }
  return path;
}
