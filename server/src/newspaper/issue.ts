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
  if (previous === undefined || edit === undefined) {
    return { pages: place([...splitFrom(text, 0)].map((piece) => analysePage(piece))), length: text.length };
  }
  const delta = edit.newEnd - edit.oldEnd;
  const old = previous.pages;
  const touched = old.findIndex(({ page, offset }) => offset + page.text.length >= edit.start);
  const first = Math.max(0, touched - 1);
  const begin = old[first]!.offset;
  // the first old page behind the edit at which the new text has a page start too
  const oldStarts = new Map<number, number>();
  for (let i = first + 1; i < old.length; i++) if (old[i]!.offset > edit.oldEnd) oldStarts.set(old[i]!.offset + delta, i);
  const pieces: string[] = [];
  let resume = old.length;
  let from = begin;
  for (const start of pageStarts(text, begin)) {
    if (start === begin) continue;
    pieces.push(copy(text, from, start));
    from = start;
    const same = oldStarts.get(start);
    if (same !== undefined) {
      resume = same;
      break;
    }
  }
  if (resume === old.length) pieces.push(copy(text, from, text.length));
  const replaced = old.slice(first, resume).map(({ page }) => page);
  const middle = pieces.map((piece) => replaced.find((page) => page.text === piece) ?? analysePage(piece, replaced));
  const pages = [...old.slice(0, first), ...old.slice(resume)].map(({ page }) => page);
  pages.splice(first, 0, ...middle);
  return { pages: place(pages), length: text.length };
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
