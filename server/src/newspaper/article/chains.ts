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

/** How a page's words tie its blocks together, by block index; told of lines only. */
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
 * Four numbers a pair: the number of the text block that had it last, how many text blocks of that page had it, the
 * number of the line that had it last. Numbers go on from page to page, so the table needs no clearing.
 */
const table = new Int32Array(4 << hashBits);
const lastCount = 1;
const lastLine = 2;
/** 0 is never used. */
let nextNumber = 1;
const numberLimit = 0x7000_0000;

/** Reads the words of all blocks once. `isLine` tells lines, whose role is open, from text. */
export function readChains(blocks: readonly Block[], isLine: (block: number) => boolean): Chains {
  const { length } = blocks;
  if (nextNumber + length + reach > numberLimit) {
    nextNumber = 1;
    table.fill(0);
  }
  /** The number of text block or line `n` of the page is `base + n`, out of reach of the page before. */
  const base = nextNumber + reach;
  nextNumber = base + length;
  const back = new Float32Array(length);
  const ahead = new Float32Array(length);
  /** Differences from one gap between text blocks to the next of the words that span it. */
  const spans = new Float32Array(length + 2);
  const textBefore = new Int32Array(length);
  const lineBlocks: number[] = [];
  let texts = 0;
  for (let block = 0; block < length; block++) {
    const { text } = blocks[block]!.paragraph;
    textBefore[block] = texts;
    const line = isLine(block);
    const end = Math.min(text.length, sample);
    const textNumber = base + texts;
    const lineNumber = base + lineBlocks.length;
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
      const pair = ((Math.imul(left, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> (32 - hashBits)) << 2;
      const last = table[pair]!;
      if (line) {
        pairs++;
        if (last >= base && textNumber - last < reach) shared += 1 / Math.sqrt(table[pair + lastCount]!);
        table[pair + lastLine] = lineNumber;
        continue;
      }
      if (last === textNumber) continue;
      const seen = last >= base ? table[pair + lastCount]! : 0;
      table[pair] = textNumber;
      table[pair + lastCount] = seen + 1;
      if (seen > 0 && textNumber - last <= reach) {
        spans[last - base + 1]! += 1 / seen;
        spans[texts + 1]! -= 1 / seen;
      }
      const named = table[pair + lastLine]! - base;
      if (named >= 0 && texts - textBefore[lineBlocks[named]!]! < 2)
        ahead[lineBlocks[named]!]! += 1 / Math.sqrt(seen + 1);
    }
    if (line) {
      lineBlocks.push(block);
      back[block] = shared / Math.max(1, pairs);
    } else texts++;
  }
  for (const block of lineBlocks) ahead[block]! /= Math.max(1, blocks[block]!.paragraph.text.length - 1);
  return { ...acrossGaps(spans, textBefore, lineBlocks, texts), back, ahead };
}

/** Gaps on either side that a gap is held against. */
const around = 3;

/** What spans each gap between text blocks, for the lines that stand in a gap. */
function acrossGaps(
  spans: Float32Array,
  textBefore: Int32Array,
  lineBlocks: readonly number[],
  texts: number,
): Pick<Chains, 'across' | 'dip'> {
  const gaps = new Float32Array(texts + 1);
  let open = 0;
  let sum = 0;
  for (let gap = 0; gap <= texts; gap++) {
    open += spans[gap]!;
    gaps[gap] = open;
    sum += open;
  }
  const middle = Math.max(1e-6, sum / Math.max(1, texts));
  const across = new Float32Array(textBefore.length);
  const dip = new Float32Array(textBefore.length);
  for (const block of lineBlocks) {
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
  return { across, dip };
}
