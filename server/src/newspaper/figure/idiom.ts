import { isBoundary, isHanNumeral, isNumeral, unitAt } from './characters.ts';
import { DIGIT_NAMES, IDIOMS, NOT_IDIOMS, WEAK_IDIOMS } from './data/idioms.ts';
import { Lexicon } from './lexicon.ts';
import { findSuffix, suffixLength } from './suffix.ts';

const FIRM = 1;
/** Yields to a measure word or another numeral behind it: 高三, 十一, 五一. */
const WEAK = 2;
/** No idiom, though a shorter one starts the same way. */
const NONE = 3;

function* entries(): Generator<readonly [string, number]> {
  for (const word of [...IDIOMS(), ...DIGIT_NAMES()]) yield [word, isNumber(word) ? WEAK : FIRM];
  for (const word of WEAK_IDIOMS()) yield [word, WEAK];
  for (const word of NOT_IDIOMS()) yield [word, NONE];
}

/** Whether a word is nothing but a numeral (十一, 五一) and no repetition of units (千千万万). */
function isNumber(word: string): boolean {
  return (
    /^[0-9０-９]+$/.test(word) ||
    ([...word].every((character) => isNumeral(character.charCodeAt(0))) &&
      (word.length < 3 || /[一二三四五六七八九]/.test(word)))
  );
}

const idioms = new Lexicon<number>(entries);
/** Which two characters stand together in an idiom, by a hash, as bits; made when first needed. */
let pairs: Uint8Array | undefined;
const pairBits = 1 << 16;

function pairTable(): Uint8Array {
  if (pairs !== undefined) return pairs;
  pairs = new Uint8Array(pairBits >> 3);
  for (const [word] of entries()) {
    for (let at = 1; at < word.length; at++) {
      const place = pairPlace(word.charCodeAt(at - 1), word.charCodeAt(at));
      pairs[place >> 3]! |= 1 << (place & 7);
    }
  }
  return pairs;
}

function pairPlace(first: number, second: number): number {
  return (Math.imul(first, 0x9e35) ^ Math.imul(second, 0x85eb)) & (pairBits - 1);
}

/** Whether these two may stand together in an idiom: what most numerals have beside them does not. */
function mayPair(first: number, second: number): boolean {
  const place = pairPlace(first, second);
  return (pairTable()[place >> 3]! & (1 << (place & 7))) !== 0;
}

/** How far before its numeral an idiom may start (不管三七二十一). */
const REACH = 3;

/** Whether a text is nothing but this number, with 负 before it or not. */
function isAlone(text: string, start: number, end: number): boolean {
  return end === text.length && (start === 0 || (start === 1 && !isBoundary(unitAt(text, 0))));
}

/** The end of the idiom that the numeral at `position` is part of, 0 where it is part of none; no idiom starts before `floor`. */
export function idiomEnd(text: string, position: number, floor: number): number {
  const unit = unitAt(text, position);
  // idioms have two characters at least: what stands beside the numeral rules most of them out
  const last = mayPair(unit, unitAt(text, position + 1)) ? position : position - 1;
  const first = position > floor && mayPair(unitAt(text, position - 1), unit) ? position - REACH : position;
  for (let start = last; start >= floor && start >= first; start--) {
    if (!idioms.opens(unitAt(text, start))) continue;
    const handle = idioms.longest(text, start);
    if (handle === 0) continue;
    const end = start + idioms.length(handle);
    if (end <= position) continue;
    const strength = idioms.value(handle);
    if (strength === NONE) continue;
    const next = unitAt(text, end);
    if (
      strength === WEAK &&
      (isAlone(text, start, end) ||
        isNumeral(next) ||
        findSuffix(text, end) !== undefined ||
        next === 0x4e16 ||
        next === 0x5e74 ||
        next === 0x6708 ||
        next === 0x65e5 ||
        next === 0x70b9)
    )
      continue;
    // 三公里 holds no 三公
    if (
      start === position &&
      strength === FIRM &&
      findSuffix(text, position + 1) !== undefined &&
      position + 1 + suffixLength() > end
    )
      continue;
    // 另一百人 is a hundred
    if (start < position && end === position + 1 && isHanNumeral(next) && '十百千万萬亿億'.includes(text.charAt(end)))
      continue;
    return end;
  }
  return 0;
}
