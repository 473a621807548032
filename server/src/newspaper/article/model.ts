import { vocabulary } from './facts.ts';
import type { PageEvidence } from './features.ts';
import { Label, labels, openLabels } from './label.ts';
import { bestSequence } from './sequence.ts';
import * as table from './weights.ts';

const width = labels.length;
const transitions = Float64Array.from(labels.flatMap((label) => table.transitions[label]));
let weights: Float64Array | undefined;

/** The table as numbers: a row for each piece of evidence, by its number. */
function readWeights(): Float64Array {
  const read = new Float64Array(vocabulary.names.length * openLabels);
  vocabulary.names.forEach((name, number) => {
    read.set(table.weights[name] ?? [], number * openLabels);
  });
  return read;
}

/** The most probable label of every block, by all evidence together. Numbers of labels, by block. */
export function labelBlocks({ facts, of }: PageEvidence): Uint8Array {
  weights ??= readWeights();
  const scores = new Float64Array(facts.length * width).fill(Number.NEGATIVE_INFINITY);
  for (let block = 0; block < facts.length; block++) {
    const start = block * width;
    const { certain, mayBeNames } = facts[block]!;
    if (certain !== undefined) {
      scores[start + certain] = 0;
      continue;
    }
    scores.fill(0, start, start + openLabels);
    for (const number of of(block)) {
      const row = number * openLabels;
      for (let label = 0; label < openLabels; label++) scores[start + label]! += weights[row + label]!;
    }
    if (!mayBeNames) scores[start + Label.stray] = Number.NEGATIVE_INFINITY;
  }
  return bestSequence(scores, transitions, width);
}
