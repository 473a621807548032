/** Classes of code units as the scanner sees them; everything else is {@link OTHER}. */
export const OTHER = 0;
/** 0–9, half- or full-width. */
export const DIGIT = 1;
/** 零一二三四五六七八九, 两, 〇, 幺. */
export const HAN_DIGIT = 2;
/** 壹贰叁肆伍陆柒捌玖: digits that stand in words and names as well. */
export const FORMAL_DIGIT = 3;
/** 十百千拾佰仟, 廿, 卅, 卌. */
export const SMALL_UNIT = 4;
/** 万亿兆. */
export const BIG_UNIT = 5;
/** Characters that may open a figure though they are no numeral: 第, 首, 半, 几, 数, 俩, 正月's 正 … */
export const OPENER = 6;
/** Half- and full-width Latin letters. */
export const LETTER = 7;

/** So many bits of an entry of the table are the class; above them is the value, see {@link VALUES}. */
const CLASS_BITS = 3;
const CLASS_MASK = 7;
/** The entry of a character of no class that parts words. */
const BOUNDARY = OTHER | (1 << CLASS_BITS);
/** What characters stand for: a digit's value is its place. */
const VALUES: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 100, 1000, 1e4, 1e8, 1e12];
const TABLE = new Uint8Array(65536);

function assign(kind: number, characters: string, value: number): void {
  const entry = kind | (VALUES.indexOf(value) << CLASS_BITS);
  for (let at = 0; at < characters.length; at++) TABLE[characters.charCodeAt(at)] = entry;
}

for (const digits of ['0123456789', '０１２３４５６７８９'])
  for (let value = 0; value < 10; value++) assign(DIGIT, digits[value]!, value);
for (const [value, digits] of ['零〇○', '一幺', '二两兩', '三', '四', '五', '六', '七', '八', '九'].entries())
  assign(HAN_DIGIT, digits, value);
for (const [value, digits] of ['', '壹', '贰貳弐', '叁叄', '肆', '伍', '陆陸', '柒', '捌', '玖'].entries())
  assign(FORMAL_DIGIT, digits, value);
for (const [characters, value] of [
  ['十拾', 10],
  ['廿', 20],
  ['卅', 30],
  ['卌', 40],
  ['百佰', 100],
  ['千仟', 1000],
] as const)
  assign(SMALL_UNIT, characters, value);
for (const [characters, value] of [
  ['万萬', 1e4],
  ['亿億', 1e8],
  ['兆', 1e12],
] as const)
  assign(BIG_UNIT, characters, value);
assign(OPENER, '第首半几幾数數俩倆正腊臘冬大上', 0);
assign(OTHER, ' ,.;:!?()[]"\'|<>{}~\xa0\u2026\u2014\uff0c\uff1a\uff1b\uff01\uff1f\uff08\uff09', 1);
for (const [from, to] of [
  [0, 0x20],
  [0x2018, 0x201f],
  [0x3000, 0x3002],
  [0x3008, 0x301f],
] as const)
  TABLE.fill(BOUNDARY, from, to + 1);
for (let letter = 0; letter < 26; letter++) {
  for (const base of [0x41, 0x61, 0xff21, 0xff41]) assign(LETTER, String.fromCharCode(base + letter), 0);
}

/** Stands for the code unit before the beginning of a text, and behind its end. */
export const NOWHERE = -1;

/**
 * The code unit at a position; {@link NOWHERE} where the text has none. Readers look beyond both ends all the time, and
 * `charCodeAt` is many times as slow once it has been asked for what is not there.
 */
export function unitAt(text: string, position: number): number {
  return position >= 0 && position < text.length ? text.charCodeAt(position) : NOWHERE;
}

/** The class of a code unit; {@link NOWHERE} is {@link OTHER}. */
export function classOf(unit: number): number {
  return unit >= 0 ? TABLE[unit]! & CLASS_MASK : OTHER;
}

/** The value of a digit of any class. */
export function digitValue(unit: number): number {
  return TABLE[unit]! >> CLASS_BITS;
}

/** The value of 十, 百, 万 and their like. */
export function unitValue(unit: number): number {
  return VALUES[TABLE[unit]! >> CLASS_BITS]!;
}

/** Whether a code unit is a numeral of any class. */
export function isNumeral(unit: number): boolean {
  const kind = classOf(unit);
  return kind >= DIGIT && kind <= BIG_UNIT;
}

/** Whether a code unit is a Chinese numeral of any class. */
export function isHanNumeral(unit: number): boolean {
  const kind = classOf(unit);
  return kind >= HAN_DIGIT && kind <= BIG_UNIT;
}

/**
 * Whether a code unit parts words: the end of the text, white space, or punctuation. Han characters, letters and digits
 * do not, nor do the signs that belong to numbers and names (%, ·, +, /).
 */
export function isBoundary(unit: number): boolean {
  return unit < 0 || TABLE[unit] === BOUNDARY;
}
