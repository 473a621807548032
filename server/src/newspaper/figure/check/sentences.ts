import type { Figure } from '../figure.ts';
import type { Sentence } from './check.ts';

/** The sentences that hold figures. */
export function sentencesIn(text: string, all: readonly Figure[]): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (let next = 0; next < all.length; ) {
    const first = next;
    let end = text.length;
    for (let i = all[first]!.end; i < text.length; i++) {
      if (isStop(text.charCodeAt(i))) {
        end = i + 1;
        break;
      }
    }
    let start = all[first]!.start;
    while (start > 0 && !isStop(text.charCodeAt(start - 1))) start--;
    const figures: number[] = [];
    while (next < all.length && all[next]!.start < end) figures.push(next++);
    sentences.push({ text, start, end, figures, all });
  }
  return sentences;
}

/** 。！？!? */
function isStop(unit: number): boolean {
  return unit === 0x3002 || unit === 0xff01 || unit === 0xff1f || unit === 0x21 || unit === 0x3f;
}
