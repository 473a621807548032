import { classOf, DIGIT, HAN_DIGIT, isNumeral, LETTER, unitAt } from './characters.ts';
import { tidy } from './duration.ts';
import type { Figure, FigureValue } from './figure.ts';
import { readNumeral, skipSpaces } from './numeral.ts';
import { first, HALF, numberOf, PIECE, PIECE_TRADITIONAL, SPACE, third } from './scratch.ts';
import { findSuffix, type Suffix, suffix } from './suffix.ts';
import { complete } from './surroundings.ts';

/** Percent, spelled with spaces. */
export const PERCENT: Suffix = suffix('percent', '%', 1);

/** Percents, 成 and 折. */
export function withTenths(
  text: string,
  start: number,
  unitEnd: number,
  { code, factor }: Suffix,
  floor: number,
): Figure | undefined {
  if (code === '%') return complete(text, start, unitEnd, floor, 'percent', numberOf(factor), '%', first.more);
  if (code === '折' && first.digits === 2 && first.value > 10) {
    // 八五折
    return complete(text, start, unitEnd, floor, 'percent', first.arabic ? first.value : numberOf(1), '%', first.more);
  }
  if (code === '折' && !Number.isNaN(first.positional)) {
    return complete(text, start, unitEnd, floor, 'percent', first.positional, '%', first.more);
  }
  if (first.value > 10 || first.indefinite) return undefined;
  let end = unitEnd;
  let extra = 0;
  if (unitAt(text, end) === HALF) {
    extra = 5;
    end++;
  } else if (
    classOf(unitAt(text, end)) === (first.arabic ? DIGIT : HAN_DIGIT) &&
    readNumeral(text, end, third) &&
    third.digits === 1 &&
    third.value > 0
  ) {
    // 六成五, but not 六成三个
    if (findSuffix(text, third.end) === undefined && !isNumeral(unitAt(text, third.end)) && code === '成') {
      extra = third.value;
      end = third.end;
    }
  }
  const low = tidy(first.value * 10 + extra);
  const value: FigureValue = Number.isNaN(first.high) ? low : [low, tidy(first.high * 10)];
  return complete(text, start, end, floor, 'percent', value, '%', first.more);
}

/** Length of a k behind a number that stands for thousands; 0 where there is none. */
export function thousandsSuffix(text: string, position: number): number {
  return unitAt(text, position) === 0x6b && classOf(unitAt(text, position + 1)) !== LETTER ? 1 : 0;
}

/** The end of 个百分点 at `position`, with spaces between its characters; 0 where it does not stand there. */
export function spelledPoints(text: string, position: number): number {
  if (unitAt(text, position) !== SPACE && thousandsSuffix(text, position) === 0) {
    const unit = unitAt(text, position);
    if (unit !== PIECE && unit !== PIECE_TRADITIONAL) return 0;
    if (unitAt(text, position + 1) !== SPACE) return 0;
  }
  let at = position;
  if (thousandsSuffix(text, at) > 0) {
    at++;
    if (!text.startsWith('个百分点', at) && !text.startsWith('個百分點', at)) return 0;
    first.value *= 1000;
    return at + 4;
  }
  for (const either of ['个個', '百', '分', '点點']) {
    at = skipSpaces(text, at);
    if (at >= text.length || !either.includes(text.charAt(at))) return 0;
    at++;
  }
  return at;
}
