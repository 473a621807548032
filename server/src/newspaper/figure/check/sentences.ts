import type { Figure } from '../figure.ts';
import type { Sentence } from './check.ts';

/** The sentences that hold figures. */
export function* sentencesIn(text: string, all: readonly Figure[]): Generator<Sentence> {
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
