import { unitsOf } from '../../text/characters.ts';
import type { Figure } from '../figure.ts';
import type { Sentence } from './check.ts';

/** The sentences that hold figures. */
export function sentencesIn(text: string, all: readonly Figure[]): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (let next = 0; next < all.length; ) {
    const end = sentenceEnd(text, all[next]!.end);
    const last = lastBefore(all, next, end);
    sentences.push(sentenceOf(text, all, next, last, end));
    next = last + 1;
  }
  return sentences;
}

/** Where the sentence ends that is going on at `at`, its mark included. */
export function sentenceEnd(text: string, at: number): number {
  for (let i = at; i < text.length; i++) if (isStop(text.charCodeAt(i))) return i + 1;
  return text.length;
}

/** Where the sentence begins that is going on at `at`. */
export function sentenceStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isStop(text.charCodeAt(start - 1))) start--;
  return start;
}

/** The last of the figures from `first` on, itself at least, that begins before the end of its sentence. */
export function lastBefore(all: readonly Figure[], first: number, end: number): number {
  let last = first;
  while (last + 1 < all.length && all[last + 1]!.start < end) last++;
  return last;
}

/** The sentence of the figures from `first` to `last`, which ends at `end`. */
export function sentenceOf(text: string, all: readonly Figure[], first: number, last: number, end: number): Sentence {
  const figures: number[] = [];
  for (let index = first; index <= last; index++) figures.push(index);
  return { text, start: sentenceStart(text, all[first]!.start), end, figures, all };
}

/** What ends a sentence for whoever holds figures against each other. */
export const stops = '。！？!?';

const stopUnits = unitsOf(stops);

function isStop(unit: number): boolean {
  return stopUnits[unit] === 1;
}
