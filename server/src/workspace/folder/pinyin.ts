/** The first characters of pinyin syllables, initial by initial, in the order of a Chinese dictionary. */
const borders: readonly (readonly [string, string])[] = [
  ['a', '阿'],
  ['b', '八'],
  ['c', '嚓'],
  ['d', '咑'],
  ['e', '妸'],
  ['f', '发'],
  ['g', '旮'],
  ['h', '哈'],
  ['j', '丌'],
  ['k', '咔'],
  ['l', '垃'],
  ['m', '妈'],
  ['n', '拏'],
  ['o', '噢'],
  ['p', '妑'],
  ['q', '七'],
  ['r', '然'],
  ['s', '仨'],
  ['t', '他'],
  ['w', '屲'],
  ['x', '夕'],
  ['y', '丫'],
  ['z', '帀'],
];

let collator: Intl.Collator | undefined;
const known = new Map<number, string>();

/**
 * The letter that a Han character's pinyin begins with, '' for other characters. The order of the collation knows it,
 * so no table is carried along; where a character has several readings it is the most usual one.
 */
export function pinyinInitial(unit: number): string {
  if (unit < 0x3400 || unit > 0x9fff || (unit > 0x4dbf && unit < 0x4e00)) return '';
  let initial = known.get(unit);
  if (initial === undefined) {
    collator ??= new Intl.Collator('zh-Hans-u-co-pinyin');
    const { compare } = collator;
    const character = String.fromCharCode(unit);
    const border = borders.findLast(([, first]) => compare(first, character) <= 0);
    initial = border?.[0] ?? '';
    known.set(unit, initial);
  }
  return initial;
}

/** The initials of a text's Han characters; its letters and digits stand among them in lower case. */
export function pinyinInitials(text: string): string {
  let initials = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    initials += unit < 0x80 ? (/[A-Za-z0-9]/u.exec(text[at]!)?.[0].toLowerCase() ?? '') : pinyinInitial(unit);
  }
  return initials;
}
