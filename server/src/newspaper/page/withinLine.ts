import { isSpace } from '../text/characters.ts';
import { growLine, lineAt, lineEnd } from '../text/lines.ts';
import { type Block, holdsBlankLines } from './block.ts';
import { paragraphOf } from './blocks.ts';
import { changeOf, type Former } from './former.ts';
import { longestWord, widest } from './layout.ts';
import type { Page } from './page.ts';
import { furnitureEnd, furnitureLength, longestPage, opensPage } from './split.ts';

/** An edit within one line of a page that leaves the pages where they are. */
export interface LineEdit {
  readonly page: Page;
  /** The line's number in the page, and where in it the edit begins. */
  readonly line: number;
  readonly at: number;
  /** The line as it reads now, its break left out. */
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
  return leavesPages ? { page, line, at: start - lineStart, raw, growth } : undefined;
}

/** Whether a line is too long to be furniture, or a page's folio. */
function isLong(raw: string): boolean {
  return trimmedEnd(raw) - indentOf(raw) > 2 * furnitureLength;
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

/** What an edit makes of a page's blocks within a line that is one by itself; undefined where lines may belong together otherwise now. */
export function editedBlocks({ page, line, at, raw, growth }: LineEdit): EditedBlocks | undefined {
  const place = blockOfLine(page.blocks, line);
  if (place === undefined || page.blocks.some(holdsBlankLines)) return undefined;
  const edited = page.blocks[place]!;
  const before = edited.paragraph;
  const isAlone = page.blocks[place - 1]?.last !== line - 1 && page.blocks[place + 1]?.first !== line + 1;
  const least = isAlone ? long.alone : long.amongOthers;
  const end = trimmedEnd(raw);
  if (at <= before.indent || before.text.length <= least || end - before.indent <= least) return undefined;
  if (!isAlone && at < before.indent + longestWord) return undefined;
  const now = paragraphOf(raw, before.indent, end);
  const blocks = page.blocks.slice();
  blocks[place] = { ...edited, end: edited.end + growth, paragraph: now };
  for (let behind = place + 1; behind < blocks.length; behind++) {
    const { index, first, last, start, end, paragraph } = blocks[behind]!;
    blocks[behind] = { index, first, last, start: start + growth, end: end + growth, paragraph };
  }
  return {
    lineStarts: growLine(page.lineStarts, line, growth),
    blocks,
    former: { page, changes: [changeOf(place, before, now)] },
  };
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

function indentOf(raw: string): number {
  let start = 0;
  while (start < raw.length && isSpace(raw.charCodeAt(start))) start++;
  return start;
}

function trimmedEnd(raw: string): number {
  let end = raw.length;
  while (end > 0 && isSpace(raw.charCodeAt(end - 1))) end--;
  return end;
}
