import { unitAt } from '../characters.ts';
import type { Figure } from '../figure.ts';
import type { Sentence } from './check.ts';

/** The sentences that hold figures. */
export function sentencesIn(text: string, all: readonly Figure[]): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (let next = 0; next < all.length; ) {
    const end = sentenceEnd(text, all[next]!);
    const last = lastBefore(all, next, end);
    sentences.push(sentenceOf(text, all, next, last, end));
    next = last + 1;
  }
  return sentences;
}

/** Where the sentence ends that a figure ends in, its mark included. */
export function sentenceEnd(text: string, figure: Figure): number {
  for (let i = figure.end; i < text.length; i++) if (isStop(unitAt(text, i))) return i + 1;
  return text.length;
}

/** The last of the figures from `first` on, itself at least, that begins before the end of its sentence. */
export function lastBefore(all: readonly Figure[], first: number, end: number): number {
  let last = first;
  while (last + 1 < all.length && all[last + 1]!.start < end) last++;
  return last;
}

/** The sentence of the figures from `first` to `last`, which ends at `end`. */
export function sentenceOf(text: string, all: readonly Figure[], first: number, last: number, end: number): Sentence {
  let { start } = all[first]!;
  while (start > 0 && !isStop(unitAt(text, start - 1))) start--;
  const figures: number[] = [];
  for (let index = first; index <= last; index++) figures.push(index);
  return { text, start, end, figures, all };
}

/** 。！？!? */
function isStop(unit: number): boolean {
  return unit === 0x3002 || unit === 0xff01 || unit === 0xff1f || unit === 0x21 || unit === 0x3f;
}
