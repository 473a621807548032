import { scratch } from '../page/scratch.ts';
import { jumpOn } from './facts.ts';
import { mostEvidence, type PageEvidence } from './features.ts';
import { Label, labels, openLabels } from './label.ts';
import { bestSequence, open } from './sequence.ts';
import { addWeights } from './weigh.ts';
import * as table from './weights.ts';

const transitions = Float64Array.from(labels.flatMap((label) => table.transitions[label]));
const certainOf = scratch(Uint8Array);
const scoresOf = scratch(Float64Array, openLabels);
const told = new Uint16Array(mostEvidence);

/** The most probable label of every block, by all evidence together. Numbers of labels, by block. */
export function labelBlocks({ facts, read }: PageEvidence): Uint8Array {
  const certain = certainOf(facts.length);
  const scores = scoresOf(facts.length);
  for (let block = 0; block < facts.length; block++) {
    const own = facts[block]!;
    if (own.certain !== undefined) {
      certain[block] = own.certain;
      continue;
    }
    certain[block] = open;
    const row = block * openLabels;
    for (let label = 0; label < openLabels; label++) scores[row + label] = own.scores[label]!;
    addWeights(told, read(block, told), scores, row);
    // an article that goes on elsewhere has no further part here
    if (facts[block - 1] === jumpOn) scores[row + Label.subhead] = Number.NEGATIVE_INFINITY;
    if (!own.mayBeNames) scores[row + Label.stray] = Number.NEGATIVE_INFINITY;
  }
  return bestSequence(facts.length, certain, scores, openLabels, transitions, labels.length);
}
