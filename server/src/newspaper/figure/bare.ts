import { classOf, DIGIT, isBoundary, LETTER, NOWHERE, unitAt } from './characters.ts';
import type { Figure } from './figure.ts';
import type { Numeral } from './numeral.ts';
import { complete } from './surroundings.ts';

/** What before a number without a unit says that it is a quantity all the same (升至180). */
const BEFORE_QUANTITY = '至到达達近约約超逾余仅僅满滿过過于於';
const QUOTES = '“”‘’"「」『』';

/**
 * The figure of a number that no unit follows, or undefined where it is none: most such numbers are names, enumerations,
 * scores or codes, so that only those that stand for themselves are taken.
 */
export function readBare(text: string, start: number, numeral: Numeral, floor: number): Figure | undefined {
  return numeral.arabic ? bareDigits(text, start, numeral, floor) : bareHan(text, start, numeral, floor);
}

function bareDigits(text: string, start: number, numeral: Numeral, floor: number): Figure | undefined {
  let from = start;
  let value = numeral.value;
  let end = numeral.end;
  let before = unitAt(text, start - 1);
  // .5
  if (before === 0x2e && numeral.digits > 0 && start - 1 >= floor && !isDotted(unitAt(text, start - 2))) {
    from = start - 1;
    value = Number(`${numeral.value}e-${numeral.digits}`);
    before = unitAt(text, from - 1);
  }
  const powered = power(text, end);
  if (powered > 0) {
    value = Number((Math.abs(value) ** powerExponent).toPrecision(15));
    end = powered;
  } else {
    const shifted = exponent(text, end);
    if (shifted > 0) {
      value = Number(`${value}e${exponentOf}`);
      end = shifted;
    } else {
      const multiple = letterMultiple(text, end, numeral, from);
      if (multiple > 1) {
        value = Number((value * multiple).toPrecision(15));
        end++;
      }
    }
  }
  const changed = end !== numeral.end || from !== start;
  const after = unitAt(text, end);
  if (classOf(after) === LETTER || classOf(after) === DIGIT) return undefined;
  if (!changed && !standsAlone(text, start, numeral, before, after)) return undefined;
  return complete(text, from, end, floor, 'count', value, undefined, numeral.more);
}

function isDotted(unit: number): boolean {
  return unit === 0x2e || classOf(unit) === DIGIT || classOf(unit) === LETTER;
}

function standsAlone(text: string, start: number, numeral: Numeral, before: number, after: number): boolean {
  const whole = isEdge(text, start, -1) && isEdge(text, numeral.end - 1, 1);
  if (whole) return true;
  if (numeral.scaled) return true;
  if (text.charAt(start - 1) === '/' || text.charAt(numeral.end) === '/') return false;
  if (isScoreSign(after) || isScoreSign(before)) return false;
  if (classOf(unitAt(text, start - 1)) === LETTER || isLetterBeyondSpace(text, start, numeral.end)) return false;
  if (isQuote(text.charAt(start - 1)) || isQuote(text.charAt(numeral.end)) || isDash(before)) return false;
  // 7. opens a list
  if ((after === 0x2e || after === 0xff0e) && classOf(unitAt(text, numeral.end + 1)) !== DIGIT && isBoundary(before))
    return false;
  if (numeral.decimal && isDayName(text, start, numeral)) return false;
  const grouped = numeral.digits > 3 && text.slice(start, numeral.end).includes(',');
  if (grouped) return true;
  if (numeral.decimal) return numeral.value % 1 !== 0 && classOf(before) !== LETTER;
  if (numeral.digits > 6) return false;
  const year = numeral.digits === 4 && numeral.value >= 1000 && numeral.value < 2100;
  if (BEFORE_QUANTITY.includes(text.charAt(start - 1) || ' ')) return !year && isBoundary(after);
  if (isBracket(before) || isBracket(after)) return false;
  const negative = /[-−－]/.test(text.charAt(start - 1)) && (start === 1 || isBoundary(unitAt(text, start - 2)));
  return (isBoundary(before) || negative) && isBoundary(after) && !year && !isOtherNumber(text, numeral.end);
}

function isQuote(character: string): boolean {
  return character !== '' && QUOTES.includes(character);
}

function isDash(unit: number): boolean {
  return unit === 0x2014 || unit === 0x2013 || unit === 0x2015;
}

/** Whether a Latin word stands next to the number, with a space between: figures of another language are not ours. */
function isLetterBeyondSpace(text: string, start: number, end: number): boolean {
  const before = unitAt(text, start - 1) === 0x20 ? unitAt(text, start - 2) : NOWHERE;
  const after = unitAt(text, end) === 0x20 ? unitAt(text, end + 1) : NOWHERE;
  return classOf(before) === LETTER || classOf(after) === LETTER;
}

/** Whether a decimal is the name of a day: 6.12, 7.1遊行 */
function isDayName(text: string, start: number, numeral: Numeral): boolean {
  const point = text.indexOf('.', start);
  const month = Number(text.slice(start, point));
  const day = Number(text.slice(point + 1, Math.min(numeral.end, point + 4)));
  if (month < 1 || month > 12 || day < 1 || day > 31 || numeral.end - point > 3) return false;
  if (start > 0 && BEFORE_QUANTITY.includes(text.charAt(start - 1))) return false;
  return (
    numeral.end - point === 3 || (numeral.end < text.length && '遊游大事衝冲集暴'.includes(text.charAt(numeral.end)))
  );
}

/** Whether nothing but spaces stands between `position` and the end of the text in that direction. */
function isEdge(text: string, position: number, step: -1 | 1): boolean {
  let at = position + step;
  let steps = 0;
  while (at >= 0 && at < text.length) {
    const unit = unitAt(text, at);
    if ((unit !== 0x20 && !(step < 0 && (unit === 0x2d || unit === 0x8d1f || unit === 0x8ca0))) || steps++ > 8)
      return false;
    at += step;
  }
  return true;
}

/** Whether digits follow behind one space or sign, as in telephone numbers. */
function isOtherNumber(text: string, end: number): boolean {
  return unitAt(text, end) === 0x20 && classOf(unitAt(text, end + 1)) === DIGIT;
}

function isScoreSign(unit: number): boolean {
  return unit === 0x2236 || unit === 0xff1a || unit === 0x3a || unit === 0xb7 || unit === 0xd7 || unit === 0x2b;
}

function isBracket(unit: number): boolean {
  return (
    unit === 0x28 ||
    unit === 0x29 ||
    unit === 0xff08 ||
    unit === 0xff09 ||
    unit === 0x5b ||
    unit === 0x5d ||
    unit === 0x3010 ||
    unit === 0x3011
  );
}

function bareHan(text: string, start: number, numeral: Numeral, floor: number): Figure | undefined {
  const before = unitAt(text, start - 1);
  const after = unitAt(text, numeral.end);
  const whole = isEdge(text, start, -1) && isEdge(text, numeral.end - 1, 1);
  const value = numeral.indefinite ? null : Number.isNaN(numeral.positional) ? range(numeral) : numeral.positional;
  const length = numeral.end - start;
  let counts = whole;
  if (!counts && numeral.scaled && !numeral.bare && length > 1) {
    counts =
      (numeral.value >= 1e4 && numeral.scale > 1) ||
      (isBoundary(after) && numeral.value >= 20 && !(numeral.value < 100 && isEnumerator(text, numeral.end, before)));
  } else if (!counts && numeral.bare && length > 1) {
    counts = isBoundary(before) && isBoundary(after) && value !== 1e8;
  } else if (!counts && numeral.decimal) {
    counts = isBoundary(after);
  } else if (!counts && length === 1) {
    counts =
      (QUOTES.includes(text.charAt(start - 1) || ' ') && QUOTES.includes(text.charAt(numeral.end) || ' ')) ||
      isPredicate(text, start, numeral.end);
  }
  return counts ? complete(text, start, numeral.end, floor, 'count', value, undefined, numeral.more) : undefined;
}

function range(numeral: Numeral): number | readonly [number, number] {
  return Number.isNaN(numeral.high) ? numeral.value : [numeral.value, numeral.high];
}

/** （三十）, 三十、 */
function isEnumerator(text: string, end: number, before: number): boolean {
  const mark = text.charAt(end);
  return (
    isBracket(before) ||
    mark === '、' ||
    mark === '.' ||
    mark === '）' ||
    mark === ')' ||
    (isBoundary(before) && mark !== '' && '，,：:'.includes(mark))
  );
}

/** 不是四而是五: a digit that something is said to be. */
function isPredicate(text: string, start: number, end: number): boolean {
  if (text.charAt(start - 1) !== '是') return false;
  const next = text.charAt(end);
  return isBoundary(unitAt(text, end)) || '而这這'.includes(next);
}

let powerExponent = 0;
let exponentOf = 0;

/** The end of ^2 or ^-1 at `position`, the exponent in `powerExponent`; 0 where none stands. */
function power(text: string, position: number): number {
  if (unitAt(text, position) !== 0x5e) return 0;
  let at = position + 1;
  let minus = 0;
  while (at < position + 4 && (unitAt(text, at) === 0x2d || unitAt(text, at) === 0x2b)) {
    if (unitAt(text, at) === 0x2d) minus++;
    at++;
  }
  const end = smallInteger(text, at);
  if (end === 0) return 0;
  powerExponent = (minus % 2 === 1 ? -1 : 1) * smallValue;
  return end;
}

/** The end of e10 or e-3 at `position`, the exponent in `exponentOf`; 0 where none stands. */
function exponent(text: string, position: number): number {
  const letter = unitAt(text, position);
  if (letter !== 0x65 && letter !== 0x45) return 0;
  let at = position + 1;
  const sign = unitAt(text, at);
  if (sign === 0x2d || sign === 0x2b) at++;
  const end = smallInteger(text, at);
  if (end === 0 || classOf(unitAt(text, end)) === LETTER) return 0;
  exponentOf = sign === 0x2d ? -smallValue : smallValue;
  return end;
}

let smallValue = 0;

function smallInteger(text: string, position: number): number {
  let at = position;
  smallValue = 0;
  while (at < position + 3 && classOf(unitAt(text, at)) === DIGIT)
    smallValue = smallValue * 10 + (unitAt(text, at++) & 15);
  return at === position || classOf(unitAt(text, at)) === DIGIT ? 0 : at;
}

/** What k, K or M behind a number multiplies it by; 1 where it is part of a name (4K, 3M, 5G). */
function letterMultiple(text: string, position: number, numeral: Numeral, start: number): number {
  const letter = text.charAt(position);
  if (letter !== 'k' && letter !== 'K' && letter !== 'M' && letter !== 'G') return 1;
  if (classOf(unitAt(text, position + 1)) === LETTER) return 1;
  if (letter === 'k') return 1000;
  const quantity = numeral.decimal || numeral.value > 10 || start !== numeral.start;
  if (!quantity) return 1;
  return letter === 'K' ? 1000 : letter === 'M' ? 1e6 : numeral.decimal || start !== numeral.start ? 1e9 : 1;
}
