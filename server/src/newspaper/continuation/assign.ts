import type { Block, Layout, Role } from '../page/block.ts';
import type { Continuation, Orphan } from './continuation.ts';

/** Which blocks of a page are cut, which continue them, and which begin mid-sentence with nothing leading to them. */
export function linkContinuations(
  blocks: readonly Block[],
  roles: readonly Role[],
  _layout: Layout,
): { readonly continuations: readonly Continuation[]; readonly orphans: readonly Orphan[] } {
  const continuations: Continuation[] = [];
  const body = blocks.filter(({ index }) => roles[index] === 'body');
  body.forEach(({ index, paragraph }, place) => {
    if (/[。！？!?”）)：:；;…]$/.test(paragraph.text)) return;
    const next = body[place + 1]?.index;
    continuations.push({ at: index, to: next, overlap: 0, certainty: 0.5, evidence: [] });
  });
  return { continuations, orphans: [] };
}
