import type { Facts } from '../article/facts.ts';
import { Kind } from '../article/kind.ts';
import { Label } from '../article/label.ts';
import type { Duplicate } from './duplicate.ts';
import type { Twins } from './search.ts';

const rank = { exact: 0, partial: 1, near: 2 } as const;

/**
 * Finds for each repetition the headline that it repeats. A block that was taken for a repetition and repeats no
 * headline gets another label, in place.
 */
export function pairRepetitions(
  labels: Uint8Array,
  facts: readonly Facts[],
  twins: readonly Twins[],
): readonly Duplicate[] {
  const duplicates: Duplicate[] = [];
  const best = new Map<number, Duplicate>();
  const offer = (block: number, of: number, match: Duplicate['match']): void => {
    if (labels[block] !== Label.repetition || labels[of] !== Label.headline) return;
    const known = best.get(block);
    const better = known === undefined || rank[match] < rank[known.match] || (match === known.match && of < known.of);
    if (better) best.set(block, { block, of, match });
  };
  for (const { earlier, later, match } of twins) {
    offer(later, earlier, match);
    offer(earlier, later, match);
  }
  for (let block = 0; block < labels.length; block++) {
    if (labels[block] !== Label.repetition) continue;
    const duplicate = best.get(block);
    if (duplicate !== undefined) duplicates.push(duplicate);
    else labels[block] = facts[block]!.kind === Kind.sentence ? Label.body : Label.subhead;
  }
  return duplicates;
}
