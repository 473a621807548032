import type { Block } from '../page/block.ts';

/*
 * Words that return tie paragraphs together; where an article ends and another begins few do. In Chinese a word is two
 * characters or a few pairs that overlap, so pairs of characters stand for words here, told apart by 16 bits of a hash:
 * a page has a few thousand, so few collide.
 */

const hashBits = 16;
/** Text blocks over which a word that returns still ties together what lies between. */
const reach = 4;
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
const wordOf = new Uint16Array(1 << hashBits);
/** A few numbers a word: the text block that had it last, how many text blocks had it, the line that had it last. */
const fields = 4;
const words = new Int32Array(fields * (wordOf.length + 1));
const textCount = 1;
const lastLine = 2;
/** Out of reach of the first text block. */
const noText = -reach - 1;
const noLine = -1;

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
  spans.fill(0, 0, blocks + 2);
  ahead.fill(0, 0, blocks);
}

function floats(length: number): Float32Array<ArrayBuffer> {
  return new Float32Array(length);
}

/** Reads the words of all blocks once. `isLine` holds 1 for lines, whose role is open, and 0 for text. */
export function readChains(blocks: readonly Block[], isLine: Uint8Array): Chains {
  const { length } = blocks;
  makeRoom(length);
  let known = 0;
  let lines = 0;
  let texts = 0;
  for (let block = 0; block < length; block++) {
    const { text } = blocks[block]!.paragraph;
    const line = isLine[block] === 1;
    const end = Math.min(text.length, sample);
    textBefore[block] = texts;
    let before = 0;
    let pairs = 0;
    let shared = 0;
    for (let at = 0; at < end; at++) {
      const unit = text.charCodeAt(at);
      if (unit < 0x3400 || unit >= 0xa000) {
        before = 0;
        continue;
      }
      const left = before;
      before = unit;
      if (left === 0) continue;
      const hash = (Math.imul(left, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> (32 - hashBits);
      let word = wordOf[hash]! * fields;
      if (word === 0) {
        wordOf[hash] = ++known;
        word = known * fields;
        words[word] = noText;
        words[word + textCount] = 0;
        words[word + lastLine] = noLine;
      }
      const last = words[word]!;
      if (line) {
        pairs++;
        if (texts - last < reach) shared += 1 / Math.sqrt(words[word + textCount]!);
        words[word + lastLine] = lines;
        continue;
      }
      if (last === texts) continue;
      const seen = words[word + textCount]!;
      words[word] = texts;
      words[word + textCount] = seen + 1;
      if (texts - last <= reach) {
        spans[last + 1]! += 1 / seen;
        spans[texts + 1]! -= 1 / seen;
      }
      const named = words[word + lastLine]!;
      if (named !== noLine && texts - textBefore[lineBlocks[named]!]! < 2) {
        ahead[lineBlocks[named]!]! += 1 / Math.sqrt(seen + 1);
      }
    }
    if (line) {
      lineBlocks[lines++] = block;
      back[block] = shared / Math.max(1, pairs);
    } else texts++;
  }
  for (let line = 0; line < lines; line++) {
    const block = lineBlocks[line]!;
    ahead[block]! /= Math.max(1, blocks[block]!.paragraph.text.length - 1);
  }
  readGaps(lines, texts);
  return { across, dip, back, ahead };
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
