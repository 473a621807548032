import type { Figure } from '../figure.ts';
import { checkCalendar, errorIn } from './calendar.ts';
import type { Check } from './check.ts';
import { cue, cuesOfFigures, cuesOfWords } from './cues.ts';
import { checkDifferences } from './difference.ts';
import { checkLists } from './list.ts';
import { checkParts } from './part.ts';
import { checkPercentages } from './percentage.ts';
import { lastBefore, sentenceEnd, sentenceOf } from './sentences.ts';
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
  const hasErrors = figures.some((figure) => errorIn(text, figure) !== undefined);
  if (!hasErrors && (cuesOfFigures(figures, 0, figures.length - 1) & cue.two) === 0) return none;
  let checks: Check[] | undefined;
  for (let first = 0, last: number; first < figures.length; first = last + 1) {
    const end = sentenceEnd(text, figures[first]!.end);
    last = lastBefore(figures, first, end);
    let cues = cuesOfFigures(figures, first, last);
    if (!hasErrors && (cues & cue.two) === 0) continue;
    const sentence = sentenceOf(text, figures, first, last, end);
    if ((cues & cue.two) !== 0) cues |= cuesOfWords(sentence);
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
