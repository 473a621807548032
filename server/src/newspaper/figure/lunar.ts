import { classOf, HAN_DIGIT, isHanNumeral, SMALL_UNIT, unitAt } from './characters.ts';
import { marked } from './data/variants.ts';
import { LUNAR_CALENDAR, LUNAR_MONTHS } from './data/words.ts';
import type { Figure } from './figure.ts';
import { Lexicon } from './lexicon.ts';
import { newNumeral, readNumeral } from './numeral.ts';

/** A day of the lunar calendar; `day` is undefined where only the month is named. */
export interface LunarDate {
  readonly month: number;
  readonly day?: number;
  /** The month is a leap month (闰四月). */
  readonly leap: boolean;
}

const months = new Lexicon<number>(LUNAR_MONTHS);
const calendar = new Lexicon<true>(marked(LUNAR_CALENDAR));
const numeral = newNumeral();
const FIRST = 0x521d;

/**
 * Reads the lunar date that starts at `start`: 正月初一, 腊月二十三, 大年初一, 大年三十. Undefined where none stands.
 * Its value is null: which day of the common calendar it is depends on the year.
 */
export function readLunarDate(text: string, start: number): Figure | undefined {
  let end = 0;
  if (text.startsWith('大年', start)) end = dayEnd(text, start + 2);
  else {
    const month = months.longest(text, start);
    if (month !== 0) end = dayEnd(text, start + months.length(month));
  }
  return end === 0 ? undefined : { start, end, kind: 'date', value: null, unit: '农历' };
}

/** The month and day that a lunar date names; undefined for 大年三十 and others that name no number of a month. */
export function lunarDate(text: string): LunarDate | undefined {
  let position = 0;
  const named = calendar.longest(text, position);
  if (named !== 0) position += calendar.length(named);
  if (text.startsWith('大年初', position)) {
    const day = readNumeral(text, position + 3, numeral) ? numeral.value : undefined;
    return day === undefined ? undefined : { month: 1, day, leap: false };
  }
  const leap = /^[闰閏]/.test(text.charAt(position));
  if (leap) position++;
  let month: number;
  const handle = months.longest(text, position);
  if (handle !== 0) {
    month = months.value(handle);
    position += months.length(handle);
  } else if (readNumeral(text, position, numeral) && text.charAt(numeral.end) === '月' && numeral.value <= 12) {
    month = numeral.value;
    position = numeral.end + 1;
  } else return undefined;
  if (unitAt(text, position) === FIRST) position++;
  const day =
    readNumeral(text, position, numeral) && numeral.value >= 1 && numeral.value <= 30 ? numeral.value : undefined;
  return day === undefined ? { month, leap } : { month, day, leap };
}

/** The end of a day's name (初一, 十五, 二十三, 三十) at `position`; 0 where none stands. */
function dayEnd(text: string, position: number): number {
  if (unitAt(text, position) === FIRST) {
    const digit = unitAt(text, position + 1);
    const isDay = classOf(digit) === HAN_DIGIT || classOf(digit) === SMALL_UNIT;
    return isDay && !isHanNumeral(unitAt(text, position + 2)) ? position + 2 : 0;
  }
  if (!isHanNumeral(unitAt(text, position)) || !readNumeral(text, position, numeral)) return 0;
  return Number.isInteger(numeral.value) && numeral.value >= 10 && numeral.value <= 30 && !numeral.more
    ? numeral.end
    : 0;
}
