import { edge, presses } from '../press/press.ts';
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
    if (end - first > furnitureLength * 2) left = -1;
    else if (first < end) {
      if (isFolio(text, first, end)) {
        if (left < 0) {
          yield start;
          last = start;
        }
        left = furnitureLines;
      } else left = end - first > furnitureLength ? -1 : left - 1;
    }
    isBehindBlank = first >= end;
    start = end + (end === carriage && text.charCodeAt(end + 1) === 10 ? 2 : 1);
  }
}

function skipSpace(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

const folios = presses.flatMap((press) => press.folios);

/** True for a line that says which page this is. The first and last character tell most lines apart. */
function isFolio(text: string, first: number, end: number): boolean {
  let last = end;
  while (last > first && isSpace(text.charCodeAt(last - 1))) last--;
  const closing = text.charCodeAt(last - 1);
  if (!startsFolio(text.charCodeAt(first)) && closing !== 0x7248 && closing !== 0x9801 && !isDigit(closing)) {
    if (!weekdays.includes(text[last - 1] ?? '')) return false;
  }
  const line = text.slice(first, last);
  return folios.some((pattern) => pattern.test(line));
}

const weekdays = '一二三四五六日天';

/** 第, digits, and the letters A to H that number sections. */
function startsFolio(unit: number): boolean {
  return unit === 0x7b2c || isDigit(unit) || (unit >= 0x41 && unit <= 0x48) || (unit >= 0xff21 && unit <= 0xff28);
}
