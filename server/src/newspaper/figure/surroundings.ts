import { classOf, DIGIT, isBoundary, NOWHERE, unitAt } from './characters.ts';
import { approximationBefore, boundInside, boundOutside, wordLength } from './context.ts';
import type { Figure, FigureBound, FigureKind, FigureValue } from './figure.ts';
import { isMinus, MANY, SPACE } from './scratch.ts';

/** What behind 多 makes it the start of another word, not a bound of the figure before it (3年多次). */
const AFTER_MANY = '次种種个個名样樣元项項部位点點边邊层層线線功渠重年家数數少云雲国國方人民';

/** Puts a figure together: looks for bounds and signs around it. `more`: a 多 or 余 within it. */
export function complete(
  text: string,
  start: number,
  end: number,
  floor: number,
  kind: FigureKind,
  value: FigureValue,
  unit: string | undefined,
  more: boolean,
): Figure {
  let from = start;
  let to = end;
  let bound: FigureBound | undefined = more ? '>' : undefined;
  let amount = value;
  const previous = unitAt(text, from - 1);
  if (from > floor && isMinus(previous) && typeof amount !== 'string') {
    const before = unitAt(text, from - 2);
    if (
      from === 1 ||
      isBoundary(before) ||
      (kind === 'measure' && unit !== undefined && /[度℃]/.test(unit) && classOf(before) !== DIGIT)
    ) {
      from--;
      amount = negated(amount);
    }
  }
  if (from === 2 && previous === SPACE && isMinus(unitAt(text, 0)) && typeof amount === 'number') {
    from = 0;
    amount = -amount;
  }
  for (;;) {
    let at = from;
    let word = approximationBefore(text, at, floor);
    if (word === undefined && unitAt(text, at - 1) === SPACE && classOf(unitAt(text, at)) === DIGIT) {
      at--;
      word = approximationBefore(text, at, floor);
    }
    if (word === undefined || word === 'none') break;
    const size = wordLength();
    const character = text.charAt(at - 1);
    if (word === 'negative') {
      if (typeof amount === 'string' || kind === 'duration') break;
      amount = negated(amount);
      from = at - size;
      continue;
    }
    // 上百, 过万; but 晚上3人
    if ((character === '上' || ((character === '过' || character === '過') && size === 1)) && !startsBare(text, from))
      break;
    // 近3年 are the last three years
    if (size === 1 && character === '近' && isRecent(kind, value)) break;
    if (word.startsWith('outside')) {
      bound ??= word.charAt(7) as FigureBound;
      break;
    }
    bound = word as FigureBound;
    from = at - size;
    break;
  }
  const next = unitAt(text, to);
  if (next !== NOWHERE) {
    if (
      (next === MANY || next === 0x4f59 || next === 0x9918) &&
      kind !== 'fraction' &&
      !AFTER_MANY.includes(text.charAt(to + 1) || ' ')
    ) {
      to++;
      bound ??= '>';
    }
    const inside = boundInside(text, to);
    if (inside !== undefined) {
      to += wordLength();
      bound = inside;
    } else bound ??= boundOutside(text, to);
  }
  // written out: what is added to an object later takes more room
  if (unit === undefined) {
    return bound === undefined
      ? { start: from, end: to, kind, value: amount }
      : { start: from, end: to, kind, value: amount, bound };
  }
  return bound === undefined
    ? { start: from, end: to, kind, value: amount, unit }
    : { start: from, end: to, kind, value: amount, unit, bound };
}

function startsBare(text: string, position: number): boolean {
  return '百千万萬亿億'.includes(text.charAt(position) || ' ');
}

function isRecent(kind: FigureKind, value: FigureValue): boolean {
  if (kind !== 'duration') return false;
  const sample = Array.isArray(value) ? value[0] : value;
  return typeof sample !== 'string' || !sample.startsWith('PT');
}

function negated(value: FigureValue): FigureValue {
  if (typeof value === 'number') return -value;
  if (Array.isArray(value) && typeof value[0] === 'number') return [-value[0], value[1] as number];
  return value;
}
