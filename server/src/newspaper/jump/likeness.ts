import type { Half } from './half.ts';

/*
 * Pairs of characters are counted in one table that all comparisons use in turn: sets and maps of numbers would be made
 * anew for every two pages, and cost many times as much.
 */

/** Four numbers a slot, side by side: the pair that it holds, in whose comparison, how many halves have it, which had it last. */
let table = new Uint32Array(0);
const owned = 1;
const counted = 2;
const latest = 3;
/** Numbers that no comparison and no half has had. */
let nextNumber = 1;

/** A half's text as it is compared: slots of its pairs of characters, each once, and what they weigh together. */
interface Profile {
  readonly slots: Uint32Array;
  readonly weight: number;
}

/**
 * How alike the texts of halves are. Pairs of characters weigh by how rare they are among all halves: what all of them
 * say tells none apart. Good until the next one is made.
 */
export class TextLikeness {
  private readonly profiles = new Map<Half, Profile>();
  private readonly rarity: Float64Array;

  constructor(halves: readonly Half[]) {
    let length = 0;
    for (const { text } of halves) length += text.length;
    reserve(length);
    const owner = nextNumber++;
    const slots = halves.map(({ text }) => {
      const own = new Uint32Array(text.length);
      const half = nextNumber++;
      let count = 0;
      for (let at = 1; at < text.length; at++) {
        const slot = slotOf(text.charCodeAt(at - 1) * 65_536 + text.charCodeAt(at), owner);
        if (table[slot + latest] === half) continue;
        table[slot + latest] = half;
        table[slot + counted]!++;
        own[count++] = slot;
      }
      return own.subarray(0, count);
    });
    this.rarity = Float64Array.from({ length: halves.length + 1 }, (_, count) =>
      count === 0 ? 0 : Math.log((halves.length + 1) / count) ** 2,
    );
    halves.forEach((half, place) => {
      let weight = 0;
      for (const slot of slots[place]!) weight += this.rarity[table[slot + counted]!]!;
      this.profiles.set(half, { slots: slots[place]!, weight });
    });
  }

  /** Cosine of two texts. */
  of(one: Half, other: Half): number {
    const left = this.profiles.get(one)!;
    const right = this.profiles.get(other)!;
    const mark = nextNumber++;
    for (const slot of right.slots) table[slot + latest] = mark;
    let shared = 0;
    for (const slot of left.slots) if (table[slot + latest] === mark) shared += this.rarity[table[slot + counted]!]!;
    const scale = Math.sqrt(left.weight * right.weight);
    return scale === 0 ? 0 : shared / scale;
  }
}

/** Makes room for so many pairs, and for the numbers that telling them apart takes. */
function reserve(pairs: number): void {
  const most = 0x7000_0000;
  if (table.length >= pairs * 8 && nextNumber < most) return;
  let size = Math.max(1 << 16, table.length);
  while (size < pairs * 8) size *= 2;
  table = new Uint32Array(size);
  nextNumber = 1;
}

/** Where the slot of a pair begins; it is empty if the pair is new to its owner. */
function slotOf(pair: number, owner: number): number {
  const mask = table.length - 1;
  let slot = (Math.imul(pair, 0x9e3779b1) >>> 5) & mask & ~3;
  while (table[slot + owned] === owner) {
    if (table[slot] === pair) return slot;
    slot = (slot + 4) & mask;
  }
  table[slot] = pair;
  table[slot + owned] = owner;
  table[slot + counted] = 0;
  table[slot + latest] = 0;
  return slot;
}
