import { classOf, DIGIT, isNumeral, unitAt } from '../characters.ts';

/**
 * Whether a text is suspected of figures that contradict each other, seen without reading them: most sentences have too
 * few numbers or none of the words by which they say that numbers must agree. Everything here lets pass rather too
 * much: what the checkers of this folder can find not to hold must be suspected.
 *
 * Looked at a character at a time, in order, by {@link startLooking}, {@link lookAt} and {@link isSuspect}: texts are
 * glanced over for other things as well, and one pass is enough for all.
 */

const STOP = 1;
/** 0–9, half- or full-width. */
const ARABIC = 2;
/** Other characters that numbers are written with. */
const HAN = 3;
/** Those of them that the days from the 29th on are written with. */
const HAN_LATE = 4;
/** What leads over to the parts of a whole: 中, brackets. */
const OPENING = 5;
/** 其, of 其中. */
const AMONG = 6;
/** Of 共计, 合共, 连同, 加上. */
const SUM = 7;
/** Of 其余, 余下, 剩下. */
const REST = 8;
const FROM = 9;
/** Of 治愈, 出院, 死亡, 解除, 康复. */
const GONE = 10;
const YEAR = 11;
const MONTH = 12;

const marks: readonly (readonly [mark: number, characters: string])[] = [
  [STOP, '。！？!?'],
  [ARABIC, '0123456789０１２３４５６７８９'],
  [HAN, '零〇一二四五六七八两兩幺○壹贰貳肆伍陆陸柒捌弐百千佰仟万萬亿億兆半俩倆'],
  [HAN_LATE, '三九叁叄玖十拾廿卅卌'],
  [OPENING, '中（('],
  [AMONG, '其'],
  [SUM, '计計共同加'],
  [REST, '余餘剩'],
  [FROM, '从從由'],
  [GONE, '愈癒院亡除复復'],
  [YEAR, '年'],
  [MONTH, '月'],
];

/** Adds to a table by code unit what a character is to {@link lookAt}, shifted left. */
export function markSuspicious(table: Uint8Array, shift: number): void {
  for (const [mark, characters] of marks) {
    for (let at = 0; at < characters.length; at++) table[characters.charCodeAt(at)]! |= mark << shift;
  }
}

/** What has been seen in a sentence, as bits of a number. */
const seen = {
  /** Words that make two numbers, or three, a matter of adding up. */
  two: 1,
  three: 2,
  /** A number that may be a day that not every month has. */
  lateDay: 4,
  /** A date such as 2020-02-06. */
  signs: 8,
} as const;

/** Longest way from the digits of a figure over its unit and what stands between to a word that says what it is. */
const reach = 28;

let suspect = false;
/** Of the sentence that is being looked at: where it begins, its numbers, what has been {@link seen}. */
let begin = 0;
let numbers = 0;
/** How many of them stand before the first 从; -1 where there is none. */
let numbersBefore = -1;
let cues = 0;
let years = 0;
let months = 0;
/** Where the digits end that were looked at last. */
let digitsEnd = 0;

/** To be called before the first character of a text. */
export function startLooking(): void {
  suspect = false;
  digitsEnd = 0;
  startSentence(0);
}

function startSentence(at: number): void {
  begin = at;
  numbers = 0;
  numbersBefore = -1;
  cues = 0;
  years = 0;
  months = 0;
}

/** Looks at the character at `at`, which {@link markSuspicious} has marked; others need no look. */
export function lookAt(text: string, at: number, mark: number): void {
  if (suspect) return;
  switch (mark) {
    case STOP:
      suspect = isSentenceSuspect(text, at);
      startSentence(at + 1);
      return;
    case ARABIC:
      if (at >= digitsEnd) lookAtDigits(text, at);
      return;
    case HAN_LATE:
      cues |= seen.lateDay;
      numbers++;
      return;
    case HAN:
      numbers++;
      return;
    case OPENING:
      if (numbers > 0 && text[at - 1] !== '其' && isNumberBefore(text, at)) cues |= seen.three;
      return;
    case AMONG:
      if (numbers > 0 && text[at + 1] === '中' && isNumberBefore(text, at - 1)) cues |= seen.two;
      return;
    case SUM:
      if (isOfSum(text, at)) cues |= seen.three;
      return;
    case REST:
      if (text[at] === '剩' || text[at - 1] === '其' || text[at + 1] === '下') cues |= seen.three;
      return;
    case FROM:
      if (numbersBefore < 0) numbersBefore = numbers;
      return;
    case GONE:
      if (gone.includes(text.slice(at - 1, at + 1))) cues |= seen.three;
      return;
    case YEAR:
      years++;
      return;
    case MONTH:
      months++;
  }
}

/** Whether the text whose characters were looked at may hold figures that contradict each other. */
export function isSuspect(text: string): boolean {
  return suspect || isSentenceSuspect(text, text.length);
}

function isSentenceSuspect(text: string, end: number): boolean {
  if (numbers < 2) return false;
  if ((cues & seen.two) !== 0 || ((cues & seen.three) !== 0 && numbers > 2)) return true;
  if (numbersBefore >= 0 && numbers - numbersBefore > 2) return true;
  const isSigned = (cues & seen.signs) !== 0;
  if ((cues & seen.lateDay) !== 0 && (months > 0 || isSigned)) return true;
  // an interval that ends before it begins: both years are printed, or both months
  return (years > 1 || months > 1 || isSigned) && hasRange(text, end);
}

/** Digits count once, however many stand together; 29, 30 and 31 may be days. */
function lookAtDigits(text: string, at: number): void {
  numbers++;
  let value = 0;
  let end = at;
  for (; classOf(unitAt(text, end)) === DIGIT; end++) value = value * 10 + (unitAt(text, end) & 15);
  if (value >= 29 && value <= 31) cues |= seen.lateDay;
  if (end - at === 4 && isDateSign(unitAt(text, end))) cues |= seen.signs;
  digitsEnd = end;
}

/** - . / */
function isDateSign(unit: number): boolean {
  return unit >= 0x2d && unit <= 0x2f;
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

/** Whether a number stands shortly before, in the same clause. */
function isNumberBefore(text: string, at: number): boolean {
  for (let i = at - 1; i >= begin && i >= at - reach; i--) {
    const unit = unitAt(text, i);
    if (isNumber(unit)) return true;
    if (partsClauses(unit)) return false;
  }
  return false;
}

/** Whether numbers are written with a character: a numeral, or 半, 俩. */
function isNumber(unit: number): boolean {
  return isNumeral(unit) || unit === 0x534a || unit === 0x4fe9 || unit === 0x5006;
}

/** ，,；;。 */
function partsClauses(unit: number): boolean {
  return unit === 0xff0c || unit === 0x2c || unit === 0xff1b || unit === 0x3b || unit === 0x3002;
}

const rangeSigns = '至到—-－─～~–−―〜';

/** Whether what joins the ends of an interval stands in the sentence. */
function hasRange(text: string, end: number): boolean {
  for (let at = begin; at < end; at++) if (rangeSigns.includes(text[at]!)) return true;
  return false;
}
