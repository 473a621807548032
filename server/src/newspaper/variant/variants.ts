import type { Block } from '../page/block.ts';
import { type Paragraph, perParagraph } from '../page/paragraph.ts';
import { traditionalPairs } from './traditional.ts';

/** A character that does not belong to the script of its page, and the one that does. */
export interface Variant {
  /** Index in the paragraph's text. */
  readonly index: number;
  readonly standard: string;
}

/** The script of a page; undefined where nothing tells. */
export type Script = 'simplified' | 'traditional' | undefined;

/** How many characters of each kind a paragraph holds; see {@link kind}. Their places are looked up when they matter. */
interface Counts {
  readonly simplified: number;
  readonly traditional: number;
  readonly letters: number;
  readonly oldForms: number;
}

/** The first two, which most characters of a text are of, can be counted without a look at which it is. */
const kind = { simplified: 1, traditional: 2, letter: 4, oldForm: 8 } as const;

/** Old print forms, each followed by the form that newspapers in traditional characters use now. */
const oldForms = '靑青卽即眞真敎教淸清旣既槪概緖緒鄕鄉';

let kinds: Uint8Array | undefined;
const standards = new Map<number, string>();
const printed = new Map<number, string>();

/** Which kind a character is of; made when first needed. */
function kindTable(): Uint8Array {
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
  for (const [letters, digit] of [
    ['OoＯ', '0'],
    ['lIｌ', '1'],
  ] as const) {
    for (let i = 0; i < letters.length; i++) {
      kinds[letters.charCodeAt(i)] = kind.letter;
      standards.set(letters.charCodeAt(i), digit);
    }
  }
  return kinds;
}

const countKinds = perParagraph(({ text }: Paragraph): Counts => {
  const table = kindTable();
  let simplified = 0;
  let traditional = 0;
  let letters = 0;
  let old = 0;
  for (let index = 0; index < text.length; index++) {
    const found = table[text.charCodeAt(index)]!;
    simplified += found & kind.simplified;
    traditional += (found & kind.traditional) >> 1;
    if (found < kind.letter) continue;
    if (found === kind.oldForm) old++;
    else if (isDigit(text, index - 1) && isDigit(text, index + 1)) letters++;
  }
  return { simplified, traditional, letters, oldForms: old };
});

/** From this share of traditional characters on a text is not simplified text with a few strewn in. */
const strewn = 0.1;

/** What the characters of a page's blocks tell. */
export interface Printed {
  readonly script: Script;
  /** Those of the blocks that hold a character that may not belong, in order. */
  readonly suspects: readonly Block[];
}

/** The script that the blocks of a page are in, and where {@link findVariants} may find something. */
export function readScript(blocks: readonly Block[]): Printed {
  let simplified = 0;
  let traditional = 0;
  const strange: Block[] = [];
  for (const block of blocks) {
    const counts = countKinds(block.paragraph);
    simplified += counts.simplified;
    const strangers = counts.traditional + counts.oldForms;
    traditional += strangers;
    if (strangers + counts.letters > 0) strange.push(block);
  }
  if (simplified + traditional === 0) return { script: undefined, suspects: strange };
  if (traditional / (simplified + traditional) < strewn) return { script: 'simplified', suspects: strange };
  const hasOddOnes = ({ paragraph }: Block): boolean => {
    const { letters, oldForms } = countKinds(paragraph);
    return letters + oldForms > 0;
  };
  return { script: 'traditional', suspects: strange.filter(hasOddOnes) };
}

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
  const counts = countKinds(paragraph);
  const strangers = counts.traditional + counts.oldForms;
  const few = strangers <= 1 || strangers / (counts.simplified + strangers) < 2 * strewn;
  if (script === 'simplified' && !few && counts.letters === 0) return [];
  const { text } = paragraph;
  const table = kindTable();
  const variants: Variant[] = [];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const found = table[unit];
    if (found === kind.letter) {
      if (isDigit(text, index - 1) && isDigit(text, index + 1))
        variants.push({ index, standard: standards.get(unit)! });
    } else if (script === 'simplified' && few && (found === kind.traditional || found === kind.oldForm)) {
      variants.push({ index, standard: standards.get(unit) ?? printed.get(unit)! });
    } else if (script === 'traditional' && found === kind.oldForm && usesStandard(printed.get(unit)!)) {
      variants.push({ index, standard: printed.get(unit)! });
    }
  }
  return variants;
}

function isDigit(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 48 && unit <= 57;
}
