import type { Change } from './former.ts';
import type { Page } from './page.ts';

/** A page that an edit within a line made of a former state, so that all but that paragraph says what it said. */
export interface Edited {
  readonly former: Page;
  readonly change: Change;
  /** By how many UTF-16 code units the paragraph grew; what stands behind it moved by that. */
  readonly growth: number;
}

const edits = new WeakMap<Page, Edited>();

/** Notes that roles, repetitions, links and articles of `page` are the very ones of its former state. */
export function noteEdited(page: Page, edited: Edited): void {
  // no page is to keep all its states alive
  edits.delete(edited.former);
  edits.set(page, edited);
}

/** What {@link noteEdited} noted, once: the former state is not kept for longer. Undefined for a page that was understood anew. */
export function takeEdited(page: Page): Edited | undefined {
  const edited = edits.get(page);
  edits.delete(page);
  return edited;
}
