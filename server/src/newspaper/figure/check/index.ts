import type { Figure } from '../figure.ts';
import { checkCalendar } from './calendar.ts';
import type { Check } from './check.ts';
import { checkDifferences } from './difference.ts';
import { checkLists } from './list.ts';
import { checkParts } from './part.ts';
import { checkPercentages } from './percentage.ts';
import { sentencesIn } from './sentences.ts';
import { checkStock } from './stock.ts';
import { checkSums } from './sum.ts';

export type { Check, CheckKind } from './check.ts';

const checkers = [checkLists, checkSums, checkDifferences, checkStock, checkParts, checkPercentages, checkCalendar];

/**
 * Holds the figures of a paragraph against each other, sentence by sentence. A check that does not hold is one whose
 * sentence says that it must: everything else that does not add up is left alone.
 */
export function checkFigures(text: string, figures: readonly Figure[]): readonly Check[] {
  const checks: Check[] = [];
  for (const sentence of sentencesIn(text, figures)) {
    for (const checker of checkers) for (const check of checker(sentence)) checks.push(check);
  }
  return checks;
}
