/**
 * Character statistics: how probable is it that one piece of text runs on into another?
 *
 * The numbers come from one binary table, `server/data/statistics.bin`, made by `server/build/statistics.ts`.
 * This file only reads it: no file access, no Node, no DOM. Whoever starts the program hands a loader to
 * {@link setStatistics}; without one every score is 0, which means "the statistics say nothing".
 *
 * How a score comes about. Every short run of characters (two or three) has an *interaction*: the logarithm of how much
 * more often the run occurs than its parts lead one to expect. The logarithm of the probability of a text is the sum
 * of the interactions of all runs in it, so log P(left right) - log P(left) - log P(right) is the sum over just those
 * runs that stand across the seam. Those are looked up and added. Beginnings and ends of paragraphs are
 * treated in the same way, with a mark in place of the missing neighbour.
 *
 * The table as shipped: made from the People's Daily of 2020-01, 2020-03 and 2020-07 (8.5 million characters, simplified) and
 * Citizen News of Hong Kong (4.9 million, traditional), both counted as simplified characters; 430,000 runs in 0.88 MB, which
 * compress to 0.75 MB. It opens in about a millisecond and answers in about one microsecond.
 * Area under the ROC curve on articles that were not learned from (`server/build/measureStatistics.ts`; paragraphs cut at random):
 *
 * | score | against | People's Daily 2020-04 | last fifth of Citizen News* |
 * | --- | --- | --- | --- |
 * | joins | the tail of another paragraph | 0.897 | 0.847 |
 * | joins | the start of another paragraph | 0.891 | 0.834 |
 * | joins - startsParagraph | the start of another paragraph | 0.958 | 0.917 |
 * | startsParagraph | (tail or start) | 0.914 | 0.861 |
 * | endsSentenceOpenly | headlines, lines without a stop | 0.883 | 0.800 |
 * | endsSentenceOpenly | whole paragraphs less their stop | 0.931 | 0.868 |
 *
 * (*) With a table of the same size that left that part and more of Citizen News out: the shipped one has read all of it.
 */

/** What the table can tell. All scores are natural logarithms of a likelihood ratio; 0 says nothing either way. */
export interface Statistics {
  /** Positive where the characters on both sides of the seam look like running text, negative where they do not. */
  joins(left: string, right: string): number;
  /** Positive where `text` begins as paragraphs begin, negative where it begins as text in mid-sentence does. */
  startsParagraph(text: string): number;
  /** Positive where `text` begins as clauses begin, negative where it begins inside a clause, or inside a word. */
  startsClause(text: string): number;
  /** Positive where `text` ends as no clause ends, so inside a clause or a word; negative where it ends as they do. */
  endsClauseOpenly(text: string): number;
  /** Positive where `text` ends as no sentence or headline ends, negative where it ends as they do. */
  endsSentenceOpenly(text: string): number;
  /**
   * Positive where the first character of `text` belongs less to the second than that one to the third, as the rest of
   * a word does that was cut in two; negative where the first two are a word.
   */
  startsLoosely(text: string): number;
  /** The same for the last character: positive where a word seems to begin with it. */
  endsLoosely(text: string): number;
  /**
   * How surprising it is to meet just this short text by chance, in nats: minus the logarithm of its probability.
   * A repeated 的 says little, a repeated 翡翠 much. Reads eight characters at most.
   */
  surprise(text: string): number;
  /**
   * How firmly the last character of `left` and the first of `right` belong together as a word of their own: the
   * logarithm of how much more often they stand side by side than by chance, 0 where the pair is rare. Not to be added to
   * {@link Statistics.joins}, which holds it already; it is for saying so in words.
   */
  formsWord(left: string, right: string): number;
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
  /** The mark before a clause; no punctuation mark comes so far. */
  clause: 63,
  /** The mark after a clause. */
  clauseEnd: 62,
  firstHan: 64,
  /** One more than the greatest symbol. */
  count: 64 + 0x9fff - 0x4e00 + 1,
} as const;

/** Each string is one symbol: all its characters count as the same. */
const punctuation = [
  '，,﹐',
  '。｡',
  '、､',
  '；;﹔',
  '：:﹕',
  '！!﹗',
  '？?﹖',
  '…⋯',
  '—―─–',
  '“「﹁〝',
  '”」﹂〞',
  '‘『﹃',
  '’』﹄',
  '（(﹙',
  '）)﹚',
  '《〈＜<',
  '》〉＞>',
  '【［[〔',
  '】］]〕',
  '·•‧・',
  '．.',
  '％%',
  '－-',
  '／/',
  '～~',
  '＋+',
  '"＂',
  "'＇",
  '〇○',
  '℃',
  '＝=',
  '※',
  '★☆',
  '●■▲◆▶',
  '＊*',
  '＆&',
  '＠@',
  '｜|',
  '＄$￥¥',
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
  for (const space of '\t\n\v\f\r \u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff\u200b')
    table[space.charCodeAt(0)] = -1;
  for (let code = 0x2000; code <= 0x200a; code++) table[code] = -1;
  return table;
}

/** The symbol of a UTF-16 code unit: -1 for white space (which is left out), 0 for what is not told apart. */
export function symbolOf(code: number): number {
  return symbolTable[code] ?? 0;
}

const finals = new Set([...'。！？…”’）》】"\''].map((mark) => symbolTable[mark.charCodeAt(0)]));

/** True for symbols of marks that close a sentence or a quotation. */
export function isFinal(value: number): boolean {
  return isPunctuationSymbol(value) && finals.has(value);
}

/** True for symbols of punctuation marks, as against Han characters, digits and letters. */
export function isPunctuationSymbol(value: number): boolean {
  return value >= symbol.firstPunctuation && value < symbol.firstHan;
}

/** Logarithm of how often two characters must have stood side by side to pass for a word. */
const leastWord = Math.log(20);

const magic = 0x33534342; // "BCS3"
const headerLength = 256;
const planeLength = symbol.count;
const planes = 7;

/**
 * Layout of the table, little-endian:
 * 0 magic; 4 slots of the filter; 8 segment length; 12 segments with a first hash; 16 seed; 20 total of counted characters (float32);
 * 24.. float32: weights of runs of 2 and 3 characters, one that is not used, smoothing of unseen pairs, lowest value of unseen pairs;
 * 64.. three sets (pairs, longer runs, starts and ends) of 16 float32: what the four-bit values mean;
 * 256.. planes of a byte for every symbol: logarithm of its count, its value at a start, its value at an end, (two planes)
 *   the symbol that it counts as, less 0 for itself: the simplified form of a traditional character; its values at a clause's start
 *   and end;
 * then a byte for every slot, then half a byte for every slot.
 */
export const layout = { magic, headerLength, planes, planeLength } as const;

/** One step of the hash of a run of symbols; both halves are unsigned or signed 32-bit integers. */
export function hashStep(hash: number, value: number, factor: number): number {
  const mixed = Math.imul(hash ^ value, factor);
  return mixed ^ (mixed >>> 15);
}

/** What the hash of a run of that many symbols starts from, so that runs of different lengths do not meet. */
export const hashSeeds = [0, 0x632be5ab, 0x1f83d9ab, 0x5be0cd19, 0x3c6ef372] as const;
const [, , seeds2, seeds3, seeds4] = hashSeeds;

/** Factors for the two halves of a run's hash. */
export const firstFactor = 0x9e3779b1;
/** See {@link firstFactor}. */
export const secondFactor = 0x85ebca6b;

/** A last stirring of a hash, so that every bit depends on every other. */
export function finish(hash: number): number {
  let value = hash;
  value = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  value = Math.imul(value ^ (value >>> 15), 0x846ca68b);
  return (value ^ (value >>> 16)) >>> 0;
}

/** The byte that means "never counted" in the plane of counts; other bytes are `log(count) * countScale + 1`. */
export const countScale = 12;
/** Bytes in the planes of starts and ends are `value * edgeScale + 128`. */
export const edgeScale = 20;

/** Nats for a character of which nothing is known: the average over running text. */
const averageSurprise = 6;

const nothing: Statistics = {
  joins: () => 0,
  startsParagraph: () => 0,
  startsClause: () => 0,
  endsClauseOpenly: () => 0,
  endsSentenceOpenly: () => 0,
  startsLoosely: () => 0,
  endsLoosely: () => 0,
  surprise: (text) => averageSurprise * Math.min(8, text.length),
  formsWord: () => 0,
};

/** Makes a table readable. Anything that is not such a table gives statistics that say nothing. */
export function openStatistics(bytes: Uint8Array): Statistics {
  const data = headerLength + planes * planeLength;
  if (bytes.length < data) return nothing;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== magic) return nothing;
  const slots = view.getUint32(4, true);
  const segmentLength = view.getUint32(8, true);
  const firstSlots = view.getUint32(12, true) * segmentLength;
  const seed = view.getUint32(16, true);
  const total = view.getFloat32(20, true);
  const plane = bytes.subarray(headerLength, data);
  const fingerprints = bytes.subarray(data, data + slots);
  const halves = bytes.subarray(data + slots);
  if (halves.length < slots >> 1) return nothing;
  const mask = segmentLength - 1;
  const pairWeight = view.getFloat32(24, true);
  const tripleWeight = view.getFloat32(28, true);
  const smoothing = view.getFloat32(36, true);
  const floor = view.getFloat32(40, true);
  const values = new Float64Array(48);
  for (let index = 0; index < 48; index++) values[index] = view.getFloat32(64 + 4 * index, true);
  const logTotal = Math.log(total);

  /** The four-bit value stored for a run, or -1 where the run is (very probably) not in the table. */
  const lookUp = (one: number, two: number): number => {
    const high = finish(one ^ seed);
    const low = finish(two ^ Math.imul(high, 0x27d4eb2f));
    const slot0 = Math.floor((high / 0x100000000) * firstSlots);
    const slot1 = (slot0 + segmentLength) ^ (low & mask);
    const slot2 = (slot0 + 2 * segmentLength) ^ ((low >>> 16) & mask);
    const fingerprint = (high ^ (low >>> 9)) & 0xff;
    const found = fingerprints[slot0]! ^ fingerprints[slot1]! ^ fingerprints[slot2]!;
    if (found !== fingerprint) return -1;
    return (half(slot0) ^ half(slot1) ^ half(slot2)) & 15;
  };
  const half = (slot: number): number => halves[slot >> 1]! >> ((slot & 1) << 2);

  const fold = (value: number): number => {
    if (value < symbol.firstHan) return value;
    return plane[3 * planeLength + value]! + (plane[4 * planeLength + value]! << 8) || value;
  };
  const known = (value: number): boolean => value > 0 && plane[value] !== 0;
  const logCount = (value: number): number => (plane[value]! - 1) / countScale;

  /** The pair asked for last: the same seam is asked for more than one thing. */
  let lastLeft = -1;
  let lastRight = -1;
  let lastPair = 0;
  /** Interaction of two characters side by side. */
  const pair = (a: number, b: number): number => {
    if (a !== lastLeft || b !== lastRight) {
      lastPair = readPair(a, b);
      lastLeft = a;
      lastRight = b;
    }
    return lastPair;
  };
  const readPair = (a: number, b: number): number => {
    const found = lookUp(
      hashStep(hashStep(seeds2, a, firstFactor), b, firstFactor),
      hashStep(hashStep(seeds2, a, secondFactor), b, secondFactor),
    );
    if (found >= 0) return values[found]!;
    const expected = Math.exp(logCount(a) + logCount(b) - logTotal);
    return Math.max(floor, Math.log(smoothing / (expected + smoothing)));
  };
  const triple = (a: number, b: number, c: number, set: number): number => {
    const found = lookUp(
      hashStep(hashStep(hashStep(seeds3, a, firstFactor), b, firstFactor), c, firstFactor),
      hashStep(hashStep(hashStep(seeds3, a, secondFactor), b, secondFactor), c, secondFactor),
    );
    return found < 0 ? 0 : values[set + found]!;
  };
  const quadruple = (a: number, b: number, c: number, d: number, set: number): number => {
    const found = lookUp(
      hashStep(hashStep(hashStep(hashStep(seeds4, a, firstFactor), b, firstFactor), c, firstFactor), d, firstFactor),
      hashStep(
        hashStep(hashStep(hashStep(seeds4, a, secondFactor), b, secondFactor), c, secondFactor),
        d,
        secondFactor,
      ),
    );
    return found < 0 ? 0 : values[set + found]!;
  };

  /** The first three symbols of the text that was read last, the outermost first; -1 where there are fewer. */
  const head = new Int32Array(3);
  let headOf: string | undefined;
  const readHead = (text: string): void => {
    // several scores are asked of the same text
    if (text === headOf) return;
    headOf = text;
    head.fill(-1);
    let at = 0;
    const most = Math.min(text.length, 16);
    for (let index = 0; index < most && at < 3; index++) {
      const value = fold(symbolOf(text.charCodeAt(index)));
      if (value < 0) continue;
      head[at++] = value;
    }
  };
  const tail = new Int32Array(3);
  let tailOf: string | undefined;
  let finalSkipped = false;
  const readTail = (text: string, skipFinal: boolean): void => {
    if (text === tailOf && skipFinal === finalSkipped) return;
    tailOf = text;
    finalSkipped = skipFinal;
    tail.fill(-1);
    let at = 0;
    const least = Math.max(0, text.length - 16);
    for (let index = text.length - 1; index >= least && at < 3; index--) {
      const value = fold(symbolOf(text.charCodeAt(index)));
      if (value < 0 || (skipFinal && at === 0 && isFinal(value))) continue;
      tail[at++] = value;
    }
  };

  /** How much the head of `text` looks as if it stood behind `mark`, whose own plane is the one named. */
  const begins = (text: string, from: number, mark: number): number => {
    readHead(text);
    const [r1, r2, r3] = [head[0]!, head[1]!, head[2]!];
    if (!known(r1)) return 0;
    let score = (plane[from * planeLength + r1]! - 128) / edgeScale;
    if (known(r2)) {
      score += triple(mark, r1, r2, 32);
      if (known(r3)) score += quadruple(mark, r1, r2, r3, 32);
    }
    return score;
  };

  /** How much the tail of `text` looks as if it stood before `mark`, whose own plane is the one named. */
  const ends = (text: string, from: number, mark: number): number => {
    readTail(text, true);
    const [l1, l2, l3] = [tail[0]!, tail[1]!, tail[2]!];
    if (!known(l1)) return 0;
    let score = (plane[from * planeLength + l1]! - 128) / edgeScale;
    if (known(l2)) {
      score += triple(l2, l1, mark, 32);
      if (known(l3)) score += quadruple(l3, l2, l1, mark, 32);
    }
    return score;
  };

  /** True for three Han characters that the table knows. */
  const areHan = (symbols: Int32Array): boolean => {
    const least = Math.min(symbols[0]!, symbols[1]!, symbols[2]!);
    return least >= symbol.firstHan && known(symbols[0]!) && known(symbols[1]!) && known(symbols[2]!);
  };

  return {
    joins(left, right) {
      readTail(left, false);
      readHead(right);
      const [l1, l2] = [tail[0]!, tail[1]!];
      const [r1, r2] = [head[0]!, head[1]!];
      if (!known(l1) || !known(r1)) return 0;
      let three = 0;
      if (known(l2)) three += triple(l2, l1, r1, 16);
      if (known(r2)) three += triple(l1, r1, r2, 16);
      return pairWeight * pair(l1, r1) + tripleWeight * three;
    },
    startsParagraph: (text) => begins(text, 1, symbol.start),
    startsClause: (text) => begins(text, 5, symbol.clause),
    endsSentenceOpenly: (text) => -ends(text, 2, symbol.end),
    endsClauseOpenly: (text) => -ends(text, 6, symbol.clauseEnd),
    // how much less the outer two of three characters belong together than the inner two
    startsLoosely(text) {
      readHead(text);
      return areHan(head) ? pair(head[1]!, head[2]!) - pair(head[0]!, head[1]!) : 0;
    },
    endsLoosely(text) {
      readTail(text, false);
      return areHan(tail) ? pair(tail[2]!, tail[1]!) - pair(tail[1]!, tail[0]!) : 0;
    },
    surprise(text) {
      let sum = 0;
      let before = -1;
      const most = Math.min(text.length, 8);
      for (let index = 0; index < most; index++) {
        const value = fold(symbolOf(text.charCodeAt(index)));
        if (value < 0) continue;
        if (known(value)) {
          sum += logTotal - logCount(value);
          if (value === symbol.digit) sum += Math.log(10);
          else if (value === symbol.latin) sum += Math.log(26);
          else if (known(before)) sum -= pair(before, value);
        } else sum += averageSurprise + 4; // what the table does not know is rare
        before = value;
      }
      return Math.max(0, sum);
    },
    formsWord(left, right) {
      readTail(left, false);
      readHead(right);
      const l1 = tail[0]!;
      const r1 = head[0]!;
      if (l1 < symbol.firstHan || r1 < symbol.firstHan || !known(l1) || !known(r1)) return 0;
      const strength = pair(l1, r1);
      return logCount(l1) + logCount(r1) - logTotal + strength > leastWord ? strength : 0;
    },
  };
}

let load: (() => Uint8Array) | undefined;
let opened: Statistics | undefined;

/** Says where the table comes from. It is fetched when it is first asked for; `undefined` takes it away again. */
export function setStatistics(loader: (() => Uint8Array) | undefined): void {
  load = loader;
  opened = undefined;
}

/** The statistics in force. Without a loader, or with one that fails, all scores are 0. */
export function statistics(): Statistics {
  if (opened) return opened;
  if (!load) return nothing;
  try {
    opened = openStatistics(load());
  } catch {
    opened = nothing;
  }
  return opened;
}
