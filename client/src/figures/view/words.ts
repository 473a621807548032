import type { Row, Words } from '../row.ts';

/** What the view says, in the language of the editor. */
export const words: Words = JSON.parse(document.body.dataset['words']!);

const { lang } = document.documentElement;
const numbers = new Intl.NumberFormat(lang, { maximumFractionDigits: 6 });
const signs = { '>': '> ', '<': '< ', '~': '≈ ' };

/** A phrase with its holes filled. */
export function fill(phrase: string, ...values: readonly (string | number)[]): string {
  return phrase.replace(/\{(\d)\}/gu, (_, hole: string) => String(values[Number(hole)]));
}

/** A number as the reader's language writes it. */
export function inWords(value: number): string {
  return numbers.format(value);
}

/** The value of a figure as it is shown. */
export function shownValue({ value, bound, resolved, text }: Row): string {
  // a date of an unknown year is best told as it is printed
  if (resolved === undefined && typeof value === 'string' && value.includes('X')) return text;
  const said = [value].flat().map((part) => (typeof part === 'number' ? inWords(part) : part));
  return (bound === undefined ? '' : signs[bound]) + (resolved ?? said.join(' – '));
}

/** Orders words as a dictionary of the reader's language does. */
export const collator = new Intl.Collator(lang, { numeric: true });
