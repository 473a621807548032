import type { Position, Range } from 'vscode-languageserver-textdocument';
import { growLine, type Issue, lineAt, lineEnd, lineStarts } from '../newspaper/index.ts';

/** Some lines of a text, whole; only the last piece may end without a line break. */
interface Piece {
  readonly text: string;
  readonly lineStarts: Uint32Array;
}

/**
 * A text as an editor changes it, in pieces, so that an edit costs in proportion to the piece that it is in and not to
 * the text. Lines and positions are those of LSP: a line ends with LF, CRLF or CR. What stands outside of the text is
 * brought to its nearest end, as in `TextDocument`.
 */
export class DumpText {
  private pieces: readonly Piece[];
  /** Offset and line at which each piece begins, and at the end those of the whole. */
  private offsets = new Uint32Array(0);
  private lines = new Uint32Array(0);

  constructor(text: string) {
    this.pieces = [{ text, lineStarts: lineStarts(text) }];
    this.measure();
  }

  /** In UTF-16 code units. */
  get length(): number {
    return this.offsets.at(-1)!;
  }

  /** As of a string; `start` and `end` within the text. */
  slice(start: number, end: number): string {
    let index = lineAt(this.offsets, start);
    let text = '';
    for (; index < this.pieces.length && this.offsets[index]! < end; index++) {
      const from = this.offsets[index]!;
      text += this.pieces[index]!.text.slice(Math.max(0, start - from), end - from);
    }
    return text;
  }

  /** The text of a range, or the whole text. */
  get(range?: Range): string {
    if (range === undefined) return this.slice(0, this.length);
    const [start, end] = ordered(range);
    return this.slice(this.offsetAt(start), this.offsetAt(end));
  }

  /** The offset of a position. */
  offsetAt(position: Position): number {
    const { piece, offset } = this.locate(position);
    return this.offsets[piece]! + offset;
  }

  /** Replaces the text of a range. Gives the offsets at which that began and ended. */
  replace(range: Range, text: string): { readonly start: number; readonly end: number } {
    const [first, last] = ordered(range);
    const start = this.offsetAt(first);
    const end = this.offsetAt(last);
    const within = this.replacedWithinLine(start, end, text);
    if (within !== undefined) {
      this.pieces = this.pieces.map((piece, place) => (place === within.place ? within.piece : piece));
      this.measure();
      return { start, end };
    }
    // with a neighbour on either side, so that no CRLF is made or broken between two pieces
    const from = Math.max(0, this.locate(first).piece - 1);
    const to = Math.min(this.pieces.length, this.locate(last).piece + 2);
    const base = this.offsets[from]!;
    const before = this.slice(base, start);
    const behind = this.slice(end, this.offsets[to]!);
    const merged = before + text + behind;
    const piece = { text: merged, lineStarts: lineStarts(merged) };
    this.pieces = [...this.pieces.slice(0, from), piece, ...this.pieces.slice(to)];
    this.measure();
    return { start, end };
  }

  /** The piece that an edit within a line changes, and its place; undefined for other edits. */
  private replacedWithinLine(
    start: number,
    end: number,
    text: string,
  ): { readonly place: number; readonly piece: Piece } | undefined {
    if (text.includes('\n') || text.includes('\r')) return undefined;
    const place = Math.min(this.pieces.length - 1, lineAt(this.offsets, start));
    const piece = this.pieces[place]!;
    const offset = start - this.offsets[place]!;
    const line = lineAt(piece.lineStarts, offset);
    // what is left of the line keeps the breaks before and behind it apart
    if (offset === piece.lineStarts[line]) return undefined;
    const last = end - this.offsets[place]!;
    if (last > lineEnd(piece.text, piece.lineStarts, line)) return undefined;
    const lineStarts = growLine(piece.lineStarts, line, text.length - (end - start));
    return { place, piece: { text: piece.text.slice(0, offset) + text + piece.text.slice(last), lineStarts } };
  }

  /** Takes the pages of an issue for pieces, which was read from this very text: so it is kept only once. */
  share({ pages }: Issue): void {
    this.pieces = pages.map(({ page }) => page);
    this.measure();
  }

  private locate({ line, character }: Position): { readonly piece: number; readonly offset: number } {
    const end = this.pieces.length - 1;
    if (line < 0) return { piece: 0, offset: 0 };
    const piece = Math.min(end, lineAt(this.lines, line));
    const { text, lineStarts: starts } = this.pieces[piece]!;
    const within = line - this.lines[piece]!;
    // the line behind the last break of a piece is the first one of the next piece
    if (within >= starts.length) return { piece, offset: text.length };
    const start = starts[within]!;
    if (character <= 0) return { piece, offset: start };
    let offset = Math.min(start + character, starts[within + 1] ?? text.length);
    while (offset > start && isBreak(text.charCodeAt(offset - 1))) offset--;
    return { piece, offset };
  }

  private measure(): void {
    const { length } = this.pieces;
    const offsets = new Uint32Array(length + 1);
    const lines = new Uint32Array(length + 1);
    for (let index = 0; index < length; index++) {
      const { text, lineStarts: starts } = this.pieces[index]!;
      offsets[index + 1] = offsets[index]! + text.length;
      lines[index + 1] = lines[index]! + starts.length - 1;
    }
    this.offsets = offsets;
    this.lines = lines;
  }
}

function isBreak(unit: number): boolean {
  return unit === 10 || unit === 13;
}

function ordered({ start, end }: Range): readonly [Position, Position] {
  const reversed = start.line > end.line || (start.line === end.line && start.character > end.character);
  return reversed ? [end, start] : [start, end];
}
