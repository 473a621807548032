/**
 * What two paragraphs say together: would the second one go on where the first one stops?
 *
 * Facts only, each with a name; which of them decides is for the score to say.
 */
import { isDigit, isHan, isLatin, isSpace, unitsOf } from '../text/characters.ts';
import { isApproximation, isMeasure, isNumeral, isPair } from './marks.ts';
import { type EndFacts, numberStart, readEnd } from './openEnd.ts';
import { readStart, type StartFacts } from './openStart.ts';
import { statistics } from './statistics.ts';

/** The longest repetition that is looked for. */
export const longestOverlap = 8;

/** Characters that stand both at the end of the first part and at the beginning of the second. */
export interface Overlap {
  readonly text: string;
  /** UTF-16 code units. */
  readonly length: number;
  /** Nats: how unlikely it is that they are there by chance. Some 4 for a common character, 7 for a rarer one, more for longer text. */
  readonly surprise: number;
  /** {@link Statistics.joins} once the repetition is left out. */
  readonly joinsWithout: number;
  /** Log-odds that it is a repetition, against characters that stand twice in the text itself, as in 刚刚 or 2000. */
  readonly odds: number;
}

/**
 * What the seam parts, if it parts something:
 * `number` 1|5 or 三|十; `unit` 600|余起, 23|例, 3.5|%, 7|月; `noun` 3种|办法: number and measure word stand before, what they
 * count after; `latin` the letters of one word; `nothing`.
 */
export type Parted = 'number' | 'unit' | 'noun' | 'latin' | 'nothing';

/** What {@link readSeam} finds. */
export interface SeamFacts {
  /** See {@link Statistics.joins}. */
  readonly joins: number;
  readonly overlap: Overlap | undefined;
  /** Quotes and brackets left open by the first part and closed by the second. */
  readonly mended: number;
  /** Left open by the first part and not closed by the second. One may be closed further on, in a third part. */
  readonly unclosed: number;
  /** Closed by the second part while the first has nothing open that fits. */
  readonly unmatched: number;
  readonly parted: Parted;
  /** The two characters at the seam where they make a frequent word, such as 强化. */
  readonly word: string;
}

/**
 * Reads the seam between the end of `left` and the beginning of `right`. What {@link readEnd} and {@link readStart} found in
 * them may be handed in, so that a paragraph with many candidates is read once.
 */
export function readSeam(
  left: string,
  right: string,
  end: EndFacts = readEnd(left),
  start: StartFacts = readStart(right),
): SeamFacts {
  const table = statistics();
  const head = trimStart(right);
  const tail = trimEnd(left);
  const joins = table.joins(tail, head);
  const overlap = readOverlap(tail, head, end, joins);

  let mended = 0;
  let at = end.open.length - 1;
  let unmatched = 0;
  for (const { mark } of start.unopened) {
    // the innermost comes first; what is passed over was never closed and says nothing
    let place = at;
    while (place >= 0 && !isPair(end.open[place]!.mark, mark)) place--;
    if (place < 0) {
      unmatched++;
      continue;
    }
    mended++;
    at = place - 1;
  }
  // straight quotes look alike: one too many on both sides is a pair
  let place = at;
  while (place >= 0 && end.open[place]!.mark !== '"') place--;
  if (place >= 0 && start.open.some(({ mark }) => mark === '"')) {
    mended++;
    at = place - 1;
  }

  return {
    joins,
    overlap,
    mended,
    unclosed: at + 1,
    unmatched,
    parted: readParted(tail, head, end, start),
    word: table.formsWord(tail, head) >= wordStrength ? tail.charAt(tail.length - 1) + head.charAt(0) : '',
  };
}

/** Nats above chance from which two characters pass for a word: e³ = 20 times as often as chance has it. */
const wordStrength = 3;

/** No more of a text is read than this. */
const window = 32;

function trimStart(text: string): string {
  let from = 0;
  while (from < text.length && isSpace(text.charCodeAt(from))) from++;
  return from === 0 && text.length <= window ? text : text.slice(from, from + window);
}

function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  return end === text.length && end <= window ? text : text.slice(Math.max(0, end - window), end);
}

/** Marks of which two in a row are one mark too many. */
const single = unitsOf('，,、；;：:。”’」』）)》〉】“‘「『（(《〈【﹁﹂﹃﹄');

function readOverlap(tail: string, head: string, end: EndFacts, joins: number): Overlap | undefined {
  const last = tail.charCodeAt(tail.length - 1);
  for (let length = Math.min(longestOverlap, tail.length, head.length); length > 0; length--) {
    if (head.charCodeAt(length - 1) !== last) continue;
    const text = head.slice(0, length);
    if (!tail.endsWith(text)) continue;
    const unit = text.charCodeAt(0);
    const isMark = length === 1 && single[unit] === 1;
    // another lone mark or half a character outside the basic plane is no repetition
    if (length === 1 && !isMark && !isHan(unit) && !isDigit(unit) && !isLatin(unit)) return undefined;
    const table = statistics();
    const surprise = end.length <= length ? 0 : table.surprise(text);
    const joinsWithout = table.joins(tail, head.slice(length));
    const odds = isMark
      ? markOdds
      : (oddsInNumber(tail, head, length) ??
        (length === 1 && isLatin(unit) ? letterOdds : surprise + joinsWithout / 2 - 1.6 * joins - overlapPrior));
    return { text, length, surprise, joinsWithout, odds };
  }
  return undefined;
}

/**
 * Log-odds against a repetition before anything was seen of its characters, and of what character statistics say
 * nothing of. Chosen on the seams of generated pages, as the factors of the other terms: of 570 repetitions of Han
 * characters 16 are misjudged, by plain likelihoods 26.
 */
const overlapPrior = 2.6;
const markOdds = 4;
const letterOdds = -0.3;
const digitOdds = -0.4;
const impossibleOdds = 3;

/** What a repetition of digits alone would make of the number at the seam; undefined where there is another character. */
function oddsInNumber(tail: string, head: string, length: number): number | undefined {
  for (let at = 0; at < length; at++) if (!isDigit(head.charCodeAt(at))) return undefined;
  const left = /[0-9０-９]*$/.exec(tail)![0];
  const [right, unit] = /^[0-9０-９]*([\s\S]?)/.exec(head)! as unknown as [string, string];
  const digits = right.length - unit.length;
  const [once, twice] = [left + right.slice(length, digits), left + right.slice(0, digits)];
  if (!isPossible(twice, unit)) return isPossible(once, unit) ? impossibleOdds : digitOdds;
  if (!isPossible(once, unit) || (unit === '年' && twice.length === 4)) return -impossibleOdds;
  return digitOdds;
}

/** The greatest number that a month, a day or an hour can have. */
const greatest: Readonly<Record<string, number>> = { 月: 12, 日: 31, 号: 31, 號: 31, 时: 24, 時: 24, 分: 60 };

/** Whether there is a year, a month, a day of that number. */
function isPossible(number: string, unit: string): boolean {
  const value = Number(number.normalize('NFKC'));
  if (unit === '年') return number.length < 4 || (number.length === 4 && value >= 1000 && value < 2200);
  return value <= (greatest[unit] ?? Number.POSITIVE_INFINITY);
}

const digitCommas = unitsOf(',，');
const decimalPoints = unitsOf('.．');
const signs = unitsOf('%％℃‰');

function readParted(tail: string, head: string, end: EndFacts, start: StartFacts): Parted {
  if (tail === '' || head === '') return 'nothing';
  const last = tail.charCodeAt(tail.length - 1);
  const first = head.charCodeAt(0);
  if (isLatin(last) && isLatin(first)) return 'latin';
  const figure = end.number !== '';
  if (figure && start.number !== '') return 'number';
  // 3.|5, 1,|200 and 3|.5
  const isPoint = decimalPoints[last] === 1;
  if ((isPoint || digitCommas[last] === 1) && isDigit(tail.charCodeAt(tail.length - 2))) {
    if (isPoint ? isDigit(first) : /^[0-9０-９]{3}(?![0-9０-９])/.test(head)) return 'number';
  }
  if (figure) {
    if (isDigit(last) && decimalPoints[first] === 1 && isDigit(head.charCodeAt(1))) return 'number';
    if (isMeasure(first) || signs[first] === 1) return 'unit';
    if (isApproximation(first) && isMeasure(head.charCodeAt(1))) return 'unit';
  }
  if (isApproximation(last) && isMeasure(first) && numberStart(tail, tail.length - 1) < tail.length - 1) return 'unit';
  if (end.measured !== '' && isHan(first) && !isNumeral(first)) return 'noun';
  return 'nothing';
}
