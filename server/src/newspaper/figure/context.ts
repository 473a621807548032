import { marked } from './data/variants.ts';
import {
  AFTER_INSIDE,
  AFTER_OUTSIDE,
  type Approximation,
  BEFORE,
  DAY_PARTS,
  type DayPart,
  RANGE_WORDS,
} from './data/words.ts';
import type { FigureBound } from './figure.ts';
import { Lexicon } from './lexicon.ts';

const before = new Lexicon<Approximation>(BEFORE, true);
const afterInside = new Lexicon<FigureBound>(AFTER_INSIDE);
const afterOutside = new Lexicon<FigureBound>(AFTER_OUTSIDE);
const range = new Lexicon<true>(marked(RANGE_WORDS));
const dayPartsBackward = new Lexicon<DayPart>(DAY_PARTS, true);
const dayPartsForward = new Lexicon<DayPart>(DAY_PARTS);

/** Length of the word that the last look-up of this module found. */
let length = 0;

/** Length of the word that the last look-up of this module found. */
export function wordLength(): number {
  return length;
}

function take<T>(lexicon: Lexicon<T>, handle: number): T | undefined {
  if (handle === 0) return undefined;
  length = lexicon.length(handle);
  return lexicon.value(handle);
}

/** What the word that ends right before `position` does to a number there; it must not reach before `floor`. */
export function approximationBefore(text: string, position: number, floor: number): Approximation | undefined {
  if (position <= floor) return undefined;
  const found = take(before, before.longestBefore(text, position));
  return found !== undefined && position - length >= floor ? found : undefined;
}

/** The bound that a word at `position` sets and that belongs to the figure before it. */
export function boundInside(text: string, position: number): FigureBound | undefined {
  return take(afterInside, afterInside.longest(text, position));
}

/** The bound that a word at `position` sets without being part of the figure before it. */
export function boundOutside(text: string, position: number): FigureBound | undefined {
  return take(afterOutside, afterOutside.longest(text, position));
}

/** Length of the word or sign at `position` that joins the ends of a range; 0 where there is none. */
export function rangeLength(text: string, position: number): number {
  return take(range, range.longest(text, position)) === undefined ? 0 : length;
}

/** The part of the day whose name ends right before `position`. */
export function dayPartBefore(text: string, position: number): DayPart | undefined {
  return take(dayPartsBackward, dayPartsBackward.longestBefore(text, position));
}

/** The part of the day whose name starts at `position`. */
export function dayPartAt(text: string, position: number): DayPart | undefined {
  return take(dayPartsForward, dayPartsForward.longest(text, position));
}
