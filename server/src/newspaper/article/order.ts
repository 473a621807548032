import type { Continuation } from '../continuation/continuation.ts';

/**
 * Blocks of one article in reading order: as they stand on the page, but the rest of a cut paragraph right behind its
 * beginning. `blocks` ascend.
 */
export function inReadingOrder(
  blocks: readonly number[],
  linkFrom: ReadonlyMap<number, Continuation>,
): readonly number[] {
  if (blocks.every((block, place) => leadsOn(linkFrom.get(block), blocks[place + 1]))) return blocks;
  const own = new Set(blocks);
  const rests = new Set<number>();
  for (const block of blocks) {
    const to = linkFrom.get(block)?.to;
    if (to !== undefined && own.has(to)) rests.add(to);
  }
  const ordered = new Set<number>();
  const follow = (first: number): void => {
    let block: number | undefined = first;
    while (block !== undefined && own.has(block) && !ordered.has(block)) {
      ordered.add(block);
      block = linkFrom.get(block)?.to;
    }
  };
  for (const block of blocks) if (!rests.has(block)) follow(block);
  // links in a circle have no beginning
  for (const block of blocks) follow(block);
  return [...ordered];
}

/** Whether a link, if there is one, leads to the block that stands next. */
function leadsOn(link: Continuation | undefined, next: number | undefined): boolean {
  return link === undefined || link.to === next;
}
