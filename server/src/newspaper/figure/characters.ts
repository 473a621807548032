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

const CLASS = new Uint8Array(65536);
const DIGIT_VALUE = new Uint8Array(65536);
const UNIT_VALUE = new Float64Array(65536);

function assign(characters: string, kind: number): void {
  for (const character of characters) CLASS[character.charCodeAt(0)] = kind;
}

assign('0123456789０１２３４５６７８９', DIGIT);
assign('零〇一二三四五六七八九两兩幺○', HAN_DIGIT);
assign('壹贰貳叁叄肆伍陆陸柒捌玖弐', FORMAL_DIGIT);
assign('十百千拾佰仟廿卅卌', SMALL_UNIT);
assign('万萬亿億兆', BIG_UNIT);
assign('第首半几幾数數俩倆正腊臘冬大上', OPENER);
for (let letter = 0; letter < 26; letter++) {
  for (const base of [0x41, 0x61, 0xff21, 0xff41]) CLASS[base + letter] = LETTER;
}
for (const digits of [
  '0123456789',
  '０１２３４５６７８９',
  '零一二三四五六七八九',
  '〇壹贰叁肆伍陆柒捌玖',
  '○幺貳叄肆伍陸柒捌玖',
]) {
  [...digits].forEach((digit, value) => {
    DIGIT_VALUE[digit.charCodeAt(0)] = value;
  });
}
for (const two of '两兩弐') DIGIT_VALUE[two.charCodeAt(0)] = 2;
for (const [characters, value] of [
  ['十拾', 10],
  ['廿', 20],
  ['卅', 30],
  ['卌', 40],
  ['百佰', 100],
  ['千仟', 1000],
  ['万萬', 1e4],
  ['亿億', 1e8],
  ['兆', 1e12],
] as const) {
  for (const character of characters) UNIT_VALUE[character.charCodeAt(0)] = value;
}

/** The class of a code unit; NaN, as `charCodeAt` gives behind the end, is {@link OTHER}. */
export function classOf(unit: number): number {
  return CLASS[unit] ?? OTHER;
}

/** The table behind {@link classOf}, for the scanner's innermost loop. */
export const CLASSES: Uint8Array = CLASS;

/** The value of a digit of any class. */
export function digitValue(unit: number): number {
  return DIGIT_VALUE[unit]!;
}

/** The value of 十, 百, 万 and their like. */
export function unitValue(unit: number): number {
  return UNIT_VALUE[unit]!;
}

/** Whether a code unit is a numeral of any class. */
export function isNumeral(unit: number): boolean {
  const kind = CLASS[unit] ?? OTHER;
  return kind >= DIGIT && kind <= BIG_UNIT;
}

/** Whether a code unit is a Chinese numeral of any class. */
export function isHanNumeral(unit: number): boolean {
  const kind = CLASS[unit] ?? OTHER;
  return kind >= HAN_DIGIT && kind <= BIG_UNIT;
}

/**
 * Whether a code unit parts words: the end of the text, white space, or punctuation. Han characters, letters and digits
 * do not, nor do the signs that belong to numbers and names (%, ·, +, /).
 */
export function isBoundary(unit: number): boolean {
  if (Number.isNaN(unit)) return true;
  if (unit < 0x80) {
    if (unit <= 0x20) return true;
    return BOUNDARY_ASCII.includes(String.fromCharCode(unit));
  }
  return (
    unit === 0xa0 ||
    (unit >= 0x3000 && unit <= 0x3002) ||
    (unit >= 0x3008 && unit <= 0x301f) ||
    (unit >= 0x2018 && unit <= 0x201f) ||
    unit === 0x2026 ||
    unit === 0x2014 ||
    unit === 0xff0c ||
    unit === 0xff1a ||
    unit === 0xff1b ||
    unit === 0xff01 ||
    unit === 0xff1f ||
    unit === 0xff08 ||
    unit === 0xff09
  );
}

const BOUNDARY_ASCII = ',.;:!?()[]"\'|<>{}~';
