import { type Paragraph, perParagraph } from '../page/paragraph.ts';
import { traditionalPairs } from './traditional.ts';

/** A character that does not belong to the script of its page, and the one that does. */
export interface Variant {
  /** Index in the paragraph's text. */
  readonly index: number;
  readonly standard: string;
}

/** What a paragraph holds of either script, and where characters stand that only one of them has. */
interface Script {
  /** Characters that only simplified text has. */
  readonly simplified: number;
  /** Characters that only traditional text has. */
  readonly traditional: readonly Variant[];
  /** Letters that stand among digits as if they were digits. */
  readonly letters: readonly Variant[];
}

const only = { neither: 0, traditional: 1, simplified: 2, letter: 3 } as const;

let kinds: Uint8Array | undefined;
const standards = new Map<number, string>();

/** Which script a character belongs to alone; made when first needed. */
function kindTable(): Uint8Array {
  if (kinds !== undefined) return kinds;
  kinds = new Uint8Array(0x10000);
  const row = traditionalPairs.join('');
  for (let i = 0; i < row.length; i += 2) {
    kinds[row.charCodeAt(i + 1)] = only.simplified;
    standards.set(row.charCodeAt(i), row[i + 1]!);
  }
  for (let i = 0; i < row.length; i += 2) kinds[row.charCodeAt(i)] = only.traditional;
  for (const [letter, digit] of [
    ['O', '0'],
    ['o', '0'],
    ['Ｏ', '0'],
    ['l', '1'],
    ['I', '1'],
    ['ｌ', '1'],
  ] as const) {
    kinds[letter.charCodeAt(0)] = only.letter;
    standards.set(letter.charCodeAt(0), digit);
  }
  return kinds;
}

const readScript = perParagraph(({ text }: Paragraph): Script => {
  const table = kindTable();
  let simplified = 0;
  const traditional: Variant[] = [];
  const letters: Variant[] = [];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    switch (table[unit]) {
      case only.simplified:
        simplified++;
        break;
      case only.traditional:
        traditional.push({ index, standard: standards.get(unit)! });
        break;
      case only.letter:
        if (isDigit(text, index - 1) && isDigit(text, index + 1))
          letters.push({ index, standard: standards.get(unit)! });
        break;
    }
  }
  return { simplified, traditional, letters };
});

/** From this share of traditional characters on a text is not simplified text with a few strewn in. */
const strewn = 0.1;

/** Whether the paragraphs of a page are in simplified characters. Undefined where nothing tells. */
export function isSimplified(paragraphs: readonly Paragraph[]): boolean | undefined {
  let simplified = 0;
  let traditional = 0;
  for (const paragraph of paragraphs) {
    const script = readScript(paragraph);
    simplified += script.simplified;
    traditional += script.traditional.length;
  }
  if (simplified + traditional === 0) return undefined;
  return traditional / (simplified + traditional) < strewn;
}

/**
 * The characters of a paragraph that do not belong: traditional ones strewn in simplified text (not a quotation that
 * is traditional as a whole), and letters among digits. `simplified` says of the page what {@link isSimplified} does.
 */
export function findVariants(paragraph: Paragraph, simplified: boolean): readonly Variant[] {
  const script = readScript(paragraph);
  const few =
    script.traditional.length <= 1 ||
    script.traditional.length / (script.simplified + script.traditional.length) < 2 * strewn;
  if (!simplified || !few || script.traditional.length === 0) return script.letters;
  return script.letters.length === 0
    ? script.traditional
    : [...script.traditional, ...script.letters].sort((a, b) => a.index - b.index);
}

function isDigit(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 48 && unit <= 57;
}
