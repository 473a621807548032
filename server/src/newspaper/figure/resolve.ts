import { type Distance, RELATIVE_DATES } from './data/relativeDates.ts';
import { Lexicon } from './lexicon.ts';

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A word such as 昨日 and the day, week, month or year that it means. */
export interface RelativeDate {
  /** Offsets of the word in its text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** ISO 8601: a day, month (2020-01), year, quarter (2020-Q1), or START/END for weeks and halves of years. */
  readonly value: string;
}

const words = new Lexicon<Distance>(RELATIVE_DATES);
const DAY = 86_400_000;

/** A month and day so far ahead of the issue is last year's: 12月31日 in a January issue. */
const FAR_AHEAD = 245;
/** How much nearer a coming day must be than the past one of the same number to be taken for it. */
const FORWARD = 3;

/**
 * Fills the year and month of `value`, a date or interval as {@link Figure.value} gives them, from the date of the issue
 * (ISO 8601, a full day). A month and day without a year are of the issue's own year, but for those that lie so far
 * ahead of it that only the year before can be meant; a day without a month is the last such day, or a coming one that
 * is much nearer. Undefined where the value names no date (18:30, a decade), or is no date of the calendar, or `issueDate`
 * is no full date.
 */
export function resolveDate(value: string, issueDate: string): string | undefined {
  const issue = parseDay(issueDate);
  if (issue === undefined) return undefined;
  const slash = value.indexOf('/');
  if (slash < 0) return resolvePoint(value, issue);
  const start = resolvePoint(value.slice(0, slash), issue);
  const end = start === undefined ? undefined : resolvePoint(value.slice(slash + 1), issue);
  if (start === undefined || end === undefined) return undefined;
  if (end >= start || value.startsWith('XXXX-XX')) return `${start}/${end}`;
  // 12月20日至1月5日
  const year = Number(end.slice(0, 4)) + 1;
  return value.slice(slash + 1, slash + 5) === 'XXXX' ? `${start}/${year}${end.slice(4)}` : `${start}/${end}`;
}

/** The word at `offset` that names a day, month or year by its distance from the issue's, and what it means; undefined where none stands. */
export function relativeDateAt(text: string, offset: number, issueDate: string): RelativeDate | undefined {
  for (let start = Math.max(0, offset - words.reach() + 1); start <= offset; start++) {
    const word = words.longest(text, start);
    if (word === 0 || start + words.length(word) <= offset) continue;
    const end = start + words.length(word);
    const value = resolveRelative(text.slice(start, end), issueDate);
    return value === undefined ? undefined : { start, end, value };
  }
  return undefined;
}

/** The ISO 8601 value of a word such as 昨日, 上周, 去年同期; undefined where it is no such word or `issueDate` no full date. */
export function resolveRelative(word: string, issueDate: string): string | undefined {
  const issue = parseDay(issueDate);
  const handle = words.longest(word, 0);
  if (issue === undefined || handle === 0 || words.length(handle) !== word.length) return undefined;
  const { unit, by } = words.value(handle);
  const { year, month, day } = issue;
  switch (unit) {
    case 'day':
      return shift(issue, by);
    case 'week': {
      const weekday = (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
      return `${shift(issue, by * 7 - weekday)}/${shift(issue, by * 7 - weekday + 6)}`;
    }
    case 'month': {
      const months = year * 12 + month - 1 + by;
      return `${Math.floor(months / 12)}-${pad((months % 12) + 1)}`;
    }
    case 'quarter': {
      const quarters = year * 4 + Math.floor((month - 1) / 3) + by;
      return `${Math.floor(quarters / 4)}-Q${(quarters % 4) + 1}`;
    }
    case 'half':
      // 1 and 2 are the halves of this year, -1 and 0 those of the last
      return by === 1 || by === -1
        ? `${by > 0 ? year : year - 1}-01/${by > 0 ? year : year - 1}-06`
        : `${by > 0 ? year : year - 1}-07/${by > 0 ? year : year - 1}-12`;
    case 'year':
      return String(year + by);
    case 'sameDay':
      return `${year + by}-${pad(month)}-${pad(Math.min(day, daysOf(year + by, month)))}`;
    default:
      return undefined;
  }
}

function resolvePoint(value: string, issue: Day): string | undefined {
  const time = value.indexOf('T');
  const date = time < 0 ? value : value.slice(0, time);
  const rest = time < 0 ? '' : value.slice(time);
  const [year, month, day] = date.split('-');
  if (date === '' || year === undefined || year === '') return undefined;
  if (year !== 'XXXX') {
    if (date.includes('X')) return undefined;
    return day !== undefined && Number(day) > daysOf(Number(year), Number(month)) ? undefined : value;
  }
  if (month === undefined) return undefined;
  if (month.startsWith('Q')) {
    const quarter = Math.floor((issue.month - 1) / 3) + 1;
    return `${Number(month.slice(1)) <= quarter ? issue.year : issue.year - 1}-${month}`;
  }
  if (month === 'XX') return day === undefined ? undefined : withRest(nearestDay(Number(day), issue), rest);
  const wanted = day === undefined ? 1 : Number(day);
  const ahead = dayNumber({ year: issue.year, month: Number(month), day: wanted }) - dayNumber(issue);
  const found = ahead > FAR_AHEAD ? issue.year - 1 : issue.year;
  if (day === undefined) return `${found}-${month}${rest}`;
  // 29 February is of the last leap year
  for (let candidate = found; candidate > found - 9; candidate--) {
    if (wanted <= daysOf(candidate, Number(month))) return `${candidate}-${month}-${day}${rest}`;
  }
  return undefined;
}

function withRest(date: string | undefined, rest: string): string | undefined {
  return date === undefined ? undefined : date + rest;
}

function nearestDay(day: number, issue: Day): string | undefined {
  let best: Day | undefined;
  let least = Number.POSITIVE_INFINITY;
  const months = issue.year * 12 + issue.month - 1;
  for (let at = months - 2; at <= months + 1; at++) {
    const candidate = { year: Math.floor(at / 12), month: (at % 12) + 1, day };
    if (day > daysOf(candidate.year, candidate.month)) continue;
    const ahead = dayNumber(candidate) - dayNumber(issue);
    const distance = ahead > 0 ? ahead * FORWARD : -ahead;
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best === undefined ? undefined : iso(best);
}

function parseDay(text: string): Day | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const parsed = { year: Number(year), month: Number(month), day: Number(day) };
  return parsed.month >= 1 && parsed.month <= 12 && parsed.day >= 1 && parsed.day <= daysOf(parsed.year, parsed.month)
    ? parsed
    : undefined;
}

function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function dayNumber({ year, month, day }: Day): number {
  return Date.UTC(year, month - 1, day) / DAY;
}

function shift(from: Day, days: number): string {
  return new Date(Date.UTC(from.year, from.month - 1, from.day + days)).toISOString().slice(0, 10);
}

function iso({ year, month, day }: Day): string {
  return `${year}-${pad(month)}-${pad(day)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
