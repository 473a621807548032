import { unitsOf } from '../text/characters.ts';

/**
 * Punctuation and other telling characters as classes of UTF-16 code units. A table tells soonest, and most units of a
 * text are none of these.
 */

/**
 * What the last character is:
 * `stop` 。！？ and their half-width forms; `ellipsis` … or ……; `closed` a closing quote or bracket right after a stop; `closing`
 * a closing quote or bracket after anything else; `opening` an opening one; `colon`, `semicolon`, `comma`; `enumeration` 、;
 * `dash`; `joiner` · / ~ and other marks that stand inside words; `none` a character that is no punctuation; `empty` no text.
 */
export type EndMark =
  | 'stop'
  | 'ellipsis'
  | 'closed'
  | 'closing'
  | 'opening'
  | 'colon'
  | 'semicolon'
  | 'comma'
  | 'enumeration'
  | 'dash'
  | 'joiner'
  | 'none'
  | 'empty';

const units = 0x10000;

const pairs = [
  '“”',
  '‘’',
  '「」',
  '『』',
  '（）',
  '()',
  '《》',
  '〈〉',
  '【】',
  '〔〕',
  '［］',
  '[]',
  '〖〗',
  '｛｝',
  '{}',
  '﹁﹂',
  '﹃﹄',
  '〝〞',
  '＜＞',
  '﹙﹚',
];
/** Half- and full-width forms are one kind, since dumps mix them: （…) is a pair. */
const sameKind: Readonly<Record<string, string>> = {
  '(': '（',
  '﹙': '（',
  '[': '［',
  '{': '｛',
  '〝': '“',
  '﹁': '「',
  '﹃': '『',
};

/** The kind of straight quotes, which have no direction. */
export const straight = 1;
/** One more than the greatest kind of quotes and brackets. */
export const pairKinds = 2 + pairs.length;

/** By unit: the kind of quote or bracket that it is, {@link straight} for straight quotes, 0 for none. */
export const pairKind = new Uint8Array(units);
/** By unit: 1 for opening quotes and brackets. */
const opens = new Uint8Array(units);
pairs.forEach(([opening = '', closing = ''], index) => {
  const kind = sameKind[opening];
  const number = kind === undefined ? 2 + index : pairKind[kind.charCodeAt(0)]!;
  pairKind[opening.charCodeAt(0)] = pairKind[closing.charCodeAt(0)] = number;
  opens[opening.charCodeAt(0)] = 1;
});
pairKind[0x22] = pairKind[0xff02] = straight;

/** By unit: 1 for opening quotes, of which one cannot stand inside another of its kind. */
export const isQuote = unitsOf('“‘「『〝﹁﹃');

/** True for an opening quote or bracket of any kind. */
export function isOpening(unit: number): boolean {
  return opens[unit] === 1;
}

/** True for a closing quote or bracket of any kind, not for straight quotes. */
export function isClosing(unit: number): boolean {
  return pairKind[unit]! > straight && opens[unit] === 0;
}

/** True where `opening` and `closing` make a pair, half- and full-width forms mixed or not. */
export function isPair(opening: string, closing: string): boolean {
  if (opening === closing) return opening === '"';
  const [left, right] = [opening.charCodeAt(0), closing.charCodeAt(0)];
  return isOpening(left) && isClosing(right) && pairKind[left] === pairKind[right];
}

const marks: readonly (readonly [mark: EndMark, characters: string])[] = [
  ['none', ''],
  ['stop', '。！？!?｡．﹗﹖'],
  ['ellipsis', '…⋯'],
  ['colon', '：:﹕︰'],
  ['semicolon', '；;﹔'],
  ['comma', '，,﹐'],
  ['enumeration', '、､'],
  ['dash', '—―–─－-'],
  ['joiner', '·•‧・/／~～＋+＝=&＆@＠#＃|｜＊*'],
  ['opening', pairs.map(([opening]) => opening).join('')],
  ['closing', `${pairs.map(([, closing]) => closing).join('')}"`],
];
const names = marks.map(([mark]) => mark);
const markOf = new Uint8Array(units);
marks.forEach(([, characters], number) => {
  for (let at = 0; at < characters.length; at++) markOf[characters.charCodeAt(at)] = number;
});

/** Numbers that {@link markNumber} gives. */
export const Mark = {
  none: 0,
  stop: 1,
  ellipsis: 2,
  comma: 5,
  enumeration: 6,
  opening: 9,
  closing: 10,
} as const;

/** What kind of end mark the unit is, as a number: see {@link Mark}; 0 for what is no punctuation. */
export function markNumber(unit: number): number {
  return markOf[unit]!;
}

/** What kind of end mark stands at `at` of a text: `none` for what is no punctuation, `empty` outside of the text. */
export function endMarkAt(text: string, at: number): EndMark {
  return at >= 0 && at < text.length ? names[markOf[text.charCodeAt(at)]!]! : 'empty';
}

const numerals = unitsOf('〇○零一二三四五六七八九十百千万亿两兩萬億廿卅壹贰叁肆伍陆柒捌玖拾佰仟');
const measures = unitsOf(
  '个個名位项項条條种種家户戶亩畝吨噸例起次件人岁歲元年月日天时時分秒辆輛台臺架艘座栋棟间間所处處批份篇部本册冊张張片块塊支只隻头頭匹株棵颗顆粒' +
    '万萬亿億千百米里尺寸斤克升倍成折度层層级級届屆期场場轮輪回趟遍顿頓组組队隊对對双雙套副枚枝根道班列节節笔筆类類股项点點代门門幅盏盞口具宗桩樁桌站站户派樽瓶杯碗盒袋箱桶筐车車船',
);
const approximations = unitsOf('多余餘来來几幾数數');

/** True for a character that Chinese numerals are written with. */
export function isNumeral(unit: number): boolean {
  return numerals[unit] === 1;
}

/** True for a measure word of one character, such as 个 or 例. */
export function isMeasure(unit: number): boolean {
  return measures[unit] === 1;
}

/** True for 余, 多, 来 and the like, which stand between a number and its measure word. */
export function isApproximation(unit: number): boolean {
  return approximations[unit] === 1;
}
