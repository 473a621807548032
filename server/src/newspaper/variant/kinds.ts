import { traditionalPairs } from './traditional.ts';

/**
 * Kinds of characters by which scripts are told apart. The first one, of which many characters of a text are, is a bit
 * by itself, so that it can be counted without a look at each.
 */
export const kind = { simplified: 1, traditional: 2, letter: 4, oldForm: 6 } as const;

/** Old print forms, each followed by the form that newspapers in traditional characters use now. */
const oldForms = '靑青卽即眞真敎教淸清旣既槪概緖緒鄕鄉';

/** Letters that are taken for a digit, and the digit. */
const letters = [
  ['OoＯ', '0'],
  ['lIｌ', '1'],
] as const;

let kinds: Uint8Array | undefined;
const standards = new Map<number, string>();
const printed = new Map<number, string>();

/** By code unit, the {@link kind} that a character is of, 0 for most; made when first needed. */
export function kindsOfUnits(): Uint8Array {
  if (kinds !== undefined) return kinds;
  kinds = new Uint8Array(0x10000);
  const row = traditionalPairs.join('');
  for (let i = 0; i < row.length; i += 2) {
    kinds[row.charCodeAt(i + 1)] = kind.simplified;
    standards.set(row.charCodeAt(i), row[i + 1]!);
  }
  for (let i = 0; i < row.length; i += 2) kinds[row.charCodeAt(i)] = kind.traditional;
  for (let i = 0; i < oldForms.length; i += 2) {
    kinds[oldForms.charCodeAt(i)] = kind.oldForm;
    printed.set(oldForms.charCodeAt(i), oldForms[i + 1]!);
  }
  for (const [characters, digit] of letters) {
    for (let i = 0; i < characters.length; i++) {
      kinds[characters.charCodeAt(i)] = kind.letter;
      standards.set(characters.charCodeAt(i), digit);
    }
  }
  return kinds;
}

/** The character that simplified text uses for this one, or the digit that a letter is taken for; undefined for others. */
export function standardOf(unit: number): string | undefined {
  return standards.get(unit);
}

/** The form that newspapers in traditional characters use for an old print form; undefined for others. */
export function printedFormOf(unit: number): string | undefined {
  return printed.get(unit);
}

/** Whether a digit stands on both sides. */
export function standsAmongDigits(text: string, index: number): boolean {
  return isDigit(text.charCodeAt(index - 1)) && isDigit(text.charCodeAt(index + 1));
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}
