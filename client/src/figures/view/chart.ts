import type { Row } from '../row.ts';
import { numberOf } from './choose.ts';
import { drawn } from './dom.ts';
import { fill, inWords, shownValue, words } from './words.ts';

/** A chart of more bars than these can no longer be read. */
const mostBars = 40;
const width = 600;
const barHeight = 20;
const lineHeight = 200;
const margin = { name: 150, value: 110, left: 12, right: 12, top: 24, bottom: 26 };

/** Rows that one chart can show. */
export interface Series {
  readonly rows: readonly Row[];
  readonly unit: string;
  /** Whether they are of at least three days, so that a line over them says something. */
  readonly overDates: boolean;
}

/**
 * What can be drawn: the rows on show where all are in one unit, else the figures of that unit in the sentence of the
 * row that the reader has come to: a list and its whole.
 */
export function seriesOf(rows: readonly Row[], current: Row | undefined): Series | undefined {
  if (fits(rows)) return seriesFrom(rows);
  if (current === undefined) return undefined;
  const list = rows.filter((row) => row.sentence === current.sentence && areAlike(row, current));
  return fits(list) ? seriesFrom(list) : undefined;
}

function seriesFrom(rows: readonly Row[]): Series {
  const days = new Set(rows.map(({ date }) => date));
  const { unit, kind } = rows[0]!;
  return { rows, unit: unit ?? words.kinds[kind], overDates: days.size >= 3 && !days.has(undefined) };
}

function fits(rows: readonly Row[]): boolean {
  const [first] = rows;
  return (
    first !== undefined &&
    rows.length >= 2 &&
    rows.length <= mostBars &&
    rows.every((row) => numberOf(row) !== undefined && areAlike(row, first))
  );
}

function areAlike(a: Row, b: Row): boolean {
  return a.kind === b.kind && a.unit === b.unit && a.kind !== 'ordinal';
}

/** A bar for each row, with its name before and its value behind it. */
export function bars({ rows, unit }: Series): SVGSVGElement {
  const largest = Math.max(...rows.map((row) => Math.abs(numberOf(row)!)), Number.MIN_VALUE);
  const room = width - margin.name - margin.value;
  const height = rows.length * barHeight + 8;
  const top = rows.reduce((best, row) => (Math.abs(numberOf(row)!) > Math.abs(numberOf(best)!) ? row : best));
  return chart(
    height,
    words.bars,
    fill(words.barsOf, rows.length, unit, `${nameOf(top)} ${shownValue(top)}`),
    ...rows.flatMap((row, place) => {
      const y = place * barHeight + 4;
      const length = Math.max(1, (Math.abs(numberOf(row)!) / largest) * room);
      const middle = y + barHeight / 2;
      return [
        drawn('text', { x: margin.name - 8, y: middle, class: 'name', text: shortened(nameOf(row)) }),
        drawn('rect', { x: margin.name, y: y + 3, width: length, height: barHeight - 6, class: 'bar' }),
        drawn('text', { x: margin.name + length + 6, y: middle, class: 'number', text: shownValue(row) }),
      ];
    }),
  );
}

/** A line through the rows in the order of their days. */
export function lineOverDates({ rows, unit }: Series): SVGSVGElement {
  const points = rows
    .map((row) => ({ row, time: Date.parse(row.date!), value: numberOf(row)! }))
    .sort((a, b) => a.time - b.time || a.row.id - b.row.id);
  const [first, last] = [points[0]!, points.at(-1)!];
  const values = points.map(({ value }) => value);
  const low = Math.min(0, ...values);
  const high = Math.max(...values, low + Number.MIN_VALUE);
  const x = (time: number) =>
    margin.left + ((time - first.time) / (last.time - first.time)) * (width - margin.left - margin.right);
  const y = (value: number) =>
    margin.top + (1 - (value - low) / (high - low)) * (lineHeight - margin.top - margin.bottom);
  const floor = y(low);
  return chart(
    lineHeight,
    words.line,
    fill(words.lineOf, rows.length, unit, first.row.date!, last.row.date!),
    drawn('line', { x1: margin.left, x2: width - margin.right, y1: floor, y2: floor, class: 'axis' }),
    drawn('polyline', { points: points.map(({ time, value }) => `${x(time)},${y(value)}`).join(' '), class: 'line' }),
    ...points.map(({ row, time, value }) =>
      drawn(
        'circle',
        { cx: x(time), cy: y(value), r: 4, class: 'point' },
        drawn('title', { text: `${row.date} ${nameOf(row)} ${shownValue(row)}` }),
      ),
    ),
    ...labelled(points.map(({ row, time, value }) => ({ x: x(time), y: y(value) - 8, text: inWords(value), row }))),
    drawn('text', { x: margin.left, y: lineHeight - 8, class: 'first', text: first.row.date }),
    drawn('text', { x: width - margin.right, y: lineHeight - 8, class: 'last', text: last.row.date }),
  );
}

/** The values above their points, as far as they do not run into one another. */
function labelled(labels: readonly { readonly x: number; readonly y: number; readonly text: string }[]): SVGElement[] {
  let free = 0;
  return labels.flatMap(({ x, y, text }) => {
    const half = text.length * 3.5;
    if (x - half < free) return [];
    free = x + half + 6;
    return [drawn('text', { x: Math.min(width - half, Math.max(half, x)), y, class: 'middle', text })];
  });
}

function chart(height: number, title: string, description: string, ...content: SVGElement[]): SVGSVGElement {
  return drawn(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-labelledby': 'chart-title chart-description' },
    drawn('title', { id: 'chart-title', text: title }),
    drawn('desc', { id: 'chart-description', text: description }),
    ...content,
  );
}

/** What tells a row from the others of its chart. */
function nameOf({ place, subject, date, text }: Row): string {
  return [place, subject].filter(Boolean).join(' ') || date || text;
}

function shortened(name: string): string {
  const characters = [...name];
  return characters.length > 11 ? `${characters.slice(0, 10).join('')}…` : name;
}
