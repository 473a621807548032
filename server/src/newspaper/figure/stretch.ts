import { classOf, DIGIT, unitAt } from './characters.ts';
import { composeDuration, endOfDuration, formatDuration, formatHalf, tidy } from './duration.ts';
import type { Figure, FigureValue } from './figure.ts';
import { readNumeral } from './numeral.ts';
import { first, MANY, PIECE, PIECE_TRADITIONAL, third } from './scratch.ts';
import { findSuffix, type Suffix, suffix, suffixLength } from './suffix.ts';
import { complete } from './surroundings.ts';

/** 月 behind 个半 or 两, which is no suffix by itself. */
export const MONTHS: Suffix = suffix('duration', 'M', 1);

/** Whether 月 stands at `position`. */
export function isMonth(text: string, position: number): boolean {
  return unitAt(text, position) === 0x6708;
}

/** The number read first with a unit of time that ends at `unitEnd`; `half`: 个半 stands between. */
export function withTime(
  text: string,
  start: number,
  unitEnd: number,
  suffix: Suffix,
  more: boolean,
  half: boolean,
  floor: number,
): Figure | undefined {
  if (suffix.code === 'D' && unitAt(text, unitEnd - 1) === 0x65e5 && first.bare) return undefined;
  if (first.indefinite) return complete(text, start, unitEnd, floor, 'duration', null, undefined, more);
  if (!Number.isNaN(first.high)) {
    const value: FigureValue = [formatDuration(first.value, suffix), formatDuration(first.high, suffix)];
    return complete(text, start, unitEnd, floor, 'duration', value, undefined, more);
  }
  const { value } = first;
  if (suffix.code === 'TS' && first.arabic && !first.decimal && classOf(unitAt(text, unitEnd)) === DIGIT) {
    // 5秒05
    if (readNumeral(text, unitEnd, third) && third.digits === 2) {
      return complete(
        text,
        start,
        third.end,
        floor,
        'duration',
        `PT${tidy(value + third.value / 100)}S`,
        undefined,
        more,
      );
    }
  }
  const duration = composeDuration(text, value, suffix, unitEnd, half);
  return complete(text, start, endOfDuration(), floor, 'duration', duration, undefined, more);
}

/** Half of something: 半年, 半小时, 半折, 半斤. `start` is at the 半. */
export function readHalf(text: string, start: number, floor: number): Figure | undefined {
  const unitStart = start + 1;
  let suffix = isMonth(text, unitStart) ? undefined : findSuffix(text, unitStart);
  let size = suffixLength();
  if (suffix === undefined || suffix.noun) return undefined;
  if ((suffix.kind === 'count' || suffix.kind === 'duration') && unitAt(text, unitStart + size) === MANY)
    suffix = undefined;
  if (suffix === undefined) return undefined;
  const end = unitStart + size;
  switch (suffix.kind) {
    case 'duration':
      return complete(text, start, end, floor, 'duration', formatHalf(suffix), undefined, false);
    case 'percent':
      if (suffix.code === '%') return undefined;
      return complete(text, start, end, floor, 'percent', suffix.code === '折' ? 50 : 5, '%', false);
    case 'money':
      return complete(text, start, end, floor, 'money', 0.5 * suffix.factor, suffix.code, false);
    case 'measure':
      return suffix.weakAfterHan
        ? undefined
        : complete(text, start, end, floor, 'measure', 0.5, text.slice(unitStart, end), false);
    default:
      size = end - unitStart;
      return size === 1 && (unitAt(text, unitStart) === PIECE || unitAt(text, unitStart) === PIECE_TRADITIONAL)
        ? complete(text, start, end, floor, 'count', 0.5, text.slice(unitStart, end), false)
        : undefined;
  }
}
