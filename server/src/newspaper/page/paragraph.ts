/**
 * What one block says, wherever it stands. Paragraphs do not know their position, so an edit elsewhere
 * leaves them, and everything that was worked out from them, as they are.
 */
export interface Paragraph {
  /** The block's characters as they stand in the dump, from its first line's start, line breaks included. */
  readonly raw: string;
  /** The block as it reads: indentation, wrapping breaks and blanks at line ends left out. */
  readonly text: string;
  /** White-space units before the first character of the first line. */
  readonly indent: number;
  /** One entry a line: the line's first character stands at `text[at]` and at `raw[from]`. Ascending. */
  readonly pieces: readonly Piece[];
  /** True for a headline set in several lines: they read with a blank between. */
  readonly isSetInLines: boolean;
  /** What {@link perParagraph} keeps here, by the number of the reader; nobody else's business. */
  readonly notes: unknown[];
}

/** See {@link Paragraph.pieces}. */
export interface Piece {
  readonly at: number;
  readonly from: number;
}

/**
 * The offset in `raw` of the character at `index` of `text`. For `index === text.length` the place behind the last
 * character. `side` says which line a place between two wrapped lines belongs to: `end` for the end of a span.
 */
export function rawOffset(paragraph: Paragraph, index: number, side: 'start' | 'end' = 'start'): number {
  const { pieces } = paragraph;
  let low = 0;
  let high = pieces.length - 1;
  const target = side === 'end' ? index - 1 : index;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle]!.at <= target) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low]!;
  return piece.from + (index - piece.at);
}

/** The index in `text` of the character at `offset` of `raw`; the nearest one before it for a break or indentation. */
export function textIndex(paragraph: Paragraph, offset: number): number {
  const { pieces, text } = paragraph;
  let line = 0;
  while (line + 1 < pieces.length && pieces[line + 1]!.from <= offset) line++;
  const piece = pieces[line]!;
  const next = pieces[line + 1]?.at ?? text.length;
  return Math.max(piece.at, Math.min(next, piece.at + (offset - piece.from)));
}

let readers = 0;

/** An empty list for {@link Paragraph.notes}, no longer than it has to be: a list that grows would keep twice as much. */
export function emptyNotes(): unknown[] {
  return new Array(readers);
}

/**
 * Keeps what `read` makes of a paragraph for as long as the paragraph lives: blocks that an edit did not touch
 * keep their paragraphs, so nothing about them is worked out twice. Kept on the paragraph itself: a weak map of
 * 100,000 paragraphs would cost more time than most readers.
 */
export function perParagraph<T extends object>(read: (paragraph: Paragraph) => T): (paragraph: Paragraph) => T {
  const reader = readers++;
  return (paragraph) => {
    const { notes } = paragraph;
    notes[reader] ??= read(paragraph);
    return notes[reader] as T;
  };
}
