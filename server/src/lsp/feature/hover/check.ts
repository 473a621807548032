import {
  type Check,
  type Cited,
  flowsOf,
  message,
  type Page,
  type Reading,
  readSubjects,
} from '../../../newspaper/index.ts';
import { plain } from '../../markdown.ts';
import { inWords, say } from '../../translate.ts';
import { bars } from './bars.ts';

/** How a figure of a reading fits the figures around it, each finding once. */
export function checksOf(page: Page, reading: Reading, number: number): readonly string[] {
  const checks = reading.checks
    .filter(({ total, parts }) => total === number || parts.includes(number))
    .map((check) => checked(check, reading));
  return [...new Set([...checks, ...flows(page, reading, number)])];
}

/** A list of so many parts is shown with bars. */
const shownAsBars = 3;

function checked(check: Check, { figures, text }: Reading): string {
  const { kind, total, parts, holds } = check;
  const words = (item: number) => text.slice(figures[item]!.start, figures[item]!.end);
  const whole = words(total);
  if (kind === 'date') return plain(`✗ ${say(message('There is no such day as “{0}”.', whole))}`);
  if (kind === 'interval') return plain(`✗ ${say(message('“{0}” ends before it begins.', whole))}`);
  if (kind === 'part') return plain(`✗ ${parts.map(words).join()} > ${whole}`);
  const values = parts.map((item) => figures[item]!.value as number);
  const list = kind === 'list' && parts.length >= shownAsBars;
  const made = holds ? whole : `${inWords(check.made!)} ≠ ${whole}`;
  const line = plain(
    `${holds ? '✓' : '✗'} ${worked(check, values, list ? values.map(inWords) : parts.map(words))} = ${made}`,
  );
  if (!list) return line;
  const subjects = readSubjects(text, figures);
  const name = (item: number) => subjects[item]!.place ?? subjects[item]!.subject ?? '';
  return `${line}\n\n${bars(parts.map((item, place) => ({ name: name(item), value: values[place]!, printed: words(item) })))}`;
}

/** The sum written out. */
function worked({ kind, made }: Check, values: readonly number[], words: readonly string[]): string {
  const [x = 0, y = 0] = values;
  const [a, b] = words;
  switch (kind) {
    case 'difference':
      return `${a} − ${b}`;
    case 'share':
      return x < y ? `${a} : ${b}` : `${b} : ${a}`;
    case 'growth':
      // two states, or one of them and what it is more or less than the other
      if (isNear((Math.abs(y - x) / x) * 100, made)) return `(${a} → ${b}) : ${a}`;
      return isNear((y / (x - y)) * 100, made) ? `${b} : (${a} − ${b})` : `${b} : (${a} + ${b})`;
    default:
      return words.join(' + ');
  }
}

function isNear(a: number, b: number | undefined): boolean {
  return b !== undefined && Math.abs(a - b) < 1e-9 * Math.abs(b);
}

/** What stays of all who came, where sentences of the article agree on it. */
function flows(page: Page, reading: Reading, number: number): string[] {
  const words = ({ reading: { text, figures }, figure }: Cited) =>
    text.slice(figures[figure]!.start, figures[figure]!.end);
  return flowsOf(page)
    .filter(({ all, left, present }) =>
      [all, ...left, present].some((cited) => cited.reading === reading && cited.figure === number),
    )
    .map(({ all, left, present }) => plain(`✓ ${[all, ...left].map(words).join(' − ')} = ${words(present)}`));
}
