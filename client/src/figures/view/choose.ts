import type { Column, Row } from '../row.ts';
import type { State } from './host.ts';
import { collator, shownValue, words } from './words.ts';

/** The rows that the reader wants to see, in the order that the reader wants. */
export function chosen(rows: readonly Row[], { words: wanted, kind, sort, down }: State): readonly Row[] {
  const parts = wanted.toLowerCase().split(/\s+/u).filter(Boolean);
  const found = rows.filter(
    (row) => (kind === '' || row.kind === kind) && (parts.length === 0 || holdsAll(textOf(row), parts)),
  );
  const order = orders[sort];
  return found.sort((a, b) => (down ? -1 : 1) * order(a, b) || a.id - b.id);
}

function holdsAll(text: string, parts: readonly string[]): boolean {
  return parts.every((part) => text.includes(part));
}

/** Everything of a row that the filter looks at. */
function textOf(row: Row): string {
  const { text, unit, subject, place, date, article, file, kind } = row;
  return [text, shownValue(row), unit, words.kinds[kind], subject, place, date, article, file].join('\n').toLowerCase();
}

const byText = (pick: (row: Row) => string | undefined) => (a: Row, b: Row) => {
  const [one, other] = [pick(a), pick(b)];
  // what is not said comes last
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  return collator.compare(one, other);
};

const orders: Readonly<Record<Column, (a: Row, b: Row) => number>> = {
  value: (a, b) => {
    const [one, other] = [numberOf(a), numberOf(b)];
    if (one !== undefined && other !== undefined) return one - other;
    if (one !== undefined || other !== undefined) return one === undefined ? 1 : -1;
    return collator.compare(shownValue(a), shownValue(b));
  },
  unit: byText(({ unit }) => unit),
  kind: byText(({ kind }) => words.kinds[kind]),
  subject: byText(({ subject }) => subject),
  place: byText(({ place }) => place),
  date: byText(({ date }) => date),
  article: byText(({ article }) => article),
  line: (a, b) => a.id - b.id,
};

/** The number that a figure is, the lower one of a range; undefined for dates and spans of time. */
export function numberOf({ value }: Row): number | undefined {
  const [first] = [value].flat();
  return typeof first === 'number' ? first : undefined;
}
