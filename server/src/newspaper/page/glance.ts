import { isSuspect, lookAt, markSuspicious, startLooking } from '../figure/check/suspicion.ts';
import { kind, kindsOfUnits, standsAmongDigits } from '../variant/kinds.ts';
import { type Paragraph, perParagraph } from './paragraph.ts';

/** What one look at each character of a text tells whoever wants to know whether a closer look is worth it. */
export interface Glance {
  /** How many characters are of each {@link kind}; letters only where they stand among digits. */
  readonly simplified: number;
  readonly traditional: number;
  readonly letters: number;
  readonly oldForms: number;
  /** False where no figures can contradict each other, see {@link isSuspect}. */
  readonly mayContradict: boolean;
}

/** How far the marks of figures are shifted to stand beside the kinds of characters. */
const shift = 4;

let table: Uint8Array | undefined;

/** By code unit: the kind of the character, and above it what it is to figures; made when first needed. */
function tableOfUnits(): Uint8Array {
  if (table === undefined) {
    table = Uint8Array.from(kindsOfUnits());
    markSuspicious(table, shift);
  }
  return table;
}

/** The glance at a paragraph, taken once. */
export const glanceAt: (paragraph: Paragraph) => Glance = perParagraph(({ text }) => glanceOver(text));

/** Takes a glance at a text. */
export function glanceOver(text: string): Glance {
  const known = tableOfUnits();
  let simplified = 0;
  let traditional = 0;
  let letters = 0;
  let oldForms = 0;
  startLooking();
  for (let at = 0; at < text.length; at++) {
    const found = known[text.charCodeAt(at)]!;
    simplified += found & kind.simplified;
    traditional += (found & kind.traditional) >> 1;
    if (found < kind.letter) continue;
    if (found >= 1 << shift) lookAt(text, at, found >> shift);
    else if (found === kind.oldForm) oldForms++;
    else if (standsAmongDigits(text, at)) letters++;
  }
  return { simplified, traditional, letters, oldForms, mayContradict: isSuspect(text) };
}
