import { classOf, DIGIT, isBoundary, isHanNumeral, isNumeral, unitAt } from './characters.ts';
import { dayPartAt, dayPartBefore, rangeLength, wordLength } from './context.ts';
import { marked } from './data/variants.ts';
import { type DayPart, ERAS, LUNAR_CALENDAR, NOT_CLOCK_AFTER, STRETCH_AFTER, STRETCH_BEFORE } from './data/words.ts';
import type { Figure } from './figure.ts';
import { Lexicon } from './lexicon.ts';
import { newNumeral, readNumeral } from './numeral.ts';
import { findSuffix } from './suffix.ts';

/** A point in time, as far as the text names it; -1 for what it leaves out. */
interface Moment {
  end: number;
  /** Years before the common era: -2 for the first of them, -3 for the second. */
  year: number;
  /** Years that are not known in full: 198X, 19XX. */
  vague: string;
  quarter: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** The first number of 1—5月: its unit stands behind the second. */
  open: boolean;
  lunar: boolean;
}

const YEAR = 0x5e74;
const MONTH = 0x6708;
const DAY = 0x65e5;
const NUMBER = 0x53f7;
const NUMBER_TRADITIONAL = 0x865f;
const HOUR = 0x65f6;
const HOUR_TRADITIONAL = 0x6642;
const POINT = 0x70b9;
const POINT_TRADITIONAL = 0x9ede;
const MINUTE = 0x5206;
const SECOND = 0x79d2;
const QUARTER = 0x5b63;
const CENTURY = 0x4e16;
const COLON = 0x3a;
const WIDE_COLON = 0xff1a;
const FIRST_OF_MONTH = 0x521d;

const NOTHING = -1;
const LEVEL_NONE = -1;
const LEVEL_YEAR = 0;
const LEVEL_MONTH = 1;
const LEVEL_DAY = 2;
const LEVEL_HOUR = 3;

const eras = new Lexicon<number>(ERAS, true);
const stretchBefore = new Lexicon<true>(marked(STRETCH_BEFORE), true);
const stretchAfter = new Lexicon<true>(marked(STRETCH_AFTER));
const notClock = new Lexicon<true>(marked(NOT_CLOCK_AFTER));
const lunarCalendar = new Lexicon<true>(marked(LUNAR_CALENDAR), true);

/** What follows thousands of years that are a stretch of time: 1000年历史. */
const AGES = '历歷文前来來以多间間古后後';
/** What stands before a stretch of years that looks like the short form of a year (建党98年). */
const BEFORE_AGE = '党黨立来來建史经經历歷活近约約超逾';
/** What stands before a year of less than four digits. */
const BEFORE_YEAR = '在于於至到自从從元前';
/** What stands before and after a day written with 号: 本月12号, 12号晚. */
const BEFORE_NUMBER_DAY = '在于於到至从從自月是个個的今明昨，,。';
const AFTER_NUMBER_DAY = '上晚中下早凌当當夜前后後起的至到就有开開要去来來，,。、；）';
/** Points of an index, not of the clock. */
const BEFORE_POINTS = '下列有為为涨漲跌升降报報收破得这這那出提共前几幾几';

const RATIO_WORDS = '比率例赔賠';
const RATIO_REACH = 6;

const numeral = newNumeral();
const behind = newNumeral();

function blank(): Moment {
  return {
    end: 0,
    year: NOTHING,
    vague: '',
    quarter: NOTHING,
    month: NOTHING,
    day: NOTHING,
    hour: NOTHING,
    minute: NOTHING,
    second: NOTHING,
    open: false,
    lunar: false,
  };
}

/** Whether a number behind which `unit` stands may be part of a date or clock time, so that {@link readDate} is worth trying. */
export function mayBeDate(unit: number): boolean {
  switch (unit) {
    case YEAR:
    case MONTH:
    case DAY:
    case NUMBER:
    case NUMBER_TRADITIONAL:
    case HOUR:
    case HOUR_TRADITIONAL:
    case POINT:
    case POINT_TRADITIONAL:
    case COLON:
    case WIDE_COLON:
    case QUARTER:
    case CENTURY:
    case 0x2d:
    case 0x2f:
    case 0x2e:
      return true;
    default:
      return false;
  }
}

/**
 * Reads the date, clock time or interval whose first number starts at `start`; undefined where none stands. `floor` is
 * the end of the figure before, which an era or the name of a calendar must not reach into.
 */
export function readDate(text: string, start: number, floor: number): Figure | undefined {
  const first = readMoment(text, start, LEVEL_NONE);
  if (first === undefined) return undefined;
  if (isStretch(text, start, first)) return undefined;
  let from = start;
  const era = eraBefore(text, start, first, floor);
  if (era >= 0) from = era;
  const calendar = lunarCalendar.longestBefore(text, from);
  if (calendar !== 0 && first.month >= 0 && from - lunarCalendar.length(calendar) >= floor) {
    first.lunar = true;
    from -= lunarCalendar.length(calendar);
  }
  if (first.lunar) return { start: from, end: first.end, kind: 'date', value: null, unit: '农历' };
  let joint = rangeLength(text, first.end);
  if (joint === 0 && unitAt(text, first.end) === 0x8d77) {
    const shifted = rangeLength(text, first.end + 1);
    if (shifted > 0) joint = shifted + 1;
  }
  if (joint > 0) {
    const second = isNumeral(unitAt(text, first.end + joint))
      ? readMoment(text, first.end + joint, LEVEL_NONE)
      : undefined;
    if (second !== undefined && !second.open && !second.lunar && fits(first, second)) {
      if (first.open && stretchAfter.longest(text, second.end) !== 0 && onlyDay(second)) return undefined;
      inherit(first, second);
      return { start: from, end: second.end, kind: 'interval', value: `${format(first)}/${format(second)}` };
    }
  }
  if (first.open) return undefined;
  if (first.vague.length > 4) return { start: from, end: first.end, kind: 'interval', value: first.vague };
  return { start: from, end: first.end, kind: 'date', value: format(first) };
}

/** Whether the text at `position` is an hour of the clock that a part of the day stands before (凌晨一时). */
export function isClock(text: string, position: number): boolean {
  const unit = unitAt(text, position + 1);
  if (unit !== HOUR && unit !== HOUR_TRADITIONAL && unit !== POINT && unit !== POINT_TRADITIONAL) return false;
  return dayPartBefore(text, position) !== undefined;
}

function readMoment(text: string, start: number, from: number): Moment | undefined {
  const moment = blank();
  let position = start;
  let level = from;
  let part: DayPart | undefined;
  for (;;) {
    let here = position;
    if (level === LEVEL_DAY || level === LEVEL_MONTH || level === LEVEL_YEAR) {
      if (level === LEVEL_DAY) {
        part = dayPartAt(text, here);
        if (part !== undefined) here += wordLength();
      }
      if (unitAt(text, here) === 0x20) here++;
    }
    const unitHere = unitAt(text, here);
    if (level === LEVEL_MONTH && unitHere === FIRST_OF_MONTH && isHanNumeral(unitAt(text, here + 1))) {
      moment.lunar = true;
      moment.end = here + 2;
      return moment;
    }
    if (level === LEVEL_YEAR && unitHere === 0x7b2c) here++;
    if (!isNumeral(unitAt(text, here)) || !readNumeral(text, here, numeral)) break;
    if (numeral.decimal || numeral.more || numeral.indefinite || numeral.value > 9999) break;
    if (numeral.scaled && numeral.value > 99) break;
    const ambiguous = !Number.isNaN(numeral.high);
    const value = numeral.value;
    const pair = '两兩'.includes(text.charAt(here));
    let end = numeral.end;
    // 2016 年 7 月
    if (numeral.arabic && unitAt(text, end) === 0x20 && isSpacedUnit(unitAt(text, end + 1))) end++;
    const unit = unitAt(text, end);
    const arabic = numeral.arabic;
    const digits = numeral.digits;
    let known: number | undefined;
    let open = false;
    let effective = unit;
    if (level < LEVEL_HOUR && !mayBeUnit(unit)) {
      // 1—5月
      const joint = rangeLength(text, end);
      if (
        joint > 0 &&
        readNumeral(text, end + joint, behind) &&
        !behind.decimal &&
        !behind.more &&
        !behind.scaled === !numeral.scaled
      ) {
        const shared = unitAt(text, behind.end);
        const years = shared === YEAR && digits === 4 && behind.digits === 4;
        if (years || shared === MONTH || shared === DAY || isHour(shared)) {
          effective = shared;
          open = true;
        }
      }
    }
    let next = open ? end : end + 1;
    if (unit === YEAR || (open && effective === YEAR)) {
      if (level !== LEVEL_NONE) break;
      if (ambiguous) {
        // 八九十年代
        if (unitAt(text, end + 1) !== 0x4ee3 || value % 10 !== 0) break;
        moment.vague = `19${value / 10}X/19${numeral.high / 10}X`;
        moment.end = end + 2;
        return moment;
      }
      if (unitAt(text, end + 1) === 0x4ee3 && !open && value % 10 === 0 && (value < 100 || digits === 4)) {
        const decade = Math.floor(value / 10);
        moment.vague = decade > 100 ? `${decade}X` : `${value <= 20 ? 20 : 19}${decade}X`;
        moment.end = end + 2;
        return moment;
      }
      known = yearOf(text, here, end, value, arabic, digits);
      if (known === undefined) break;
      moment.year = known;
      level = LEVEL_YEAR;
    } else if (unit === QUARTER && unitAt(text, end + 1) === 0x5ea6) {
      if (level > LEVEL_YEAR || value < 1 || value > 4) break;
      moment.quarter = value;
      moment.end = end + 2;
      return moment;
    } else if (unit === CENTURY && (unitAt(text, end + 1) === 0x7eaa || unitAt(text, end + 1) === 0x7d00)) {
      if (level !== LEVEL_NONE || value < 1 || value > 30) break;
      moment.end = end + 2;
      moment.vague = `${pad(value - 1)}XX`;
      if (
        readNumeral(text, end + 2, numeral) &&
        text.startsWith('年代', numeral.end) &&
        numeral.value % 10 === 0 &&
        numeral.value < 100
      ) {
        moment.vague = `${pad(value - 1)}${numeral.value / 10}X`;
        moment.end = numeral.end + 2;
      }
      return moment;
    } else if (effective === MONTH) {
      if (level > LEVEL_YEAR || value < 1 || value > 12 || ambiguous || pair) break;
      moment.month = value;
      level = LEVEL_MONTH;
      if (!open && unitAt(text, next) === 0x4efd) next++;
    } else if (effective === DAY || effective === NUMBER || effective === NUMBER_TRADITIONAL) {
      if (level > LEVEL_MONTH || level === LEVEL_YEAR || value < 1 || value > 31 || ambiguous || pair) break;
      if (level === LEVEL_NONE && !arabic && value <= 10 && effective === DAY && !isDayOfMonth(text, here, end + 1))
        break;
      if (level === LEVEL_NONE && effective === DAY && !open && findSuffix(text, end)?.kind === 'money') break;
      if (level === LEVEL_NONE && effective !== DAY && !open && !isNumberedDay(text, here, end + 1, arabic)) break;
      moment.day = value;
      level = LEVEL_DAY;
    } else if (isHour(effective) || isPoint(unit)) {
      if (level > LEVEL_DAY || level === LEVEL_YEAR || level === LEVEL_MONTH || value > 24 || ambiguous) break;
      if (unitAt(text, end + 1) === 0x95f4 || unitAt(text, end + 1) === 0x9593) break;
      if (level === LEVEL_NONE && !open && !isClockHour(text, here, end, unit, arabic)) break;
      if (part === undefined && level === LEVEL_NONE) part = dayPartBefore(text, here);
      moment.hour = toHour(value, part);
      level = LEVEL_HOUR;
      if (!open) next = readMinutes(text, next, moment, isPoint(unit));
      moment.end = next;
      moment.open = open;
      return moment;
    } else if ((unit === COLON || unit === WIDE_COLON) && arabic && digits <= 2 && digits > 0) {
      if (level > LEVEL_DAY || level === LEVEL_YEAR || level === LEVEL_MONTH || value > 24) break;
      const minute = twoDigits(text, end + 1);
      if (minute < 0 || minute > 59 || isRatio(text, here)) break;
      if (part === undefined && level === LEVEL_NONE) part = dayPartBefore(text, here);
      moment.hour = toHour(value, part);
      moment.minute = minute;
      moment.end = end + 3;
      const colon = unitAt(text, end + 3);
      const second = colon === COLON || colon === WIDE_COLON ? twoDigits(text, end + 4) : -1;
      if (second >= 0 && second <= 59) {
        moment.second = second;
        moment.end = end + 6;
      }
      return moment;
    } else if (level === LEVEL_NONE && arabic && digits === 4 && value >= 1000 && value <= 2999 && isDateSign(unit)) {
      const after = readCalendarDate(text, end, unit, moment);
      if (after === 0) break;
      moment.year = value;
      level = LEVEL_DAY;
      next = after;
    } else if (
      level === LEVEL_MONTH &&
      !arabic &&
      value >= 1 &&
      value <= 31 &&
      !ambiguous &&
      findSuffix(text, end) === undefined
    ) {
      // 八月十五
      moment.day = value;
      moment.end = end;
      return moment;
    } else break;
    moment.end = next;
    moment.open = open;
    position = next;
    if (open) return moment;
  }
  return level === from ? undefined : moment;
}

/** Whether a Chinese numeral up to ten before 日 is a date: 三日电, 本月五日, and not 三日 for three days. */
function isDayOfMonth(text: string, start: number, end: number): boolean {
  if (start > 0 && '月在于於到至自从從'.includes(text.charAt(start - 1))) return true;
  return (
    dayPartAt(text, end) !== undefined || (end < text.length && '电電讯訊起凌当當举舉表宣'.includes(text.charAt(end)))
  );
}

function isSpacedUnit(unit: number): boolean {
  return unit === YEAR || unit === MONTH || unit === DAY || isHour(unit);
}

function mayBeUnit(unit: number): boolean {
  return unit === YEAR || unit === MONTH || unit === DAY || isHour(unit) || isPoint(unit);
}

function isHour(unit: number): boolean {
  return unit === HOUR || unit === HOUR_TRADITIONAL;
}

function isPoint(unit: number): boolean {
  return unit === POINT || unit === POINT_TRADITIONAL;
}

function isDateSign(unit: number): boolean {
  return unit === 0x2d || unit === 0x2f || unit === 0x2e;
}

/** Month and day behind the sign at `position` (2020-02-06); the end, or 0 where there is none. */
function readCalendarDate(text: string, position: number, sign: number, moment: Moment): number {
  const month =
    readNumeral(text, position + 1, behind) && behind.arabic && !behind.decimal && behind.digits <= 2
      ? behind.value
      : 0;
  if (month < 1 || month > 12 || unitAt(text, behind.end) !== sign) return 0;
  const day =
    readNumeral(text, behind.end + 1, behind) && behind.arabic && !behind.decimal && behind.digits <= 2
      ? behind.value
      : 0;
  if (day < 1 || day > 31) return 0;
  moment.month = month;
  moment.day = day;
  return behind.end;
}

/** The year that `value` 年 names, or undefined where it is a stretch of years. */
function yearOf(
  text: string,
  start: number,
  end: number,
  value: number,
  arabic: boolean,
  digits: number,
): number | undefined {
  const before = unitAt(text, start - 1);
  const next = text.charAt(end + 1);
  if (before === 0x524d && text.startsWith('公元前', start - 3)) return -value - 1;
  if (eras.longestBefore(text, start) !== 0) return value;
  if (digits === 4 && value >= 1000 && value <= 2999) {
    const ages = next !== '' && AGES.includes(next) && (text.startsWith('以上', end + 1) || !'以后後'.includes(next));
    if (ages && value % 500 === 0 && (value !== 2000 || '历歷文来來古'.includes(next))) return undefined;
    if (stretchBefore.longestBefore(text, start) !== 0 && value % 100 === 0 && value !== 1900 && value !== 2000)
      return undefined;
    return value;
  }
  if (digits === 2) {
    const monthFollows =
      isNumeral(unitAt(text, end + 1)) && readNumeral(text, end + 1, behind) && unitAt(text, behind.end) === MONTH;
    const ages = next !== '' && AGES.includes(next);
    const likely = arabic ? value > 80 && value % 5 !== 0 : value > 30;
    const since = !arabic || start === 0 || !BEFORE_AGE.includes(text.charAt(start - 1));
    if (monthFollows || (likely && since && !ages && stretchBefore.longestBefore(text, start) === 0))
      return value + (value > 40 ? 1900 : 2000);
  }
  if (
    digits === 3 &&
    start > 0 &&
    BEFORE_YEAR.includes(text.charAt(start - 1)) &&
    (isBoundary(unitAt(text, end + 1)) || text.charAt(start - 1) === '元')
  )
    return value;
  return undefined;
}

function isNumberedDay(text: string, start: number, end: number, arabic: boolean): boolean {
  if (arabic && unitAt(text, start - 1) === MONTH) return true;
  const open = start === 0 || BEFORE_NUMBER_DAY.includes(text.charAt(start - 1)) || isBoundary(unitAt(text, start - 1));
  const closed = end >= text.length || AFTER_NUMBER_DAY.includes(text.charAt(end)) || isBoundary(unitAt(text, end));
  return open && closed && (arabic || start === 0 || unitAt(text, start - 1) === MONTH);
}

/** Whether a number with 时 or 点 behind it is an hour: a part of the day before it, minutes behind it, or digits and 时. */
function isClockHour(text: string, start: number, end: number, unit: number, arabic: boolean): boolean {
  if (dayPartBefore(text, start) !== undefined) return true;
  const next = text.charAt(end + 1);
  if (!isPoint(unit)) {
    return (
      arabic ||
      '许許整'.includes(next || ' ') ||
      (isNumeral(unitAt(text, end + 1)) && text.indexOf('分', end + 1) - end < 6)
    );
  }
  if (next !== '' && '半钟鐘许許整'.includes(next)) return true;
  if (isNumeral(unitAt(text, end + 1))) {
    return (
      readNumeral(text, end + 1, behind) &&
      (unitAt(text, behind.end) === MINUTE ||
        unitAt(text, behind.end) === 0x523b ||
        (arabic && behind.arabic && behind.digits === 2))
    );
  }
  if (!arabic || notClock.longest(text, end + 1) !== 0) return false;
  return start === 0 || !BEFORE_POINTS.includes(text.charAt(start - 1));
}

/** Minutes and seconds behind an hour, into `moment`; gives where they end. */
function readMinutes(text: string, start: number, moment: Moment, point: boolean): number {
  let position = start;
  const next = text.charAt(position);
  if (point) {
    if (next === '半') {
      moment.minute = 30;
      return position + 1;
    }
    if ((next === '钟' || next === '鐘') && !'声聲'.includes(text.charAt(position + 1) || ' ')) return position + 1;
  }
  const unit = unitAt(text, position);
  if (!isNumeral(unit) || !readNumeral(text, position, behind) || behind.decimal || behind.value > 59 || behind.more)
    return position;
  const mark = unitAt(text, behind.end);
  if (mark === MINUTE && !text.startsWith('钟', behind.end + 1) && !text.startsWith('之', behind.end + 1)) {
    moment.minute = behind.value;
    position = behind.end + 1;
    if (
      isNumeral(unitAt(text, position)) &&
      readNumeral(text, position, behind) &&
      unitAt(text, behind.end) === SECOND &&
      behind.value < 60
    ) {
      moment.second = behind.value;
      position = behind.end + 1;
    }
  } else if (point && mark === 0x523b && behind.value <= 3) {
    moment.minute = behind.value * 15;
    position = behind.end + 1;
  } else if (point && behind.digits === 2 && behind.arabic && findSuffix(text, behind.end) === undefined) {
    moment.minute = behind.value;
    position = behind.end;
  }
  return position;
}

/** Whether numbers with a colon between are a ratio or a score: 比 or 率 stands shortly before. */
function isRatio(text: string, start: number): boolean {
  for (let i = start - 1; i >= 0 && i >= start - RATIO_REACH; i--)
    if (RATIO_WORDS.includes(text.charAt(i))) return true;
  return false;
}

function twoDigits(text: string, position: number): number {
  const tens = unitAt(text, position);
  const ones = unitAt(text, position + 1);
  if (classOf(tens) !== DIGIT || classOf(ones) !== DIGIT || classOf(unitAt(text, position + 2)) === DIGIT) return -1;
  return (tens & 15) * 10 + (ones & 15);
}

/** An hour of 24 from one that a part of the day goes before. */
function toHour(hour: number, part: DayPart | undefined): number {
  if (part === 'afternoon') return hour < 12 ? hour + 12 : hour;
  if (part === 'evening') return hour >= 5 && hour < 12 ? hour + 12 : hour === 12 ? 24 : hour;
  if (part === 'noon') return hour < 4 ? hour + 12 : hour;
  return hour;
}

function onlyDay(moment: Moment): boolean {
  return moment.day >= 0 && moment.month < 0 && moment.year < 0 && moment.hour < 0;
}

/** Whether a day is a stretch of days (短短7日, 7日内). */
function isStretch(text: string, start: number, moment: Moment): boolean {
  if (!onlyDay(moment) || moment.open || unitAt(text, moment.end - 1) !== DAY) return false;
  return stretchBefore.longestBefore(text, start) !== 0 || stretchAfter.longest(text, moment.end) !== 0;
}

/** Where the era before a year starts, the year moved to the common calendar; -1 where there is none. */
function eraBefore(text: string, start: number, moment: Moment, floor: number): number {
  const first = start >= 2 && moment.year < 0 && text.startsWith('元年', start - 2) ? start - 2 : start;
  if (first === start && moment.year === NOTHING) return NOTHING;
  const era = eras.longestBefore(text, first);
  if (era === 0 || first - eras.length(era) < floor) {
    const common = text.startsWith('公元前', start - 3) ? 3 : text.startsWith('公元', start - 2) ? 2 : 0;
    return common > 0 && start - common >= floor ? start - common : NOTHING;
  }
  moment.year = eras.value(era) + (first === start ? moment.year : 1);
  return first - eras.length(era);
}

/** Whether the second end of an interval may follow the first: it must not be named more coarsely, but for its year. */
function fits(first: Moment, second: Moment): boolean {
  if (first.quarter >= 0 !== second.quarter >= 0) return false;
  if (first.vague !== '' || second.vague !== '') return first.vague !== '' && second.vague !== '';
  const a = first.hour >= 0 ? LEVEL_HOUR : first.day >= 0 ? LEVEL_DAY : first.month >= 0 ? LEVEL_MONTH : LEVEL_YEAR;
  const b = second.hour >= 0 ? LEVEL_HOUR : second.day >= 0 ? LEVEL_DAY : second.month >= 0 ? LEVEL_MONTH : LEVEL_YEAR;
  return (
    a === b || (a === LEVEL_DAY && b === LEVEL_HOUR) || (a === LEVEL_HOUR && b === LEVEL_DAY) || first.quarter >= 0
  );
}

/** Gives the second end of an interval what only the first one names. */
function inherit(first: Moment, second: Moment): void {
  if (second.year >= 0) return;
  second.year = first.year;
  if (second.month >= 0 || second.quarter >= 0) return;
  second.month = first.month;
  if (second.day >= 0) return;
  second.day = first.day;
}

function pad(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

function format(moment: Moment): string {
  if (moment.vague !== '') return moment.vague;
  let date = '';
  if (moment.year >= 0) date = String(moment.year).padStart(4, '0');
  // the year before 0001 is 0000
  else if (moment.year === NOTHING - 1) date = '0000';
  else if (moment.year < NOTHING) date = `-${String(-moment.year - 2).padStart(4, '0')}`;
  else if (moment.month >= 0 || moment.day >= 0 || moment.quarter >= 0) date = 'XXXX';
  if (moment.quarter >= 0) return `${date}-Q${moment.quarter}`;
  if (moment.month >= 0) date += `-${pad(moment.month)}`;
  else if (moment.day >= 0) date += '-XX';
  if (moment.day >= 0) date += `-${pad(moment.day)}`;
  if (moment.hour < 0) return date;
  let time = `T${pad(moment.hour)}`;
  if (moment.minute >= 0) time += `:${pad(moment.minute)}`;
  if (moment.second >= 0) time += `:${pad(moment.second)}`;
  return date + time;
}
