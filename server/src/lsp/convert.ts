import type { Position, Range, TextEdit } from 'vscode-languageserver';
import {
  type Change,
  type Issue,
  lineAt,
  lineEnd,
  lineStarts,
  type PlacedPage,
  type Span,
} from '../newspaper/index.ts';

/** The place of a page's offset in the dump. */
export function positionOf({ page, line }: PlacedPage, offset: number): Position {
  const within = lineAt(page.lineStarts, offset);
  return { line: line + within, character: offset - page.lineStarts[within]! };
}

/** The range in the dump of a span of a page. */
export function rangeOf(placed: PlacedPage, span: Span): Range {
  return { start: positionOf(placed, span.start), end: positionOf(placed, span.end) };
}

/** The page that holds a line of the dump; the last one for a line behind the end. */
export function pageAt(issue: Issue, line: number): PlacedPage {
  const { pages } = issue;
  let low = 0;
  let high = pages.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pages[middle]!.line <= line) low = middle;
    else high = middle - 1;
  }
  return pages[low]!;
}

/** The pages that a range of the dump touches. */
export function pagesIn(issue: Issue, range: Range | undefined): readonly PlacedPage[] {
  if (range === undefined) return issue.pages;
  const first = issue.pages.indexOf(pageAt(issue, range.start.line));
  const last = issue.pages.indexOf(pageAt(issue, range.end.line));
  return issue.pages.slice(first, last + 1);
}

/** The offset in its page of a place in the dump; a column behind a line's end counts as the line's end. */
export function offsetIn({ page, line }: PlacedPage, position: Position): number {
  const within = Math.max(0, Math.min(page.lineStarts.length - 1, position.line - line));
  const end = lineEnd(page.text, page.lineStarts, within);
  return Math.min(end, page.lineStarts[within]! + position.character);
}

/** Changes of a page as edits of the dump. */
export function editsOf(placed: PlacedPage, changes: readonly Change[]): TextEdit[] {
  return changes.map(({ span, text }) => ({ range: rangeOf(placed, span), newText: text }));
}

/** The range of a span of any text. */
export function textRangeOf(text: string, span: Span): Range {
  return rangeIn(lineStarts(text), span);
}

/** Changes of any text as edits of it. */
export function textEditsOf(text: string, changes: readonly Change[]): TextEdit[] {
  const starts = lineStarts(text);
  return changes.map(({ span, text: newText }) => ({ range: rangeIn(starts, span), newText }));
}

function rangeIn(starts: Uint32Array, { start, end }: Span): Range {
  const positionIn = (offset: number) => {
    const line = lineAt(starts, offset);
    return { line, character: offset - starts[line]! };
  };
  return { start: positionIn(start), end: positionIn(end) };
}

/** Whether two ranges touch. */
export function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
