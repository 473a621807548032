import { readFiguresIn } from '../scan.ts';
import { type Check, checkFigures } from './index.ts';
import { isSuspect } from './suspicion.ts';

/** Whether figures of a sentence, `text[begin, end)` without the mark that ends it, contradict each other. */
export function contradictsItself(text: string, begin: number, end: number): boolean {
  if (!isSuspect(text, begin, end)) return false;
  const figures = readFiguresIn(text, begin, end);
  return checkFigures(text, figures).some(isBroken);
}

/** Whether a check does not hold. */
export function isBroken({ holds }: Check): boolean {
  return !holds;
}
