/**
 * Where some pairs of characters stand in the texts of a page, all found in one pass.
 *
 * A name cut in two is most often printed whole somewhere near, however rare it is in the language: character
 * statistics know words, the page knows its own.
 */
import { isHan } from '../text/characters.ts';

const hashBits = 14;

/** By hash: one more than the number of the pair that was wanted last, 0 for none. Always empty between two readings. */
const heads = new Int32Array(1 << hashBits);
/** By hash: 1 where there is such a pair. Small enough to stay at hand while a page is read. */
const isWanted = new Uint8Array(1 << hashBits);

/** How much of a seam stands elsewhere: nothing, the pair right at the seam, three characters, all four. */
export type Echo = 0 | 2 | 3 | 4;

/** How often a word stands at the border of a clause, and how often inside one. */
export interface Places {
  readonly border: number;
  readonly inside: number;
}

/** A pair of characters as one number. */
export function pairCode(left: number, right: number): number {
  return (left << 16) | right;
}

/** Pairs of characters and where each of them stands. First {@link want} them all, then {@link read}, then ask. */
export class Concordance {
  readonly #texts: readonly string[];
  readonly #left: number[] = [];
  readonly #right: number[] = [];
  readonly #next: number[] = [];
  /** By pair, one more than there are pairs: where its places begin in the two lists that follow. */
  #from: readonly number[] = [0];
  /** In the order of pairs, then of the page: the text, and the index in it. */
  #block: readonly number[] = [];
  #at: readonly number[] = [];
  /** By pair: whether it was asked for its places. */
  #asked: boolean[] = [];

  constructor(texts: readonly string[]) {
    this.#texts = texts;
  }

  /** The number of the pair, to ask for it by; −1 for what is no pair of Han characters. */
  want(left: number, right: number): number {
    if (!isHan(left) || !isHan(right)) return -1;
    const hash = hashOf(left, right);
    for (let pair = heads[hash]! - 1; pair >= 0; pair = this.#next[pair]!) {
      if (this.#left[pair] === left && this.#right[pair] === right) return pair;
    }
    this.#left.push(left);
    this.#right.push(right);
    this.#next.push(heads[hash]! - 1);
    heads[hash] = this.#left.length;
    isWanted[hash] = 1;
    return this.#left.length - 1;
  }

  /** Finds all places of all pairs that are wanted. */
  read(): void {
    const [texts, lefts, rights, others] = [this.#texts, this.#left, this.#right, this.#next];
    const wanted = lefts.length;
    const pairs: number[] = [];
    const blocks: number[] = [];
    const places: number[] = [];
    const from = new Array<number>(wanted + 1).fill(0);
    for (let block = 0; block < texts.length && wanted > 0; block++) {
      const text = texts[block]!;
      let left = text.charCodeAt(0);
      for (let at = 1; at < text.length; at++) {
        const right = text.charCodeAt(at);
        const hash = hashOf(left, right);
        if (isWanted[hash] === 1) {
          let pair = heads[hash]! - 1;
          while (pair >= 0 && (lefts[pair] !== left || rights[pair] !== right)) pair = others[pair]!;
          if (pair >= 0) {
            pairs.push(pair);
            blocks.push(block);
            places.push(at - 1);
            from[pair + 1]!++;
          }
        }
        left = right;
      }
    }
    for (let pair = 0; pair < wanted; pair++) {
      from[pair + 1]! += from[pair]!;
      const hash = hashOf(lefts[pair]!, rights[pair]!);
      heads[hash] = isWanted[hash] = 0;
    }
    const block = new Array<number>(pairs.length).fill(0);
    const at = new Array<number>(pairs.length).fill(0);
    const next = from.slice();
    for (let place = 0; place < pairs.length; place++) {
      const to = next[pairs[place]!]!++;
      block[to] = blocks[place]!;
      at[to] = places[place]!;
    }
    this.#from = from;
    this.#block = block;
    this.#at = at;
    this.#asked = new Array<boolean>(wanted).fill(false);
  }

  /** The pairs whose places mattered, as {@link pairCode} has them: where these stand as they did, so do all answers. */
  asked(): Int32Array {
    const codes: number[] = [];
    for (let pair = 0; pair < this.#asked.length; pair++) {
      if (this.#asked[pair]) codes.push(pairCode(this.#left[pair]!, this.#right[pair]!));
    }
    return Int32Array.from(codes);
  }

  /**
   * How a pair that some text begins (`side` −1) or ends with (`side` 1) stands in the texts from `first` on and before
   * `behind`: with a character of a clause on that side, or with a mark or nothing. Texts that say the same as `own` do
   * not count.
   */
  places(pair: number, own: string, side: -1 | 1, first: number, behind: number): Places {
    let border = 0;
    let inside = 0;
    const next = side < 0 ? -1 : 2;
    const end = this.#ask(pair);
    for (let place = this.#find(pair, first); place < end; place++) {
      const block = this.#block[place]!;
      if (block >= behind) break;
      const text = this.#texts[block]!;
      if (text === own) continue;
      if (isHan(text.charCodeAt(this.#at[place]! + next))) inside++;
      else border++;
    }
    return { border, inside };
  }

  /**
   * How much of the four characters of a seam stands in those texts: `left` is the one before its pair, `right` the one
   * behind.
   */
  echo(pair: number, left: number, right: number, first: number, behind: number): Echo {
    let best: Echo = 0;
    const end = this.#ask(pair);
    for (let place = this.#find(pair, first); place < end && best < 4; place++) {
      const block = this.#block[place]!;
      if (block >= behind) break;
      const text = this.#texts[block]!;
      const at = this.#at[place]!;
      const found = 2 + Number(text.charCodeAt(at - 1) === left) + Number(text.charCodeAt(at + 2) === right);
      if (found > best) best = found as Echo;
    }
    return best;
  }

  /** Behind the last place of a pair. */
  #ask(pair: number): number {
    if (pair < 0) return 0;
    this.#asked[pair] = true;
    return this.#from[pair + 1]!;
  }

  /** The first place of a pair in the text `first` or behind it. */
  #find(pair: number, first: number): number {
    if (pair < 0) return 0;
    let low = this.#from[pair]!;
    let high = this.#from[pair + 1]!;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#block[middle]! < first) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function hashOf(left: number, right: number): number {
  return (Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)) >>> (32 - hashBits);
}
