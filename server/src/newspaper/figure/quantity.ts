import {
  BIG_UNIT,
  classOf,
  DIGIT,
  HAN_DIGIT,
  isBoundary,
  isNumeral,
  LETTER,
  SMALL_UNIT,
  unitValue,
} from './characters.ts';
import { approximationBefore, boundInside, boundOutside, rangeLength, wordLength } from './context.ts';
import { CURRENCY_PREFIXES } from './data/currencies.ts';
import { wordList } from './data/variants.ts';
import { composeDuration, endOfDuration, formatDuration, formatHalf, MINUTES, tidy } from './duration.ts';
import type { Figure, FigureBound, FigureKind, FigureValue } from './figure.ts';
import { Lexicon } from './lexicon.ts';
import { type Numeral, newNumeral, readNumeral, skipSpaces } from './numeral.ts';
import { findSuffix, type Suffix, suffixLength } from './suffix.ts';

const currencyPrefixes = new Lexicon<string>(
  CURRENCY_PREFIXES.flatMap(([names, code]) => wordList(names).map((word) => [word, code] as const)),
  true,
);

const first = newNumeral();
const second = newNumeral();
const third = newNumeral();

const HALF = 0x534a;
const MANY = 0x591a;
const PIECE = 0x4e2a;
const PIECE_TRADITIONAL = 0x500b;
const SPACE = 0x20;
const MINUS = '-−－';
/** What behind 多 makes it the start of another word, not a bound of the figure before it (3年多次). */
const AFTER_MANY = '次种種个個名样樣元项項部位点點边邊层層线線功渠重年家数數少云雲国國方人民';

/** The numeral that {@link readQuantity} read last, whether or not it made a figure. */
export function lastNumeral(): Numeral {
  return first;
}

/**
 * Reads the quantity whose number starts at `start`: a number or a range with its unit, the bounds around it, the sign or
 * currency before it. Undefined where the number is none. `floor` is the end of the figure before.
 */
export function readQuantity(text: string, start: number, floor: number): Figure | undefined {
  if (!readNumeral(text, start, first)) return undefined;
  const after = text.charCodeAt(first.end);
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
  const prefix = currencyPrefixes.longestBefore(text, skipSpaceBack(text, start));
  if (prefix !== 0 && (suffix === undefined || (suffix.kind === 'money' && !SIGNS.test(text.charAt(start - 1))))) {
    const code = currencyPrefixes.value(prefix);
    const from = skipSpaceBack(text, start) - currencyPrefixes.length(prefix);
    const end = suffix === undefined ? first.end : unitEnd;
    if (from >= floor) return complete(text, from, end, floor, 'money', numberOf(1), code, first.more);
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

/** Words before a number of degrees. */
const SCALES = new Lexicon<true>(
  wordList('零下 零上 摄氏 华氏 气温 高温 低温 体温').map((word) => [word, true] as const),
  true,
);
/** Names of the scales, which belong to the figure. */
const NAMED_SCALES = new Lexicon<true>(
  wordList('摄氏 华氏').map((word) => [word, true] as const),
  true,
);

const SIGNS = /[￥¥$＄€£￡₩₽₹฿₫]/;

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
  const next = text.charCodeAt(unitEnd);
  const unit = text.charCodeAt(unitStart);
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
    text.charCodeAt(third.end) === 0x79d2
  ) {
    return withTime(text, start, unitEnd, MINUTES, false, false, floor);
  }
  let value = numberOf(1);
  let end = unitEnd;
  if (next === HALF && suffix.kind === 'measure' && !isNumeral(text.charCodeAt(unitEnd + 1))) {
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
    const places = shorthandDigits;
    readNumeral(text, unitEnd, third);
    value = plus((Number.isNaN(third.positional) ? third.value : third.positional) / 10 ** places);
    end += places;
  }
  return complete(text, start, end, floor, suffix.kind, value, text.slice(unitStart, unitEnd), first.more);
}

const MONTHS: Suffix = {
  kind: 'duration',
  code: 'M',
  factor: 1,
  weakAfterOne: false,
  weakAfterHan: false,
  noun: false,
};

function isMonth(text: string, position: number): boolean {
  return text.charCodeAt(position) === 0x6708;
}

let shorthandDigits = 0;

/** Whether one or two Chinese digits stand at `position` and a boundary behind them; `shorthandDigits` says how many. */
function shorthandDigit(text: string, position: number): boolean {
  if (classOf(text.charCodeAt(position)) !== HAN_DIGIT || text.charCodeAt(position) === 0x4e24) return false;
  shorthandDigits = classOf(text.charCodeAt(position + 1)) === HAN_DIGIT ? 2 : 1;
  const end = position + shorthandDigits;
  return isBoundary(text.charCodeAt(end)) || text.charAt(end) === '的';
}

/** 元 with 角 and 分 behind it; 三块五. */
function withCurrency(text: string, start: number, unitEnd: number, suffix: Suffix, floor: number): Figure | undefined {
  const scale = suffix.factor;
  let amount = tidy(first.value * scale);
  const more = first.more;
  const high = first.high;
  const indefinite = first.indefinite;
  let end = unitEnd;
  let lowest = scale;
  if (Number.isNaN(high)) {
    while (lowest > 0.01 && isNumeral(text.charCodeAt(end))) {
      if (!readNumeral(text, end, third) || third.value >= 100 || third.decimal) break;
      const subunit = findSuffix(text, third.end);
      if (
        subunit !== undefined &&
        subunit.kind === 'money' &&
        subunit.factor < lowest &&
        (subunit.code === suffix.code || subunit.factor < 1)
      ) {
        amount = tidy(amount + third.value * subunit.factor);
        end = third.end + suffixLength();
        lowest = subunit.factor;
        continue;
      }
      if (text.charCodeAt(third.end) === 0x5206 && suffix.code === 'CNY' && third.value < 10) {
        amount = tidy(amount + third.value * 0.01);
        end = third.end + 1;
      } else if (
        lowest === 1 &&
        '块塊'.includes(text.charAt(end - 1)) &&
        shorthandDigit(text, end) &&
        shorthandDigits === 1
      ) {
        amount = tidy(amount + third.value / 10);
        end++;
      }
      break;
    }
  }
  const value: FigureValue = indefinite ? null : Number.isNaN(high) ? amount : [amount, tidy(high * scale)];
  return complete(text, start, end, floor, 'money', value, suffix.code, more);
}

/** Percents, 成 and 折. */
function withTenths(text: string, start: number, unitEnd: number, suffix: Suffix, floor: number): Figure | undefined {
  if (suffix.code === '%')
    return complete(text, start, unitEnd, floor, 'percent', numberOf(suffix.factor), '%', first.more);
  if (suffix.code === '折' && first.digits === 2 && first.value > 10) {
    // 八五折
    return complete(text, start, unitEnd, floor, 'percent', first.arabic ? first.value : numberOf(1), '%', first.more);
  }
  if (suffix.code === '折' && !Number.isNaN(first.positional)) {
    return complete(text, start, unitEnd, floor, 'percent', first.positional, '%', first.more);
  }
  if (first.value > 10 || first.indefinite) return undefined;
  let end = unitEnd;
  let extra = 0;
  if (text.charCodeAt(end) === HALF) {
    extra = 5;
    end++;
  } else if (
    classOf(text.charCodeAt(end)) === (first.arabic ? DIGIT : HAN_DIGIT) &&
    readNumeral(text, end, third) &&
    third.digits === 1 &&
    third.value > 0
  ) {
    // 六成五, but not 六成三个
    if (findSuffix(text, third.end) === undefined && !isNumeral(text.charCodeAt(third.end)) && suffix.code === '成') {
      extra = third.value;
      end = third.end;
    }
  }
  const low = tidy(first.value * 10 + extra);
  const value: FigureValue = Number.isNaN(first.high) ? low : [low, tidy(first.high * 10)];
  return complete(text, start, end, floor, 'percent', value, '%', first.more);
}

function withTime(
  text: string,
  start: number,
  unitEnd: number,
  suffix: Suffix,
  more: boolean,
  half: boolean,
  floor: number,
): Figure | undefined {
  if (suffix.code === 'D' && text.charCodeAt(unitEnd - 1) === 0x65e5 && first.bare) return undefined;
  if (first.indefinite) return complete(text, start, unitEnd, floor, 'duration', null, undefined, more);
  if (!Number.isNaN(first.high)) {
    const value: FigureValue = [formatDuration(first.value, suffix), formatDuration(first.high, suffix)];
    return complete(text, start, unitEnd, floor, 'duration', value, undefined, more);
  }
  const { value } = first;
  if (suffix.code === 'TS' && first.arabic && !first.decimal && classOf(text.charCodeAt(unitEnd)) === DIGIT) {
    // 5秒05
    if (readNumeral(text, unitEnd, third) && third.digits === 2) {
      return complete(
        text,
        start,
        third.end,
        floor,
        'duration',
        `PT${tidy(value + third.value / 100)}S`,
        undefined,
        more,
      );
    }
  }
  const duration = composeDuration(text, value, suffix, unitEnd, half);
  return complete(text, start, endOfDuration(), floor, 'duration', duration, undefined, more);
}

/** A range: the second number starts behind the joint, at `position`; the first may have its unit printed too. */
function readRange(text: string, start: number, position: number, floor: number, unit?: Suffix): Figure | undefined {
  let at = position;
  let sign = 1;
  if (MINUS.includes(text.charAt(at)) && at < text.length && classOf(text.charCodeAt(at + 1)) === DIGIT) {
    sign = -1;
    at++;
  } else if (text.startsWith('零下', at)) {
    sign = -1;
    at += 2;
  }
  if (!isNumeral(text.charCodeAt(at)) || !readNumeral(text, at, second)) return undefined;
  const unitStart = suffixStart(text, second);
  let suffix = findSuffix(text, unitStart);
  let unitEnd = unitStart + suffixLength();
  const points = spelledPoints(text, second.end);
  if (points > 0) {
    suffix = PERCENT;
    unitEnd = points;
  }
  if (suffix === undefined) return unit === undefined && sign > 0 ? bareRange(text, start, floor) : undefined;
  if (unit !== undefined && (unit.kind !== suffix.kind || unit.code !== suffix.code)) return undefined;
  let low = first.value;
  let high = sign * (Number.isNaN(second.high) ? second.value : second.high);
  if (unit === undefined && !first.scaled && sign > 0) low = tidy(low * sharedUnits(text, low));
  if (sign > 0 && low >= high) return undefined;
  // 两、三年 is one range, 5、9号 is a list
  if (
    text.charAt(position - 1) === '、' &&
    !(high === low + 1 || (second.scaled && high === low + low / Number(first.value)))
  )
    return undefined;
  const kind: FigureKind = suffix.kind;
  if (kind === 'duration') {
    const value: FigureValue = [formatDuration(low, suffix), formatDuration(high, suffix)];
    return complete(text, start, unitEnd, floor, kind, value, undefined, second.more);
  }
  let factor = suffix.factor;
  if (suffix.code === '折' && high > 10) factor = 1;
  if (suffix.code === '成' && high > 10) return undefined;
  low = tidy(low * factor);
  high = tidy(high * factor);
  const printed = kind === 'percent' ? '%' : kind === 'money' ? suffix.code : text.slice(unitStart, unitEnd);
  let from = start;
  if (kind === 'money') {
    const prefix = currencyPrefixes.longestBefore(text, skipSpaceBack(text, start));
    if (prefix !== 0 && skipSpaceBack(text, start) - currencyPrefixes.length(prefix) >= floor) {
      from = skipSpaceBack(text, start) - currencyPrefixes.length(prefix);
    }
  }
  return complete(text, from, unitEnd, floor, kind, [low, high], printed, second.more);
}

/** A range without a unit, where its second number ends with 万 or 亿 (3至5百万, 20—30亿). */
function bareRange(text: string, start: number, floor: number): Figure | undefined {
  if (!second.scaled || second.scale === 1 || first.indefinite) return undefined;
  const low = first.scaled ? first.value : tidy(first.value * sharedUnits(text, first.value));
  if (low >= second.value) return undefined;
  return complete(text, start, second.end, floor, 'count', [low, second.value], undefined, second.more);
}

/**
 * What the 万, 千 and their like that end the second number of a range make of the first one, which leaves them out:
 * 1—2万, 六到八千万, 三到五百. The first must be smaller than what they multiply.
 */
function sharedUnits(text: string, low: number): number {
  let units = 1;
  for (let i = second.plainEnd - 1; i > second.start; i--) {
    const unit = text.charCodeAt(i);
    const kind = classOf(unit);
    if (kind !== BIG_UNIT && kind !== SMALL_UNIT && unit !== SPACE) break;
    if (unit !== SPACE) units *= unitValue(unit);
  }
  while (units > 1 && low >= second.value / units) units = units > 1e4 && units % 1e4 === 0 && units !== 1e8 ? 1e4 : 1;
  return units;
}

const PERCENT: Suffix = {
  kind: 'percent',
  code: '%',
  factor: 1,
  weakAfterOne: false,
  weakAfterHan: false,
  noun: false,
};

/** A range whose first number has its unit printed (10%—15%, 5公里到8公里): reads on behind the figure `low`. */
export function readSecondEnd(text: string, low: Figure, start: number, floor: number): Figure | undefined {
  if (typeof low.value !== 'number' && low.kind !== 'duration') return undefined;
  const joint = rangeLength(text, low.end);
  if (joint === 0) return undefined;
  if (!readNumeral(text, start, first)) return undefined;
  const suffix = findSuffix(text, suffixStart(text, first));
  if (suffix === undefined || suffix.noun) return undefined;
  const range = readRange(text, start, low.end + joint, floor, suffix);
  return range !== undefined && range.start <= low.start ? range : undefined;
}

/** 五分之二, 百分之三, 一又二分之一, 2/3. */
function readFraction(text: string, start: number, floor: number): Figure | undefined {
  const { value, bare, decimal, arabic, end } = first;
  let whole = 0;
  let over = value;
  let powered = bare || (value >= 1e5 && text.charCodeAt(start) === 0x5341);
  let position = skipSpaces(text, end);
  if (text.charCodeAt(end) === 0x2f) {
    if (!arabic || decimal || classOf(text.charCodeAt(end + 1)) !== DIGIT || !readNumeral(text, end + 1, second))
      return undefined;
    const next = text.charCodeAt(second.end);
    if (text.charAt(second.end) === '决' || text.charAt(second.end) === '決') return undefined;
    if (
      second.decimal ||
      second.scaled ||
      value >= second.value ||
      second.value > 100 ||
      next === 0x2f ||
      classOf(next) === LETTER
    )
      return undefined;
    if (value === 0 || text.charAt(start - 1) === '/' || findSuffix(text, second.end)?.kind === 'duration')
      return undefined;
    return complete(text, start, second.end, floor, 'fraction', value / second.value, undefined, false);
  }
  if (text.charCodeAt(position) === 0x53c8) {
    position = skipSpaces(text, position + 1);
    if (!isNumeral(text.charCodeAt(position)) || !readNumeral(text, position, second)) return undefined;
    whole = value;
    over = second.value;
    powered = false;
    position = skipSpaces(text, second.end);
  }
  if (text.charCodeAt(position) !== 0x5206) return undefined;
  position = skipSpaces(text, position + 1);
  if (text.charCodeAt(position) !== 0x4e4b) return undefined;
  position = skipSpaces(text, position + 1);
  if (!isNumeral(text.charCodeAt(position)) || !readNumeral(text, position, second) || over === 0) return undefined;
  const more = second.more && second.plainEnd !== second.end;
  let top = second.value;
  let stop = second.end;
  const thousands = thousandsSuffix(text, stop);
  if (thousands > 0 && second.arabic) {
    top *= 1000;
    stop++;
  }
  if (!powered) return complete(text, start, stop, floor, 'fraction', whole + top / over, undefined, more);
  const high = second.high;
  const joint = rangeLength(text, stop);
  const low = tidy((top * 100) / over);
  if (
    joint > 0 &&
    isNumeral(text.charCodeAt(stop + joint)) &&
    readNumeral(text, stop + joint, third) &&
    third.value > top
  ) {
    if (findSuffix(text, third.end)?.kind !== 'count') {
      return complete(
        text,
        start,
        third.end,
        floor,
        'percent',
        [low, tidy((third.value * 100) / over)],
        '%',
        third.more,
      );
    }
  }
  const percent: FigureValue = Number.isNaN(high) ? low : [low, tidy((high * 100) / over)];
  return complete(text, start, stop, floor, 'percent', percent, '%', more);
}

/** Length of a k behind a number that stands for thousands; 0 where there is none. */
function thousandsSuffix(text: string, position: number): number {
  return text.charCodeAt(position) === 0x6b && classOf(text.charCodeAt(position + 1)) !== LETTER ? 1 : 0;
}

/** The end of 个百分点 at `position`, with spaces between its characters; 0 where it does not stand there. */
function spelledPoints(text: string, position: number): number {
  if (text.charCodeAt(position) !== SPACE && thousandsSuffix(text, position) === 0) {
    const unit = text.charCodeAt(position);
    if (unit !== PIECE && unit !== PIECE_TRADITIONAL) return 0;
    if (text.charCodeAt(position + 1) !== SPACE) return 0;
  }
  let at = position;
  if (thousandsSuffix(text, at) > 0) {
    at++;
    if (!text.startsWith('个百分点', at) && !text.startsWith('個百分點', at)) return 0;
    first.value *= 1000;
    return at + 4;
  }
  for (const either of ['个個', '百', '分', '点點']) {
    at = skipSpaces(text, at);
    if (at >= text.length || !either.includes(text.charAt(at))) return 0;
    at++;
  }
  return at;
}

/** Half of something: 半年, 半小时, 半折, 半斤. `start` is at the 半. */
export function readHalf(text: string, start: number, floor: number): Figure | undefined {
  const unitStart = start + 1;
  let suffix = isMonth(text, unitStart) ? undefined : findSuffix(text, unitStart);
  let size = suffixLength();
  if (suffix === undefined || suffix.noun) return undefined;
  if ((suffix.kind === 'count' || suffix.kind === 'duration') && text.charCodeAt(unitStart + size) === MANY)
    suffix = undefined;
  if (suffix === undefined) return undefined;
  const end = unitStart + size;
  switch (suffix.kind) {
    case 'duration':
      return complete(text, start, end, floor, 'duration', formatHalf(suffix), undefined, false);
    case 'percent':
      if (suffix.code === '%') return undefined;
      return complete(text, start, end, floor, 'percent', suffix.code === '折' ? 50 : 5, '%', false);
    case 'money':
      return complete(text, start, end, floor, 'money', 0.5 * suffix.factor, suffix.code, false);
    case 'measure':
      return suffix.weakAfterHan
        ? undefined
        : complete(text, start, end, floor, 'measure', 0.5, text.slice(unitStart, end), false);
    default:
      size = end - unitStart;
      return size === 1 && (text.charCodeAt(unitStart) === PIECE || text.charCodeAt(unitStart) === PIECE_TRADITIONAL)
        ? complete(text, start, end, floor, 'count', 0.5, text.slice(unitStart, end), false)
        : undefined;
  }
}

/** The value of the number read first, times what its unit makes; two of them for 三四十, null for 数十. */
function numberOf(factor: number): FigureValue {
  if (first.indefinite) return null;
  const low = factor === 1 ? first.value : tidy(first.value * factor);
  return Number.isNaN(first.high) ? low : [low, factor === 1 ? first.high : tidy(first.high * factor)];
}

function plus(extra: number): FigureValue {
  return first.indefinite ? null : tidy(first.value + extra);
}

/** Where the unit behind a number starts: one space may stand between digits and a unit in Latin letters or a spaced text. */
function suffixStart(text: string, number: Numeral): number {
  if (text.charCodeAt(number.end) !== SPACE) return number.end;
  if (!number.arabic && !number.scaled && !number.decimal) return number.end;
  const next = text.charCodeAt(number.end + 1);
  if (classOf(next) === LETTER || next === 0x25 || next === 0x6298 || next === 0x6210) return number.end + 1;
  const before = text.charCodeAt(number.start - 1);
  return number.arabic && (before === SPACE || Number.isNaN(before) || number.scaled) ? number.end + 1 : number.end;
}

function skipSpaceBack(text: string, position: number): number {
  return text.charCodeAt(position - 1) === SPACE ? position - 1 : position;
}

/** 五度 is a temperature where the clause ends with it or says so (零下五度). */
function isDegree(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(end - 1) !== 0x5ea6 || text.charCodeAt(start) === 0x4e00) return false;
  return (
    isBoundary(text.charCodeAt(end)) || boundInside(text, end) !== undefined || SCALES.longestBefore(text, start) !== 0
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
  if (first.bare && text.charCodeAt(start + 1) !== 0x4ebf) {
    // 百名, 千元, 万人, but no other unit
    return first.end === start + 1 && suffix.weakAfterHan;
  }
  if (!Number.isNaN(first.positional)) return suffix.weakAfterHan;
  if (first.digits !== 1) return first.digits > 1 && suffix.kind === 'count';
  return first.value === 1 ? suffix.weakAfterOne || suffix.weakAfterHan : suffix.weakAfterHan;
}

/** Puts a figure together: looks for bounds and signs around it. `more`: a 多 or 余 within it. */
export function complete(
  text: string,
  start: number,
  end: number,
  floor: number,
  kind: FigureKind,
  value: FigureValue,
  unit: string | undefined,
  more: boolean,
): Figure {
  let from = start;
  let to = end;
  let bound: FigureBound | undefined = more ? '>' : undefined;
  let amount = value;
  const previous = text.charAt(from - 1);
  if (from > floor && from > 0 && MINUS.includes(previous) && typeof amount !== 'string') {
    const before = text.charCodeAt(from - 2);
    if (
      from === 1 ||
      isBoundary(before) ||
      (kind === 'measure' && unit !== undefined && /[度℃]/.test(unit) && classOf(before) !== DIGIT)
    ) {
      from--;
      amount = negated(amount);
    }
  }
  if (from === 2 && previous === ' ' && MINUS.includes(text.charAt(0)) && typeof amount === 'number') {
    from = 0;
    amount = -amount;
  }
  for (;;) {
    let at = from;
    let word = approximationBefore(text, at, floor);
    if (word === undefined && text.charCodeAt(at - 1) === SPACE && classOf(text.charCodeAt(at)) === DIGIT) {
      at--;
      word = approximationBefore(text, at, floor);
    }
    if (word === undefined || word === 'none') break;
    const size = wordLength();
    const character = text.charAt(at - 1);
    if (word === 'negative') {
      if (typeof amount === 'string' || kind === 'duration') break;
      amount = negated(amount);
      from = at - size;
      continue;
    }
    // 上百, 过万; but 晚上3人
    if ((character === '上' || ((character === '过' || character === '過') && size === 1)) && !startsBare(text, from))
      break;
    // 近3年 are the last three years
    if (size === 1 && character === '近' && isRecent(kind, value)) break;
    if (word.startsWith('outside')) {
      bound ??= word.charAt(7) as FigureBound;
      break;
    }
    bound = word as FigureBound;
    from = at - size;
    break;
  }
  const next = text.charCodeAt(to);
  if (!Number.isNaN(next)) {
    if (
      (next === MANY || next === 0x4f59 || next === 0x9918) &&
      kind !== 'fraction' &&
      !AFTER_MANY.includes(text.charAt(to + 1) || ' ')
    ) {
      to++;
      bound ??= '>';
    }
    const inside = boundInside(text, to);
    if (inside !== undefined) {
      to += wordLength();
      bound = inside;
    } else bound ??= boundOutside(text, to);
  }
  const figure: Mutable<Figure> = { start: from, end: to, kind, value: amount };
  if (unit !== undefined) figure.unit = unit;
  if (bound !== undefined) figure.bound = bound;
  return figure;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function startsBare(text: string, position: number): boolean {
  return '百千万萬亿億'.includes(text.charAt(position) || ' ');
}

function isRecent(kind: FigureKind, value: FigureValue): boolean {
  if (kind !== 'duration') return false;
  const sample = Array.isArray(value) ? value[0] : value;
  return typeof sample !== 'string' || !sample.startsWith('PT');
}

function negated(value: FigureValue): FigureValue {
  if (typeof value === 'number') return -value;
  if (Array.isArray(value) && typeof value[0] === 'number') return [-value[0], value[1] as number];
  return value;
}
