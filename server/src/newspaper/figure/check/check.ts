import type { Figure } from '../figure.ts';

/** How figures hang together. */
export type CheckKind =
  /** A whole and the list of its parts. */
  | 'list'
  /** Summands and the sum that the sentence draws. */
  | 'sum'
  /** The larger and the smaller of two states, or a whole and its part, and what the one is more than the other. */
  | 'difference'
  /** All so far, what has left, what is still there. */
  | 'stock'
  /** A whole and one of which it is said to hold. */
  | 'part'
  /** A part, its whole and the percentage. */
  | 'share'
  /** Two states and the percentage between them. */
  | 'growth'
  /** An interval that ends before it begins. */
  | 'interval'
  /** A day that its month does not have. */
  | 'date';

/** Figures that were held against each other. Indices into the figures of the text. */
export interface Check {
  readonly kind: CheckKind;
  /** The figure that the others should make up: the whole, the sum, the percentage, the date. */
  readonly total: number;
  readonly parts: readonly number[];
  readonly holds: boolean;
  /** What the parts make: their sum, the percentage worked out; undefined for dates and intervals. */
  readonly made: number | undefined;
}

/** A stretch of text with its figures, as a checker gets it: one sentence. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Indices of the figures in the sentence, ascending. */
  readonly figures: readonly number[];
  readonly all: readonly Figure[];
}

/** As many figures are held against one at most, so that no text however long takes long. */
export const longestList = 64;

/** The definite number of a figure that can be added up; undefined for dates, ranges and unknown numbers. */
export function amount(figure: Figure): number | undefined {
  return typeof figure.value === 'number' &&
    (figure.kind === 'count' || figure.kind === 'money' || figure.kind === 'measure')
    ? figure.value
    : undefined;
}

const people = new Set(['人', '名', '位', '例', '个人', '個人', '人次']);

/** Whether two figures count the same sort of thing, as far as their units tell. */
export function comparable(a: Figure, b: Figure): boolean {
  if (a.kind !== b.kind) return false;
  return a.unit === b.unit || (people.has(a.unit ?? '') && people.has(b.unit ?? ''));
}

/** The sum without the dust of binary fractions. */
export function sum(values: readonly number[]): number {
  return Number(values.reduce((total, value) => total + value, 0).toPrecision(12));
}

/** The text from the end of one figure (or the sentence's start) to the start of the next. */
export function before(sentence: Sentence, place: number): string {
  const index = sentence.figures[place]!;
  const previous = place > 0 ? sentence.all[sentence.figures[place - 1]!]!.end : sentence.start;
  return sentence.text.slice(previous, sentence.all[index]!.start);
}
