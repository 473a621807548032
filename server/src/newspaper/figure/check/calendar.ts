import type { Figure } from '../figure.ts';
import type { Check, Sentence } from './check.ts';

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days that no calendar has, and intervals whose end is named before their beginning. */
export function checkCalendar({ figures, all, text }: Sentence): readonly Check[] {
  const checks: Check[] = [];
  for (const index of figures) {
    const kind = errorIn(text, all[index]!);
    if (kind !== undefined) checks.push({ kind, total: index, parts: [], holds: false, made: undefined });
  }
  return checks;
}

/** What is wrong with a date or interval: a day that no calendar has, or the order; undefined for all other figures. */
export function errorIn(text: string, { kind, value, unit, start, end }: Figure): 'date' | 'interval' | undefined {
  if (typeof value !== 'string' || unit !== undefined) return undefined;
  if (kind === 'date') return isPossible(value) ? undefined : 'date';
  if (kind !== 'interval') return undefined;
  const [first = '', last = ''] = value.split('/');
  if (!isPossible(first) || !isPossible(last)) return 'date';
  return isBefore(last, first, text.slice(start, end)) ? 'interval' : undefined;
}

/** False for a month above 12, or a day that its month has in no year, or not in the one named. */
function isPossible(date: string): boolean {
  if (date.charCodeAt(4) !== HYPHEN) return true;
  const month = twoDigits(date, 5);
  // unknown, or none
  if (Number.isNaN(month)) return true;
  const length = monthDays[month - 1];
  if (length === undefined) return false;
  const day = date.charCodeAt(7) === HYPHEN ? twoDigits(date, 8) : Number.NaN;
  if (Number.isNaN(day)) return true;
  if (day < 1 || day > length) return false;
  return !(month === 2 && day === 29 && date.charCodeAt(0) !== UNKNOWN && !isLeap(Number(date.slice(0, 4))));
}

const HYPHEN = 0x2d;
/** X stands for what a date does not say. */
const UNKNOWN = 0x58;

/** The number that two digits make; NaN where others stand there. */
function twoDigits(date: string, at: number): number {
  const tens = date.charCodeAt(at) - 0x30;
  const ones = date.charCodeAt(at + 1) - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/**
 * Only where both years are printed, or both months and they are one: 28日至3日 and 2020年11月至2月 run on into the next
 * month or year.
 */
function isBefore(end: string, start: string, printed: string): boolean {
  if (!/^\d{4}/u.test(start) || !/^\d{4}/u.test(end) || start.includes('X') || end.includes('X')) return false;
  const years = printed.match(/[\d〇零一二三四五六七八九]{4}(?=[年.-])/gu)?.length ?? 0;
  const months = printed.match(/月/gu)?.length ?? 0;
  const oneMonth = months === 2 && start.slice(0, 7) === end.slice(0, 7);
  return (years === 2 || oneMonth) && end < start.slice(0, end.length);
}
