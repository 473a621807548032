/**
 * Character statistics: how probable is it that one piece of text runs on into another?
 *
 * The numbers come from one binary table, `server/data/statistics.bin`, made by `server/build/statistics.ts`.
 * This file only reads it: no file access, no Node, no DOM. Whoever starts the program hands a loader to
 * {@link setStatistics}; without one every score is 0, which means "the statistics say nothing".
 *
 * How a score comes about. Every short run of characters (two to four) has an *interaction*: the logarithm of how much
 * more often the run occurs than its parts lead one to expect. The logarithm of the probability of a text is the sum
 * of the interactions of all runs in it, so log P(left right) - log P(left) - log P(right) is the sum over just those
 * runs that stand across the seam. Those are looked up and added. Beginnings and ends of paragraphs are
 * treated in the same way, with a mark in place of the missing neighbour.
 */

/** What the table can tell. All scores are natural logarithms of a likelihood ratio; 0 says nothing either way. */
export interface Statistics {
  /** Positive where the characters on both sides of the seam look like running text, negative where they do not. */
  joins(left: string, right: string): number;
  /** Positive where `text` begins as paragraphs begin, negative where it begins as text in mid-sentence does. */
  startsParagraph(text: string): number;
  /** Positive where `text` ends as no sentence or headline ends, negative where it ends as they do. */
  endsSentenceOpenly(text: string): number;
}

/** Numbers that stand for characters in the table; see {@link symbolOf}. */
export const symbol = {
  /** A character that the table does not know. */
  unknown: 0,
  /** The mark before a paragraph. */
  start: 1,
  /** The mark after a sentence or headline. */
  end: 2,
  digit: 3,
  latin: 4,
  firstPunctuation: 5,
  firstHan: 64,
  /** One more than the greatest symbol. */
  count: 64 + 0x9fff - 0x4e00 + 1,
} as const;

/** Each string is one symbol: all its characters count as the same. */
const punctuation = [
  '，,﹐', '。｡', '、､', '；;﹔', '：:﹕', '！!﹗', '？?﹖', '…⋯', '—―─–', '“「﹁〝', '”」﹂〞', '‘『﹃', '’』﹄',
  '（(﹙', '）)﹚', '《〈＜<', '》〉＞>', '【［[〔', '】］]〕', '·•‧・', '．.', '％%', '－-', '／/', '～~', '＋+', '"＂', "'＇",
  '〇○', '℃', '＝=', '※', '★☆', '●■▲◆▶', '＊*', '＆&', '＠@', '｜|', '＄$￥¥',
];

const symbolTable = /* @__PURE__ */ makeSymbolTable();

function makeSymbolTable(): Int16Array {
  const table = new Int16Array(0x10000);
  for (const [index, characters] of punctuation.entries()) {
    for (let at = 0; at < characters.length; at++) table[characters.charCodeAt(at)] = symbol.firstPunctuation + index;
  }
  for (const zero of [0x30, 0xff10]) table.fill(symbol.digit, zero, zero + 10);
  for (const a of [0x41, 0x61, 0xff21, 0xff41]) table.fill(symbol.latin, a, a + 26);
  for (let code = 0x4e00; code <= 0x9fff; code++) table[code] = code - 0x4e00 + symbol.firstHan;
  for (const space of '\t\n\v\f\r \u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff\u200b') table[space.charCodeAt(0)] = -1;
  for (let code = 0x2000; code <= 0x200a; code++) table[code] = -1;
  return table;
}

/** The symbol of a UTF-16 code unit: -1 for white space (which is left out), 0 for what is not told apart. */
export function symbolOf(code: number): number {
  return symbolTable[code] ?? 0;
}

/** True for symbols of punctuation marks, as against Han characters, digits and letters. */
export function isPunctuationSymbol(value: number): boolean {
  return value >= symbol.firstPunctuation && value < symbol.firstHan;
}
