import { isEqual } from '../text/equal.ts';
import { growLine, lineAt, lineEnd, trimmedEnd, trimmedLength } from '../text/lines.ts';
import type { Block } from './block.ts';
import { layoutOf, paragraphOf } from './blocks.ts';
import { changeOf, type Former } from './former.ts';
import { longestWord, widest } from './layout.ts';
import type { Page } from './page.ts';
import type { Paragraph } from './paragraph.ts';
import { reread } from './reread.ts';
import { furnitureEnd, furnitureLength, longestPage, opensPage } from './split.ts';

/** An edit within one line of a page that leaves the pages where they are. */
export interface LineEdit {
  readonly page: Page;
  /** The line's number in the page, and where in it the edit begins. */
  readonly line: number;
  readonly at: number;
  /** The line as it read and as it reads now, its break left out. */
  readonly before: string;
  readonly raw: string;
  /** By how many UTF-16 code units it is longer now. */
  readonly growth: number;
}

/**
 * What `page.text[start, end)` becoming `inserted` is as an edit within a line; undefined for one that changes lines, or
 * where another page may begin now.
 */
export function withinLine(page: Page, start: number, end: number, inserted: string): LineEdit | undefined {
  const { text, lineStarts } = page;
  const growth = inserted.length - (end - start);
  if (text.length >= longestPage || text.length + growth >= longestPage) return undefined;
  if (inserted.includes('\n') || inserted.includes('\r')) return undefined;
  const line = lineAt(lineStarts, start);
  const lineStart = lineStarts[line]!;
  const stop = lineEnd(text, lineStarts, line);
  // what is left of the line keeps the breaks before and behind it apart
  if (start === lineStart || end > stop) return undefined;
  const before = text.slice(lineStart, stop);
  const raw = text.slice(lineStart, start) + inserted + text.slice(end, stop);
  // what stands behind a blank line may open a page
  if ((trimmedEnd(before) === 0) !== (trimmedEnd(raw) === 0)) return undefined;
  const leavesPages =
    (isLong(before) && isLong(raw)) || (lineStart >= textStartOf(page) && !opensPage(before) && !opensPage(raw));
  return leavesPages ? { page, line, at: start - lineStart, before, raw, growth } : undefined;
}

/** Whether a line is too long to be furniture, or a page's folio. */
function isLong(raw: string): boolean {
  return trimmedLength(raw) > 2 * furnitureLength;
}

const textStarts = new WeakMap<Page, number>();

function textStartOf(page: Page): number {
  let start = textStarts.get(page);
  if (start === undefined) {
    start = furnitureEnd(page.text);
    textStarts.set(page, start);
  }
  return start;
}

/** Of a line that was and is longer, its length says nothing to those who look for columns. */
const long = { alone: 2 * furnitureLength, amongOthers: 2 * widest } as const;

/** The lines and blocks of a page after an edit, and what that changed. */
export interface EditedBlocks {
  readonly lineStarts: Uint32Array;
  readonly blocks: readonly Block[];
  readonly former: Former;
}

/**
 * What an edit within a line makes of a page's blocks, where it leaves them apart as they were; undefined where it may
 * not. `text` is the page's text behind the edit.
 */
export function editedBlocks(edit: LineEdit, text: string): EditedBlocks | undefined {
  const { page, line, growth } = edit;
  const place = blockOfLine(page.blocks, line);
  // where blank lines stand within paragraphs, no line is one by itself
  if (place === undefined || page.setting.isDoubleSpaced) return undefined;
  const lineStarts = growLine(page.lineStarts, line, growth);
  const edited = page.blocks[place]!;
  const longLine = readLongLine(edit, place);
  const now = longLine ?? reread(edit, edited, text, lineStarts);
  if (now === undefined) return undefined;
  const blocks = page.blocks.slice();
  blocks[place] = { ...edited, end: edited.end + growth, paragraph: now };
  for (let behind = place + 1; behind < blocks.length; behind++) {
    const { index, first, last, start, end, paragraph } = blocks[behind]!;
    blocks[behind] = { index, first, last, start: start + growth, end: end + growth, paragraph };
  }
  if (longLine === undefined && !isEqual(layoutOf(text, blocks, page.setting), page.layout)) return undefined;
  return { lineStarts, blocks, former: { page, changes: [changeOf(place, edited.paragraph, now)] } };
}

/** The paragraph that a line is which was and is too long to have a say in how the page is set; undefined for others. */
function readLongLine({ page, line, at, raw }: LineEdit, place: number): Paragraph | undefined {
  const { first, last, paragraph } = page.blocks[place]!;
  if (first !== last) return undefined;
  const { indent, text } = paragraph;
  const isAlone = page.blocks[place - 1]?.last !== line - 1 && page.blocks[place + 1]?.first !== line + 1;
  const least = isAlone ? long.alone : long.amongOthers;
  const end = trimmedEnd(raw);
  if (at <= indent || text.length <= least || end - indent <= least) return undefined;
  if (!isAlone && at < indent + longestWord) return undefined;
  return paragraphOf(raw, indent, end);
}

/** The block that a line is part of. */
function blockOfLine(blocks: readonly Block[], line: number): number | undefined {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (blocks[middle]!.first <= line) low = middle;
    else high = middle - 1;
  }
  const block = blocks[low];
  return block !== undefined && block.first <= line && line <= block.last ? low : undefined;
}
