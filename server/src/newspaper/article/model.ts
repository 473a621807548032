import type { Facts } from './facts.ts';
import { type Label, labelIndex, labels, openLabels } from './label.ts';
import { bestSequence } from './sequence.ts';
import * as table from './weights.ts';

const width = labels.length;
const rows = new Map(Object.entries(table.weights));
const transitions = Float64Array.from(labels.flatMap((label) => table.transitions[label]));

/** The most probable label of every block, by all evidence together. */
export function label(facts: readonly Facts[], evidence: readonly (readonly string[] | undefined)[]): readonly Label[] {
  const scores = new Float64Array(facts.length * width).fill(Number.NEGATIVE_INFINITY);
  facts.forEach(({ certain }, block) => {
    const start = block * width;
    if (certain !== undefined) {
      scores[start + labelIndex(certain)] = 0;
      return;
    }
    scores.fill(0, start, start + openLabels);
    for (const name of evidence[block] ?? []) {
      const row = rows.get(name);
      if (row === undefined) continue;
      for (let at = 0; at < openLabels; at++) scores[start + at]! += row[at]!;
    }
  });
  return Array.from(bestSequence(scores, transitions, width), (each) => labels[each]!);
}
