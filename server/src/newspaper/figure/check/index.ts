import type { Figure } from '../figure.ts';
import { checkCalendar } from './calendar.ts';
import type { Check } from './check.ts';
import { cue, cuesOf } from './cues.ts';
import { checkDifferences } from './difference.ts';
import { checkLists } from './list.ts';
import { checkParts } from './part.ts';
import { checkPercentages } from './percentage.ts';
import { sentencesIn } from './sentences.ts';
import { checkStock } from './stock.ts';
import { checkSums } from './sum.ts';

export type { Check, CheckKind } from './check.ts';

/** Each check, and the cues that a sentence must have: the words that it looks for are dear to look for everywhere. */
const checkers = [
  [checkLists, cue.three | cue.opening],
  [checkSums, cue.three | cue.drawn],
  [checkDifferences, cue.three | cue.difference],
  [checkStock, cue.three | cue.drawn | cue.gone],
  [checkParts, cue.two | cue.among],
  [checkPercentages, cue.two | cue.percent],
  [checkCalendar, cue.date],
] as const;

const none: readonly Check[] = [];

/**
 * Holds the figures of a paragraph against each other, sentence by sentence. A check that does not hold is one whose
 * sentence says that it must: everything else that does not add up is left alone.
 */
export function checkFigures(text: string, figures: readonly Figure[]): readonly Check[] {
  let checks: Check[] | undefined;
  for (const sentence of sentencesIn(text, figures)) {
    const cues = cuesOf(sentence);
    if (cues === 0) continue;
    for (const [checker, needed] of checkers) {
      if ((cues & needed) !== needed) continue;
      for (const check of checker(sentence)) {
        checks ??= [];
        checks.push(check);
      }
    }
  }
  return checks ?? none;
}
