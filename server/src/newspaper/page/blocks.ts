import type { Block, Layout, Setting } from './block.ts';
import { isDoubleSpaced, withoutDoubleSpacing } from './doubleSpacing.ts';
import { headlineEnd } from './headlineRun.ts';
import { findColumns, indentBefore, joint, type Lines, measureLines, runsOn, textual } from './layout.ts';
import { emptyNotes, type Paragraph, type Piece } from './paragraph.ts';

/** Paragraphs of an earlier state of the page by their raw text, to be used again. */
export type KnownParagraphs = ReadonlyMap<string, Paragraph>;

/** A page as far as its lines tell. */
export interface ReadBlocks {
  readonly layout: Layout;
  readonly setting: Setting;
  readonly blocks: readonly Block[];
}

/**
 * The layout of a page and its blocks, in order. A block is a paragraph as it reads: lines that were broken at column
 * width are one block. Every character that is no white space is in exactly one block.
 */
export function readBlocks(text: string, lineStarts: Uint32Array, known: KnownParagraphs): ReadBlocks {
  const measured = measureLines(text, lineStarts);
  const doubled = isDoubleSpaced(text, measured) ? withoutDoubleSpacing(measured) : undefined;
  const lines = doubled ?? measured;
  const { first, last } = lines;
  const columns = findColumns(text, lines);
  const isSpaced = standsApart(lines);
  const blocks: Block[] = [];
  let joined = 0;
  for (let line = 0; line < lines.count; line++) {
    if (first[line] === last[line]) continue;
    const from = line;
    while (
      line + 1 < lines.count &&
      first[line + 1] !== last[line + 1] &&
      runsOn(text, lines, columns, line, isSpaced)
    ) {
      line++;
    }
    joined += line - from;
    const headline = isSpaced && line === from ? headlineEnd(text, lines, from) : from;
    const isSetInLines = headline > from;
    if (isSetInLines) line = headline;
    const [firstLine, lastLine] =
      doubled === undefined ? [from, line] : [doubled.numbers[from]!, doubled.numbers[line]!];
    const start = lineStarts[firstLine]!;
    const end = lines.end[line]!;
    const raw = text.slice(start, end);
    // a text read for the first time is not looked up: that would cost a look at every character
    const before = known.size > 0 ? known.get(raw) : undefined;
    const paragraph =
      before?.isSetInLines === isSetInLines ? before : readParagraph(text, raw, start, lines, from, line, isSetInLines);
    blocks.push({ index: blocks.length, first: firstLine, last: lastLine, start, end, paragraph });
  }
  const { widths, measure } = columns;
  const setting: Setting = { widths, measure, isSpaced, isDoubleSpaced: doubled !== undefined, joined };
  return { layout: layoutOf(text, blocks, setting), setting, blocks };
}

/** The paragraph that lines `from` to `to` are, of which `raw` is what stands in the text from `start` on. */
export function readParagraph(
  text: string,
  raw: string,
  start: number,
  lines: Lines,
  from: number,
  to: number,
  isSetInLines: boolean,
): Paragraph {
  const indent = lines.first[from]! - start;
  if (from === to) return paragraphOf(raw, indent, lines.last[from]! - start);
  let read = raw.slice(indent, lines.last[from]! - start);
  const pieces: Piece[] = [{ at: 0, from: indent }];
  const parts = [read];
  let length = read.length;
  for (let line = from + 1; line <= to; line++) {
    const next = text.slice(lines.first[line]!, lines.last[line]!);
    const space = isSetInLines ? ' ' : joint(read, next);
    if (space !== '') parts.push(space);
    parts.push(next);
    length += space.length;
    pieces.push({ at: length, from: lines.first[line]! - start });
    length += next.length;
    read = next;
  }
  return { raw, text: parts.join(''), indent, pieces, isSetInLines, notes: emptyNotes() };
}

/** The paragraph that one line is: `raw`, of which `[indent, end)` is no white space at either end. */
export function paragraphOf(raw: string, indent: number, end: number): Paragraph {
  return {
    raw,
    text: raw.slice(indent, end),
    indent,
    pieces: oneLine(indent),
    isSetInLines: false,
    notes: emptyNotes(),
  };
}

const oneLinePieces: (readonly Piece[])[] = [];
/** Few lines begin with more blanks. */
const mostKept = 16;

/** The pieces of a paragraph on one line, which is what most paragraphs are: one list for all that begin alike. */
function oneLine(indent: number): readonly Piece[] {
  if (indent > mostKept) return [{ at: 0, from: indent }];
  oneLinePieces[indent] ??= [{ at: 0, from: indent }];
  return oneLinePieces[indent];
}

/** True where a blank line stands between most paragraphs. */
function standsApart({ count, first, last }: Lines): boolean {
  let filled = 0;
  let runs = 0;
  for (let line = 0; line < count; line++) {
    if (first[line] === last[line]) continue;
    filled++;
    if (line + 1 === count || first[line + 1] === last[line + 1]) runs++;
  }
  // wrapped paragraphs are runs of many lines, so few blanks among many lines still stand between all paragraphs
  return runs >= 2 && runs * 25 >= filled;
}

/** Whether short lines are indented as text is: then all that is set in has a margin, and indentation says nothing. */
export function isMargin(indented: number, all: number): boolean {
  return all > 0 && indented >= mostlyIndented * all;
}

const mostlyIndented = 0.9;

/** The layout of a page that is set so. */
export function layoutOf(text: string, blocks: readonly Block[], { widths, isSpaced, joined }: Setting): Layout {
  if (joined >= 3 && joined >= blocks.length / 4) return { kind: 'wrapped', width: widths[0] };
  let long = 0;
  let indented = 0;
  let indentedHeadings = 0;
  for (const { paragraph, start } of blocks) {
    const isIndented = indentBefore(text, start + paragraph.indent) >= 2;
    if (paragraph.text.length >= textual) {
      long++;
      if (isIndented) indented++;
    } else if (isIndented) indentedHeadings++;
  }
  const tells = indented > 0 && indented * 2 >= long && !isMargin(indentedHeadings, blocks.length - long);
  if (tells) return { kind: 'indented', width: undefined };
  return { kind: isSpaced ? 'spaced' : 'tight', width: undefined };
}
