import { readBare } from './bare.ts';
import {
  BIG_UNIT,
  classOf,
  DIGIT,
  FORMAL_DIGIT,
  HAN_DIGIT,
  isBoundary,
  LETTER,
  OPENER,
  OTHER,
  SMALL_UNIT,
  unitAt,
} from './characters.ts';
import { rangeLength } from './context.ts';
import { isClock, mayBeDate, readDate } from './date.ts';
import type { Figure } from './figure.ts';
import { idiomEnd } from './idiom.ts';
import { readLunarDate } from './lunar.ts';
import { newNumeral, readNumeral } from './numeral.ts';
import { readFirst, readOrdinal } from './ordinal.ts';
import { lastNumeral, readQuantity } from './quantity.ts';
import { readSecondEnd } from './range.ts';
import { readHalf } from './stretch.ts';
import { findSuffix } from './suffix.ts';
import { complete } from './surroundings.ts';

const numeral = newNumeral();

/**
 * The figures of a paragraph, in order, none overlapping another. Line breaks are taken for characters like any other,
 * so that the text of one paragraph should come without them. Time is linear in the length of the text.
 */
export function readFigures(text: string): readonly Figure[] {
  return readFiguresIn(text, 0, text.length);
}

const none: readonly Figure[] = [];
/** Figures as they are found; filled again and again, since a list that grows is larger than it has to be. */
const found: Figure[] = [];

/** Those of {@link readFigures} in some sentences, `text[from, to)`. */
export function readFiguresIn(text: string, from: number, to: number): readonly Figure[] {
  let count = 0;
  /** The end of the figure before: nothing reaches back behind it. */
  let floor = from;
  let position = from;
  while (position < to) {
    const kind = classOf(text.charCodeAt(position));
    if (kind === OTHER || kind === LETTER) {
      position++;
      continue;
    }
    const figure = kind === OPENER ? readOpened(text, position, floor) : readNumber(text, position, kind, floor);
    if (figure !== undefined) {
      found[count++] = figure;
      floor = figure.end;
      position = figure.end;
    } else {
      position = resume > position ? resume : position + 1;
    }
    resume = 0;
  }
  return count === 0 ? none : found.slice(0, count);
}

/** Characters that make a word with 首 after them: 特首, 元首. */
const BEFORE_HEAD = '特元榜为為居匕部昂之党黨船俯回翘聚群岁歲';

/** Where to go on after a number that is no figure. */
let resume = 0;

function readOpened(text: string, position: number, floor: number): Figure | undefined {
  const unit = unitAt(text, position);
  const next = unitAt(text, position + 1);
  switch (unit) {
    case 0x7b2c: {
      // 第
      const end = idiomEnd(text, position, floor);
      if (end > 0) {
        resume = end;
        return undefined;
      }
      const ordinal = readOrdinal(text, position);
      if (ordinal === undefined) {
        if (classOf(next) !== OTHER) resume = numeralEnd(text, position + 1);
        return undefined;
      }
      if (ordinal.unit === '季度') return quarter(text, position + 1, position, floor) ?? ordinal;
      return ordinal;
    }
    case 0x9996: {
      // 首
      const end = idiomEnd(text, position, floor);
      if (end > 0 || (position > 0 && BEFORE_HEAD.includes(text.charAt(position - 1)))) return undefined;
      return readFirst(text, position);
    }
    case 0x534a: {
      // 半
      const end = idiomEnd(text, position, floor);
      if (end > 0) {
        resume = end;
        return undefined;
      }
      return readHalf(text, position, floor);
    }
    case 0x4fe9:
    case 0x5006:
      // 俩
      if (idiomEnd(text, position, floor) > 0) return undefined;
      return { start: position, end: position + 1, kind: 'count', value: 2 };
    case 0x51e0:
    case 0x5e7e:
    case 0x6570:
    case 0x6578: {
      // 几, 数
      const kind = classOf(next);
      if (kind !== SMALL_UNIT && kind !== BIG_UNIT) return undefined;
      if (idiomEnd(text, position, floor) > 0) return undefined;
      const figure = readQuantity(text, position, floor);
      if (figure === undefined) resume = lastNumeral().end;
      return figure;
    }
    default:
      // 正月, 腊月, 大年 …
      if (next !== 0x6708 && next !== 0x5e74) return undefined;
      return readLunarDate(text, position);
  }
}

function quarter(text: string, position: number, start: number, floor: number): Figure | undefined {
  const date = readDate(text, position, floor);
  return date === undefined ? undefined : { ...date, start };
}

function numeralEnd(text: string, position: number): number {
  return readNumeral(text, position, numeral) ? numeral.end : position;
}

function readNumber(text: string, position: number, kind: number, floor: number): Figure | undefined {
  if (kind === DIGIT) {
    const before = unitAt(text, position - 1);
    if (isPartOfName(text, position, before)) {
      resume = nameEnd(text, position);
      return undefined;
    }
    const end = classOf(before) === OTHER ? idiomEnd(text, position, position) : 0;
    if (end > 0) {
      resume = end;
      return undefined;
    }
  } else {
    const end = idiomEnd(text, position, floor);
    if (end > 0 && !(end === position + 2 && isClock(text, position))) {
      resume = end;
      return undefined;
    }
    if (kind === FORMAL_DIGIT && !isFormal(text, position)) return undefined;
  }
  if (!readNumeral(text, position, numeral)) return undefined;
  const stop = numeral.end;
  const after = unitAt(text, stop);
  if (mayBeDate(after) || (after === 0x20 && mayBeDate(unitAt(text, stop + 1))) || rangeLength(text, stop) > 0) {
    const date = readDate(text, position, floor);
    if (date !== undefined) return date;
  }
  // 一半
  if (
    after === 0x534a &&
    numeral.digits === 1 &&
    numeral.value === 1 &&
    !numeral.arabic &&
    findSuffix(text, stop + 1)?.kind !== 'duration'
  ) {
    return complete(text, position, stop + 1, floor, 'fraction', 0.5, undefined, false);
  }
  const figure = readQuantity(text, position, floor, numeral);
  if (figure !== undefined)
    return rangeLength(text, figure.end) > 0 ? (readSecondEnd(text, figure, position, floor) ?? figure) : figure;
  const bare = readBare(text, position, numeral, floor);
  if (bare === undefined)
    resume = kind === DIGIT ? Math.max(numeral.plainEnd, nameEnd(text, position)) : numeral.plainEnd;
  return bare;
}

/** 陆 and its like are numerals beside others of their kind, with a unit of money, or alone. */
function isFormal(text: string, position: number): boolean {
  const next = unitAt(text, position + 1);
  const kind = classOf(next);
  if (kind === FORMAL_DIGIT || kind === SMALL_UNIT || kind === BIG_UNIT || (kind === HAN_DIGIT && position === 0))
    return true;
  if ('元圆圓角点點折'.includes(text.charAt(position + 1) || ' ')) return true;
  return isBoundary(next) && isBoundary(unitAt(text, position - 1));
}

/** Digits behind a letter, or behind a letter and a hyphen, are part of a name: G20, COVID-19. */
function isPartOfName(text: string, position: number, before: number): boolean {
  if (classOf(before) === LETTER) return !isCurrencyLetters(text, position);
  if (before === 0x2d || before === 0x2010 || before === 0x2011 || before === 0x5f)
    return classOf(unitAt(text, position - 2)) === LETTER;
  return false;
}

/** RMB5万, HKD200 */
function isCurrencyLetters(text: string, position: number): boolean {
  return (
    /^(?:RMB|CNY|HKD|USD|EUR|NTD|TWD|GBP|JPY)$/.test(text.slice(Math.max(0, position - 3), position)) &&
    classOf(unitAt(text, position - 4)) !== LETTER
  );
}

/** The end of digits and of the letters that belong to them. */
function nameEnd(text: string, position: number): number {
  let end = position;
  while (classOf(unitAt(text, end)) === DIGIT || classOf(unitAt(text, end)) === LETTER) end++;
  return end;
}
