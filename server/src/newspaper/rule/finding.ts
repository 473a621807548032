import type { Edited } from '../page/edited.ts';
import type { Page } from '../page/page.ts';
import type { Span } from '../text/span.ts';

/** The codes of protocol.md. */
export type Code =
  | 'split-paragraph'
  | 'lost-continuation'
  | 'orphan-continuation'
  | 'duplicate-headline'
  | 'stray-byline'
  | 'unresolved-jump'
  | 'figure-mismatch'
  | 'variant-character';

/** What can be said of a file as a whole, before anything in it is read. */
export type FileCode = 'suspect-encoding';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * A sentence for the reader: an English template with `{0}`, `{1}` …, which is also the key of its translation, and
 * what stands for them. An argument that is a message itself is translated too; a list of messages is joined.
 */
export interface Message {
  readonly text: string;
  readonly values: readonly (string | number | LineReference | Message | readonly Message[])[];
}

/** A line of the page (0-based), shown to the reader as the dump's line number counted from 1. */
export interface LineReference {
  readonly line: number;
}

/** Makes a {@link Message}. A test looks for calls of this name and fails where a translation is missing. */
export function message(text: string, ...values: Message['values']): Message {
  return { text, values };
}

/** A flaw of a page. Offsets count from the page's start. */
export interface Finding {
  readonly code: Code;
  readonly span: Span;
  /** The block it concerns. */
  readonly block: number;
  /** 0 to 1. */
  readonly certainty: number;
  readonly message: Message;
  readonly related: readonly Related[];
  /** The words that tell this finding from others wherever it moves; ignoring one for good remembers them. */
  readonly context: string;
}

/** Another place on the page that belongs to a finding, and what it is to it. */
export interface Related {
  readonly span: Span;
  readonly message: Message;
}

/** `span` of the page becomes `text`. */
export interface Change {
  readonly span: Span;
  readonly text: string;
}

/** A way to mend a finding. Applying it changes what its title says and nothing else. */
export interface Fix {
  readonly title: Message;
  /** Ascending, not overlapping. */
  readonly changes: readonly Change[];
  /** Whether fixing all takes it unasked. */
  readonly preferred: boolean;
  /** Whether text moves from one place to another, so that the reader may want to see it first. */
  readonly moves: boolean;
}

/** What the reader has chosen and fixes have to know. */
export interface FixOptions {
  /** Stands where text is lost. */
  readonly gapMark: string;
}

/** One diagnostic code: what it means, how it is found, how it is mended. */
export interface Rule {
  readonly code: Code;
  readonly severity: Severity;
  check(page: Page): readonly Finding[];
  /**
   * Whether all that was found in a page's former state would be found again, given that the paragraph that was edited
   * has no part in it.
   */
  keeps(page: Page, edited: Edited): boolean;
  /** What is found now where something in a block was found in the former state; undefined for a rule that checks the page again. */
  readonly again?: (page: Page, block: number) => Finding | undefined;
  fixes(page: Page, finding: Finding, options: FixOptions): readonly Fix[];
  /** Mends every finding of the code at once; undefined where that is not for one decision. */
  readonly fixKind?: KindFix;
}

/** What mends all findings of one code. */
export interface KindFix {
  readonly title: Message;
  /** The changes of one page, ascending, not overlapping, for the findings of the code that are to be mended. */
  changes(page: Page, findings: readonly Finding[], options: FixOptions): readonly Change[];
}
