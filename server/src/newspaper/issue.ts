import { analyseEdited, analysePage } from './page/analyse.ts';
import type { Page } from './page/page.ts';
import { copy, pageStarts, pageTexts } from './page/split.ts';
import { withinLine } from './page/withinLine.ts';

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
  /** Pages that edits replaced, the last ones first: what is taken back or tried out again is not read again. */
  readonly formerly: readonly Page[];
}

/** So many former pages are kept, and so many of their characters. */
const keptPages = 8;
const keptLength = 200_000;

/** A text that may be kept in pieces: asking for all of it may cost more than asking for a part. */
export interface Text {
  readonly length: number;
  slice(start: number, end: number): string;
}

/** What changed since an earlier state: `text[start, oldEnd)` became `text[start, newEnd)`. */
export interface Edit {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Reads a dump from scratch, or after an edit of the dump that `previous` was read from: then only the pages that it touched. */
export function analyse(text: Text, previous?: Issue, edit?: Edit): Issue {
  const steps = analyseInSteps(text, previous, edit);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * Like {@link analyse}, a page a step, so that others can have their turn in between. Each step gives the pages up to
 * there. `read` are pages of a reading that was given up: those that are still there are not read again.
 */
export function* analyseInSteps(
  text: Text,
  previous?: Issue,
  edit?: Edit,
  read: readonly Page[] = [],
): Generator<readonly Page[], Issue> {
  if (previous === undefined || edit === undefined) {
    const known = new Map(read.map((page) => [page.text, page]));
    const pages: Page[] = [];
    for (const piece of pageTexts(text.slice(0, text.length))) {
      pages.push(known.get(piece) ?? analysePage(piece));
      yield pages;
    }
    return { pages: place(pages), length: text.length, formerly: [] };
  }
  const old = previous.pages;
  const edited = editedWithinLine(text, previous, edit);
  if (edited !== undefined) return edited;
  const { first, resume, pieces } = changedPieces(text, old, edit);
  const replaced = old.slice(first, resume).map(({ page }) => page);
  const pages = old.slice(0, first).map(({ page }) => page);
  for (const piece of pieces) {
    const known = replaced.find(({ text }) => text === piece) ?? previous.formerly.find(({ text }) => text === piece);
    pages.push(known ?? analysePage(piece, replaced));
    yield pages;
  }
  const formerly = lately([...replaced, ...previous.formerly], new Set(pages.slice(first)));
  for (const { page } of old.slice(resume)) pages.push(page);
  return { pages: place(pages), length: text.length, formerly };
}

/** The dump after an edit within a line, which only the line's page is read again for; undefined for other edits. */
function editedWithinLine(text: Text, { pages, formerly }: Issue, edit: Edit): Issue | undefined {
  const found = pages.findIndex(({ page, offset }) => offset + page.text.length > edit.start);
  const edited = found < 0 ? pages.length - 1 : found;
  const { page, offset, line } = pages[edited]!;
  const start = edit.start - offset;
  const end = edit.oldEnd - offset;
  const inserted = text.slice(edit.start, edit.newEnd);
  const lineEdit = withinLine(page, start, end, inserted);
  if (lineEdit === undefined) return undefined;
  const now = page.text.slice(0, start) + inserted + page.text.slice(end);
  const read = formerly.find(({ text }) => text === now) ?? analyseEdited(now, lineEdit);
  return {
    pages: pages.map((placed, place) => {
      if (place === edited) return { page: read, offset, line };
      if (place < edited) return placed;
      return { page: placed.page, offset: placed.offset + lineEdit.growth, line: placed.line };
    }),
    length: text.length,
    formerly: lately([page, ...formerly], new Set([read])),
  };
}

/** The pages that are not there any more, as many of them as are kept. */
function lately(pages: readonly Page[], present: ReadonlySet<Page>): readonly Page[] {
  const kept: Page[] = [];
  let room = keptLength;
  for (const page of pages) {
    if (present.has(page)) continue;
    room -= page.text.length;
    if (room < 0 || kept.length === keptPages) break;
    kept.push(page);
  }
  return kept;
}

/** So many pages behind an edit are looked at first: the page after the edited one most often begins as it did. */
const pagesAhead = 2;

/** The pages `old[first, resume)` give way to pages of these texts; the others are as they were. */
function changedPieces(
  text: Text,
  old: readonly PlacedPage[],
  edit: Edit,
): { readonly first: number; readonly resume: number; readonly pieces: readonly string[] } {
  const delta = edit.newEnd - edit.oldEnd;
  const touched = old.findIndex(({ page, offset }) => offset + page.text.length >= edit.start);
  const first = Math.max(0, touched - 1);
  const begin = old[first]!.offset;
  let last = first;
  while (last + 1 < old.length && old[last + 1]!.offset <= edit.oldEnd) last++;
  for (let ahead = pagesAhead; ; ahead *= 2) {
    const behind = old[last + ahead];
    const window = text.slice(begin, behind === undefined ? text.length : behind.offset + delta);
    // the first old page behind the edit at which the new text has a page start too
    let next = last + 1;
    const pieces: string[] = [];
    let from = 0;
    for (const start of pageStarts(window)) {
      if (start === 0) continue;
      pieces.push(copy(window, from, start));
      from = start;
      while (next < old.length && old[next]!.offset + delta - begin < start) next++;
      if (next < old.length && old[next]!.offset + delta - begin === start) return { first, resume: next, pieces };
    }
    if (behind !== undefined) continue;
    pieces.push(copy(window, from, window.length));
    return { first, resume: old.length, pieces };
  }
}

/** The dump that pages make, one behind the other. */
export function issueOf(pages: readonly Page[]): Issue {
  const placed = place(pages);
  return { pages: placed, length: pages.reduce((sum, { text }) => sum + text.length, 0), formerly: [] };
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
