import type { Figure } from '../figure.ts';
import { amount, type Sentence } from './check.ts';

/** What a sentence has to have for one check or another to find anything, as bits of a number. */
export const cue = {
  /** A date or an interval. */
  date: 1,
  /** A percentage. */
  percent: 2,
  /** Two figures, or three, that can be added up. */
  two: 4,
  three: 8,
  /** Characters of the words that open the parts of a whole: 中, and brackets. */
  opening: 16,
  /** 其中 */
  among: 32,
  /** 共计, 总数, 累计 and their like. */
  drawn: 64,
  /** 从, 由; 其余, 剩余. */
  difference: 128,
  /** 治愈, 出院, 死亡, 解除, 康复. */
  gone: 256,
} as const;

const cueCharacters = [
  ['中（(', cue.opening],
  ['其', cue.among],
  ['共计計总總累', cue.drawn],
  ['从從由余餘剩', cue.difference],
  ['愈癒院亡除复復', cue.gone],
] as const;

let table: Uint16Array | undefined;

/** By code unit, the {@link cue}s that it may belong to; made when first needed. */
function cueTable(): Uint16Array {
  if (table !== undefined) return table;
  table = new Uint16Array(0x10000);
  for (const [characters, bit] of cueCharacters) {
    for (let at = 0; at < characters.length; at++) table[characters.charCodeAt(at)]! |= bit;
  }
  return table;
}

/** The cues of figures from `first` to `last`: dates, percentages, and how many can be added up. */
export function cuesOfFigures(all: readonly Figure[], first: number, last: number): number {
  let cues = 0;
  let amounts = 0;
  for (let index = first; index <= last; index++) {
    const figure = all[index]!;
    if (figure.kind === 'date' || figure.kind === 'interval') cues |= cue.date;
    else if (figure.kind === 'percent') cues |= cue.percent;
    else if (amount(figure) !== undefined) amounts++;
  }
  if (amounts < 2) return cues;
  return cues | (amounts === 2 ? cue.two : cue.two | cue.three);
}

/** The cues of the characters of a sentence. */
export function cuesOfWords({ text, start, end }: Sentence): number {
  let cues = 0;
  const known = cueTable();
  for (let at = start; at < end; at++) cues |= known[text.charCodeAt(at)]!;
  return cues;
}
