import { classOf, DIGIT, digitValue, isHanNumeral, isNumeral, unitAt } from '../characters.ts';

const ARABIC = 1;
/** Other characters that numbers are written with. */
const HAN = 2;
/** Those of them that the days from the 29th on are written with. */
const HAN_LATE = 3;
/** 中 and brackets, which lead over to the parts of a whole. */
const AMONG = 4;
const BRACKET = 5;
/** What a list of parts ends with: brackets, semicolons. */
const CLOSING = 6;
/** 其, of 其中. */
const SOME = 7;
/** Of 共计, 合共, 连同, 加上. */
const SUM = 8;
/** Of 其余, 余下, 剩下. */
const REST = 9;
const FROM = 10;
/** Of 治愈, 出院, 死亡, 解除, 康复. */
const GONE = 11;
const YEAR = 12;
const MONTH = 13;
/** What joins the ends of an interval. */
const RANGE = 14;
/** Joins them too, and year, month and day as well: 2020-02-06. */
const HYPHEN = 15;

const marks: readonly (readonly [mark: number, characters: string])[] = [
  [ARABIC, '0123456789０１２３４５６７８９'],
  [HAN, '零〇一二四五六七八两兩幺○壹贰貳肆伍陆陸柒捌弐百千佰仟万萬亿億兆半俩倆'],
  [HAN_LATE, '三九叁叄玖十拾廿卅卌'],
  [AMONG, '中'],
  [BRACKET, '（('],
  [CLOSING, '）)；;'],
  [SOME, '其'],
  [SUM, '计計共同加'],
  [REST, '余餘剩'],
  [FROM, '从從由'],
  [GONE, '愈癒院亡除复復'],
  [YEAR, '年'],
  [MONTH, '月'],
  [RANGE, '至到—－─～~–−―〜'],
  [HYPHEN, '-'],
];

/** Characters that numbers are written with, one by one or (digits) several together. */
export const numerals = { digits: marks[0]![1], others: marks[1]![1] + marks[2]![1] } as const;

let table: Uint8Array | undefined;

/** By code unit, the mark of a character; made when first needed. */
function markTable(): Uint8Array {
  if (table !== undefined) return table;
  table = new Uint8Array(0x10000);
  for (const [mark, characters] of marks) {
    for (let at = 0; at < characters.length; at++) table[characters.charCodeAt(at)] = mark;
  }
  return table;
}

/** Longest way from the digits of a figure over its unit and what stands between to a word that says what it is. */
const reach = 28;
/** Longest way from the digits of a part to those of the next one. */
const partReach = 40;
/** Longest way from the digits of the last part over its unit to the end of the list. */
const endReach = 18;

/**
 * Whether a sentence, `text[begin, end)` without the mark that ends it, is suspected of figures that contradict each
 * other, seen without reading them: most have too few numbers, or none of the words by which they say that numbers must
 * agree. Lets pass rather too much: what the checkers of this folder can find not to hold must be suspected.
 */
export function isSuspect(text: string, begin: number, end: number): boolean {
  const known = markTable();
  let numbers = 0;
  /** Where the digits of the last number end. */
  let last = begin;
  /** Numbers close together behind 中, and behind a bracket; -1 where a whole is not led over to its parts so. */
  let among = -1;
  let bracketed = -1;
  /** Numbers behind 其中, behind 从, and behind what a number after 从 was raised or lowered to; -1 where there is none. */
  let some = -1;
  let from = -1;
  let to = -1;
  /** Words that make three numbers a matter of adding up. */
  let isAddedUp = false;
  /** Days that not every month has, and months that do not have every day, as bits. */
  let lateDays = 0;
  let shortMonths = 0;
  let years = 0;
  let months = 0;
  /** Dates such as 2020-02-06. */
  let signs = 0;
  let hasRange = false;
  for (let at = begin; at < end; at++) {
    const mark = known[text.charCodeAt(at)]!;
    if (mark === 0) continue;
    switch (mark) {
      case ARABIC:
      case HAN:
      case HAN_LATE: {
        const isFar = at - last > partReach;
        if (among >= 0) among = isFar ? 1 : among + 1;
        if (bracketed >= 0) bracketed = isFar ? 1 : bracketed + 1;
        if (some >= 0) some++;
        if (to >= 0) to++;
        else if (from > 0 && isResult(text, at)) to = 0;
        if (from >= 0) from++;
        numbers++;
        last = at + 1;
        if (mark === HAN_LATE) lateDays |= day.last | day.late;
        else if (mark === ARABIC) {
          // digits count once, however many stand together
          while (last < end && classOf(text.charCodeAt(last)) === DIGIT) last++;
          const value = numberIn(text, at, last);
          if (value === 31) lateDays |= day.last;
          else if (value === 29 || value === 30) lateDays |= day.late;
          if (last - at === 4 && isDateSign(unitAt(text, last))) signs++;
          at = last - 1;
        }
        break;
      }
      case AMONG:
        if (unitAt(text, at - 1) !== 0x5176 && isNumberBefore(text, begin, at)) among = Math.max(among, 0);
        break;
      case BRACKET:
        if (isNumberBefore(text, begin, at)) bracketed = Math.max(bracketed, 0);
        break;
      case CLOSING:
        if (at - last <= endReach && (among > 2 || bracketed > 1)) return true;
        break;
      case SOME:
        if (unitAt(text, at + 1) === 0x4e2d && isNumberBefore(text, begin, at - 1)) some = Math.max(some, 0);
        break;
      case SUM:
        isAddedUp ||= isOfSum(text, at);
        break;
      case REST:
        isAddedUp ||= isOfRest(text, at);
        break;
      case FROM:
        if (from < 0) from = 0;
        break;
      case GONE:
        isAddedUp ||= gone.includes(text.slice(Math.max(0, at - 1), at + 1));
        break;
      case YEAR:
        years++;
        break;
      case MONTH:
        months++;
        shortMonths |= daysMissingIn(text, unitAt(text, at - 1) === SPACE ? at - 1 : at);
        break;
      case RANGE:
      case HYPHEN:
        hasRange ||= joinsNumbers(text, at);
        break;
      default:
    }
  }
  if (some > 0 || to > 0 || (isAddedUp && numbers > 2)) return true;
  if (among > 2 && end - last <= endReach) return true;
  if ((lateDays & shortMonths) !== 0 || (lateDays !== 0 && signs > 0)) return true;
  // an interval that ends before it begins: both years are printed, or both months
  return hasRange && (years + signs > 1 || months > 1);
}

const SPACE = 0x20;

/** Days that are not in every month: the 31st, and the 29th and 30th. */
const day = { last: 1, late: 2 } as const;

/** The number that digits make. */
function numberIn(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) value = value * 10 + digitValue(text.charCodeAt(at));
  return value;
}

/** The days that the month whose number ends before `end` may not have, as bits. */
function daysMissingIn(text: string, end: number): number {
  let start = end;
  while (classOf(unitAt(text, start - 1)) === DIGIT) start--;
  if (start === end) return missing(isNumeral(unitAt(text, end - 1)) ? digitValue(text.charCodeAt(end - 1)) : 0);
  // 十1月 is no month that is ever printed
  return missing(isHanNumeral(unitAt(text, start - 1)) ? 2 : numberIn(text, start, end));
}

/** The days that a month does not have, as bits; of months in Chinese the last digit may be all that is known: 一 may be 十一. */
function missing(month: number): number {
  if (month === 2) return day.last | day.late;
  return month === 1 || month === 4 || month === 6 || month === 9 || month === 11 ? day.last : 0;
}

/** - . / */
function isDateSign(unit: number): boolean {
  return unit >= 0x2d && unit <= 0x2f;
}

/** Whether a number stands right behind what joins numbers, two characters of it at most. */
function joinsNumbers(text: string, at: number): boolean {
  return isNumeral(unitAt(text, at + 1)) || isNumeral(unitAt(text, at + 2));
}

/** Longest way from 增至 over what stands before the digits of a figure. */
const resultReach = 16;

/** Whether a number is what another one has become: 至, 到 or 为 stands shortly before. */
function isResult(text: string, at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - resultReach; i--) if ('到至为為'.includes(text[i]!)) return true;
  return false;
}

const gone: readonly string[] = ['治愈', '治癒', '出院', '死亡', '解除', '康复', '康復'];

/** Whether the character is of 共计, 合计, 总计, of 合共, of 连同, or of 加上, 再加. */
function isOfSum(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  switch (text[at]) {
    case '共':
      return before === '合';
    case '同':
      return before === '连' || before === '連';
    case '加':
      return before === '再' || text[at + 1] === '上';
    default:
      return '共合总總'.includes(before);
  }
}

/** Whether the character is of 其余, 余下, or 剩. */
function isOfRest(text: string, at: number): boolean {
  return text[at] === '剩' || text[at - 1] === '其' || text[at + 1] === '下';
}

/** Whether a number stands shortly before, in the same clause. */
function isNumberBefore(text: string, begin: number, at: number): boolean {
  for (let i = at - 1; i >= begin && i >= at - reach; i--) {
    const unit = text.charCodeAt(i);
    if (isNumeral(unit) || isHalfOrPair(unit)) return true;
    if (partsClauses(unit)) return false;
  }
  return false;
}

/** 半, 俩 */
function isHalfOrPair(unit: number): boolean {
  return unit === 0x534a || unit === 0x4fe9 || unit === 0x5006;
}

/** ，,；;。 */
function partsClauses(unit: number): boolean {
  return unit === 0xff0c || unit === 0x2c || unit === 0xff1b || unit === 0x3b || unit === 0x3002;
}
