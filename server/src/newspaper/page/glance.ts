import { contradictsItself } from '../figure/check/contradiction.ts';
import { stops } from '../figure/check/sentences.ts';
import { numerals } from '../figure/check/suspicion.ts';
import { kind, kindsOfUnits, standsAmongDigits } from '../variant/kinds.ts';
import { type Paragraph, perParagraph } from './paragraph.ts';

/** What one look at each character of a text tells whoever wants to know whether a closer look is worth it. */
export interface Glance {
  /** How many characters are traditional or old forms. */
  readonly strangers: number;
  readonly oldForms: number;
  /** How many letters stand among digits. */
  readonly letters: number;
  /** Whether figures of a sentence contradict each other. */
  readonly contradicts: boolean;
}

/** What characters are, as bits: most are nothing of all this. */
const STRANGER = 1;
const OLD_FORM = 2;
const LETTER = 4;
const STOP = 8;
const DIGIT = 16;
/** Of numbers that are not written with digits. */
const NUMERAL = 32;

let table: Uint8Array | undefined;

/** By code unit, what the character is; made when first needed. */
function tableOfUnits(): Uint8Array {
  if (table !== undefined) return table;
  const bits: number[] = [];
  bits[kind.traditional] = STRANGER;
  bits[kind.oldForm] = STRANGER | OLD_FORM;
  bits[kind.letter] = LETTER;
  table = kindsOfUnits().map((found) => bits[found] ?? 0);
  for (const [bit, characters] of [
    [STOP, stops],
    [DIGIT, numerals.digits],
    [NUMERAL, numerals.others],
  ] as const) {
    for (let at = 0; at < characters.length; at++) table[characters.charCodeAt(at)]! |= bit;
  }
  return table;
}

/** The glance at a paragraph, taken once. */
export const glanceAt: (paragraph: Paragraph) => Glance = perParagraph(({ text }) => glanceOver(text));

/** Takes a glance at a text. */
export function glanceOver(text: string): Glance {
  const known = tableOfUnits();
  let strangers = 0;
  let oldForms = 0;
  let letters = 0;
  let contradicts = false;
  /** Of the sentence: where it begins, its numbers, and where the last digits end. */
  let begin = 0;
  let numbers = 0;
  let digitsEnd = -1;
  for (let at = 0; at < text.length; at++) {
    const found = known[text.charCodeAt(at)]!;
    if (found === 0) continue;
    if (found === DIGIT) {
      if (at !== digitsEnd) numbers++;
      digitsEnd = at + 1;
    } else if (found === STOP) {
      if (numbers > 1) contradicts ||= contradictsItself(text, begin, at);
      begin = at + 1;
      numbers = 0;
    } else if (found === LETTER) {
      if (standsAmongDigits(text, at)) letters++;
    } else {
      if ((found & NUMERAL) !== 0) numbers++;
      if ((found & STRANGER) !== 0) strangers++;
      if ((found & OLD_FORM) !== 0) oldForms++;
    }
  }
  if (numbers > 1) contradicts ||= contradictsItself(text, begin, text.length);
  return { strangers, oldForms, letters, contradicts };
}
