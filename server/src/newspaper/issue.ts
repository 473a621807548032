import { analysePage } from './page/analyse.ts';
import type { Page } from './page/page.ts';
import { pageStarts } from './page/split.ts';

/** A page and where it stands in the dump. */
export interface PlacedPage {
  readonly page: Page;
  /** Offset of its first character and number of its first line in the dump. */
  readonly offset: number;
  readonly line: number;
}

/** A dump as understood: its pages in order, with no gap between them. An empty dump has one empty page. */
export interface Issue {
  readonly pages: readonly PlacedPage[];
  /** Length of the dump in UTF-16 code units. */
  readonly length: number;
}

/** What changed since an earlier state: `text[start, oldEnd)` became `text[start, newEnd)`. */
export interface Edit {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Reads a dump from scratch, or after an edit of the dump that `previous` was read from: then only the pages that it touched. */
export function analyse(text: string, previous?: Issue, edit?: Edit): Issue {
  const steps = analyseInSteps(text, previous, edit);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Like {@link analyse}, a page a step, so that others can have their turn in between. */
export function* analyseInSteps(text: string, previous?: Issue, edit?: Edit): Generator<void, Issue> {
  if (previous === undefined || edit === undefined) {
    const pages: Page[] = [];
    for (const piece of splitFrom(text, 0)) {
      pages.push(analysePage(piece));
      yield;
    }
    return { pages: place(pages), length: text.length };
  }
  const old = previous.pages;
  const { first, resume, pieces } = changedPieces(text, old, edit);
  const replaced = old.slice(first, resume).map(({ page }) => page);
  const pages = old.slice(0, first).map(({ page }) => page);
  for (const piece of pieces) {
    pages.push(replaced.find((page) => page.text === piece) ?? analysePage(piece, replaced));
    yield;
  }
  for (const { page } of old.slice(resume)) pages.push(page);
  return { pages: place(pages), length: text.length };
}

/** The pages `old[first, resume)` give way to pages of these texts; the others are as they were. */
function changedPieces(
  text: string,
  old: readonly PlacedPage[],
  edit: Edit,
): { readonly first: number; readonly resume: number; readonly pieces: readonly string[] } {
  const delta = edit.newEnd - edit.oldEnd;
  const touched = old.findIndex(({ page, offset }) => offset + page.text.length >= edit.start);
  const first = Math.max(0, touched - 1);
  const begin = old[first]!.offset;
  // the first old page behind the edit at which the new text has a page start too
  const oldStarts = new Map<number, number>();
  for (let i = first + 1; i < old.length; i++) {
    if (old[i]!.offset > edit.oldEnd) oldStarts.set(old[i]!.offset + delta, i);
  }
  const pieces: string[] = [];
  let from = begin;
  for (const start of pageStarts(text, begin)) {
    if (start === begin) continue;
    pieces.push(copy(text, from, start));
    from = start;
    const resume = oldStarts.get(start);
    if (resume !== undefined) return { first, resume, pieces };
  }
  pieces.push(copy(text, from, text.length));
  return { first, resume: old.length, pieces };
}

function* splitFrom(text: string, begin: number): Generator<string> {
  let from = begin;
  for (const start of pageStarts(text, begin)) {
    if (start > from) yield copy(text, from, start);
    from = start;
  }
  yield copy(text, from, text.length);
}

/** A copy that does not keep the whole dump alive, as V8's own slices of a string do. */
function copy(text: string, start: number, end: number): string {
  return ` ${text.slice(start, end)}`.slice(1);
}

function place(pages: readonly Page[]): readonly PlacedPage[] {
  let offset = 0;
  let line = 0;
  return pages.map((page) => {
    const placed = { page, offset, line };
    offset += page.text.length;
    line += page.lineStarts.length - 1;
    return placed;
  });
}
