import { lineEnd } from '../text/lines.ts';
import type { Block, Layout } from './block.ts';
import type { Paragraph } from './paragraph.ts';

/** Paragraphs of an earlier state of the page by their raw text, to be used again. */
export type KnownParagraphs = ReadonlyMap<string, Paragraph>;

/** The layout of a page and its blocks, in order. */
export function readBlocks(
  text: string,
  lineStarts: Uint32Array,
  known: KnownParagraphs,
): { readonly layout: Layout; readonly blocks: readonly Block[] } {
  const blocks: Block[] = [];
  for (let line = 0; line < lineStarts.length; line++) {
    const start = lineStarts[line]!;
    const end = lineEnd(text, lineStarts, line);
    const raw = text.slice(start, end);
    const trimmed = raw.trim();
    if (trimmed === '') continue;
    const indent = raw.length - raw.trimStart().length;
    const paragraph = known.get(raw) ?? { raw, text: trimmed, indent, pieces: [{ at: 0, from: indent }] };
    blocks.push({ index: blocks.length, first: line, last: line, start, end, paragraph });
  }
  return { layout: { kind: 'spaced', width: undefined }, blocks };
}
