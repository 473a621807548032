import type { Block } from '../page/block.ts';
import { closesSentence } from '../page/layout.ts';
import { emptyNotes, type Paragraph, perParagraph } from '../page/paragraph.ts';
import { type Facts, readFacts } from './facts.ts';
import { Class, classOf } from './shape.ts';

/** Fewer lines behind a mark are points of a list rather than headlines. */
const fewest = 3;
/** No longer line behind a mark is a headline, in UTF-16 code units. */
const longest = 44;
/** Marks that text editors know for headings. */
const typed = '#▌▍▎◎';

/**
 * The facts of a page whose headlines all stand behind one mark, as if they did not: `■ 老桥重新开放`. The first line of such
 * a page stands behind it too, where that of others is a headline without.
 */
export function withoutHeadlineMarks(blocks: readonly Block[], facts: readonly Facts[]): readonly Facts[] {
  const first = facts.findIndex(({ certain }, block) => certain === undefined || isMarked(blocks[block]!.paragraph));
  if (first < 0 || !isMarked(blocks[first]!.paragraph)) return facts;
  const mark = blocks[first]!.paragraph.text.charAt(0);
  const hasMark = ({ paragraph }: Block): boolean => isMarked(paragraph) && paragraph.text.startsWith(mark);
  if (blocks.filter(hasMark).length < fewest) return facts;
  return facts.map((own, block) => (hasMark(blocks[block]!) ? factsBehindMark(blocks[block]!.paragraph) : own));
}

/** Whether a paragraph may be a headline behind a mark. */
export function isMarked({ text }: Paragraph): boolean {
  if (text.length > longest || closesSentence(text.charCodeAt(text.length - 1))) return false;
  return classOf(text.charCodeAt(0)) === Class.mark || typed.includes(text.charAt(0));
}

const factsBehindMark = perParagraph(
  (paragraph): Facts =>
    readFacts({ ...paragraph, text: paragraph.text.replace(/^(.)\1*[ 　]*(?=.)/u, ''), notes: emptyNotes() }),
);
