import { Trait, traitsOf } from '../press/traits.ts';
import { isDigit, isHan, isLatin, isSpace } from '../text/characters.ts';

/** Classes of characters, as far as they tell a heading from text, by number. */
export const Class = {
  other: 0,
  Han: 1,
  digit: 2,
  Latin: 3,
  space: 4,
  comma: 5,
  'enumeration comma': 6,
  'full stop': 7,
  'exclamation mark': 8,
  'question mark': 9,
  ellipsis: 10,
  semicolon: 11,
  colon: 12,
  dash: 13,
  'opening quotation': 14,
  'closing quotation': 15,
  'opening bracket': 16,
  'closing bracket': 17,
  mark: 18,
} as const;

type ClassName = keyof typeof Class;

/** Names of the classes, by number. */
export const characterClasses = Object.keys(Class) as ClassName[];

const members: Partial<Record<ClassName, string>> = {
  comma: '，,﹐',
  'enumeration comma': '、､',
  'full stop': '。｡．.',
  'exclamation mark': '！!',
  'question mark': '？?',
  ellipsis: '…⋯',
  semicolon: '；;',
  colon: '：:∶',
  dash: '—－-–─',
  'opening quotation': '“「『‘《〈',
  'closing quotation': '”」』’》〉',
  'opening bracket': '（(【［[〔',
  'closing bracket': '）)】］]〕',
  mark: '★☆●■▲△◆◇※□○▶►*｜|',
};

/** Between these only Han characters have a class. */
const firstPlain = 0x3400;
const lastPlain = 0xfe00;

function makeTable(): Uint8Array {
  const made = new Uint8Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) {
    if (unit === firstPlain) {
      // nothing but Han characters and what no class takes in; one by one they would cost a start much
      made.fill(Class.Han, 0x3400, 0x4dc0).fill(Class.Han, 0x4e00, 0xa000);
      unit = lastPlain;
    }
    if (isHan(unit)) made[unit] = Class.Han;
    else if (isDigit(unit)) made[unit] = Class.digit;
    else if (isLatin(unit)) made[unit] = Class.Latin;
    else if (isSpace(unit)) made[unit] = Class.space;
  }
  for (const [name, characters] of Object.entries(members)) {
    for (const character of characters) made[character.charCodeAt(0)] = Class[name as ClassName];
  }
  return made;
}

const table = makeTable();

/** The class of a UTF-16 code unit. */
export function classOf(unit: number): number {
  return table[unit] ?? 0;
}

/** What a short text is made of. Valid until the next one is read. */
export interface Shape {
  /** Characters by class, the last character left out for marks of punctuation. */
  readonly counts: Uint16Array;
  /** Opening quotation marks and brackets less closing ones. */
  readonly open: number;
  readonly functionCharacters: number;
  /** What any of its characters can be: bits of {@link Trait}. */
  readonly traits: number;
  /** The text without spaces. */
  readonly tight: string;
}

const counts = new Uint16Array(characterClasses.length);

/** Takes a short text apart in one go. */
export function readShape(text: string): Shape {
  counts.fill(0);
  const { length } = text;
  let open = 0;
  let functions = 0;
  let traits = 0;
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(at);
    const found = table[unit]!;
    const own = traitsOf(unit);
    traits |= own;
    if ((own & Trait.functionWord) !== 0) functions++;
    if (found <= Class.Latin) counts[found]!++;
    else if (found === Class.space) {
      // a space between words says nothing
      if (table[text.charCodeAt(at - 1)] !== Class.Latin || table[text.charCodeAt(at + 1)] !== Class.Latin) {
        counts[found]!++;
      }
    } else {
      if (found === Class['opening quotation'] || found === Class['opening bracket']) open++;
      else if (found === Class['closing quotation'] || found === Class['closing bracket']) open--;
      if (at < length - 1) counts[found]!++;
    }
  }
  const tight = counts[Class.space]! > 0 ? text.replace(/\s+/gu, '') : text;
  return { counts, open, functionCharacters: functions, traits, tight };
}
