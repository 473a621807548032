import { trimmedLength } from '../text/lines.ts';
import type { Block, Setting } from './block.ts';
import { readParagraph } from './blocks.ts';
import { isDoubleSpaced } from './doubleSpacing.ts';
import { headlineEnd, mostLines } from './headlineRun.ts';
import { type Columns, findColumns, type Lines, measureLines, runsOn, textual } from './layout.ts';
import type { Paragraph } from './paragraph.ts';
import type { LineEdit } from './withinLine.ts';

/**
 * The paragraph that a block is after an edit within one of its lines; undefined where lines may belong together otherwise
 * now. `text` and `lineStarts` are those of the page behind the edit. All lines are measured again, which takes a fraction
 * of telling them apart again.
 */
export function reread(
  { page, line, before, raw }: LineEdit,
  block: Block,
  text: string,
  lineStarts: Uint32Array,
): Paragraph | undefined {
  const { setting } = page;
  const { first, last, start, paragraph } = block;
  if (paragraph.isSetInLines) return undefined;
  const lines = measureLines(text, lineStarts);
  if (isDoubleSpaced(text, lines)) return undefined;
  const columns = findColumns(text, lines);
  if (!isSetSo(columns, setting)) return undefined;
  for (const upper of [line - 1, line]) {
    if (!isFilled(lines, upper) || !isFilled(lines, upper + 1)) continue;
    const isJoined = first <= upper && upper < last;
    if (runsOn(text, lines, columns, upper, setting.isSpaced) !== isJoined) return undefined;
  }
  if (setting.isSpaced) {
    // what stands above such a line may be a headline in several lines if this one is text
    if (trimmedLength(before) >= textual !== trimmedLength(raw) >= textual) return undefined;
    if (mayBeHeadline(text, lines, line)) return undefined;
  }
  return readParagraph(text, text.slice(start, lines.end[last]!), start, lines, first, last, false);
}

function isSetSo({ widths, measure }: Columns, setting: Setting): boolean {
  return (
    measure === setting.measure &&
    widths.length === setting.widths.length &&
    widths.every((width, place) => width === setting.widths[place])
  );
}

function isFilled({ count, first, last }: Lines, line: number): boolean {
  return line >= 0 && line < count && first[line] !== last[line];
}

/** Whether the lines around one, up to the blank ones, are a headline in several lines. */
function mayBeHeadline(text: string, lines: Lines, line: number): boolean {
  let from = line;
  while (line - from < mostLines && isFilled(lines, from - 1)) from--;
  return headlineEnd(text, lines, from) !== from;
}
