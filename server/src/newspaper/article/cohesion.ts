import type { Block } from '../page/block.ts';
import type { Change, Former } from '../page/former.ts';
import { type Paragraph, perParagraph } from '../page/paragraph.ts';
import { beyondHan, pairCount, readPairs } from './pairs.ts';

/*
 * Do two pieces of text speak of the same thing? They do when they share names and terms. So text is taken as the set of
 * its pairs of characters, each worth the more the fewer blocks of the page have it.
 */

/** What words are made of: Han characters, digits, Latin letters. */
const foreign = beyondHan();
for (const [first, end] of [
  [0x30, 0x3a],
  [0x41, 0x5b],
  [0x61, 0x7b],
] as const) {
  foreign.fill(0, first, end);
}

/** The pairs of the text read last, in their order. */
let pairs = new Uint16Array(256);

/** Fills {@link pairs}; gives their number. */
function readAll(text: string): number {
  if (pairs.length <= text.length) pairs = new Uint16Array(2 * text.length);
  return readPairs(text, text.length, foreign, pairs);
}

/** By pair: the number of the reading that met it last. */
const lastSeen = new Uint32Array(pairCount);
let reading = 0;

/** The different character pairs of a paragraph. */
export const pairsOf: (paragraph: Paragraph) => Uint16Array = perParagraph(({ text }) => {
  reading = (reading + 1) >>> 0;
  const all = readAll(text);
  let different = 0;
  for (let at = 0; at < all; at++) {
    const pair = pairs[at]!;
    pairs[different] = pair;
    if (lastSeen[pair] !== reading) different++;
    lastSeen[pair] = reading;
  }
  return pairs.slice(0, different);
});

/** The pairs that reach into what changed of a paragraph: all that only one of both states has are among them. */
export function changedPairs({ before, now, sameStart, sameEnd }: Change): readonly number[] {
  const changed: number[] = [];
  for (const { text } of [before, now]) {
    const count = readAll(text.slice(Math.max(0, sameStart - 1), text.length - sameEnd + 1));
    for (let at = 0; at < count; at++) changed.push(pairs[at]!);
  }
  return changed;
}

/** The pairs of a paragraph that the other one does not have. */
function pairsBeyond(paragraph: Paragraph, other: Paragraph): readonly number[] {
  const own = pairsOf(paragraph);
  const others = pairsOf(other);
  reading = (reading + 1) >>> 0;
  for (let at = 0; at < others.length; at++) lastSeen[others[at]!] = reading;
  const beyond: number[] = [];
  for (let at = 0; at < own.length; at++) if (lastSeen[own[at]!] !== reading) beyond.push(own[at]!);
  return beyond;
}

/**
 * By pair: how many blocks of a page have it, 255 for more, and above these eight bits the number of the block that had
 * it last. Blocks are numbered on from page to page, so the table needs no clearing.
 */
const table = new Uint32Array(pairCount);
const countBits = 8;
const mostCounted = (1 << countBits) - 1;
const blockLimit = 1 << (32 - countBits);
let nextBlock = 1;
/** The page that the table is about, the number of its first block, and how many blocks have a pair at most. */
let counted: WeakRef<readonly Block[]> | undefined;
let first = 0;
let most = 0;

/** How telling each character pair is on one page: that one that was read last. */
export class Rarity {
  /** By number of blocks. */
  readonly #worth: Float32Array;

  /** Where the page's former state was the last page read, only what changed is counted anew. */
  constructor(blocks: readonly Block[], former?: Former) {
    if (former === undefined || !recount(former)) countAll(blocks);
    counted = new WeakRef(blocks);
    this.#worth = new Float32Array(most + 1);
    for (let count = 0; count <= most; count++) this.#worth[count] = Math.log((blocks.length + 1) / (count + 0.5));
  }

  /** Near 0 for a pair that every block has, the greater the fewer have it. */
  worth(pair: number): number {
    return this.#worth[countOf(pair)]!;
  }
}

/** How many blocks of the page have a pair. */
function countOf(pair: number): number {
  const found = table[pair]!;
  // what a page before had counts for nothing; without a branch that no processor foresees
  return found & mostCounted & ~(((found >>> countBits) - first) >> 31);
}

function countAll(blocks: readonly Block[]): void {
  if (nextBlock + blocks.length > blockLimit) {
    table.fill(0);
    nextBlock = 1;
  }
  first = nextBlock;
  most = 0;
  for (let block = 0; block < blocks.length; block++) countPairs(blocks[block]!.paragraph.text, nextBlock++);
}

function countPairs(text: string, block: number): void {
  const all = readAll(text);
  for (let at = 0; at < all; at++) {
    const pair = pairs[at]!;
    if (table[pair]! >>> countBits === block) continue;
    setCount(pair, countOf(pair) + 1, block);
  }
}

function setCount(pair: number, count: number, block: number): void {
  const kept = Math.min(count, mostCounted);
  table[pair] = (block << countBits) | kept;
  if (kept > most) most = kept;
}

/** Counts what changed since a page's former state; false where the table is not about that, or past counting. */
function recount({ page, changes }: Former): boolean {
  if (counted?.deref() !== page.blocks || most === mostCounted) return false;
  for (const { before, now } of changes) {
    for (const pair of pairsBeyond(before, now)) setCount(pair, countOf(pair) - 1, first);
    for (const pair of pairsBeyond(now, before)) setCount(pair, countOf(pair) + 1, first);
  }
  return true;
}

/** Text already known to belong together, to which other text is compared. */
export class Cluster {
  readonly #counts = new Uint8ClampedArray(pairCount);
  #rarity: Rarity | undefined;
  #members: Uint16Array[] = [];
  #mass = 0;

  /** `times`: how often it counts. A headline says in a few words what its article is about, so it counts several times. */
  add(paragraph: Paragraph, times = 1): void {
    const added = pairsOf(paragraph);
    const counts = this.#counts;
    for (let at = 0; at < added.length; at++) counts[added[at]!]! += times;
    this.#mass += times * added.length;
    this.#members.push(added);
  }

  /** Forgets everything, to be used again. */
  clear(rarity: Rarity | undefined): void {
    const counts = this.#counts;
    for (const members of this.#members) for (let at = 0; at < members.length; at++) counts[members[at]!] = 0;
    this.#members = [];
    this.#mass = 0;
    this.#rarity = rarity;
  }

  /** How much a paragraph speaks of what the cluster speaks of; 0 where they share nothing. */
  likeness(paragraph: Paragraph): number {
    const asked = pairsOf(paragraph);
    const counts = this.#counts;
    const rarity = this.#rarity!;
    let shared = 0;
    for (let at = 0; at < asked.length; at++) {
      const count = counts[asked[at]!]!;
      if (count > 0) shared += count * rarity.worth(asked[at]!);
    }
    return this.#share(shared, asked.length);
  }

  /** The same where little text is to tell a lot: pairs that are rare on the page, such as those of names, count for more. */
  rareLikeness(paragraph: Paragraph): number {
    const asked = pairsOf(paragraph);
    const counts = this.#counts;
    const rarity = this.#rarity!;
    let shared = 0;
    for (let at = 0; at < asked.length; at++) {
      const count = counts[asked[at]!]!;
      if (count > 0) shared += count * rarity.worth(asked[at]!) ** 2;
    }
    return this.#share(shared / 3, asked.length);
  }

  /** A long cluster shares more with anything, and a long paragraph does, though less than in proportion. */
  #share(shared: number, asked: number): number {
    return (100 * shared) / ((this.#mass + 100) * dampingOf(asked));
  }
}

/** By number of pairs: what a paragraph's likeness is divided by, once it was worked out. Powers take long. */
const dampings = new Float64Array(1024);

function dampingOf(asked: number): number {
  const known = dampings[asked];
  if (known !== undefined && known > 0) return known;
  const damping = (asked + 8) ** 0.4;
  dampings[asked] = damping;
  return damping;
}

/** The clusters of the page that is being read: to make new ones costs more than what is done with them. */
let clusters: readonly [Cluster, Cluster] | undefined;

/**
 * The cohesion of one page. Everything is worked out when it is first asked for: most pages never ask. No page may ask
 * once another one has begun to.
 */
export class Cohesion {
  readonly #blocks: readonly Block[];
  readonly #former: Former | undefined;
  #rarity: Rarity | undefined;
  #asked: Uint8Array | undefined;

  /** `former`: an earlier state of the page. */
  constructor(blocks: readonly Block[], former?: Former) {
    this.#blocks = blocks;
    this.#former = former;
  }

  /** By block: 1 for those whose text was asked for; undefined where nothing was. */
  get asked(): Uint8Array | undefined {
    return this.#asked;
  }

  /** Notes blocks whose text is asked for. */
  note(blocks: readonly number[]): void {
    this.#asked ??= new Uint8Array(this.#blocks.length);
    for (let at = 0; at < blocks.length; at++) this.#asked[blocks[at]!] = 1;
  }

  /** How telling each character pair is on this page. */
  get rarity(): Rarity {
    this.#rarity ??= new Rarity(this.#blocks, this.#former);
    return this.#rarity;
  }

  /** Two empty clusters. They are the same two every time: those handed out before are emptied. */
  clusters(): readonly [Cluster, Cluster] {
    clusters ??= [new Cluster(), new Cluster()];
    for (const cluster of clusters) cluster.clear(this.rarity);
    return clusters;
  }
}

/** What two paragraphs share, from 0 for nothing to about the worth of one pair for the same text twice. */
export function overlap(one: Paragraph, other: Paragraph, rarity: Rarity): number {
  const a = pairsOf(one);
  const b = pairsOf(other);
  reading = (reading + 1) >>> 0;
  for (let at = 0; at < a.length; at++) lastSeen[a[at]!] = reading;
  let shared = 0;
  for (let at = 0; at < b.length; at++) if (lastSeen[b[at]!] === reading) shared += rarity.worth(b[at]!);
  return shared / Math.sqrt((a.length + 10) * (b.length + 10));
}
