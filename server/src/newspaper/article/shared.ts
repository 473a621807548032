import type { Block } from '../page/block.ts';
import type { Change, Former } from '../page/former.ts';
import { type Paragraph, perParagraph } from '../page/paragraph.ts';
import { scratch } from '../page/scratch.ts';
import { beyondHan, pairCount, readPairs } from './pairs.ts';

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
const pairsOf: (paragraph: Paragraph) => Uint16Array = perParagraph(({ text }) => {
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

/** The pairs that some texts have, a bit for each. */
export class PairSet {
  readonly #bits = new Uint32Array(pairCount / 32);

  add(text: string): void {
    const count = readAll(text);
    for (let at = 0; at < count; at++) this.#bits[pairs[at]! >>> 5]! |= 1 << (pairs[at]! & 31);
  }

  has(pair: number): boolean {
    return (this.#bits[pair >>> 5]! & (1 << (pair & 31))) !== 0;
  }
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
/** The edit that made that page of another one. */
let lastEdit: CountedEdit | undefined;

interface CountedEdit {
  /** The blocks of the page before it. */
  readonly before: WeakRef<readonly Block[]>;
  /** Of each block the pairs that it took and brought. */
  readonly gone: readonly number[];
  readonly come: readonly number[];
}

const worths = new Float32Array(mostCounted + 1);
const startsOf = scratch(Uint32Array);
const endsOf = scratch(Uint32Array);
const sizesOf = scratch(Uint32Array);

/**
 * What the blocks of one page share: that page that was read last. Of each block those pairs that another block has too;
 * no others can be shared.
 */
export class Shared {
  /** How telling a pair is, by the number of blocks that have it: near 0 where all do, the greater the fewer do. */
  readonly #worths: Float32Array;
  readonly #blocks: readonly Block[];
  /** By block: where its pairs begin in {@link sharedPairs}, 0 where they were not read so far, and where they end. */
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  /** By block: how many different pairs it has, shared or not. */
  readonly #sizes: Uint32Array;
  #end = 1;

  /** Where the page's former state was the last page read, only what changed is counted anew. */
  constructor(blocks: readonly Block[], former?: Former) {
    const edit = former && countedIn(former);
    if (edit === undefined || !recount(former!.page.blocks, edit)) countAll(blocks);
    lastEdit = edit;
    counted = new WeakRef(blocks);
    this.#blocks = blocks;
    this.#worths = worths;
    for (let count = 0; count <= most; count++) this.#worths[count] = Math.log((blocks.length + 1) / (count + 0.5));
    this.#starts = startsOf(blocks.length).fill(0, 0, blocks.length);
    this.#ends = endsOf(blocks.length);
    this.#sizes = sizesOf(blocks.length);
  }

  /** Where the shared pairs of a block begin in {@link sharedPairs} and {@link sharedWorths}. */
  startOf(block: number): number {
    if (this.#starts[block] === 0) this.#read(block);
    return this.#starts[block]!;
  }

  /** Where they end; to be asked after {@link startOf}. */
  endOf(block: number): number {
    return this.#ends[block]!;
  }

  /** How many different pairs a block has, shared or not; to be asked after {@link startOf}. */
  sizeOf(block: number): number {
    return this.#sizes[block]!;
  }

  /** Makes room on a page of which much was read: what is asked for again is read again. Places that were told are void then. */
  makeRoom(): void {
    if (this.#end < mostKept) return;
    this.#starts.fill(0, 0, this.#blocks.length);
    this.#end = 1;
  }

  #read(block: number): void {
    const all = readAll(this.#blocks[block]!.paragraph.text);
    let end = this.#end;
    reserve(end + all + 1);
    reading = (reading + 1) >>> 0;
    const [kept, keptWorths] = [sharedPairs, sharedWorths];
    let size = 0;
    for (let at = 0; at < all; at++) {
      const pair = pairs[at]!;
      const count = table[pair]! & mostCounted;
      const isNew = lastSeen[pair] === reading ? 0 : 1;
      lastSeen[pair] = reading;
      kept[end] = pair;
      keptWorths[end] = this.#worths[count]!;
      size += isNew;
      end += isNew & ((1 - count) >>> 31);
    }
    this.#starts[block] = this.#end;
    this.#ends[block] = end;
    this.#sizes[block] = size;
    this.#end = end;
  }
}

/** So many shared pairs are kept of one page, and those of the blocks that are compared. */
const mostKept = 1 << 18;

/** The shared pairs of the page read last, block by block as they were asked for, and how telling each is on the page. */
export let sharedPairs = new Uint16Array(0);
export let sharedWorths = new Float32Array(0);

function reserve(end: number): void {
  if (end <= sharedPairs.length) return;
  const [pairsBefore, worthsBefore] = [sharedPairs, sharedWorths];
  sharedPairs = new Uint16Array(2 * end);
  sharedWorths = new Float32Array(2 * end);
  sharedPairs.set(pairsBefore);
  sharedWorths.set(worthsBefore);
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
  for (let block = 0; block < blocks.length; block++) {
    most = Math.max(most, countPairs(blocks[block]!.paragraph.text, nextBlock++, first));
  }
}

/** Counts the pairs of block number `block`, on a page whose first one has number `since`; gives how many blocks have one at most. */
function countPairs(text: string, block: number, since: number): number {
  const all = readAll(text);
  const read = pairs;
  let highest = 0;
  for (let at = 0; at < all; at++) {
    const pair = read[at]!;
    const found = table[pair]!;
    const last = found >>> countBits;
    // whether a pair is new, to the page or to the block, no processor foresees, so there is no branch here either
    const before = found & mostCounted & ~((last - since) >> 31);
    const count = Math.min(before + ((last - block) >>> 31), mostCounted);
    table[pair] = (block << countBits) | count;
    highest = Math.max(highest, count);
  }
  return highest;
}

function setCount(pair: number, count: number, block: number): void {
  const kept = Math.min(count, mostCounted);
  table[pair] = (block << countBits) | kept;
  if (kept > most) most = kept;
}

/** Counts what an edit changed of a page, `blocks`; false where the table is not about that, or past counting. */
function recount(blocks: readonly Block[], { gone, come }: CountedEdit): boolean {
  if (most === mostCounted || !countBack(blocks)) return false;
  addToCounts(gone, -1);
  addToCounts(come, 1);
  return true;
}

function countedIn({ page, changes }: Former): CountedEdit {
  return {
    before: new WeakRef(page.blocks),
    gone: changes.flatMap(({ before, now }) => pairsBeyond(before, now)),
    come: changes.flatMap(({ before, now }) => pairsBeyond(now, before)),
  };
}

/** Makes the table be about a page again where no more than one edit was counted since; false where it is about another. */
function countBack(blocks: readonly Block[]): boolean {
  if (counted?.deref() === blocks) return true;
  // what was typed is most often taken back before anything else
  if (lastEdit?.before.deref() !== blocks) return false;
  addToCounts(lastEdit.come, -1);
  addToCounts(lastEdit.gone, 1);
  return true;
}

function addToCounts(pairs: readonly number[], more: 1 | -1): void {
  for (const pair of pairs) setCount(pair, countOf(pair) + more, first);
}
