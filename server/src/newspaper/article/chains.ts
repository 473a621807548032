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

/**
 * By word: the text block that had it last and how many text blocks of that one's page had it. Text blocks are numbered on
 * from page to page, and so are lines, so the tables need no clearing.
 */
const texts = new Int32Array(2 * pairCount);
/** By word: the line that had it last. */
const lines = new Int32Array(pairCount);
/** The numbers of the page's first text block and first line, and of those to come. */
let firstText = 1;
let firstLine = 1;
let nextText = 1;
let nextLine = 1;
/** No page makes this many of a number that is not greater. */
const mostNumbered = 1 << 30;

function startPage(): void {
  if (Math.max(nextText, nextLine) > mostNumbered) {
    texts.fill(0);
    lines.fill(0);
    nextText = 1;
    nextLine = 1;
  }
  firstText = nextText;
  firstLine = nextLine;
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
  startPage();
  /** The first line that the text is close behind. */
  let near = firstLine;
  for (let block = 0; block < length; block++) {
    textBefore[block] = nextText - firstText;
    const { text } = blocks[block]!.paragraph;
    const count = readSample(text, pairs);
    if (isLine[block] === 1) {
      lineBlocks[nextLine - firstLine] = block;
      back[block] = readLine(count, nextLine++);
    } else {
      while (near < nextLine && nextText - firstText - textBefore[lineBlocks[near - firstLine]!]! >= close) near++;
      readText(count, nextText++, near);
    }
  }
  const lineCount = nextLine - firstLine;
  for (let line = 0; line < lineCount; line++) {
    const block = lineBlocks[line]!;
    ahead[block]! /= Math.max(1, blocks[block]!.paragraph.text.length - 1);
  }
  readGaps(lineCount, nextText - firstText);
  return { across, dip, back, ahead };
}

/** Text blocks behind a line of which it is counted how many of its words they have. */
const close = 2;

/** Reads the words of a line; gives the share of them that the text before has. */
function readLine(count: number, line: number): number {
  const first = Math.max(firstText, nextText - reach + 1);
  let shared = 0;
  for (let at = 0; at < count; at++) {
    const word = pairs[at]!;
    if (texts[2 * word]! >= first) shared += 1 / Math.sqrt(texts[2 * word + 1]!);
    lines[word] = line;
  }
  return shared / Math.max(1, count);
}

/** Reads the words of a text block that is close behind the lines from `near` on, if any. */
function readText(count: number, text: number, near: number): void {
  const first = firstText;
  const inReach = Math.max(first, text - reach);
  const isNear = near < nextLine;
  const [words, spanning] = [pairs, spans];
  let ended = 0;
  for (let at = 0; at < count; at++) {
    const word = words[at]!;
    const last = texts[2 * word]!;
    if (last === text) continue;
    // every other word is new to the page, which no processor foresees, so there is no branch
    const seen = texts[2 * word + 1]! & ~((last - first) >> 31);
    texts[2 * word] = text;
    texts[2 * word + 1] = seen + 1;
    if (last >= inReach) {
      spanning[last - first + 1]! += 1 / seen;
      ended = Math.fround(ended - 1 / seen);
    }
    if (isNear && lines[word]! >= near) {
      ahead[lineBlocks[lines[word]! - firstLine]!]! += 1 / Math.sqrt(seen + 1);
    }
  }
  spanning[text - first + 1] = ended;
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
