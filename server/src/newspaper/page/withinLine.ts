import { isSpace } from '../text/characters.ts';
import { growLine, lineAt, lineEnd } from '../text/lines.ts';
import type { Block } from './block.ts';
import { paragraphOf } from './blocks.ts';
import { changeOf, type Former } from './former.ts';
import { longestWord, widest } from './layout.ts';
import type { Page } from './page.ts';
import { furnitureLength, longestPage } from './split.ts';

/** An edit within one line of a page that leaves all lines, blocks and pages where they are. Offsets count from the page's start. */
export interface LineEdit {
  readonly page: Page;
  /** Place of the line's block among the blocks of the page; the line is all of it. */
  readonly block: number;
  readonly line: number;
  /** The line as it reads now, its break left out. */
  readonly raw: string;
  /** By how many UTF-16 code units it is longer now. */
  readonly growth: number;
}

/** Of a line that is longer than this before and after an edit, its length says nothing to those who part pages and blocks. */
const long = { alone: 2 * furnitureLength, amongOthers: 2 * widest } as const;

/**
 * What `page.text[start, end)` becoming `inserted` is as an edit within a line: one that is a block by itself, that was
 * and is too long to be furniture or a line of a column, and whose beginning stays. Undefined for all other edits.
 */
export function withinLine(page: Page, start: number, end: number, inserted: string): LineEdit | undefined {
  const { text, lineStarts } = page;
  const growth = inserted.length - (end - start);
  if (text.length >= longestPage || text.length + growth >= longestPage || hasBreak(inserted)) return undefined;
  const line = lineAt(lineStarts, start);
  const lineStart = lineStarts[line]!;
  const stop = lineEnd(text, lineStarts, line);
  if (end > stop) return undefined;
  const block = blockOfLine(page.blocks, line);
  if (block === undefined) return undefined;
  const raw = text.slice(lineStart, start) + inserted + text.slice(end, stop);
  const before = page.blocks[block]!.paragraph;
  const first = lineStart + before.indent;
  const isAlone = page.blocks[block - 1]?.last !== line - 1 && page.blocks[block + 1]?.first !== line + 1;
  const least = isAlone ? long.alone : long.amongOthers;
  if (start <= first || before.text.length <= least || trimmedEnd(raw) - before.indent <= least) return undefined;
  if (!isAlone && start < first + longestWord) return undefined;
  return { page, block, line, raw, growth };
}

function hasBreak(text: string): boolean {
  return text.includes('\n') || text.includes('\r');
}

/** The block that is this line and no other. */
function blockOfLine(blocks: readonly Block[], line: number): number | undefined {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (blocks[middle]!.first <= line) low = middle;
    else high = middle - 1;
  }
  const block = blocks[low];
  return block !== undefined && block.first === line && block.last === line ? low : undefined;
}

function trimmedEnd(raw: string): number {
  let end = raw.length;
  while (end > 0 && isSpace(raw.charCodeAt(end - 1))) end--;
  return end;
}

/** The lines and blocks of a page after an edit within a line, and what that changed. */
export function editedBlocks({ page, block, line, raw, growth }: LineEdit): {
  readonly lineStarts: Uint32Array;
  readonly blocks: readonly Block[];
  readonly former: Former;
} {
  const lineStarts = growLine(page.lineStarts, line, growth);
  const { paragraph: before } = page.blocks[block]!;
  const now = paragraphOf(raw, before.indent, trimmedEnd(raw));
  const blocks = page.blocks.slice();
  const { index, first, last, start, end } = page.blocks[block]!;
  blocks[block] = { index, first, last, start, end: end + growth, paragraph: now };
  for (let behind = block + 1; behind < blocks.length; behind++) {
    const { index, first, last, start, end, paragraph } = blocks[behind]!;
    blocks[behind] = { index, first, last, start: start + growth, end: end + growth, paragraph };
  }
  return { lineStarts, blocks, former: { page, changes: [changeOf(block, before, now)] } };
}
