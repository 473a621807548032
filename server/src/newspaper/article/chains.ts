import type { Block } from '../page/block.ts';
import { beyondHan, pairCount, readPairs } from './pairs.ts';

// Words that return tie paragraphs together; where an article ends and another begins few do.

/** Text blocks over which a word that returns still ties together what lies between. */
export const reach = 4;
/** Characters of a block that are looked at: what it is about shows by then. */
export const sample = 120;

/** How a page's words tie its blocks together, by block index; told of lines only. Valid until the next reading. */
export interface Chains {
  /** Words of the text before the block that return in the text behind it; 1 is what the page's paragraphs share in the middle. */
  readonly across: Float32Array;
  /** The same against the gaps between text blocks around: below 1 where fewer words return than around. */
  readonly dip: Float32Array;
  /** What share of a line's own words the text just before it has. */
  readonly back: Float32Array;
  /** What share of a line's own words the text just behind it has. */
  readonly ahead: Float32Array;
}

/** The words of the page that is being read are numbered from 1 as they come; by hash, 0 for one that has not come. */
const wordOf = new Uint16Array(pairCount);
/** A few numbers a word: the text block that had it last, how many text blocks had it, the line that had it last. */
const fields = 4;
const words = new Int32Array(fields * (wordOf.length + sample));
const textCount = 1;
const lastLine = 2;
/** Out of reach of the first text block. */
const noText = -reach - 1;
const noLine = -1;

/** How many words of the page have come, and how many numbers are ready to be given. */
let known = 0;
let ready = 0;

/** Makes ready for so many more words. */
function prepare(count: number): void {
  while (ready < known + count) {
    const word = ++ready * fields;
    words[word] = noText;
    words[word + textCount] = 0;
    words[word + lastLine] = noLine;
  }
}

/** What is worked out of a page, by block or by gap, with room for the longest page so far. */
let room = 0;
let across = new Float32Array(0);
let dip = new Float32Array(0);
let back = new Float32Array(0);
let ahead = new Float32Array(0);
/** Differences from one gap between text blocks to the next of the words that span it. */
let spans = new Float32Array(0);
let gaps = new Float32Array(0);
/** By block: text blocks before it. */
let textBefore = new Int32Array(0);
let lineBlocks = new Int32Array(0);

function makeRoom(blocks: number): void {
  if (blocks > room) {
    room = 2 * blocks;
    [across, dip, back, ahead] = [floats(room), floats(room), floats(room), floats(room)];
    [spans, gaps] = [floats(room + 2), floats(room + 2)];
    [textBefore, lineBlocks] = [new Int32Array(room), new Int32Array(room)];
  }
  wordOf.fill(0);
  known = 0;
  ready = 0;
  spans.fill(0, 0, blocks + 2);
  ahead.fill(0, 0, blocks);
}

function floats(length: number): Float32Array<ArrayBuffer> {
  return new Float32Array(length);
}

/** Hashes of the words of one block. */
const pairs = new Uint16Array(sample + 1);
const foreign = beyondHan();

/** Writes the words of a block's sample into a list with room for one more than {@link sample}; gives their number. */
export function readSample(text: string, into: Uint16Array): number {
  return readPairs(text, Math.min(text.length, sample), foreign, into);
}

/** Reads the words of all blocks once. `isLine` holds 1 for lines, whose role is open, and 0 for text. */
export function readChains(blocks: readonly Block[], isLine: Uint8Array): Chains {
  const { length } = blocks;
  makeRoom(length);
  let lines = 0;
  let texts = 0;
  for (let block = 0; block < length; block++) {
    textBefore[block] = texts;
    const { text } = blocks[block]!.paragraph;
    const count = readSample(text, pairs);
    prepare(count);
    if (isLine[block] === 1) {
      back[block] = readLine(count, texts, lines);
      lineBlocks[lines++] = block;
    } else readText(count, texts++);
  }
  for (let line = 0; line < lines; line++) {
    const block = lineBlocks[line]!;
    ahead[block]! /= Math.max(1, blocks[block]!.paragraph.text.length - 1);
  }
  readGaps(lines, texts);
  return { across, dip, back, ahead };
}

/** Gives the place of a word's fields. */
function placeOf(hash: number): number {
  let number = wordOf[hash]!;
  // every other word is new, which no processor foresees, so there is no branch here either
  const isNew = (number - 1) >>> 31;
  known += isNew;
  number += known & -isNew;
  wordOf[hash] = number;
  return number * fields;
}

/** Reads the words of line number `line`, with `texts` text blocks before it; gives the share of them that the text before has. */
function readLine(count: number, texts: number, line: number): number {
  let shared = 0;
  for (let at = 0; at < count; at++) {
    const word = placeOf(pairs[at]!);
    if (texts - words[word]! < reach) shared += 1 / Math.sqrt(words[word + textCount]!);
    words[word + lastLine] = line;
  }
  return shared / Math.max(1, count);
}

/** Reads the words of text block number `text`. */
function readText(count: number, text: number): void {
  for (let at = 0; at < count; at++) {
    const word = placeOf(pairs[at]!);
    const last = words[word]!;
    if (last === text) continue;
    const seen = words[word + textCount]!;
    words[word] = text;
    words[word + textCount] = seen + 1;
    if (text - last <= reach) {
      spans[last + 1]! += 1 / seen;
      spans[text + 1]! -= 1 / seen;
    }
    const line = words[word + lastLine]!;
    if (line !== noLine && text - textBefore[lineBlocks[line]!]! < 2) {
      ahead[lineBlocks[line]!]! += 1 / Math.sqrt(seen + 1);
    }
  }
}

/** Gaps on either side that a gap is held against. */
const around = 3;

/** What spans each gap between text blocks, for the lines that stand in a gap. */
function readGaps(lines: number, texts: number): void {
  let open = 0;
  let sum = 0;
  for (let gap = 0; gap <= texts; gap++) {
    open += spans[gap]!;
    gaps[gap] = open;
    sum += open;
  }
  const middle = Math.max(1e-6, sum / Math.max(1, texts));
  for (let line = 0; line < lines; line++) {
    const block = lineBlocks[line]!;
    const gap = textBefore[block]!;
    across[block] = gaps[gap]! / middle;
    let others = 0;
    let near = 0;
    for (let other = Math.max(1, gap - around); other <= Math.min(texts - 1, gap + around); other++) {
      if (other === gap) continue;
      others += gaps[other]!;
      near++;
    }
    dip[block] = near === 0 ? 1 : (gaps[gap]! * near) / Math.max(1e-6, others);
  }
}
