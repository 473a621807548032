import { statistics } from '../continuation/statistics.ts';
import { closesSentence, heaviestWindow, type Lines, narrowest, slack } from './layout.ts';

/** Fewer lines tell nothing, nor do fewer full ones. */
const fewest = 16;
/** Widest column, in characters; what is longer was never broken. */
const widest = 45;
/** Of the lines that break off mid-sentence so many are full, and so many of all lines are longer than the column. */
const mostlyFull = 0.6;
const mostOverlong = 0.2;
/** Lines that follow one another without a blank are exceptions. */
const mostAdjacent = 0.05;

const histogram = new Uint32Array(widest + 1);

/**
 * Whether a blank line stands behind every line of a page, within paragraphs too, as some recognition leaves it. Then
 * nearly all lines are equally long, they break off mid-sentence, and read on in the next one.
 */
export function isDoubleSpaced(text: string, lines: Lines): boolean {
  const { count, first, last } = lines;
  let filled = 0;
  let adjacent = 0;
  let broken = 0;
  histogram.fill(0);
  for (let line = 0; line < count; line++) {
    const length = last[line]! - first[line]!;
    if (length === 0) continue;
    filled++;
    if (line + 1 < count && last[line + 1] !== first[line + 1] && ++adjacent > mostAdjacent * count) return false;
    if (length > widest || closesSentence(text.charCodeAt(last[line]! - 1))) continue;
    broken++;
    if (length >= narrowest) histogram[length]!++;
  }
  if (filled < fewest || adjacent > mostAdjacent * filled) return false;
  const { width: column, mass: full } = heaviestWindow(histogram, narrowest, widest);
  if (full < fewest / 2 || full < mostlyFull * broken) return false;
  return readsOn(text, lines, column, filled);
}

/** Whether full lines read on in the full lines behind them, by what is known of characters, and few lines are longer. */
function readsOn(text: string, { count, first, last }: Lines, column: number, filled: number): boolean {
  const { joins } = statistics();
  let overlong = 0;
  let pairs = 0;
  let sum = 0;
  let before = '';
  for (let line = 0; line < count; line++) {
    const length = last[line]! - first[line]!;
    if (length === 0) continue;
    if (length > column + slack) overlong++;
    const isFull = length >= column - slack && length <= column;
    const own = isFull ? text.slice(first[line]!, last[line]) : '';
    if (before !== '' && own !== '') {
      pairs++;
      sum += joins(before, own);
    }
    before = own !== '' && !closesSentence(text.charCodeAt(last[line]! - 1)) ? own : '';
  }
  return overlong <= mostOverlong * filled && pairs > 0 && sum > 0;
}

/**
 * The lines of a double-spaced page as if it were none: of each run of blank lines one is left out. `numbers` says which
 * line of the page each is.
 */
export function withoutDoubleSpacing({ count, first, last, end }: Lines): Lines & { readonly numbers: Uint32Array } {
  const numbers = new Uint32Array(count);
  let kept = 0;
  let isBehindLine = false;
  for (let line = 0; line < count; line++) {
    const isBlank = first[line] === last[line];
    // nothing is written where something is still to be read: no line moves back
    if (!(isBlank && isBehindLine)) {
      first[kept] = first[line]!;
      last[kept] = last[line]!;
      end[kept] = end[line]!;
      numbers[kept++] = line;
    }
    isBehindLine = !isBlank;
  }
  return { count: kept, first, last, end, numbers };
}
