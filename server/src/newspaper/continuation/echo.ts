/**
 * Does what a seam would make stand elsewhere on the page? A name cut in two is most often printed whole somewhere
 * near, however rare it is in the language: character statistics know words, the page knows its own.
 */
import { isHan } from '../text/characters.ts';

/** The last two characters of the first part and the first two of the second. */
export interface SeamCharacters {
  readonly left: string;
  readonly right: string;
}

/** How much of a seam stands elsewhere: nothing, the pair right at the seam, three characters, all four. */
export type Echo = 0 | 2 | 3 | 4;

/** The best echo of each seam in some texts. Only words of Han characters are looked for. */
export function readEchoes(texts: readonly string[], seams: readonly SeamCharacters[]): Echo[] {
  return seams.map(({ left, right }) => {
    if (left.length < 2 || right.length < 2 || !isHan(left.charCodeAt(1)) || !isHan(right.charCodeAt(0))) return 0;
    let best = 0;
    for (const text of texts) {
      best = Math.max(best, echoIn(text, left, right));
      if (best === 4) break;
    }
    return best as Echo;
  });
}

function echoIn(text: string, left: string, right: string): number {
  const pair = left[1]! + right[0]!;
  let best = 0;
  for (let at = text.indexOf(pair); at >= 0; at = text.indexOf(pair, at + 1)) {
    best = Math.max(best, 2 + Number(text[at - 1] === left[0]) + Number(text[at + 2] === right[1]));
  }
  return best;
}

/** How often a word stands elsewhere at the border of a clause, and how often inside one. */
export interface Places {
  readonly border: number;
  readonly inside: number;
}

/**
 * Where the word that `own` begins with (`side` −1) stands in some texts, or the one that it ends with (`side` 1): with
 * a character of a clause on that side, or with a mark or nothing. Only words of Han characters are looked for.
 */
export function readPlaces(texts: readonly string[], own: string, side: -1 | 1): Places {
  const word = side < 0 ? own.slice(0, 2) : own.slice(-2);
  let border = 0;
  let inside = 0;
  if (word.length < 2 || !isHan(word.charCodeAt(0)) || !isHan(word.charCodeAt(1))) return { border, inside };
  const next = side < 0 ? -1 : 2;
  for (const text of texts) {
    if (text === own) continue;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (isHan(text.charCodeAt(at + next))) inside++;
      else border++;
    }
  }
  return { border, inside };
}
