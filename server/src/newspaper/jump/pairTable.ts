import type { Half } from './half.ts';

/**
 * Pairs of characters in the texts of some halves: which half has which, and how many have each. Numbers in typed arrays:
 * sets and maps would cost many times as much.
 */
export class PairTable {
  /** By number, from 1 on: two characters' code units. */
  readonly pairs: Int32Array;
  /** By number: how many of the halves have the pair. */
  readonly counts: Uint32Array;
  /** Length of all texts. */
  readonly characters: number;
  /** By hash, the number of the pair that is kept there; 0 where none is. Half of them are empty, or more. */
  private readonly slots: Uint32Array;
  /** By number: which turn had the pair last. */
  private readonly latest: Uint32Array;
  private readonly numbers = new Map<Half, Uint32Array>();
  private turn = 0;

  constructor(halves: readonly Half[]) {
    let characters = 0;
    for (const { texts } of halves) characters += lengthOf(texts);
    this.characters = characters;
    let size = 256;
    while (size < characters * 1.5) size *= 2;
    this.slots = new Uint32Array(size);
    this.pairs = new Int32Array(characters + 1);
    this.counts = new Uint32Array(characters + 1);
    this.latest = new Uint32Array(characters + 1);
    let known = 0;
    for (const half of halves) known = this.read(half, known);
  }

  /** How many halves there are. */
  get size(): number {
    return this.numbers.size;
  }

  /** Whether it is one of the halves. */
  has(half: Half): boolean {
    return this.numbers.has(half);
  }

  /** Numbers of the pairs that a half has, each once, in the order of its text. */
  numbersOf(half: Half): Uint32Array {
    return this.numbers.get(half)!;
  }

  /** The number of a pair; 0, which no half has, where it is new. */
  numberOf(pair: number): number {
    return this.slots[this.slotOf(pair)]!;
  }

  /** Marks the pairs of one half, and takes the marks off all others. */
  mark(half: Half): void {
    const turn = ++this.turn;
    for (const number of this.numbersOf(half)) this.latest[number] = turn;
  }

  /** Whether the pair of a number was marked last. */
  isMarked(number: number): boolean {
    return number !== 0 && this.latest[number] === this.turn;
  }

  /** Takes in a half; so many pairs have a number, before and after. */
  private read(half: Half, known: number): number {
    const turn = ++this.turn;
    const own = new Uint32Array(lengthOf(half.texts));
    let length = 0;
    let last = known;
    let before = -1;
    for (const text of half.texts) {
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        const pair = (before << 16) | unit;
        const isFirst = before < 0;
        before = unit;
        if (isFirst) continue;
        const slot = this.slotOf(pair);
        let number = this.slots[slot]!;
        if (number === 0) {
          number = ++last;
          this.slots[slot] = number;
          this.pairs[number] = pair;
        }
        if (this.latest[number] === turn) continue;
        this.latest[number] = turn;
        this.counts[number]!++;
        own[length++] = number;
      }
    }
    this.numbers.set(half, own.slice(0, length));
    return last;
  }

  /** Where a pair's number is kept, or would be. */
  private slotOf(pair: number): number {
    const { slots, pairs } = this;
    const mask = slots.length - 1;
    const mixed = Math.imul(pair, 0x9e3779b1);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    while (slots[slot] !== 0 && pairs[slots[slot]!] !== pair) slot = (slot + 1) & mask;
    return slot;
  }
}

function lengthOf(texts: readonly string[]): number {
  let length = 0;
  for (const text of texts) length += text.length;
  return length;
}
