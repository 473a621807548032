import type { Block } from '../page/block.ts';
import type { Page } from '../page/page.ts';
import { rawOffset } from '../page/paragraph.ts';
import type { Span } from '../text/span.ts';
import type { LineReference } from './finding.ts';

/** How many characters of a cut block's end, or of an open start, are marked. */
const markedCharacters = 12;

/** The span in the page of `text[from, to)` of a block's paragraph. */
export function spanIn(block: Block, from: number, to: number): Span {
  return {
    start: block.start + rawOffset(block.paragraph, from),
    end: block.start + rawOffset(block.paragraph, to, 'end'),
  };
}

/** The whole block without its indentation. */
export function spanOf(block: Block): Span {
  return spanIn(block, 0, block.paragraph.text.length);
}

/** The last characters of a block, on its last line: what a cut is marked at. */
export function tailOf(block: Block): Span {
  const { text, pieces } = block.paragraph;
  return spanIn(block, Math.max(pieces.at(-1)?.at ?? 0, whole(text, text.length - markedCharacters)), text.length);
}

/** The first characters of a block, on its first line: what an open start is marked at. */
export function headOf(block: Block): Span {
  const { text, pieces } = block.paragraph;
  return spanIn(block, 0, Math.min(pieces[1]?.at ?? text.length, whole(text, markedCharacters)));
}

/** Where a block begins, for a message. */
export function lineOf(page: Page, block: number): LineReference {
  return { line: page.blocks[block]!.first };
}

/** The last `count` characters, for quoting in a message. */
export function ending(text: string, count = 6): string {
  return text.slice(whole(text, text.length - count));
}

/** The first `count` characters, for quoting in a message. */
export function beginning(text: string, count = 6): string {
  return text.slice(0, whole(text, count));
}

/** `index` brought into the text, and off the middle of a surrogate pair. */
function whole(text: string, index: number): number {
  if (index <= 0) return 0;
  if (index >= text.length) return text.length;
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff ? index - 1 : index;
}
