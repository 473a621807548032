import type { Block } from '../page/block.ts';

/** Who a text is about is named in as many of its paragraphs, the first ones. */
export const subjectReach = 2;
/** Longer lines are no names, in UTF-16 code units, blanks within a name that is set wide left out. */
const longestName = 8;

/** What stands before the name of a writer. Of `creditWords` not all: 采访 and 整理 stand before whom a text is about, too. */
const credit = /(?:记者|記者|通讯员|通訊員|特派员|特派員|作者|编辑|編輯)[\s　]*$/u;
const longestCredit = 6;

/**
 * Whether a line that could be a name is what the text behind it is about: that names it too, and not as who wrote. So it
 * heads a part, and is no reporter's name that was cut loose.
 */
export function isSubject(blocks: readonly Block[], line: number): boolean {
  const own = blocks[line]!.paragraph.text;
  const name = own.length > 2 * longestName ? '' : own.replace(/[\s　]/gu, '');
  if (name.length < 2 || name.length > longestName) return false;
  for (let block = line + 1; block <= line + subjectReach && block < blocks.length; block++) {
    const { text } = blocks[block]!.paragraph;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      if (!credit.test(text.slice(Math.max(0, at - longestCredit), at))) return true;
    }
  }
  return false;
}
