/**
 * Learns the character statistics of newspaper text and writes them as one compact table, read by
 * `server/src/newspaper/continuation/statistics.ts`.
 *
 *   node server/build/statistics.ts --out FILE [--dates 2020-01,2020-03] [--share 0.8] [--entries N] [--fold PAIRS] FILE.jsonl[.gz][@OPTIONS] …
 *
 * Every line of an input file is an article: {title, kicker?, subtitle?, paragraphs[], date?}. `--dates` takes only articles
 * whose date starts with one of the prefixes, `--share` only the first part of a file; either can be given for one file
 * alone as `FILE@dates=2020-01,2020-03` or `FILE@share=0.8`. `--fold` names a list of pairs, a traditional character and its
 * simplified form to a line (`server/build/traditional.txt`, drawn from the tables of OpenCC, Apache License 2.0), so that both
 * scripts learn from each other. Sentences of the articles do not get into the table:
 * it holds quantised logarithms of counts of runs of at most three characters, and these only as hashes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  countScale,
  edgeScale,
  finish,
  firstFactor,
  hashSeeds,
  hashStep,
  isPunctuationSymbol,
  layout,
  secondFactor,
  symbol,
  symbolOf,
} from '../src/newspaper/continuation/statistics.ts';

interface Article {
  title?: string;
  kicker?: string;
  subtitle?: string;
  paragraphs?: string[];
  date?: string;
}

const named = new Map<string, string>();
const inputs: string[] = [];
for (let index = 2; index < process.argv.length; index++) {
  const argument = process.argv[index] ?? '';
  if (argument.startsWith('--')) named.set(argument.slice(2), process.argv[++index] ?? '');
  else inputs.push(argument);
}
const number = (name: string, otherwise: number): number => Number(named.get(name) ?? otherwise);
const out = named.get('out');
if (!out || !inputs.length) {
  console.error(
    'usage: statistics.ts --out FILE [--dates PREFIX,…] [--share 0…1] [--entries N] FILE.jsonl[.gz][@dates=…|@share=…] …',
  );
  process.exit(2);
}
/** A larger table is incompressible ballast: with it the whole .vsix would pass 1.5 MB, its limit. */
const mostEntries = 430_000;
const entries = number('entries', mostEntries);
if (entries > mostEntries) {
  console.error(`--entries ${entries}: at most ${mostEntries} fit, so that the package stays below 1.5 MB`);
  process.exit(2);
}
const smoothing = number('smoothing', 1);
const longSmoothing = number('long-smoothing', 1.5);
const edgeSmoothing = number('edge-smoothing', 1);
const minimum = number('minimum', 3);

/** Reads one input, e.g. `news.jsonl.gz@share=0.8`. */
function readArticles(input: string): Article[] {
  const [path = '', ...options] = input.split('@');
  const own = new Map(
    options.map((option): [string, string] => [option.split('=')[0] ?? '', option.split('=')[1] ?? '']),
  );
  const raw = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(raw) : raw).toString('utf8');
  const all = text
    .split('\n')
    .filter(Boolean)
    .map((line): Article => JSON.parse(line));
  const dates = (own.get('dates') ?? (own.has('share') ? undefined : named.get('dates')))?.split(',');
  const share = Number(own.get('share') ?? (own.has('dates') ? 1 : (named.get('share') ?? 1)));
  const taken = all
    .slice(0, Math.floor(all.length * share))
    .filter((article) => !dates || dates.some((date) => article.date?.startsWith(date)));
  const characters = taken.reduce((sum, article) => sum + (article.paragraphs ?? []).join('').length, 0);
  console.log(`${basename(path)}: ${taken.length} of ${all.length} articles, ${characters} characters`);
  return taken;
}

/** What a traditional character counts as. */
const fold = Int32Array.from({ length: symbol.count }, (_, value) => value);
const foldPath = named.get('fold');
if (foldPath) {
  for (const [from = '', to = ''] of readFileSync(foldPath, 'utf8')
    .split('\n')
    .map((line) => [...line])) {
    if (from && to) fold[symbolOf(from.charCodeAt(0))] = symbolOf(to.charCodeAt(0));
  }
}
const symbolsOf = (text: string): number[] => {
  const found: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const value = symbolOf(text.charCodeAt(index));
    if (value >= 0) found.push(fold[value] ?? 0);
  }
  return found;
};

/** A hash map from a run's key to a count, flat because there are millions. */
class Counts {
  keys = new Float64Array(1 << 20);
  counts = new Float64Array(1 << 20);
  size = 0;
  slot(key: number): number {
    const mask = this.keys.length - 1;
    let at = Math.imul((key % 4294967291) ^ Math.floor(key / 4294967296), 0x9e3779b1) >>> 0;
    at = (at ^ (at >>> 15)) & mask;
    while (this.keys[at] !== 0 && this.keys[at] !== key) at = (at + 1) & mask;
    return at;
  }
  get(key: number): number {
    return this.counts[this.slot(key)] ?? 0;
  }
  add(key: number, by: number): void {
    let at = this.slot(key);
    if (this.keys[at] === 0) {
      if (++this.size > this.keys.length * 0.6) {
        const { keys, counts } = this;
        this.keys = new Float64Array(keys.length * 2);
        this.counts = new Float64Array(keys.length * 2);
        for (const [index, old] of keys.entries()) {
          if (!old) continue;
          const moved = this.slot(old);
          this.keys[moved] = old;
          this.counts[moved] = counts[index] ?? 0;
        }
        at = this.slot(key);
      }
      this.keys[at] = key;
    }
    this.counts[at] = (this.counts[at] ?? 0) + by;
  }
  *[Symbol.iterator](): Generator<[number, number]> {
    for (let index = 0; index < this.keys.length; index++)
      if (this.keys[index]) yield [this.keys[index] ?? 0, this.counts[index] ?? 0];
  }
}

// --- count -------------------------------------------------------------------------------------------------------
const articles = inputs.flatMap(readArticles);
const raw = new Float64Array(symbol.count);
for (const article of articles)
  for (const text of article.paragraphs ?? []) for (const value of symbolsOf(text)) raw[value] = (raw[value] ?? 0) + 1;
const order = [...raw.keys()]
  .filter((value) => (raw[value] ?? 0) >= 5 && value > 2)
  .sort((a, b) => (raw[b] ?? 0) - (raw[a] ?? 0))
  .slice(0, 8187);
// dense numbers, 13 bits each, so that a run of three fits the 53 bits of a number; 0 unknown, 1 start, 2 end, 3 clause, 4 clause's end
const dense = new Int32Array(symbol.count);
const symbols = [0, symbol.start, symbol.end, symbol.clause, symbol.clauseEnd, ...order];
const [startId, endId, clauseId, clauseEndId] = [1, 2, 3, 4];
for (const [index, value] of symbols.entries()) dense[value] = index;
const base = 8192;
const b2 = base * base;
const stops = new Set([...'。！？；…'].map((character) => dense[symbolOf(character.charCodeAt(0))] ?? 0));
/** Marks behind which a clause begins. */
const parters = new Set([...'，。、；：！？'].map((character) => dense[symbolOf(character.charCodeAt(0))] ?? 0));
const closers = new Set([...'”’）》】"'].map((character) => dense[symbolOf(character.charCodeAt(0))] ?? 0));
const isPunctuation = (id: number): boolean => isPunctuationSymbol(symbols[id] ?? 0);

const ones = new Float64Array(base);
const twos = new Counts();
const threes = new Counts();
/** Heads and tails of one to three characters: where a paragraph or sentence starts or ends, and in mid-sentence. */
const startAt = [new Counts(), new Counts(), new Counts()];
const startMid = [new Counts(), new Counts(), new Counts()];
/** Heads of clauses, and heads inside them. */
const clauseAt = [new Counts(), new Counts(), new Counts()];
const clauseMid = [new Counts(), new Counts(), new Counts()];
const clauseEndAt = [new Counts(), new Counts(), new Counts()];
const clauseEndMid = [new Counts(), new Counts(), new Counts()];
const endAt = [new Counts(), new Counts(), new Counts()];
const endMid = [new Counts(), new Counts(), new Counts()];
let starts = 0;
let startMids = 0;
let clauses = 0;
let clauseMids = 0;
let clauseEnds = 0;
let clauseEndMids = 0;
let ends = 0;
let endMids = 0;

function addHead(into: Counts[], run: number[], at: number, by: number): void {
  const [a = 0, b = 0, c = 0] = [run[at], run[at + 1], run[at + 2]];
  if (!a) return;
  into[0]?.add(a, by);
  if (!b) return;
  into[1]?.add(a * base + b, by);
  if (c) into[2]?.add(a * b2 + b * base + c, by);
}
function addTail(into: Counts[], run: number[], at: number, by: number): void {
  const [a = 0, b = 0, c = 0] = [run[at], run[at - 1], run[at - 2]];
  if (!a) return;
  into[0]?.add(a, by);
  if (!b) return;
  into[1]?.add(b * base + a, by);
  if (c) into[2]?.add(c * b2 + b * base + a, by);
}

const headlineWeight = number('headline-weight', 3);
let headlines = 0;
for (const article of articles) {
  for (const headline of [article.title, article.kicker, article.subtitle]) {
    if (!headline) continue;
    for (const line of headline.split(/[\s\u3000]{2,}|\n/)) {
      const run = symbolsOf(line).map((value) => dense[value] ?? 0);
      while (run.length && isPunctuation(run.at(-1) ?? 0)) run.pop();
      if (run.length < 3) continue;
      addTail(endAt, run, run.length - 1, headlineWeight);
      ends += headlineWeight;
      headlines++;
    }
  }
  for (const text of article.paragraphs ?? []) {
    const run = symbolsOf(text).map((value) => dense[value] ?? 0);
    const whole = run.length > 4 && (isPunctuation(run.at(-1) ?? 0) || run.length > 40);
    for (let at = 0; at < run.length; at++) {
      const a = run[at] ?? 0;
      if (!a) continue;
      ones[a] = (ones[a] ?? 0) + 1;
      const b = run[at + 1] ?? 0;
      const c = run[at + 2] ?? 0;
      if (b) {
        twos.add(a * base + b, 1);
        if (c) threes.add(a * b2 + b * base + c, 1);
      }
      const before = run[at - 1] ?? 0;
      if (at === 0) {
        if (whole) {
          addHead(startAt, run, at, 1);
          starts++;
        }
      } else if (!isPunctuation(a) && !stops.has(before) && !closers.has(before)) {
        addHead(startMid, run, at, 1);
        startMids++;
      }
      if (at > 0 && !isPunctuation(a)) {
        if (parters.has(before)) {
          addHead(clauseAt, run, at, 1);
          clauses++;
        } else {
          addHead(clauseMid, run, at, 1);
          clauseMids++;
        }
      }
      if (b && !isPunctuation(a)) {
        if (parters.has(b)) {
          addTail(clauseEndAt, run, at, 1);
          clauseEnds++;
        } else {
          addTail(clauseEndMid, run, at, 1);
          clauseEndMids++;
        }
      }
      if (stops.has(a) || closers.has(a)) continue;
      if (!isPunctuation(b) && b) {
        addTail(endMid, run, at, 1);
        endMids++;
      } else if (isPunctuation(a)) {
        // nothing ends in a comma
      } else if (stops.has(b) || (closers.has(b) && stops.has(c))) {
        addTail(endAt, run, at, 1);
        ends++;
      } else if (at === run.length - 1 && !isPunctuation(a)) {
        addTail(endAt, run, at, headlineWeight); // a line without a full stop: subhead, byline, list
        ends += headlineWeight;
        headlines++;
      }
    }
  }
}
const total = ones.reduce((sum, count) => sum + count, 0);
console.log(
  `${articles.length} articles, ${total} characters of ${order.length} kinds, ${starts} paragraphs, ${headlines} headlines and lines without a stop`,
);
console.log(`runs of 2: ${twos.size}, of 3: ${threes.size}`);

// --- interactions -------------------------------------------------------------------------------------------------
interface Entry {
  ids: number[];
  set: number;
  value: number;
  /** What leaving the run out would cost. */
  worth: number;
}
const found: Entry[] = [];
const longWorth = number('long-worth', 0.6);
for (const [key, count] of twos) {
  const a = Math.floor(key / base);
  const b = key % base;
  const expected = ((ones[a] ?? 0) * (ones[b] ?? 0)) / total;
  const value = Math.log((count + smoothing) / (expected + smoothing));
  const otherwise = Math.max(-3, Math.log(smoothing / (expected + smoothing)));
  found.push({ ids: [a, b], set: 0, value, worth: (count + expected) * Math.abs(value - otherwise) });
}
for (const [key, count] of threes) {
  if (count < minimum) continue;
  const a = Math.floor(key / b2);
  const b = Math.floor(key / base) % base;
  const c = key % base;
  const expected = (twos.get(a * base + b) * twos.get(b * base + c)) / (ones[b] || 1);
  const value = Math.log((count + longSmoothing) / (expected + longSmoothing));
  const chance = (twos.get(a * base + b) * (ones[c] ?? 0) + (ones[a] ?? 0) * twos.get(b * base + c)) / total / 2;
  found.push({ ids: [a, b, c], set: 1, value, worth: longWorth * (count + chance) * Math.abs(value) });
}

/** Starts and ends: how much more often a head (or tail) stands there than in mid-sentence. */
const startPlane = new Float64Array(base);
const clausePlane = new Float64Array(base);
const clauseEndPlane = new Float64Array(base);
const endPlane = new Float64Array(base);
function edges(at: Counts[], mid: Counts[], ratio: number, plane: Float64Array, mark: number, edgeWorth: number): void {
  const isStart = mark === startId || mark === clauseId;
  const [at1, at2, at3] = at;
  const [mid1, mid2, mid3] = mid;
  if (!at1 || !at2 || !at3 || !mid1 || !mid2 || !mid3) return;
  const shrunk = (here: number, expected: number): number =>
    Math.log((here + edgeSmoothing) / (expected + edgeSmoothing));
  for (let id = 5; id < symbols.length; id++) plane[id] = shrunk(at1.get(id), mid1.get(id) * ratio);
  const two = new Map<number, number>();
  const both = (one: Counts, other: Counts): Set<number> =>
    new Set([...[...one].map(([key]) => key), ...[...other].map(([key]) => key)]);
  for (const key of both(at2, mid2)) {
    const [a, b] = [Math.floor(key / base), key % base];
    const expected = mid2.get(key) * ratio * Math.exp(plane[isStart ? a : b] ?? 0);
    const value = shrunk(at2.get(key), expected);
    two.set(key, value);
    found.push({
      ids: isStart ? [mark, a, b] : [a, b, mark],
      set: 2,
      value,
      worth: edgeWorth * (at2.get(key) + mid2.get(key) * ratio) * Math.abs(value),
    });
  }
  for (const key of both(at3, mid3)) {
    if (at3.get(key) + mid3.get(key) * ratio < 2) continue;
    const [a, b, c] = [Math.floor(key / b2), Math.floor(key / base) % base, key % base];
    const expected =
      mid3.get(key) *
      ratio *
      Math.exp((plane[isStart ? a : c] ?? 0) + (two.get(isStart ? a * base + b : b * base + c) ?? 0));
    const value = shrunk(at3.get(key), expected);
    found.push({
      ids: isStart ? [mark, a, b, c] : [a, b, c, mark],
      set: 2,
      value,
      worth: edgeWorth * (at3.get(key) + mid3.get(key) * ratio) * Math.abs(value),
    });
  }
}
const edgeWorth = number('edge-worth', 20);
edges(startAt, startMid, starts / startMids, startPlane, startId, edgeWorth);
edges(endAt, endMid, ends / endMids, endPlane, endId, edgeWorth);
// there are ten times as many clauses as paragraphs to learn from
edges(clauseAt, clauseMid, clauses / clauseMids, clausePlane, clauseId, edgeWorth / 10);
edges(clauseEndAt, clauseEndMid, clauseEnds / clauseEndMids, clauseEndPlane, clauseEndId, edgeWorth / 10);

found.sort((one, other) => other.worth - one.worth);
const kept = found.slice(0, entries);
const kinds = new Map<string, number>();
const edgeNames = new Map([
  [startId, 'start'],
  [endId, 'end'],
  [clauseId, 'start of clause'],
  [clauseEndId, 'end of clause'],
]);
for (const { ids } of kept) {
  const kind = edgeNames.get(ids[0] ?? 0) ?? edgeNames.get(ids.at(-1) ?? 0) ?? `run of ${ids.length}`;
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
}
console.log(
  `kept ${kept.length} of ${found.length}: ${[...kinds].map(([kind, count]) => `${kind} ${count}`).join(', ')}`,
);

// --- quantise: sixteen levels for each set, by Lloyd's method over what was kept ------------------------------------
const levels: number[][] = [];
for (let set = 0; set < 3; set++) {
  const values = Float64Array.from(
    kept.filter((entry) => entry.set === set),
    (entry) => entry.value,
  ).sort();
  let centres = Array.from({ length: 16 }, (_, index) => values[Math.floor(((index + 0.5) / 16) * values.length)] ?? 0);
  for (let round = 0; round < 30; round++) {
    const sum = new Float64Array(16);
    const size = new Float64Array(16);
    let nearest = 0;
    for (const value of values) {
      while (nearest < 15 && Math.abs((centres[nearest + 1] ?? 0) - value) <= Math.abs((centres[nearest] ?? 0) - value))
        nearest++;
      sum[nearest] = (sum[nearest] ?? 0) + value;
      size[nearest] = (size[nearest] ?? 0) + 1;
    }
    centres = centres
      .map((centre, index) => (size[index] ? (sum[index] ?? 0) / (size[index] ?? 1) : centre))
      .sort((one, other) => one - other);
  }
  levels.push(centres);
  console.log(`levels ${set}: ${centres.map((centre) => centre.toFixed(2)).join(' ')}`);
}
const levelOf = (set: number, value: number): number => {
  let best = 0;
  const centres = levels[set] ?? [];
  for (let index = 1; index < 16; index++)
    if (Math.abs((centres[index] ?? 0) - value) < Math.abs((centres[best] ?? 0) - value)) best = index;
  return best;
};

// --- write: a binary fuse filter that yields a fingerprint of eight bits and a value of four -----------------------
const count = kept.length;
const segmentLength = 2 ** Math.floor(Math.log(count) / Math.log(3.33) + 2.25);
const capacity = Math.round(count * Math.max(1.125, 0.875 + (0.25 * Math.log(1e6)) / Math.log(count)));
const segments = Math.max(1, Math.ceil(capacity / segmentLength) - 2);
const slots = (segments + 2) * segmentLength;
const hashes = kept.map(({ ids }) => {
  let one: number = hashSeeds[ids.length] ?? 0;
  let two = one;
  for (const id of ids) {
    one = hashStep(one, symbols[id] ?? 0, firstFactor);
    two = hashStep(two, symbols[id] ?? 0, secondFactor);
  }
  return [one, two] as const;
});
const payload = new Uint16Array(count);
const places = new Uint32Array(count * 3);
const table = new Uint16Array(slots);
let seed = 0;
for (seed = 1; ; seed++) {
  if (seed > 100) throw new Error('the filter cannot be built: runs with equal hashes?');
  const degree = new Uint8Array(slots);
  const xored = new Uint32Array(slots);
  for (const [index, [one, two]] of hashes.entries()) {
    const high = finish(one ^ seed);
    const low = finish(two ^ Math.imul(high, 0x27d4eb2f));
    const slot0 = Math.floor((high / 0x100000000) * segments * segmentLength);
    places[index * 3] = slot0;
    places[index * 3 + 1] = (slot0 + segmentLength) ^ (low & (segmentLength - 1));
    places[index * 3 + 2] = (slot0 + 2 * segmentLength) ^ ((low >>> 16) & (segmentLength - 1));
    const entry = kept[index];
    payload[index] = ((high ^ (low >>> 9)) & 0xff) | (levelOf(entry?.set ?? 0, entry?.value ?? 0) << 8);
    for (let n = 0; n < 3; n++) {
      const place = places[index * 3 + n] ?? 0;
      degree[place] = (degree[place] ?? 0) + 1;
      xored[place] = (xored[place] ?? 0) ^ (index + 1);
    }
  }
  const queue: number[] = [];
  for (let place = 0; place < slots; place++) if (degree[place] === 1) queue.push(place);
  const order: [number, number][] = [];
  while (queue.length) {
    const place = queue.pop() ?? 0;
    if (degree[place] !== 1) continue;
    const index = (xored[place] ?? 0) - 1;
    order.push([index, place]);
    for (let n = 0; n < 3; n++) {
      const other = places[index * 3 + n] ?? 0;
      degree[other] = (degree[other] ?? 0) - 1;
      xored[other] = (xored[other] ?? 0) ^ (index + 1);
      if (degree[other] === 1) queue.push(other);
    }
  }
  if (order.length < count) continue;
  for (const [index, place] of order.reverse()) {
    let value = payload[index] ?? 0;
    for (let n = 0; n < 3; n++) {
      const other = places[index * 3 + n] ?? 0;
      if (other !== place) value ^= table[other] ?? 0;
    }
    table[place] = value;
  }
  break;
}

const { headerLength, planes, planeLength } = layout;
const bytes = new Uint8Array(headerLength + planes * planeLength + slots + Math.ceil(slots / 2));
const view = new DataView(bytes.buffer);
for (const [index, value] of [layout.magic, slots, segmentLength, segments, seed].entries())
  view.setUint32(4 * index, value, true);
const weights = (named.get('weights') ?? '1,1,0').split(',').map(Number);
for (const [index, value] of [total, ...weights, smoothing, number('floor', -3)].entries())
  view.setFloat32(20 + 4 * index, value, true);
for (const [index, value] of levels.flat().entries()) view.setFloat32(64 + 4 * index, value, true);
const byte = (value: number): number => Math.max(0, Math.min(255, Math.round(value)));
for (let id = 5; id < symbols.length; id++) {
  const at = headerLength + (symbols[id] ?? 0);
  bytes[at] = Math.max(1, byte(Math.log(ones[id] ?? 1) * countScale + 1));
  bytes[at + planeLength] = byte((startPlane[id] ?? 0) * edgeScale + 128);
  bytes[at + 2 * planeLength] = byte((endPlane[id] ?? 0) * edgeScale + 128);
  bytes[at + 5 * planeLength] = byte((clausePlane[id] ?? 0) * edgeScale + 128);
  bytes[at + 6 * planeLength] = byte((clauseEndPlane[id] ?? 0) * edgeScale + 128);
}
for (const [value, to] of fold.entries()) {
  if (to === value) continue;
  bytes[headerLength + 3 * planeLength + value] = to & 0xff;
  bytes[headerLength + 4 * planeLength + value] = to >> 8;
}
const data = headerLength + planes * planeLength;
for (let slot = 0; slot < slots; slot++) {
  const value = table[slot] ?? 0;
  bytes[data + slot] = value & 0xff;
  bytes[data + slots + (slot >> 1)] = (bytes[data + slots + (slot >> 1)] ?? 0) | ((value >> 8) << ((slot & 1) << 2));
}
writeFileSync(out, bytes);
console.log(`${out}: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} compressed`);
