import { scratch } from '../page/scratch.ts';

/** Stands for the label of a block whose label is not certain. */
export const open = 255;

/** So many labels at most are told apart. */
const mostLabels = 16;
const fromOf = scratch(Uint8Array, mostLabels);
const bests = [new Float64Array(mostLabels), new Float64Array(mostLabels)] as const;

/**
 * The most probable labels of a page's `count` blocks, in their order: what speaks for each block and which label follows
 * which (Viterbi's algorithm). `certain` holds a label for each block, or {@link open}. `scores` holds a row of
 * `openLabels` numbers a block, for the first labels, -Infinity for a forbidden one; `transitions` a row of `width` numbers
 * for each label in front.
 */
export function bestSequence(
  count: number,
  certain: Uint8Array,
  scores: Float64Array,
  openLabels: number,
  transitions: Float64Array,
  width: number,
): Uint8Array {
  /** By block and label: the best label in front. */
  const from = fromOf(count);
  /** The score of the best sequence that ends with each label, for the labels from `first` up to `end` of the block in front. */
  let [best, sums] = bests;
  let first = 0;
  let end = 0;
  for (let block = 0; block < count; block++) {
    const isOpen = certain[block] === open;
    const firstHere = isOpen ? 0 : certain[block]!;
    const endHere = isOpen ? openLabels : firstHere + 1;
    for (let label = firstHere; label < endHere; label++) {
      let top = block === 0 ? 0 : Number.NEGATIVE_INFINITY;
      from[block * width + label] = 0;
      for (let previous = first; previous < end; previous++) {
        const value = best[previous]! + transitions[previous * width + label]!;
        if (value > top) {
          top = value;
          from[block * width + label] = previous;
        }
      }
      sums[label] = isOpen ? top + scores[block * openLabels + label]! : top;
    }
    [best, sums] = [sums, best];
    [first, end] = [firstHere, endHere];
  }
  const path = new Uint8Array(count);
  let last = first;
  for (let label = first; label < end; label++) if (best[label]! > best[last]!) last = label;
  for (let block = count - 1; block >= 0; block--) {
    path[block] = last;
    last = from[block * width + last]!;
  }
  return path;
}
