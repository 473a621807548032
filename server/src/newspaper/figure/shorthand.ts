import { classOf, HAN_DIGIT, isBoundary, unitAt } from './characters.ts';

/** Whether one or two Chinese digits stand at `position` and a boundary behind them; {@link shorthandLength} says how many. */
export function shorthandDigit(text: string, position: number): boolean {
  if (classOf(unitAt(text, position)) !== HAN_DIGIT || unitAt(text, position) === 0x4e24) return false;
  shorthandDigits = classOf(unitAt(text, position + 1)) === HAN_DIGIT ? 2 : 1;
  const end = position + shorthandDigits;
  return isBoundary(unitAt(text, end)) || text.charAt(end) === '的';
}

let shorthandDigits = 0;

/** How many digits the last call of {@link shorthandDigit} found. */
export function shorthandLength(): number {
  return shorthandDigits;
}
