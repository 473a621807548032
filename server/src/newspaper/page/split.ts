import { mayBeRow } from '../press/furniture.ts';
import { edge } from '../press/press.ts';
import { fits } from '../press/read.ts';
import { isDigit, isSpace } from '../text/characters.ts';

/** Lines shorter than this, in characters, can stand among page furniture: the paper's name, editors, weather. */
export const furnitureLength = 24;
/** How many of them may. */
const furnitureLines = 4;

/**
 * No newspaper page holds so many characters: the densest English ones have some 10,000 words. Where nothing tells pages
 * apart, a longer text is read in parts, each from a line behind a blank one that may be a headline; where there is none
 * in as many characters again, from any line. So no edit costs more than a page does, however long the text.
 */
export const longestPage = 60_000;

/**
 * Where the pages of a dump start: offsets of line starts, ascending, from `from` (a page start itself, always the
 * first entry). A page starts at a form feed or at its folio; furniture that follows furniture opens no further page;
 * and see {@link longestPage}. What is found behind a page start depends only on the lines from there on.
 */
export function* pageStarts(text: string, from = 0): Generator<number> {
  yield from;
  /** Further lines that may belong to the furniture that the page began with; below 0 the page's text has begun. */
  let left = furnitureLines;
  /** The last page start. */
  let last = from;
  let isBehindBlank = false;
  let feed = text.indexOf('\n', from);
  let carriage = text.indexOf('\r', from);
  for (let start = from; start < text.length; ) {
    if (feed >= 0 && feed < start) feed = text.indexOf('\n', start);
    if (carriage >= 0 && carriage < start) carriage = text.indexOf('\r', start);
    let end = feed < 0 ? text.length : feed;
    if (carriage >= 0 && carriage < end) end = carriage;
    const first = skipSpace(text, start, Math.min(end, start + edge));
    const mayBegin = isBehindBlank && first < end && end - first <= furnitureLength;
    const isTooLong = start - last >= (mayBegin ? longestPage : 2 * longestPage);
    if ((start > from && text.charCodeAt(start) === 12) || isTooLong) {
      yield start;
      last = start;
      left = furnitureLines;
    }
    const before = left;
    left = furnitureBehind(text, first, end, left);
    if (before < 0 && left >= 0 && !isBehindBlank && mayBeRow(text.slice(first, end).trimEnd())) left = before;
    if (before < 0 && left >= 0) {
      yield start;
      last = start;
    }
    isBehindBlank = first >= end;
    start = end + (end === carriage && text.charCodeAt(end + 1) === 10 ? 2 : 1);
  }
}

/**
 * Where the text of a page has begun: the offset behind the line with which its furniture ends, or the page's length.
 * From there on only its folio, a form feed or the length of it all opens another page; `page` holds none of them.
 */
export function furnitureEnd(page: string): number {
  let left = furnitureLines;
  let start = 0;
  while (start < page.length && left >= 0) {
    const end = breakFrom(page, start);
    const first = skipSpace(page, start, Math.min(end, start + edge));
    left = furnitureBehind(page, first, end, left);
    start = end + (page.charCodeAt(end) === 13 && page.charCodeAt(end + 1) === 10 ? 2 : 1);
  }
  return Math.min(start, page.length);
}

function breakFrom(text: string, start: number): number {
  let end = start;
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
  return end;
}

/** How many further lines may belong to the furniture behind a line that is no page start, `left` up to there. */
function furnitureBehind(text: string, first: number, end: number, left: number): number {
  const length = end - first;
  if (length > furnitureLength * 2) return -1;
  if (length <= 0) return left;
  if (isFolio(text, first, end)) return furnitureLines;
  return length > furnitureLength ? -1 : left - 1;
}

/** Whether a line, its break left out, opens a page behind text. */
export function opensPage(line: string): boolean {
  if (line.charCodeAt(0) === 12) return true;
  const first = skipSpace(line, 0, Math.min(line.length, edge));
  const length = line.length - first;
  return length > 0 && length <= furnitureLength * 2 && isFolio(line, first, line.length);
}

function skipSpace(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** True for a line that says which page this is. The first and last character tell most lines apart. */
function isFolio(text: string, first: number, end: number): boolean {
  let last = end;
  while (last > first && isSpace(text.charCodeAt(last - 1))) last--;
  const closing = text.charCodeAt(last - 1);
  if (!startsFolio(text.charCodeAt(first)) && closing !== 0x7248 && closing !== 0x9801 && !isDigit(closing)) {
    if (!weekdays.includes(text[last - 1] ?? '')) return false;
  }
  return fits('folios', text.slice(first, last));
}

const weekdays = '一二三四五六日天';

/** 第, digits, and capital letters, which number sections. */
function startsFolio(unit: number): boolean {
  return unit === 0x7b2c || isDigit(unit) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0xff21 && unit <= 0xff3a);
}

/** The texts of the pages of a dump, in order. */
export function* pageTexts(text: string): Generator<string> {
  let from = 0;
  for (const start of pageStarts(text)) {
    if (start > from) yield copy(text, from, start);
    from = start;
  }
  yield copy(text, from, text.length);
}

/** A copy that does not keep the whole dump alive, as V8's own slices of a string do. */
export function copy(text: string, start: number, end: number): string {
  return ` ${text.slice(start, end)}`.slice(1);
}
