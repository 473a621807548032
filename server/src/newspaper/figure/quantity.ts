import { classOf, DIGIT, isBoundary, isNumeral, unitAt } from './characters.ts';
import { boundInside, rangeLength } from './context.ts';
import { listOf, marked } from './data/variants.ts';
import { MINUTES, tidy } from './duration.ts';
import type { Figure } from './figure.ts';
import { readFraction } from './fraction.ts';
import { Lexicon } from './lexicon.ts';
import { currencyBefore, withCurrency } from './money.ts';
import { copyNumeral, type Numeral, readNumeral } from './numeral.ts';
import { spelledPoints, withTenths } from './percent.ts';
import { readRange } from './range.ts';
import { first, HALF, MANY, numberOf, PIECE, PIECE_TRADITIONAL, plus, SPACE, suffixStart, third } from './scratch.ts';
import { shorthandDigit, shorthandLength } from './shorthand.ts';
import { isMonth, MONTHS, withTime } from './stretch.ts';
import { findSuffix, type Suffix, suffixLength } from './suffix.ts';
import { complete } from './surroundings.ts';

/** Words before a number of degrees. */
const SCALES = new Lexicon<true>(marked(listOf('零下 零上 摄氏 华氏 气温 高温 低温 体温')), true);

/** Names of the scales, which belong to the figure. */
const NAMED_SCALES = new Lexicon<true>(marked(listOf('摄氏 华氏')), true);

const SIGNS = '￥¥$＄€£￡₩₽₹฿₫';

/** The numeral that {@link readQuantity} read last, whether or not it made a figure. */
export function lastNumeral(): Numeral {
  return first;
}

/**
 * Reads the quantity whose number starts at `start`: a number or a range with its unit, the bounds around it, the sign or
 * currency before it. Undefined where the number is none. `floor` is the end of the figure before. `known` is the number
 * where it has been read already.
 */
export function readQuantity(text: string, start: number, floor: number, known?: Numeral): Figure | undefined {
  if (known !== undefined) copyNumeral(known, first);
  else if (!readNumeral(text, start, first)) return undefined;
  const after = unitAt(text, first.end);
  // most numbers are followed by neither of these
  if (
    after === 0x5206 ||
    after === 0x53c8 ||
    after === 0x2f ||
    after === SPACE ||
    after === 0x767e ||
    after === 0x4f70
  ) {
    const fraction = readFraction(text, start, floor);
    if (fraction !== undefined) return fraction;
  }
  const joint =
    after === 0x3001 && first.digits === 1 && text.charAt(start - 1) !== '第' ? 1 : rangeLength(text, first.end);
  if (joint > 0) {
    const range = readRange(text, start, first.end + joint, floor);
    if (range !== undefined) return range;
  }
  const unitStart = suffixStart(text, first);
  let suffix = findSuffix(text, unitStart);
  let unitEnd = unitStart + suffixLength();
  if (suffix === undefined && first.plainEnd !== first.end) {
    first.end = first.plainEnd;
    first.more = false;
    suffix = findSuffix(text, first.end);
    unitEnd = first.end + suffixLength();
  }
  const spelled = spelledPoints(text, first.end);
  if (spelled > 0) return complete(text, start, spelled, floor, 'percent', numberOf(1), '%', first.more);
  if (suffix === undefined || (suffix.kind === 'money' && !(start > 0 && SIGNS.includes(text.charAt(start - 1))))) {
    const currency = currencyBefore(text, start, floor);
    if (currency !== undefined) {
      const end = suffix === undefined ? first.end : unitEnd;
      return complete(text, currency.start, end, floor, 'money', numberOf(1), currency.code, first.more);
    }
  }
  if (suffix === undefined) {
    // 连续两月
    if (isMonth(text, first.end) && '两兩'.includes(text.charAt(start)))
      return withTime(text, start, first.end + 1, MONTHS, false, false, floor);
    return undefined;
  }
  if (isWeak(text, start, suffix) && !isDegree(text, start, unitEnd)) return undefined;
  if (suffix.noun) unitEnd = unitStart + suffixLength();
  return withUnit(text, start, unitStart, unitEnd, suffix, floor);
}

function withUnit(
  text: string,
  start: number,
  unitStart: number,
  unitEnd: number,
  suffix: Suffix,
  floor: number,
): Figure | undefined {
  switch (suffix.kind) {
    case 'money':
      return withCurrency(text, start, unitEnd, suffix, floor);
    case 'percent':
      return withTenths(text, start, unitEnd, suffix, floor);
    case 'duration':
      return withTime(text, start, unitEnd, suffix, first.more, false, floor);
    default:
  }
  const next = unitAt(text, unitEnd);
  const unit = unitAt(text, unitStart);
  if ((unit === PIECE || unit === PIECE_TRADITIONAL) && unitEnd === unitStart + 1) {
    // 一个半小时, 两个多月
    if (next === HALF || next === MANY || next === 0x4f59 || next === 0x9918) {
      const time = isMonth(text, unitEnd + 1) ? MONTHS : findSuffix(text, unitEnd + 1);
      const size = time === MONTHS ? 1 : suffixLength();
      if (time !== undefined && time.kind === 'duration' && time.code !== 'Y' && time.code !== 'D') {
        return withTime(text, start, unitEnd + 1 + size, time, next !== HALF || first.more, next === HALF, floor);
      }
      if (next === HALF && findSuffix(text, unitEnd + 1) === undefined) {
        return complete(
          text,
          start,
          unitEnd + 1,
          floor,
          'count',
          plus(0.5),
          text.slice(unitStart, unitEnd),
          first.more,
        );
      }
    }
  }
  if (
    (unit === PIECE || unit === PIECE_TRADITIONAL) &&
    unitEnd === unitStart + 1 &&
    (next === 0x4ebf || next === 0x5104)
  ) {
    // 两个亿
    const money = findSuffix(text, unitEnd + 1);
    const value = first.indefinite ? null : tidy(first.value * 1e8);
    if (money?.kind !== 'money')
      return complete(text, start, unitEnd + 1, floor, 'count', value, undefined, first.more);
    return complete(text, start, unitEnd + 1 + suffixLength(), floor, 'money', value, money.code, first.more);
  }
  if (suffix.kind === 'measure' && (unit === 0x5ea6 || unit === 0xb0)) {
    const scale = NAMED_SCALES.longestBefore(text, start);
    if (scale !== 0 && start - NAMED_SCALES.length(scale) >= floor) {
      const named = text.slice(start - 2, start) + text.slice(unitStart, unitEnd);
      return complete(text, start - 2, unitEnd, floor, 'measure', numberOf(1), named.replace('°', '度'), first.more);
    }
  }
  // 5分30秒
  if (
    unit === 0x5206 &&
    unitEnd === unitStart + 1 &&
    isNumeral(next) &&
    readNumeral(text, unitEnd, third) &&
    unitAt(text, third.end) === 0x79d2
  ) {
    return withTime(text, start, unitEnd, MINUTES, false, false, floor);
  }
  let value = numberOf(1);
  let end = unitEnd;
  if (next === HALF && suffix.kind === 'measure' && !isNumeral(unitAt(text, unitEnd + 1))) {
    // 三斤半
    value = plus(0.5);
    end++;
  } else if (
    unit === 0x7c73 &&
    unitEnd === unitStart + 1 &&
    first.arabic &&
    classOf(next) === DIGIT &&
    readNumeral(text, unitEnd, third) &&
    third.digits > 0 &&
    third.digits < 3
  ) {
    // 1米75
    value = plus(third.value / 10 ** third.digits);
    end = third.end;
  } else if (suffix.kind === 'measure' && shorthandDigit(text, unitEnd) && (unit === 0x7c73 || unit === 0x5c3a)) {
    // 一米八, 一米八六
    const places = shorthandLength();
    readNumeral(text, unitEnd, third);
    value = plus((Number.isNaN(third.positional) ? third.value : third.positional) / 10 ** places);
    end += places;
  }
  return complete(text, start, end, floor, suffix.kind, value, text.slice(unitStart, unitEnd), first.more);
}

/** 五度 is a temperature where the clause ends with it or says so (零下五度). */
function isDegree(text: string, start: number, end: number): boolean {
  if (unitAt(text, end - 1) !== 0x5ea6 || unitAt(text, start) === 0x4e00) return false;
  return (
    isBoundary(unitAt(text, end)) || boundInside(text, end) !== undefined || SCALES.longestBefore(text, start) !== 0
  );
}

/** Whether a Chinese numeral and a measure word are too weak a pair to count. */
function isWeak(text: string, start: number, suffix: Suffix): boolean {
  if (first.arabic) return suffix.noun && (first.decimal || first.digits === 0 || first.value > 1000);
  if (suffix.noun) return true;
  // 三两天 are a few days
  if (
    suffix.kind === 'measure' &&
    '两兩'.includes(text.charAt(first.end)) &&
    findSuffix(text, first.end + 1) !== undefined
  )
    return true;
  if (first.bare && unitAt(text, start + 1) !== 0x4ebf) {
    // 百名, 千元, 万人, but no other unit
    return first.end === start + 1 && suffix.weakAfterHan;
  }
  if (!Number.isNaN(first.positional)) return suffix.weakAfterHan;
  if (first.digits !== 1) return first.digits > 1 && suffix.kind === 'count';
  return first.value === 1 ? suffix.weakAfterOne || suffix.weakAfterHan : suffix.weakAfterHan;
}
