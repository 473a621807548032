import {
  BIG_UNIT,
  classOf,
  DIGIT,
  digitValue,
  FORMAL_DIGIT,
  HAN_DIGIT,
  isBoundary,
  isNumeral,
  SMALL_UNIT,
  unitAt,
  unitValue,
} from './characters.ts';
import { findSuffix } from './suffix.ts';

/** What {@link readNumeral} found. One object is filled again and again, so that reading allocates nothing. */
export interface Numeral {
  start: number;
  /** Exclusive; behind a trailing 多 or 余. */
  end: number;
  value: number;
  /** The larger number of 三四十, 七八; NaN where there is only one. */
  high: number;
  /** Where the number ends without its trailing 多 or 余; equal to `end` where it has none. */
  plainEnd: number;
  /** A 多, 余 or 几 within the number says that it is more. */
  more: boolean;
  /** 几十, 数百: no definite number. */
  indefinite: boolean;
  /** Written with digits 0–9 at its start. */
  arabic: boolean;
  /** How many digits the number has, if it is nothing but digits of one script; 0 if not. */
  digits: number;
  /** Chinese digits in a row (一九四九); for two neighbours (七八) `positional` holds what they mean as such. */
  positional: number;
  /** Has 十, 百, 千, 万 or 亿. */
  scaled: boolean;
  decimal: boolean;
  /** Starts with 百, 千, 万 or 亿 that nothing multiplies. */
  bare: boolean;
  /** What the last 万 or 亿 multiplied by, if the number ends with it; 1 if not. */
  scale: number;
}

/** A blank numeral to read into. */
export function newNumeral(): Numeral {
  return {
    start: 0,
    end: 0,
    value: 0,
    high: Number.NaN,
    plainEnd: 0,
    more: false,
    indefinite: false,
    arabic: false,
    digits: 0,
    positional: Number.NaN,
    scaled: false,
    decimal: false,
    bare: false,
    scale: 1,
  };
}

/** Makes one numeral what another one is. */
export function copyNumeral(from: Numeral, to: Numeral): void {
  to.start = from.start;
  to.end = from.end;
  to.value = from.value;
  to.high = from.high;
  to.plainEnd = from.plainEnd;
  to.more = from.more;
  to.indefinite = from.indefinite;
  to.arabic = from.arabic;
  to.digits = from.digits;
  to.positional = from.positional;
  to.scaled = from.scaled;
  to.decimal = from.decimal;
  to.bare = from.bare;
  to.scale = from.scale;
}

const SPACE = 0x20;
const WIDE_SPACE = 0x3000;
const COMMA = 0x2c;
const WIDE_COMMA = 0xff0c;
const DOT = 0x2e;
const WIDE_DOT = 0xff0e;
const ZERO = 0x96f6;
const CIRCLE = 0x3007;
const CIRCLE_SIGN = 0x25cb;
const LIANG = 0x4e24;
const LIANG_TRADITIONAL = 0x5169;
const POINT = 0x70b9;
const POINT_TRADITIONAL = 0x9ede;
const MANY = 0x591a;
const MEGA = 0x5146;
/** Units that make 兆 their prefix and no numeral. */
const AFTER_MEGA = '瓦赫字比焦帕欧歐伏安位';
/** What behind 点 and a digit makes it a clock time: 三点一刻, 十点五分. */
const CLOCK = '分刻';
const MAXIMAL_SPACES = 3;

const powers: number[] = [];
for (let exponent = 0; exponent <= 22; exponent++) powers.push(10 ** exponent);

/** The first position at or behind `position` that holds no space, looking over no more than a few. */
export function skipSpaces(text: string, position: number): number {
  for (let i = 0; i < MAXIMAL_SPACES; i++) {
    const unit = unitAt(text, position);
    if (unit !== SPACE && unit !== WIDE_SPACE) break;
    position++;
  }
  return position;
}

/** Whether the digits at `start` follow a point and other digits (1.2.3). */
function isBehindPoint(text: string, start: number): boolean {
  return unitAt(text, start - 1) === DOT && classOf(unitAt(text, start - 2)) === DIGIT;
}

/** Whether 千 at `position` counts a unit by the thousand, however many (449.8千公顷); else 717百城 is no number of hundreds. */
function isThousandOf(text: string, position: number): boolean {
  return text.startsWith('千公顷', position) || text.startsWith('千公頃', position);
}

/** Whether 千 or 百 belongs to the unit behind it: 2.3千克, 三千瓦, 1000百帕. 三千米 is 3000 metres, 3千米 are 3 kilometres. */
function isPrefix(text: string, position: number, value: number, digits: boolean): boolean {
  const next = unitAt(text, position + 1);
  if (value === 100) return next === 0x5e15;
  if (value !== 1000) return false;
  switch (next) {
    case 0x514b: // 克
      return unitAt(text, position + 2) !== 0x62c9;
    case 0x74e6: // 瓦
    case 0x7126: // 焦
    case 0x5e15: // 帕
    case 0x8d6b: // 赫
    case 0x4f0f: // 伏
      return true;
    case 0x5361: // 卡
      return unitAt(text, position + 2) !== 0x8def;
    case 0x7c73: // 米
      return digits;
    case 0x6bd4: // 比特
      return unitAt(text, position + 2) === 0x7279;
    case 0x5b57: // 字节
      return unitAt(text, position + 2) === 0x8282;
    default:
      return false;
  }
}

/** Whether 一两 is one or two of something (一两个, 一两百) and not a weight. */
function countsBehind(text: string, position: number): boolean {
  const kind = classOf(unitAt(text, position));
  return kind === SMALL_UNIT || kind === BIG_UNIT || findSuffix(text, position) !== undefined;
}

function isZero(unit: number): boolean {
  return unit === ZERO || unit === CIRCLE || unit === CIRCLE_SIGN;
}

function isTwo(unit: number): boolean {
  return unit === LIANG || unit === LIANG_TRADITIONAL;
}

/** Whether a number goes on behind spaces: with a unit, or with a digit that has a unit or ends the phrase. */
function continuesBehindSpace(text: string, position: number): boolean {
  const unit = unitAt(text, position);
  const kind = classOf(unit);
  if (kind === SMALL_UNIT || kind === BIG_UNIT) return true;
  if (kind !== HAN_DIGIT && kind !== FORMAL_DIGIT && kind !== DIGIT) return isAndMore(unit);
  const next = skipSpaces(text, position + 1);
  const after = unitAt(text, next);
  const afterKind = classOf(after);
  if (afterKind === SMALL_UNIT || afterKind === BIG_UNIT) return true;
  return kind !== DIGIT && (isBoundary(after) || after === 0x53c8);
}

/** 余 */
function isAndMore(unit: number): boolean {
  return unit === 0x4f59 || unit === 0x9918;
}

/** 几 */
function isSeveral(unit: number): boolean {
  return unit === 0x51e0 || unit === 0x5e7e;
}

/** 来, as in 十来个 */
function isComing(unit: number): boolean {
  return unit === 0x6765 || unit === 0x4f86;
}

/** 几 or 数 */
function isIndefinite(unit: number): boolean {
  return isSeveral(unit) || unit === 0x6570 || unit === 0x6578;
}

/**
 * Reads the number that starts at `start`, where a digit of any script, 十, 百, 千, 万, 亿, or 几, 数 before one of these must stand.
 * Digits with separators and decimals, Chinese numerals plain, formal and mixed, 三四十, 三十多, 一千三; a few spaces between are
 * let pass. Gives false where no number stands; it ends where it starts then.
 */
export function readNumeral(text: string, start: number, numeral: Numeral): boolean {
  numeral.start = start;
  numeral.end = start;
  numeral.plainEnd = start;
  numeral.high = Number.NaN;
  numeral.more = false;
  numeral.indefinite = false;
  numeral.digits = 0;
  numeral.positional = Number.NaN;
  numeral.scaled = false;
  numeral.decimal = false;
  numeral.bare = false;
  numeral.scale = 1;
  numeral.arabic = false;

  // value = result + group + section + pending, each closed by a larger unit than the one behind it
  let result = 0;
  let group = 0;
  let section = 0;
  let pending = -1;
  /** Digits behind the pending number's decimal point are kept as a divisor, so that 4838.3万 is exact. */
  let divisor = 1;
  let pendingDigits = 0;
  let spread = 0;
  let lastSmall = Number.POSITIVE_INFINITY;
  let lastBig = Number.POSITIVE_INFINITY;
  let lastUnit = 0;
  let zero = false;
  let han = false;
  let position = start;
  let end = start;

  if (isIndefinite(unitAt(text, start))) {
    numeral.indefinite = true;
    pending = 1;
    pendingDigits = 1;
    position++;
    const kind = classOf(unitAt(text, position));
    if (kind !== SMALL_UNIT && kind !== BIG_UNIT) return false;
  }

  for (;;) {
    const unit = unitAt(text, position);
    const kind = classOf(unit);
    if (kind === DIGIT) {
      if (pending >= 0) break;
      if (end === start) numeral.arabic = true;
      else if (unitAt(text, position - 1) === POINT) break;
      let mantissa = 0;
      let count = 0;
      let digit = unit;
      while (classOf(digit) === DIGIT) {
        mantissa = mantissa * 10 + digitValue(digit);
        count++;
        digit = unitAt(text, ++position);
      }
      // thousands
      if (count <= 3) {
        while (
          (digit === COMMA || (digit === WIDE_COMMA && unit >= 0xff10)) &&
          classOf(unitAt(text, position + 1)) === DIGIT &&
          classOf(unitAt(text, position + 2)) === DIGIT &&
          classOf(unitAt(text, position + 3)) === DIGIT &&
          classOf(unitAt(text, position + 4)) !== DIGIT
        ) {
          for (let i = 1; i <= 3; i++) mantissa = mantissa * 10 + digitValue(unitAt(text, position + i));
          position += 4;
          count += 4;
          digit = unitAt(text, position);
        }
      }
      divisor = 1;
      if (
        (digit === DOT || digit === WIDE_DOT) &&
        classOf(unitAt(text, position + 1)) === DIGIT &&
        !numeral.decimal &&
        !isBehindPoint(text, start)
      ) {
        let behind = position + 1;
        let places = 0;
        let fraction = mantissa;
        digit = unitAt(text, behind);
        while (classOf(digit) === DIGIT) {
          if (places < 15 && fraction < 9e14) {
            fraction = fraction * 10 + digitValue(digit);
            places++;
          }
          digit = unitAt(text, ++behind);
        }
        // 1.2.3 is no decimal
        if (!((digit === DOT || digit === WIDE_DOT) && classOf(unitAt(text, behind + 1)) === DIGIT)) {
          mantissa = fraction;
          divisor = powers[places]!;
          numeral.decimal = true;
          position = behind;
        }
      }
      pending = mantissa;
      pendingDigits = count;
      end = position;
    } else if (kind === HAN_DIGIT || kind === FORMAL_DIGIT) {
      if (pending >= 0) break;
      let run = position;
      if (end !== start) {
        // 零 behind a unit only fills
        while (isZero(unitAt(text, run))) run++;
        if (run > position) {
          const next = unitAt(text, run);
          const nextKind = classOf(next);
          if ((!isNumeral(next) || nextKind === BIG_UNIT) && !isSeveral(next)) break;
          zero = true;
          position = run;
          if (nextKind !== HAN_DIGIT && nextKind !== FORMAL_DIGIT) continue;
        }
      }
      const first = digitValue(unitAt(text, run));
      const second = unitAt(text, run + 1);
      const secondKind = classOf(second);
      if (
        (secondKind === HAN_DIGIT || secondKind === FORMAL_DIGIT) &&
        (!isTwo(second) || (first === 1 && countsBehind(text, run + 2)))
      ) {
        const third = classOf(unitAt(text, run + 2));
        const more = third === HAN_DIGIT || third === FORMAL_DIGIT;
        const next = digitValue(second);
        if (!more && first > 0 && (next === first + 1 || (first === 3 && next === 5))) {
          numeral.positional = end === start ? first * 10 + next : Number.NaN;
          pending = first;
          spread = next - first;
          pendingDigits = 1;
          position = run + 2;
        } else if (end === start && !isTwo(unitAt(text, run))) {
          let count = 0;
          let value = 0;
          let digit = unitAt(text, run);
          while ((classOf(digit) === HAN_DIGIT || classOf(digit) === FORMAL_DIGIT) && !isTwo(digit)) {
            value = value * 10 + digitValue(digit);
            count++;
            digit = unitAt(text, ++run);
          }
          pending = value;
          pendingDigits = count;
          position = run;
        } else {
          pending = first;
          pendingDigits = 1;
          position = run + 1;
        }
      } else {
        pending = first;
        pendingDigits = 1;
        position = run + 1;
      }
      divisor = 1;
      han = true;
      end = position;
    } else if (kind === SMALL_UNIT) {
      const value = unitValue(unit);
      if (pendingDigits > 2 && numeral.arabic && pending >= 100 && !han && !isThousandOf(text, position)) break;
      if (pending >= 0 && isPrefix(text, position, value, numeral.arabic || numeral.decimal) && !numeral.indefinite)
        break;
      if (value > 10 && value < 100) {
        // 廿, 卅
        if (pending >= 0 || lastSmall <= 10) break;
        section += value;
        lastSmall = 10;
        lastUnit = 10;
      } else {
        if (value >= lastSmall) break;
        if (pending < 0) {
          if (section > 0 && value !== 10 && !zero) break;
          if (end === start && value > 10) numeral.bare = true;
          if (end !== start && lastBig !== Number.POSITIVE_INFINITY && section === 0 && value > 10 && !zero) break;
        } else if (pendingDigits > 1 && !numeral.arabic && han && end !== start && lastUnit === 0 && divisor === 1) {
          break;
        }
        const coefficient = pending < 0 ? 1 : pending;
        section += (coefficient * value) / divisor;
        spread *= value;
        lastSmall = value;
        lastUnit = value;
      }
      pending = -1;
      divisor = 1;
      han = true;
      numeral.scaled = true;
      zero = false;
      position++;
      end = position;
    } else if (kind === BIG_UNIT) {
      const value = unitValue(unit);
      if (unit === MEGA && position + 1 < text.length && AFTER_MEGA.includes(text.charAt(position + 1))) break;
      if (unit === MEGA && numeral.arabic && !isNumeral(unitAt(text, position + 1))) break;
      const amount = pending < 0 ? section : section + pending / divisor;
      const exact = pending >= 0 && section === 0;
      if (value === 1e4) {
        if (group > 0) {
          if (amount > 0 || lastUnit !== 1e4) break;
          group *= 1e4;
        } else if (amount === 0 && end !== start) {
          break;
        } else {
          if (end === start) numeral.bare = true;
          group = end === start ? 1e4 : exact ? (pending * 1e4) / divisor : amount * 1e4;
          if (end === start) spread = 0;
        }
      } else {
        if (lastBig <= value) break;
        if (group === 0 && amount === 0 && end !== start) break;
        if (end === start) numeral.bare = true;
        const whole = end === start ? 1 : group + amount;
        result += exact && group === 0 && end !== start ? (pending * value) / divisor : whole * value;
        group = 0;
        lastBig = value;
      }
      spread *= value;
      section = 0;
      pending = -1;
      divisor = 1;
      lastSmall = Number.POSITIVE_INFINITY;
      lastUnit = value;
      numeral.scaled = true;
      numeral.scale = numeral.scale * value;
      zero = false;
      han = true;
      position++;
      end = position;
    } else if ((unit === POINT || unit === POINT_TRADITIONAL) && end !== start && !numeral.decimal && han) {
      const behind = readDecimals(text, position);
      if (behind === 0) break;
      let whole = section;
      if (!Number.isNaN(numeral.positional)) {
        pending = numeral.positional;
        numeral.positional = Number.NaN;
      }
      if (pending >= 0) whole += pendingDigits === 1 && lastUnit >= 100 && !zero ? (pending * lastUnit) / 10 : pending;
      let fraction = '';
      for (let i = skipSpaces(text, position + 1); i < behind; i++) {
        if (isNumeral(unitAt(text, i)) && fraction.length < 30) fraction += digitValue(unitAt(text, i));
      }
      section = 0;
      spread = 0;
      divisor = 1;
      // as decimal digits, so that 二点五六万 is exact
      if (fraction.length <= 12 && whole < 1e6) {
        divisor = powers[fraction.length]!;
        pending = whole * divisor + Number(fraction);
      } else {
        pending = Number(`${whole}.${fraction}`);
      }
      pendingDigits = 9;
      numeral.decimal = true;
      lastSmall = Number.POSITIVE_INFINITY;
      position = behind;
      end = behind;
    } else if (unit === SPACE || unit === WIDE_SPACE) {
      if (end === start) break;
      const behind = skipSpaces(text, position);
      const next = unitAt(text, behind);
      if (han || classOf(next) === BIG_UNIT || classOf(next) === SMALL_UNIT) {
        if ((next === POINT || next === POINT_TRADITIONAL) && readDecimals(text, behind) > 0) position = behind;
        else if (continuesBehindSpace(text, behind)) position = behind;
        else break;
      } else break;
    } else if (end !== start && (unit === MANY || isAndMore(unit) || isSeveral(unit) || isComing(unit))) {
      if (numeral.more) break;
      const several = isSeveral(unit) || isComing(unit);
      const next = skipSpaces(text, position + 1);
      const factor = unitAt(text, next);
      const round = pending < 0 || pending % 10 === 0;
      if (classOf(factor) === BIG_UNIT && pending !== 0 && (round || !several)) {
        numeral.more = true;
        position = next;
        continue;
      }
      if (!round || (several && (lastUnit < 10 || lastUnit > 1000) && pending <= 0) || pending === 0) break;
      numeral.more = true;
      numeral.plainEnd = end;
      finish(numeral, result, group, section, pending, divisor, pendingDigits, spread, lastUnit, zero);
      numeral.end = position + 1;
      if (lastUnit < 1e4) numeral.scale = 1;
      return true;
    } else break;
  }
  if (end === start) return false;
  numeral.end = end;
  numeral.plainEnd = end;
  if (lastUnit < 1e4 || pending >= 0) numeral.scale = 1;
  if (lastUnit === 0 && divisor === 1) numeral.digits = pendingDigits;
  finish(numeral, result, group, section, pending, divisor, pendingDigits, spread, lastUnit, zero);
  return true;
}

function finish(
  numeral: Numeral,
  result: number,
  group: number,
  section: number,
  pending: number,
  divisor: number,
  pendingDigits: number,
  spread: number,
  lastUnit: number,
  zero: boolean,
): void {
  let tail = 0;
  let factor = 1;
  if (pending >= 0) {
    // 三万五 is 35000, 一千三 1300
    if (pendingDigits === 1 && !zero && lastUnit >= 100 && divisor === 1) factor = lastUnit / 10;
    tail = (pending * factor) / divisor;
  }
  numeral.value = result + group + section + tail;
  if (spread > 0) numeral.high = numeral.value + spread * factor;
}

/** The end of the decimals behind the 点 at `position`; 0 where it is no decimal point. */
function readDecimals(text: string, position: number): number {
  let i = skipSpaces(text, position + 1);
  const first = classOf(unitAt(text, i));
  if (first !== HAN_DIGIT && first !== FORMAL_DIGIT && first !== DIGIT) return 0;
  while (i < text.length) {
    const unit = unitAt(text, i);
    if (classOf(unit) !== first && !(first === FORMAL_DIGIT && classOf(unit) === HAN_DIGIT)) break;
    if (isTwo(unit)) return 0;
    i++;
  }
  const next = text.charAt(i);
  if (classOf(unitAt(text, i)) === SMALL_UNIT && unitValue(unitAt(text, i)) === 10) return 0;
  if (i < text.length && CLOCK.includes(next) && text.charAt(i + 1) !== '之') return 0;
  return i;
}
