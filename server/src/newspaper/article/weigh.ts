import { openLabels } from './label.ts';
import { vocabulary } from './vocabulary.ts';
import * as table from './weights.ts';

/** The table as numbers: a row for each piece of evidence, by its number. Made when first needed, once all evidence has its number. */
let weights: Float64Array | undefined;

function readWeights(): Float64Array {
  const read = new Float64Array(vocabulary.names.length * openLabels);
  vocabulary.names.forEach((name, number) => {
    read.set(table.weights[name] ?? [], number * openLabels);
  });
  return read;
}

/** Adds how much the first `count` pieces of evidence speak for each open label (nats) to the numbers from `scores[at]` on. */
export function addWeights(evidence: Uint16Array, count: number, scores: Float64Array, at: number): void {
  weights ??= readWeights();
  const rows = weights;
  // a loop over the labels would take several times as long
  let body = scores[at]!;
  let headline = scores[at + 1]!;
  let kicker = scores[at + 2]!;
  let deck = scores[at + 3]!;
  let subhead = scores[at + 4]!;
  let stray = scores[at + 5]!;
  let repetition = scores[at + 6]!;
  for (let place = 0; place < count; place++) {
    const row = evidence[place]! * openLabels;
    body += rows[row]!;
    headline += rows[row + 1]!;
    kicker += rows[row + 2]!;
    deck += rows[row + 3]!;
    subhead += rows[row + 4]!;
    stray += rows[row + 5]!;
    repetition += rows[row + 6]!;
  }
  scores[at] = body;
  scores[at + 1] = headline;
  scores[at + 2] = kicker;
  scores[at + 3] = deck;
  scores[at + 4] = subhead;
  scores[at + 5] = stray;
  scores[at + 6] = repetition;
}
