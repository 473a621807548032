import { creditedIn } from '../press/personLine.ts';
import { fits, isFurniture, isName, startsBrief } from '../press/read.ts';
import { isHan } from '../text/characters.ts';
import { closesSentence, type Lines, textual } from './layout.ts';

/** So many lines one headline is set in at most. */
export const mostLines = 4;
/** So long each of them is, in UTF-16 code units. */
const lineLength = { least: 2, most: 32 } as const;
/** One of so many lines behind a headline is text: a byline may come between. */
const nextLines = 2;

/**
 * The last line of a headline that is set in several lines from `line` on, a blank line before and behind them; `line`
 * itself where none is. Only where blank lines stand between blocks do lines without one between belong together.
 */
export function headlineEnd(text: string, lines: Lines, line: number): number {
  const { count, first, last } = lines;
  const isBlank = (at: number): boolean => first[at] === last[at];
  if (line > 0 && !isBlank(line - 1)) return line;
  let end = line;
  while (end + 1 < count && !isBlank(end + 1) && end - line < mostLines) end++;
  if (end === line || end - line >= mostLines || !isBeforeText(lines, end)) return line;
  for (let at = line; at <= end; at++) if (!mayBePart(text.slice(first[at]!, last[at]))) return line;
  return end;
}

function isBeforeText({ count, first, last }: Lines, end: number): boolean {
  let seen = 0;
  for (let at = end + 1; at < count && seen < nextLines; at++) {
    const length = last[at]! - first[at]!;
    if (length >= textual) return true;
    if (length > 0) seen++;
  }
  return false;
}

/** Marks with which a line goes on in the next one as text, or names what stands there. */
const openEnds = '，,、；;：:';

function mayBePart(line: string): boolean {
  const { length } = line;
  if (length < lineLength.least || length > lineLength.most) return false;
  const last = line.charCodeAt(length - 1);
  if (closesSentence(last) || openEnds.includes(line.charAt(length - 1)) || startsBrief(line)) return false;
  let han = 0;
  for (let at = 0; at < length; at++) if (isHan(line.charCodeAt(at))) han++;
  if (han * 2 < length || isName(line.replace(/[\s　]/gu, ''))) return false;
  return creditedIn(line) === undefined && !isFurniture(line) && !fits('bylines', line);
}
