import { creditLineOf, longestCreditLine } from '../press/creditLine.ts';
import { startsWithDateline } from '../press/read.ts';
import { isHan, isLatin, isSpace, unitsOf } from '../text/characters.ts';
import { lineEnd } from '../text/lines.ts';
import type { Setting } from './block.ts';
import { scratch } from './scratch.ts';
import { opensPage } from './split.ts';

/** The lines of a page, measured. All arrays go by line, and are good until the next page is measured. */
export interface Lines {
  readonly count: number;
  /** Offset of the first character that is no white space; equal to `last` for a blank line. */
  readonly first: Uint32Array;
  /** Offset behind the last character that is no white space. */
  readonly last: Uint32Array;
  /** Offset of the line's end, its break left out. */
  readonly end: Uint32Array;
}

const firstOf = scratch(Uint32Array);
const lastOf = scratch(Uint32Array);
const endOf = scratch(Uint32Array);

/** Finds where the characters of each line begin and end. */
export function measureLines(text: string, lineStarts: Uint32Array): Lines {
  const count = lineStarts.length;
  const first = firstOf(count);
  const last = lastOf(count);
  const end = endOf(count);
  for (let line = 0; line < count; line++) {
    const stop = lineEnd(text, lineStarts, line);
    let from = lineStarts[line]!;
    while (from < stop && isSpace(text.charCodeAt(from))) from++;
    let to = stop;
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
    first[line] = from;
    last[line] = to;
    end[line] = stop;
  }
  return { count, first, last, end };
}

/** The columns of a page: where its lines break. */
export interface Columns extends Pick<Setting, 'widths' | 'measure'> {
  /** How wide a line is, in the measure that the widths are in. */
  readonly widthOf: (line: number) => number;
}

/** A line this long, in characters, is text rather than a heading. */
export const textual = 40;

/** Longest line, in characters, that can be a line of a column; longer ones hold a whole paragraph. */
export const widest = 100;
/** Narrowest column, in characters. */
export const narrowest = 10;
/** Characters by which full lines of one column differ: hanging punctuation, half-width characters. */
export const slack = 2;
/** Of so many lines of a column one runs over, at most. */
const mostOverrun = 10;
/** From this share of lines on that another one follows directly, a page is set without blank lines. */
const closelySet = 0.9;

/**
 * Finds the columns of a page. In wrapped text most lines that another one follows without a blank between are equally
 * long and end anywhere; where a line is a paragraph they are not. Width is counted in units or, where that fits
 * better, as a page shows it: two half-width characters to a full-width one.
 */
export function findColumns(text: string, lines: Lines): Columns {
  const units = (line: number): number => lines.last[line]! - lines.first[line]!;
  const shown = (line: number): number => (units(line) > 2 * widest ? units(line) : shownWidth(text, lines, line));
  const none: Columns = { widths: [], measure: 'units', widthOf: units };
  let best = { ...none, share: 0 };
  for (const measure of ['units', 'shown'] as const) {
    const widthOf = measure === 'units' ? units : shown;
    const found = heaviestWidths(text, lines, widthOf);
    if (found.share > best.share) best = { ...found, measure, widthOf };
    if (best.share > 0.9 || (measure === 'units' && found.candidates < 0.3)) break;
  }
  return best.share >= 0.5 ? best : none;
}

/** How many lines are of each width: all that another one follows, those beyond the widest column together, and those that may be broken. */
const all = new Uint32Array(widest + 2);
const histogram = new Uint32Array(widest + 1);

function heaviestWidths(
  text: string,
  lines: Lines,
  widthOf: (line: number) => number,
): { widths: number[]; share: number; candidates: number } {
  const { count, first, last } = lines;
  histogram.fill(0);
  all.fill(0);
  let followed = 0;
  let candidates = 0;
  let filled = 0;
  for (let line = 0; line + 1 < count; line++) {
    if (last[line] === first[line]) continue;
    filled++;
    if (last[line + 1] === first[line + 1]) continue;
    followed++;
    const width = widthOf(line);
    all[Math.min(width, widest + 1)]!++;
    if (closesSentence(text.charCodeAt(last[line]! - 1))) continue;
    if (width > widest || width < narrowest) continue;
    histogram[width]!++;
    candidates++;
  }
  // where blank lines part paragraphs, lines that follow one another tell much; where nothing does, chance makes columns too
  const least = followed > closelySet * filled ? 6 : 3;
  const widths: number[] = [];
  let covered = 0;
  while (followed >= 3 && widths.length < 3) {
    const { width: heaviest, mass: bestMass } = heaviestWindow(histogram, narrowest + slack, widest);
    let best = heaviest;
    if (bestMass < least || bestMass < followed * 0.12) break;
    // a few lines that run over, for a mark or a stray character, make no wider column
    while (best > narrowest && histogram[best]! * mostOverrun < histogram[best - 1]!) best--;
    widths.push(best);
    covered += bestMass;
    histogram.fill(0, best - slack, best + 1);
  }
  // no line of a column is longer than the column
  let overlong = 0;
  for (let width = Math.max(0, ...widths) + slack + 1; width <= widest + 1; width++) overlong += all[width]!;
  const share = widths.length === 0 ? 0 : (covered - overlong) / followed;
  return { widths, share, candidates: candidates / Math.max(1, followed) };
}

/**
 * The width of the most lines, those up to {@link slack} characters shorter among them, and how many they are. `histogram`
 * counts lines by width.
 */
export function heaviestWindow(
  histogram: Uint32Array,
  from: number,
  to: number,
): { readonly width: number; readonly mass: number } {
  let best = 0;
  let bestMass = 0;
  for (let width = from; width <= to; width++) {
    const mass = histogram[width]! + histogram[width - 1]! + histogram[width - 2]!;
    // of equally heavy windows the one that ends in the fullest width
    if (mass > bestMass || (mass === bestMass && histogram[width]! > histogram[best]!)) {
      best = width;
      bestMass = mass;
    }
  }
  return { width: best, mass: bestMass };
}

function shownWidth(text: string, lines: Lines, line: number): number {
  let halves = 0;
  for (let at = lines.first[line]!; at < lines.last[line]!; at++) halves += text.charCodeAt(at) < 0x1100 ? 1 : 2;
  return (halves + 1) >> 1;
}

/** True for the full stop, exclamation and question marks, full- or half-width. */
export function closesSentence(unit: number): boolean {
  return unit === 0x3002 || unit === 0xff01 || unit === 0xff1f || unit === 0x21 || unit === 0x3f || unit === 0xff61;
}

/** True where the next line's paragraph is this line's: the line is full and neither line says that a paragraph ends. */
export function runsOn(text: string, lines: Lines, columns: Columns, line: number, spaced: boolean): boolean {
  const { widths } = columns;
  if (widths.length === 0) return false;
  const width = columns.widthOf(line);
  const next = text.charCodeAt(lines.first[line + 1]!);
  // in text of words a line is full when the next word would not have fitted
  const reach = isLatin(next) ? wordLength(text, lines.first[line + 1]!) : 0;
  const column = widths.find((each) => width <= each + 1 && width + reach >= each - slack);
  if (column === undefined) return false;
  if (indentBefore(text, lines.first[line + 1]!) > indentBefore(text, lines.first[line]!)) return false;
  const lastUnit = text.charCodeAt(lines.last[line]! - 1);
  const closes = closesSentence(lastUnit);
  if (!spaced && width < column && closes) return false;
  const [nextFirst, nextLast] = [lines.first[line + 1]!, lines.last[line + 1]!];
  if (!spaced) {
    const nextWidth = columns.widthOf(line + 1);
    if (nextWidth > column + slack) return false;
    // a paragraph's last line is short and closes a sentence, a headline is short and closes none
    if (closes && nextWidth < column - slack && !endsParagraph(text, nextLast)) return false;
    if (startsWithDateline(text.slice(nextFirst, nextLast))) return false;
    if (opensPage(text.slice(lines.first[line]!, lines.last[line]))) return false;
  }
  return !isCreditLine(text, nextFirst, nextLast);
}

/** Whether what ends there can be the end of a paragraph. */
function endsParagraph(text: string, end: number): boolean {
  return closesSentence(text.charCodeAt(end - 1)) || paragraphEnds[text.charCodeAt(end - 1)] === 1;
}

const paragraphEnds = unitsOf('”’」』"…—：:；;）)】］]');

/** A line that says who wrote is a paragraph of its own, right below a headline as long as it too. */
function isCreditLine(text: string, first: number, last: number): boolean {
  if (last - first > longestCreditLine) return false;
  // most lines have nothing in them that could part a name from the word for its owner
  for (let at = first; at < last; at++) {
    if (creditMarks[text.charCodeAt(at)] === 1) return creditLineOf(text.slice(first, last)) !== undefined;
  }
  return false;
}

const creditMarks = unitsOf(' 　:：/／╱｜|丨(（【〔［[');

/** As many characters of a word are looked at. */
export const longestWord = 24;

function wordLength(text: string, start: number): number {
  let end = start;
  while (end - start < longestWord && isLatin(text.charCodeAt(end))) end++;
  return end - start;
}

/** The white space before the first character of a line, at `first`, in half-width units: an ideographic space counts twice, a tab four times. */
export function indentBefore(text: string, first: number): number {
  let halves = 0;
  for (let at = first - 1; at >= 0; at--) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || unit === 13 || unit === 12) break;
    halves += unit === 0x3000 ? 2 : unit === 9 ? 4 : 1;
  }
  return halves;
}

/** What a wrapping break between two units stands for: nothing between Han characters, a space between words. */
export function joint(left: string, right: string): '' | ' ' {
  const before = left.charCodeAt(left.length - 1);
  const after = right.charCodeAt(0);
  if (!isLatin(after) && after !== 0x22 && after !== 0x28) return '';
  if (isHan(before) || before > 0x2e7f) return '';
  // a column of Han characters cuts foreign words anywhere, a column of words does not
  let latin = 0;
  for (let at = 0; at < left.length; at++) if (left.charCodeAt(at) < 0x250) latin++;
  return latin * 2 > left.length ? ' ' : '';
}
