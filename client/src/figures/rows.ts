import type { Article, Figure, Part, Position } from '../../../server/src/protocol.ts';
import type { Row } from './row.ts';

/** What is needed of a dump to list its figures. */
export interface Source {
  readonly name: string;
  /** The text between two places of the dump. */
  textBetween(start: Position, end: Position): string;
}

/** The figures of a dump as rows, numbered from `firstId` on, each with its article, its day and its sentence. */
export function rowsOf(
  source: Source,
  figures: readonly Figure[],
  articles: readonly Article[],
  firstId: number,
  firstSentence: number,
): Row[] {
  const pieces = piecesOf(articles);
  let sentence = firstSentence;
  let previous: { readonly figure: Figure; readonly piece: Piece | undefined } | undefined;
  let date: string | undefined;
  return figures.map((figure, place): Row => {
    const piece = pieceAt(pieces, figure.range.start);
    if (previous !== undefined && endsBetween(source, previous, { figure, piece })) {
      sentence++;
      if (piece?.paragraph !== previous.piece?.paragraph) date = undefined;
    }
    date = dayOf(figure) ?? date;
    previous = { figure, piece };
    const { range, text, kind, value, unit, bound, resolved, subject, place: where } = figure;
    return {
      id: firstId + place,
      file: source.name,
      line: range.start.line + 1,
      column: range.start.character + 1,
      text,
      kind,
      value,
      sentence,
      ...(unit === undefined ? {} : { unit }),
      ...(bound === undefined ? {} : { bound }),
      ...(resolved === undefined ? {} : { resolved }),
      ...(subject === undefined ? {} : { subject }),
      ...(where === undefined ? {} : { place: where }),
      ...(date === undefined ? {} : { date }),
      ...(piece?.title ? { article: piece.title } : {}),
    };
  });
}

/** A part of an article that lies in this dump. */
interface Piece {
  readonly range: Part['range'];
  /** The headline; a brief has none and goes by its section. */
  readonly title: string;
  /** The same number for the pieces of a broken paragraph. */
  readonly paragraph: number;
}

function piecesOf(articles: readonly Article[]): readonly Piece[] {
  let paragraph = 0;
  return articles
    .flatMap(({ title, section, parts }) =>
      parts.flatMap(({ range, uri, continues }): Piece[] => {
        if (!continues) paragraph++;
        return uri === undefined ? [{ range, title: title || section || '', paragraph }] : [];
      }),
    )
    .sort((a, b) => compare(a.range.start, b.range.start));
}

/** The last piece that begins before a place, where it also holds it. */
function pieceAt(pieces: readonly Piece[], position: Position): Piece | undefined {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(pieces[middle]!.range.start, position) <= 0) low = middle + 1;
    else high = middle;
  }
  const piece = pieces[low - 1];
  return piece !== undefined && compare(position, piece.range.end) <= 0 ? piece : undefined;
}

interface Placed {
  readonly figure: Figure;
  readonly piece: Piece | undefined;
}

/** Whether a sentence ends between two figures that follow one another: by its stop, or with its paragraph. */
function endsBetween(source: Source, before: Placed, after: Placed): boolean {
  if (before.piece?.paragraph !== after.piece?.paragraph) return true;
  return /[。！？!?]/u.test(source.textBetween(before.figure.range.end, after.figure.range.start));
}

/** The day, month or year that a date says in full; of an interval its end. */
function dayOf({ kind, value, resolved }: Figure): string | undefined {
  if (kind !== 'date' && kind !== 'interval') return undefined;
  const whole = resolved ?? (typeof value === 'string' ? value : '');
  const day = whole.slice(whole.indexOf('/') + 1).replace(/T.*/u, '');
  return /^\d{4}(?:-\d\d){0,2}$/u.test(day) ? day : undefined;
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
