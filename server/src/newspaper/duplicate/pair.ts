import type { Facts } from '../article/facts.ts';
import type { Label } from '../article/label.ts';
import type { Duplicate } from './duplicate.ts';
import type { Twins } from './search.ts';

const strength = { exact: 0, partial: 1, near: 2 } as const;

/**
 * Finds for each repetition the headline that it repeats. A block that was taken for a repetition and repeats no
 * headline is a subhead: its label is corrected in place.
 */
export function pairRepetitions(
  labels: Label[],
  facts: readonly Facts[],
  twins: readonly Twins[],
): readonly Duplicate[] {
  const duplicates: Duplicate[] = [];
  const likes = new Map<number, { of: number; match: Duplicate['match'] }[]>();
  for (const { earlier, later, match } of twins) {
    for (const [one, of] of [
      [later, earlier],
      [earlier, later],
    ] as const) {
      const list = likes.get(one);
      if (list === undefined) likes.set(one, [{ of, match }]);
      else list.push({ of, match });
    }
  }
  for (let block = 0; block < labels.length; block++) {
    if (labels[block] !== 'repetition') continue;
    const headlines = (likes.get(block) ?? []).filter(({ of }) => labels[of] === 'headline');
    const [best] = headlines.sort((a, b) => strength[a.match] - strength[b.match] || a.of - b.of);
    if (best === undefined) labels[block] = facts[block]!.kind === 'sentence' ? 'body' : 'subhead';
    else duplicates.push({ block, of: best.of, match: best.match });
  }
  return duplicates;
}
