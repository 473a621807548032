import type { Check, Sentence } from './check.ts';

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days that no calendar has, and intervals whose end is named before their beginning. */
export function checkCalendar(sentence: Sentence): readonly Check[] {
  const { figures, all, text } = sentence;
  const checks: Check[] = [];
  const found = (kind: 'date' | 'interval', total: number): void => {
    checks.push({ kind, total, parts: [], holds: false, made: undefined });
  };
  for (const index of figures) {
    const { kind, value, unit, start: from, end: to } = all[index]!;
    if (typeof value !== 'string' || unit !== undefined) continue;
    if (kind === 'date' && !isPossible(value)) found('date', index);
    if (kind === 'interval') {
      const [start, end] = value.split('/') as [string, string];
      if (!isPossible(start) || !isPossible(end)) found('date', index);
      else if (isBefore(end, start, text.slice(from, to))) found('interval', index);
    }
  }
  return checks;
}

/** False for a month above 12, or a day that its month has in no year, or not in the one named. */
function isPossible(date: string): boolean {
  const [, year, month, day] = /^(\d{4}|XXXX)-(\d{2}|XX)(?:-(\d{2}|XX))?/u.exec(date) ?? [];
  if (month === undefined || month === 'XX') return true;
  const length = monthDays[Number(month) - 1];
  if (length === undefined) return false;
  if (day === undefined || day === 'XX') return true;
  if (Number(day) < 1 || Number(day) > length) return false;
  return !(month === '02' && day === '29' && year !== 'XXXX' && !isLeap(Number(year)));
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
