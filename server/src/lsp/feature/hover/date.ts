import { message } from '../../../newspaper/index.ts';
import { language, say } from '../../translate.ts';

/** A date as a reader says it: a full one with its weekday, one without a year by its month and day. */
export function dateInWords(iso: string): string {
  const [, year, month, day, time] = /^(\d{4}|XXXX)-(\d\d|XX)(?:-(\d\d))?(?:T(.+))?$/u.exec(iso) ?? [];
  if (year === undefined || month === undefined) return iso.replace(/^T/u, '');
  const hour = time === undefined ? '' : ` ${time.includes(':') ? time : `${time}:00`}`;
  if (year !== 'XXXX') return day === undefined ? iso : `${iso.slice(0, 10)}${hour} ${said(iso, { weekday: 'long' })}`;
  if (month === 'XX') return day === undefined ? iso : say(message('day {0} of the month', Number(day))) + hour;
  return said(`2000-${month}-${day ?? '01'}`, { month: 'long', ...(day && { day: 'numeric' }) }) + hour;
}

function said(iso: string, format: Intl.DateTimeFormatOptions): string {
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return '';
  return new Intl.DateTimeFormat(language(), { ...format, timeZone: 'UTC' }).format(date);
}
