import type { Facts } from '../article/facts.ts';
import { Kind } from '../article/kind.ts';
import { Label } from '../article/label.ts';
import type { Duplicate } from './duplicate.ts';
import type { Twins } from './search.ts';

const rank = { exact: 0, partial: 1, near: 2 } as const;

/**
 * Finds for each repetition the headline that it repeats. A block that was taken for a repetition and repeats no
 * headline gets another label, in place; so does a line that was taken for a subhead or text and is printed again as a headline.
 */
export function pairRepetitions(
  labels: Uint8Array,
  facts: readonly Facts[],
  twins: readonly Twins[],
): readonly Duplicate[] {
  const best = new Map<number, Duplicate>();
  const offer = (block: number, of: number, match: Duplicate['match']): void => {
    if (labels[block] !== Label.repetition) return;
    // what repeats a repetition repeats the same headline
    const through = best.get(of);
    const headline = through?.of ?? headlineOf(of, labels);
    if (headline === undefined || headline === block) return;
    const offered = through?.match ?? (headline === of ? match : 'partial');
    const known = best.get(block);
    const better =
      known === undefined || rank[offered] < rank[known.match] || (offered === known.match && headline < known.of);
    if (better) best.set(block, { block, of: headline, match: offered });
  };
  const offerAll = (): void => {
    for (const { earlier, later, match } of twins) {
      offer(later, earlier, match);
      offer(earlier, later, match);
    }
  };
  offerAll();
  let promoted = false;
  for (const { earlier, later, match } of twins) {
    const alone = labels[later] === Label.repetition && !best.has(later) && match !== 'partial';
    const lines = facts[earlier]!.kind === Kind.line && facts[later]!.kind === Kind.line;
    if (!alone || !lines || (labels[earlier] !== Label.subhead && labels[earlier] !== Label.body)) continue;
    labels[earlier] = Label.headline;
    promoted = true;
  }
  if (promoted) offerAll();
  const duplicates: Duplicate[] = [];
  for (let block = 0; block < labels.length; block++) {
    if (labels[block] !== Label.repetition) continue;
    const duplicate = best.get(block);
    if (duplicate !== undefined) duplicates.push(duplicate);
    else labels[block] = withoutHeadline(facts[block]!);
  }
  return duplicates;
}

/** What a line is that repeats no headline: a reporter signs more than one text of a page. */
function withoutHeadline({ kind, mayBeNames }: Facts): number {
  if (kind === Kind.sentence) return Label.body;
  return kind === Kind.name && mayBeNames ? Label.stray : Label.subhead;
}

/** The headline that a block is or, as its kicker or deck, belongs to. */
function headlineOf(block: number, labels: Uint8Array): number | undefined {
  if (labels[block] === Label.headline) return block;
  if (labels[block] === Label.kicker && labels[block + 1] === Label.headline) return block + 1;
  if (labels[block] === Label.deck && labels[block - 1] === Label.headline) return block - 1;
  return undefined;
}
