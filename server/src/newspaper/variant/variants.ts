import type { Block } from '../page/block.ts';
import { glanceAt } from '../page/glance.ts';
import { type Paragraph, perParagraph } from '../page/paragraph.ts';
import { kind, kindsOfUnits, printedFormOf, standardOf, standsAmongDigits } from './kinds.ts';

/** A character that does not belong to the script of its page, and the one that does. */
export interface Variant {
  /** Index in the paragraph's text. */
  readonly index: number;
  readonly standard: string;
}

/** The script of a page; undefined where nothing tells. */
export type Script = 'simplified' | 'traditional' | undefined;

/** From this share of traditional characters on a text is not simplified text with a few strewn in. */
const strewn = 0.1;

/** What the characters of a page's blocks tell. */
export interface Printed {
  readonly script: Script;
  /** How many characters are traditional or old forms, and how many simplified; these are not counted where there are none of those. */
  readonly strangers: number;
  readonly simplified: number;
  /** Those of the blocks that hold a character that may not belong, in order. */
  readonly suspects: readonly Block[];
}

/** The script that the blocks of a page are in, and where {@link findVariants} may find something. */
export function readScript(blocks: readonly Block[]): Printed {
  let strangers = 0;
  const strange: Block[] = [];
  for (const block of blocks) {
    strangers += glanceAt(block.paragraph).strangers;
    if (isSuspect(block.paragraph)) strange.push(block);
  }
  // where nothing is strange but letters, it is all the same which script the others are of
  if (strangers === 0) return { script: undefined, strangers, simplified: 0, suspects: strange };
  let simplified = 0;
  for (const { paragraph } of blocks) simplified += countSimplified(paragraph).simplified;
  const script = scriptOf(strangers, simplified);
  return { script, strangers, simplified, suspects: script === 'simplified' ? strange : strange.filter(isOdd) };
}

function scriptOf(strangers: number, simplified: number): Script {
  if (strangers === 0) return undefined;
  return strangers / (simplified + strangers) < strewn ? 'simplified' : 'traditional';
}

/**
 * What the characters tell after an edit of one paragraph; undefined where {@link findVariants} may find something else
 * because of it, there or in another one.
 */
export function printedAfter(printed: Printed, before: Paragraph, now: Paragraph): Printed | undefined {
  // what stands anywhere on a traditional page decides on its old forms
  if (printed.script === 'traditional' && printed.suspects.length > 0) return undefined;
  if (isSuspect(before) || isSuspect(now)) return undefined;
  if (printed.strangers === 0) return printed;
  const simplified = printed.simplified + countSimplified(now).simplified - countSimplified(before).simplified;
  return scriptOf(printed.strangers, simplified) === printed.script ? { ...printed, simplified } : undefined;
}

/** Whether a paragraph holds a character that does not belong into every text. */
function isSuspect(paragraph: Paragraph): boolean {
  const { strangers, letters } = glanceAt(paragraph);
  return strangers + letters > 0;
}

/** Whether a block holds what does not belong into traditional text. */
function isOdd({ paragraph }: Block): boolean {
  const { letters, oldForms } = glanceAt(paragraph);
  return letters + oldForms > 0;
}

/** How many simplified characters that have a traditional counterpart a paragraph holds. */
const countSimplified = perParagraph(({ text }: Paragraph): { readonly simplified: number } => {
  const kinds = kindsOfUnits();
  let simplified = 0;
  for (let at = 0; at < text.length; at++) simplified += kinds[text.charCodeAt(at)]! & kind.simplified;
  return { simplified };
});

/**
 * The characters of a paragraph that do not belong: traditional ones strewn in simplified text (not a quotation that
 * is traditional as a whole), old forms in traditional text that elsewhere on its page prints the usual one
 * (`usesStandard` says so of a character), and letters among digits.
 */
export function findVariants(
  paragraph: Paragraph,
  script: Script,
  usesStandard: (standard: string) => boolean,
): readonly Variant[] {
  const { strangers, letters } = glanceAt(paragraph);
  const few = strangers <= 1 || strangers / (countSimplified(paragraph).simplified + strangers) < 2 * strewn;
  if (script === 'simplified' && !few && letters === 0) return [];
  const { text } = paragraph;
  const kinds = kindsOfUnits();
  const variants: Variant[] = [];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const found = kinds[unit];
    if (found === kind.letter) {
      if (standsAmongDigits(text, index)) variants.push({ index, standard: standardOf(unit)! });
    } else if (script === 'simplified' && few && (found === kind.traditional || found === kind.oldForm)) {
      variants.push({ index, standard: standardOf(unit) ?? printedFormOf(unit)! });
    } else if (script === 'traditional' && found === kind.oldForm && usesStandard(printedFormOf(unit)!)) {
      variants.push({ index, standard: printedFormOf(unit)! });
    }
  }
  return variants;
}
