import type { Block, Layout } from './block.ts';
import type { Page } from './page.ts';
import type { Paragraph } from './paragraph.ts';

/** An earlier state of a page that differs in a few paragraphs only. */
export interface Former {
  readonly page: Page;
  /** The paragraphs that are others now. */
  readonly changes: readonly Change[];
}

/** What one paragraph became. */
export interface Change {
  /** Its place among the blocks of either page. */
  readonly block: number;
  readonly before: Paragraph;
  readonly now: Paragraph;
  /** So many characters of the text are the same at its beginning, and so many others at its end; in UTF-16 code units. */
  readonly sameStart: number;
  readonly sameEnd: number;
}

/** The change from one paragraph to another in its place. */
export function changeOf(block: number, before: Paragraph, now: Paragraph): Change {
  const [one, other] = [before.text, now.text];
  const shorter = Math.min(one.length, other.length);
  let sameStart = 0;
  while (sameStart < shorter && one.charCodeAt(sameStart) === other.charCodeAt(sameStart)) sameStart++;
  const most = shorter - sameStart;
  let sameEnd = 0;
  while (sameEnd < most && one.charCodeAt(one.length - 1 - sameEnd) === other.charCodeAt(other.length - 1 - sameEnd)) {
    sameEnd++;
  }
  return { block, before, now, sameStart, sameEnd };
}

/** More changed paragraphs than this are no work of a few keys. */
const mostChanges = 2;

/** The earlier state whose blocks are these but for a few paragraphs, in a layout of the same kind; undefined where there is none. */
export function findFormer(previous: readonly Page[], blocks: readonly Block[], { kind }: Layout): Former | undefined {
  for (const page of previous) {
    if (page.blocks.length !== blocks.length) continue;
    if (page.layout.kind !== kind) continue;
    const changes: Change[] = [];
    for (let index = 0; index < blocks.length && changes.length <= mostChanges; index++) {
      const before = page.blocks[index]!.paragraph;
      const now = blocks[index]!.paragraph;
      // by what they say: where two blocks say the same, either's paragraph may have been used again
      if (before.raw !== now.raw || before.isSetInLines !== now.isSetInLines)
        changes.push(changeOf(index, before, now));
    }
    if (changes.length <= mostChanges) return { page, changes };
  }
  return undefined;
}

/** Whether two paragraphs are indented alike, begin with the same `first` characters and end with the same `last` ones. */
export function haveSameEdges({ before, now, sameStart, sameEnd }: Change, first: number, last: number): boolean {
  if (before.indent !== now.indent) return false;
  if (sameStart >= first && sameEnd >= last) return true;
  return (
    before.text.slice(0, first) === now.text.slice(0, first) &&
    (last === 0 || before.text.slice(-last) === now.text.slice(-last))
  );
}
