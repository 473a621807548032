import {
  type Figure,
  type FigureBound,
  type FigureKind,
  lunarDate,
  type Message,
  message,
  type PlacedPage,
  placeOf,
  type Reading,
  readingsOf,
  readSubjects,
  relativeDateAt,
  resolveDate,
  spanIn,
  toSI,
} from '../../../newspaper/index.ts';
import { issueDateOf } from '../../issueDate.ts';
import { plain, strong } from '../../markdown.ts';
import { language, say } from '../../translate.ts';
import type { Card } from './card.ts';
import { checksOf } from './check.ts';
import { dateInWords } from './date.ts';

const kindNames: Record<FigureKind, Message> = {
  count: message('Count'),
  money: message('Money'),
  percent: message('Percentage'),
  fraction: message('Fraction'),
  ordinal: message('Ordinal'),
  measure: message('Measure'),
  date: message('Date'),
  interval: message('Interval'),
  duration: message('Duration'),
};

const bounds: Record<FigureBound, Message> = {
  '>': message('more than {0}'),
  '<': message('less than {0}'),
  '~': message('about {0}'),
};

/** A figure: what it is, its value in full, what is counted where, and how it fits the figures around it. */
export const figureCard: Card = ({ dump, placed, block, index, session }) => {
  for (const reading of readingsOf(placed.page)) {
    const piece = reading.pieces.find((item) => item.block === block.index);
    if (piece === undefined) continue;
    const at = index + piece.at - piece.skipped;
    const number = reading.figures.findIndex(({ start, end }) => start <= at && at < end);
    if (number < 0) return undefined;
    const figure = readSubjects(reading.text, reading.figures)[number]!;
    const { start, end } = placeOf(placed.page, reading, figure.start, figure.end);
    const parts = [
      headline(figure, reading.text.slice(figure.start, figure.end), issueDateOf(dump, session)),
      context(figure),
      ...checksOf(placed.page, reading, number),
      elsewhere(placed, figure, reading),
    ];
    return { span: { start, end }, markdown: parts.filter((part) => part !== '').join('\n\n') };
  }
  return undefined;
};

/** A word such as 昨日: the day or year that it means in this issue. */
export const relativeDateCard: Card = ({ dump, block, index, session }) => {
  const issueDate = issueDateOf(dump, session);
  if (issueDate === undefined) return undefined;
  const { text } = block.paragraph;
  const found = relativeDateAt(text, index, issueDate);
  if (found === undefined) return undefined;
  const words = message(
    '“{0}” in the issue of {1}: {2}',
    text.slice(found.start, found.end),
    issueDate,
    dateInWords(found.value),
  );
  return { span: spanIn(block, found.start, found.end), markdown: plain(say(words)) };
};

/** The unit by which a date of the lunar calendar is known. */
const lunarUnit = '农历';

function headline(figure: Figure, printed: string, issueDate: string | undefined): string {
  const name = plain(say(kindNames[figure.kind]));
  if (figure.unit === lunarUnit && lunarDate(printed) !== undefined) {
    return `${name} · ${strong(say(message('a day of the lunar calendar')))}`;
  }
  const value = valueInWords(figure, issueDate);
  if (value === '') return `${name} · ${strong(say(message('no definite number')))}`;
  const bounded = figure.bound === undefined ? value : say({ ...bounds[figure.bound], values: [value] });
  const line = `${name} · ${strong(bounded)}`;
  const converted = toSI(figure);
  if (converted === undefined || converted.unit === figure.unit) return line;
  return `${line} = ${plain(`${numbers(converted.value)} ${converted.unit}`)}`;
}

function valueInWords({ value, kind, unit }: Figure, issueDate: string | undefined): string {
  if (value === null) return '';
  if (typeof value === 'string') {
    if (kind === 'duration') return value;
    const resolved = issueDate === undefined ? undefined : resolveDate(value, issueDate);
    return (resolved ?? value).split('/').map(dateInWords).join(' – ');
  }
  const number = numbers(value);
  if (kind === 'percent') return `${number}%`;
  return unit === undefined ? number : `${number} ${unit}`;
}

function numbers(value: number | readonly (number | string)[]): string {
  const format = new Intl.NumberFormat(language(), { maximumFractionDigits: 6 });
  const one = (item: number | string) => (typeof item === 'number' ? format.format(item) : item);
  return typeof value === 'number' ? one(value) : value.map(one).join(' – ');
}

/** What is counted, and where. */
function context({ subject, place }: Figure): string {
  return [place, subject]
    .filter((part) => part !== undefined)
    .map(plain)
    .join(' · ');
}

/** How many other places are named. */
const namedPlaces = 5;

/** Other places on the page that tell the same quantity, rounded or not. */
function elsewhere(placed: PlacedPage, figure: Figure, own: Reading): string {
  const { value, kind } = figure;
  if (typeof value !== 'number' || value < 100 || (kind !== 'count' && kind !== 'money' && kind !== 'measure'))
    return '';
  const lines: number[] = [];
  for (const reading of readingsOf(placed.page)) {
    for (const other of reading.figures) {
      if ((reading === own && other.start === figure.start) || other.kind !== kind || typeof other.value !== 'number')
        continue;
      if (!isRounding(value, other.value) || (kind !== 'count' && other.unit !== figure.unit)) continue;
      const { block } = placeOf(placed.page, reading, other.start, other.end);
      lines.push(placed.line + placed.page.blocks[block]!.first + 1);
    }
  }
  if (lines.length === 0) return '';
  return plain(say(message('The same quantity: line {0}', [...new Set(lines)].slice(0, namedPlaces).join(', '))));
}

/** Whether one number is the other, or the other rounded to no fewer than three digits. */
function isRounding(a: number, b: number): boolean {
  if (a === b) return true;
  const digits = Math.min(significant(a), significant(b));
  return digits >= 3 && Number(a.toPrecision(digits)) === Number(b.toPrecision(digits));
}

function significant(value: number): number {
  return String(value)
    .replace(/\.|e.*/gu, '')
    .replace(/^0+|0+$/gu, '').length;
}
