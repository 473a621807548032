import type { Block } from '../page/block.ts';
import { type Paragraph, perParagraph } from '../page/paragraph.ts';

/*
 * Do two pieces of text speak of the same thing? They do when they share names and terms, and in Chinese a name or
 * term is two characters or a few pairs that overlap. So text is taken as the set of its character pairs, hashed to
 * 16 bits (a page has a few thousand, so few collide), each worth the more the fewer blocks of the page have it.
 */

const pairCount = 1 << 16;

const lastSeen = new Uint32Array(pairCount);
let reading = 0;

/** The different character pairs of a paragraph; pairs across punctuation or a blank are none. */
export const pairsOf: (paragraph: Paragraph) => Uint16Array = perParagraph(({ text }) => {
  reading = (reading + 1) >>> 0;
  const pairs = new Uint16Array(text.length);
  let count = 0;
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (!isWordUnit(unit)) {
      before = 0;
      continue;
    }
    if (before !== 0) {
      const pair = (Math.imul(before, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 16;
      if (lastSeen[pair] !== reading) {
        lastSeen[pair] = reading;
        pairs[count++] = pair;
      }
    }
    before = unit;
  }
  return pairs.slice(0, count);
});

function isWordUnit(unit: number): boolean {
  if (unit >= 0x3400) return unit < 0xa000;
  return (unit >= 48 && unit < 58) || (unit >= 65 && unit < 91) || (unit >= 97 && unit < 123);
}

/** How telling each character pair is on one page. */
export class Rarity {
  /** By pair: in how many blocks it is; 255 stands for more. */
  readonly #counts: Uint8ClampedArray;
  /** By number of blocks. */
  readonly #worth: Float32Array;

  /** `counts` is an empty table of {@link pairCount} numbers that nobody else uses. */
  constructor(blocks: readonly Block[], counts: Uint8ClampedArray) {
    this.#counts = counts;
    let most = 0;
    for (const { paragraph } of blocks) {
      const pairs = pairsOf(paragraph);
      for (let at = 0; at < pairs.length; at++) {
        const pair = pairs[at]!;
        const count = counts[pair]! + 1;
        counts[pair] = count;
        if (count > most) most = count;
      }
    }
    this.#worth = Float32Array.from({ length: most + 1 }, (_, count) => Math.log((blocks.length + 1) / (count + 0.5)));
  }

  /** Near 0 for a pair that every block has, the greater the fewer have it. Of pairs on the page only. */
  worth(pair: number): number {
    return this.#worth[this.#counts[pair]!]!;
  }
}

/** Text already known to belong together, to which other text is compared. */
export class Cluster {
  readonly #counts: Uint8ClampedArray;
  readonly #rarity: Rarity;
  #members: Uint16Array[] = [];
  #mass = 0;

  /** `counts` as with {@link Rarity}. */
  constructor(rarity: Rarity, counts: Uint8ClampedArray) {
    this.#counts = counts;
    this.#rarity = rarity;
  }

  /** `times`: how often it counts. A headline says in a few words what its article is about, so it counts several times. */
  add(paragraph: Paragraph, times = 1): void {
    const pairs = pairsOf(paragraph);
    const counts = this.#counts;
    for (let at = 0; at < pairs.length; at++) counts[pairs[at]!]! += times;
    this.#mass += times * pairs.length;
    this.#members.push(pairs);
  }

  /** Forgets everything, to be used again. */
  clear(): void {
    for (const pairs of this.#members) for (const pair of pairs) this.#counts[pair] = 0;
    this.#members = [];
    this.#mass = 0;
  }

  /** How much a paragraph speaks of what the cluster speaks of; 0 where they share nothing. */
  likeness(paragraph: Paragraph): number {
    const pairs = pairsOf(paragraph);
    let shared = 0;
    for (const pair of pairs) {
      const count = this.#counts[pair]!;
      if (count > 0) shared += count * this.#rarity.worth(pair);
    }
    return this.#share(shared, pairs.length);
  }

  /** The same where little text is to tell a lot: pairs that are rare on the page, such as those of names, count for more. */
  rareLikeness(paragraph: Paragraph): number {
    const pairs = pairsOf(paragraph);
    let shared = 0;
    for (const pair of pairs) {
      const count = this.#counts[pair]!;
      if (count > 0) shared += count * this.#rarity.worth(pair) ** 2;
    }
    return this.#share(shared / 3, pairs.length);
  }

  /** A long cluster shares more with anything, and a long paragraph does, though less than in proportion. */
  #share(shared: number, pairs: number): number {
    return (100 * shared) / ((this.#mass + 100) * (pairs + 8) ** 0.4);
  }
}

/**
 * The cohesion of one page. Everything is worked out when it is first asked for: most pages never ask. After
 * {@link Cohesion.release} nothing may be asked any more.
 */
export class Cohesion {
  readonly #blocks: readonly Block[];
  #tables: readonly Uint8ClampedArray[] | undefined;
  #rarity: Rarity | undefined;
  #clusters: readonly [Cluster, Cluster] | undefined;

  constructor(blocks: readonly Block[]) {
    this.#blocks = blocks;
  }

  /** How telling each character pair is on this page. */
  get rarity(): Rarity {
    this.#rarity ??= new Rarity(this.#blocks, this.#table(0));
    return this.#rarity;
  }

  /** Two empty clusters. They are the same two every time: those handed out before are emptied. */
  clusters(): readonly [Cluster, Cluster] {
    this.#clusters ??= [new Cluster(this.rarity, this.#table(1)), new Cluster(this.rarity, this.#table(2))];
    for (const cluster of this.#clusters) cluster.clear();
    return this.#clusters;
  }

  /** Leaves the tables to the next page. */
  release(): void {
    if (this.#tables === undefined) return;
    for (const table of this.#tables) table.fill(0);
    spareTables = this.#tables;
    this.#tables = undefined;
  }

  #table(index: number): Uint8ClampedArray {
    this.#tables ??= spareTables ?? [0, 1, 2].map(() => new Uint8ClampedArray(pairCount));
    spareTables = undefined;
    return this.#tables[index]!;
  }
}

/** Tables that the last page is done with: making new ones costs more than what is done with them. */
let spareTables: readonly Uint8ClampedArray[] | undefined;

/** What two paragraphs share, from 0 for nothing to about the worth of one pair for the same text twice. */
export function overlap(one: Paragraph, other: Paragraph, rarity: Rarity): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  reading = (reading + 1) >>> 0;
  for (const pair of a) lastSeen[pair] = reading;
  let shared = 0;
  for (const pair of b) if (lastSeen[pair] === reading) shared += rarity.worth(pair);
  return shared / Math.sqrt((a.length + 10) * (b.length + 10));
}
