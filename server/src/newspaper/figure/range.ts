import { BIG_UNIT, classOf, DIGIT, isNumeral, SMALL_UNIT, unitAt, unitValue } from './characters.ts';
import { rangeLength } from './context.ts';
import { formatDuration, tidy } from './duration.ts';
import type { Figure, FigureKind, FigureValue } from './figure.ts';
import { currencyBefore } from './money.ts';
import { readNumeral } from './numeral.ts';
import { PERCENT, spelledPoints } from './percent.ts';
import { first, isMinus, SPACE, second, suffixStart } from './scratch.ts';
import { findSuffix, type Suffix, suffixLength } from './suffix.ts';
import { complete } from './surroundings.ts';

/** A range: the second number starts behind the joint, at `position`; the first may have its unit printed too. */
export function readRange(
  text: string,
  start: number,
  position: number,
  floor: number,
  unit?: Suffix,
): Figure | undefined {
  let at = position;
  let sign = 1;
  if (isMinus(unitAt(text, at)) && classOf(unitAt(text, at + 1)) === DIGIT) {
    sign = -1;
    at++;
  } else if (text.startsWith('零下', at)) {
    sign = -1;
    at += 2;
  }
  if (!isNumeral(unitAt(text, at)) || !readNumeral(text, at, second)) return undefined;
  const unitStart = suffixStart(text, second);
  let suffix = findSuffix(text, unitStart);
  let unitEnd = unitStart + suffixLength();
  const points = spelledPoints(text, second.end);
  if (points > 0) {
    suffix = PERCENT;
    unitEnd = points;
  }
  if (suffix === undefined) return unit === undefined && sign > 0 ? bareRange(text, start, floor) : undefined;
  if (unit !== undefined && (unit.kind !== suffix.kind || unit.code !== suffix.code)) return undefined;
  let low = first.value;
  let high = sign * (Number.isNaN(second.high) ? second.value : second.high);
  if (unit === undefined && !first.scaled && sign > 0) low = tidy(low * sharedUnits(text, low));
  if (sign > 0 && low >= high) return undefined;
  // 两、三年 is one range, 5、9号 is a list
  if (
    text.charAt(position - 1) === '、' &&
    !(high === low + 1 || (second.scaled && high === low + low / Number(first.value)))
  )
    return undefined;
  const kind: FigureKind = suffix.kind;
  if (kind === 'duration') {
    const value: FigureValue = [formatDuration(low, suffix), formatDuration(high, suffix)];
    return complete(text, start, unitEnd, floor, kind, value, undefined, second.more);
  }
  let factor = suffix.factor;
  if (suffix.code === '折' && high > 10) factor = 1;
  if (suffix.code === '成' && high > 10) return undefined;
  low = tidy(low * factor);
  high = tidy(high * factor);
  const printed = kind === 'percent' ? '%' : kind === 'money' ? suffix.code : text.slice(unitStart, unitEnd);
  const from = kind === 'money' ? (currencyBefore(text, start, floor)?.start ?? start) : start;
  return complete(text, from, unitEnd, floor, kind, [low, high], printed, second.more);
}

/** A range without a unit, where its second number ends with 万 or 亿 (3至5百万, 20—30亿). */
function bareRange(text: string, start: number, floor: number): Figure | undefined {
  if (!second.scaled || second.scale === 1 || first.indefinite) return undefined;
  const low = first.scaled ? first.value : tidy(first.value * sharedUnits(text, first.value));
  if (low >= second.value) return undefined;
  return complete(text, start, second.end, floor, 'count', [low, second.value], undefined, second.more);
}

/**
 * What the 万, 千 and their like that end the second number of a range make of the first one, which leaves them out:
 * 1—2万, 六到八千万, 三到五百. The first must be smaller than what they multiply.
 */
function sharedUnits(text: string, low: number): number {
  let units = 1;
  for (let i = second.plainEnd - 1; i > second.start; i--) {
    const unit = unitAt(text, i);
    const kind = classOf(unit);
    if (kind !== BIG_UNIT && kind !== SMALL_UNIT && unit !== SPACE) break;
    if (unit !== SPACE) units *= unitValue(unit);
  }
  while (units > 1 && low >= second.value / units) units = units > 1e4 && units % 1e4 === 0 && units !== 1e8 ? 1e4 : 1;
  return units;
}

/** A range whose first number has its unit printed (10%—15%, 5公里到8公里): reads on behind the figure `low`. */
export function readSecondEnd(text: string, low: Figure, start: number, floor: number): Figure | undefined {
  if (typeof low.value !== 'number' && low.kind !== 'duration') return undefined;
  const joint = rangeLength(text, low.end);
  if (joint === 0) return undefined;
  if (!readNumeral(text, start, first)) return undefined;
  const suffix = findSuffix(text, suffixStart(text, first));
  if (suffix === undefined || suffix.noun) return undefined;
  const range = readRange(text, start, low.end + joint, floor, suffix);
  return range !== undefined && range.start <= low.start ? range : undefined;
}
