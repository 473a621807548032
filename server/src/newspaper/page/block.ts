import type { Paragraph } from './paragraph.ts';

/** A run of text that extraction kept together. Lines and offsets count from the start of its page. */
export interface Block {
  /** Its place among the blocks of its page. */
  readonly index: number;
  /** First and last line, inclusive. */
  readonly first: number;
  readonly last: number;
  /** From the start of the first line (indentation included) to the end of the last (its line break left out). */
  readonly start: number;
  readonly end: number;
  readonly paragraph: Paragraph;
}

/** Whether blank lines stand within a block, as they do on a double-spaced page; there no line is one by itself. */
export function holdsBlankLines({ first, last, paragraph: { pieces } }: Block): boolean {
  return last - first >= pieces.length;
}

/** What a block is, in the trade's terms. `repetition` is a headline printed again; list and verse lines are `body`. */
export type Role =
  | 'headline'
  | 'kicker'
  | 'deck'
  | 'subhead'
  | 'abstract'
  | 'body'
  | 'byline'
  | 'strayByline'
  | 'jump'
  | 'caption'
  | 'credit'
  | 'section'
  | 'brief'
  | 'folio'
  | 'masthead'
  | 'editors'
  | 'notice'
  | 'repetition';

/** How the text of a page is laid out (dumps.md). */
export interface Layout {
  readonly kind: 'spaced' | 'tight' | 'indented' | 'wrapped';
  /** Column width in characters where `kind` is `wrapped`, else undefined. */
  readonly width: number | undefined;
}

/** What the blocks of a page were told apart by. */
export interface Setting {
  /** Widths of its columns, heaviest first; empty where every line is a paragraph. */
  readonly widths: readonly number[];
  /** What the widths count: UTF-16 code units, or what a page shows, two half-width characters to a full-width one. */
  readonly measure: Measure;
  /** A blank line stands between most paragraphs. */
  readonly isSpaced: boolean;
  /** A blank line stands behind every line. */
  readonly isDoubleSpaced: boolean;
  /** How many lines run on in the next one. */
  readonly joined: number;
}

/** See {@link Setting.measure}. */
export type Measure = 'units' | 'shown';
