import { classOf, LETTER, NOWHERE, unitAt } from './characters.ts';
import { tidy } from './duration.ts';
import type { FigureValue } from './figure.ts';
import { type Numeral, newNumeral } from './numeral.ts';

/** 半, 多, 个 and the space, by their code units. */
export const HALF = 0x534a;
export const MANY = 0x591a;
export const PIECE = 0x4e2a;
export const PIECE_TRADITIONAL = 0x500b;
export const SPACE = 0x20;
/** Signs that make the number behind them negative: - − － */
export function isMinus(unit: number): boolean {
  return unit === 0x2d || unit === 0x2212 || unit === 0xff0d;
}

/** The number being read: every reader of this folder fills the same three, so that reading allocates nothing. */
export const first = newNumeral();

/** The second number of a range or fraction. */
export const second = newNumeral();

/** A number looked at behind those. */
export const third = newNumeral();

/** The value of the number read first, times what its unit makes; two of them for 三四十, null for 数十. */
export function numberOf(factor: number): FigureValue {
  if (first.indefinite) return null;
  const low = factor === 1 ? first.value : tidy(first.value * factor);
  return Number.isNaN(first.high) ? low : [low, factor === 1 ? first.high : tidy(first.high * factor)];
}

/** The value of the number read first and something more; null for 数十. */
export function plus(extra: number): FigureValue {
  return first.indefinite ? null : tidy(first.value + extra);
}

/** Where the unit behind a number starts: one space may stand between digits and a unit in Latin letters or a spaced text. */
export function suffixStart(text: string, number: Numeral): number {
  if (unitAt(text, number.end) !== SPACE) return number.end;
  if (!number.arabic && !number.scaled && !number.decimal) return number.end;
  const next = unitAt(text, number.end + 1);
  if (classOf(next) === LETTER || next === 0x25 || next === 0x6298 || next === 0x6210) return number.end + 1;
  const before = unitAt(text, number.start - 1);
  return number.arabic && (before === SPACE || before === NOWHERE || number.scaled) ? number.end + 1 : number.end;
}

/** `position`, or the one before where a space stands there. */
export function skipSpaceBack(text: string, position: number): number {
  return unitAt(text, position - 1) === SPACE ? position - 1 : position;
}
