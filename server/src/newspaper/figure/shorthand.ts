import { classOf, HAN_DIGIT, isBoundary } from './characters.ts';

/** Whether one or two Chinese digits stand at `position` and a boundary behind them; {@link shorthandLength} says how many. */
export function shorthandDigit(text: string, position: number): boolean {
  if (classOf(text.charCodeAt(position)) !== HAN_DIGIT || text.charCodeAt(position) === 0x4e24) return false;
  shorthandDigits = classOf(text.charCodeAt(position + 1)) === HAN_DIGIT ? 2 : 1;
  const end = position + shorthandDigits;
  return isBoundary(text.charCodeAt(end)) || text.charAt(end) === '的';
}

let shorthandDigits = 0;

/** How many digits the last call of {@link shorthandDigit} found. */
export function shorthandLength(): number {
  return shorthandDigits;
}
