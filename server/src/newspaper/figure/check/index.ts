import type { Figure } from '../figure.ts';
import { checkCalendar } from './calendar.ts';
import type { Check, Sentence } from './check.ts';
import { checkDifferences } from './difference.ts';
import { checkLists } from './list.ts';
import { checkParts } from './part.ts';
import { checkPercentages } from './percentage.ts';
import { checkStock } from './stock.ts';
import { checkSums } from './sum.ts';

export type { Check, CheckKind } from './check.ts';

const checkers = [checkLists, checkSums, checkDifferences, checkStock, checkParts, checkPercentages, checkCalendar];

/**
 * Holds the figures of a paragraph against each other, sentence by sentence. A check that does not hold is one whose
 * sentence says that it must: everything else that does not add up is left alone.
 */
export function checkFigures(text: string, figures: readonly Figure[]): readonly Check[] {
  return [...sentences(text, figures)].flatMap((sentence) => checkers.flatMap((check) => check(sentence)));
}

/** The sentences that hold figures. */
function* sentences(text: string, all: readonly Figure[]): Generator<Sentence> {
  for (let next = 0; next < all.length; ) {
    const first = next;
    let end = text.length;
    for (let i = all[first]!.end; i < text.length; i++) {
      if ('。！？!?'.includes(text[i]!)) {
        end = i + 1;
        break;
      }
    }
    while (next < all.length && all[next]!.start < end) next++;
    let start = all[first]!.start;
    while (start > 0 && !'。！？!?'.includes(text[start - 1]!)) start--;
    yield { text, start, end, figures: Array.from({ length: next - first }, (_, i) => first + i), all };
  }
}
