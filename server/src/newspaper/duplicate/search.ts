import { scratch } from '../page/scratch.ts';
import { isSpace } from '../text/characters.ts';
import { isKept } from './fold.ts';
import { hashOf, joinedHash, Places } from './places.ts';

/** A short block that may be a headline, in the order of the page. */
export interface Title {
  readonly block: number;
  readonly text: string;
  /** What {@link fold} makes of the text. */
  readonly key: string;
  /** False spares a look for parts: nothing in the text could part it. */
  readonly inParts: boolean;
}

/** Two short blocks that say the same. Block indices. */
export interface Twins {
  readonly earlier: number;
  readonly later: number;
  readonly match: 'exact' | 'partial' | 'near';
  /** Where `match` is partial: true if the later one is the part, false if the earlier one is. */
  readonly laterIsPart: boolean;
}

/** Shorter texts are alike by chance; in folded characters. */
const shortest = { exact: 2, partial: 4, near: 6 } as const;
/** Rows of one headline that are compared as a whole, and how long that may be. */
const mostRows = 3;
const longestRows = 80;
/** Parts of a headline. */
const mostParts = 6;
/** So many runs of parts there are in one. */
const mostRuns = (mostParts * (mostParts + 1)) / 2;
/** Characters at the start or at the end that near twins share: fewer in short ones, of which a misprint leaves less. */
const anchorLengths = [
  { anchor: 3, from: shortest.near, to: 9 },
  { anchor: 4, from: 8, to: Number.POSITIVE_INFINITY },
] as const;
/** Titles looked at for one anchor: what begins alike dozens of times is a list, no headline. */
const mostPerAnchor = 12;
/** No text has so many titles. */
const mostTitles = 1 << 28;

/** Tables of the page that is being read: to empty them costs less than to make new ones. */
const hashesOf = scratch(Int32Array);
const rowPlaces = new Places();
const partPlaces = new Places();
const startPlaces = new Places();
const endPlaces = new Places();

/**
 * All pairs of titles that say the same, each later title with at most one earlier one of each kind. Tables of whole
 * keys, of parts and of anchors are asked; no two titles are compared without one of them bringing them together.
 */
export function findTwins(titles: readonly Title[]): readonly Twins[] {
  const twins: Twins[] = [];
  if (titles.length < 2) return twins;
  const wholes = new Wholes(titles);
  const anchors = new Anchors(titles);
  const parts = new Parts(titles);
  for (let place = 0; place < titles.length; place++) {
    const { key, block, inParts } = titles[place]!;
    const { length } = key;
    if (length < shortest.exact) continue;
    const add = (earlier: number, match: Twins['match'], laterIsPart = false): void => {
      twins.push({ earlier: titles[earlier]!.block, later: block, match, laterIsPart });
    };
    const hash = wholes.hashOf(place);
    const same = wholes.find(hash, key, 0, length);
    if (same !== undefined) add(same, 'exact');
    else {
      const part = length >= shortest.partial ? parts.find(hash, key, 0, length) : undefined;
      if (part !== undefined) add(part, 'partial', true);
      const near = anchors.nearest(place);
      if (near !== undefined) add(near, 'near');
    }
    if (inParts) {
      parts.add(place, (hash, start, end) => {
        const earlier = same === undefined ? wholes.find(hash, key, start, end) : undefined;
        if (earlier !== undefined) add(earlier, 'partial');
      });
    }
    if (same !== undefined) continue;
    wholes.add(place);
    anchors.add(place);
  }
  return twins;
}

/**
 * Titles by what they say in full. A headline set in several rows can be printed again in one: the rows together stand
 * for the longest of them.
 */
class Wholes {
  readonly #titles: readonly Title[];
  /** Entries are rows times {@link mostTitles} and the place of the last row. */
  readonly #rows = rowPlaces;
  /** By place: the hash of the title. */
  readonly #hashes: Int32Array;

  constructor(titles: readonly Title[]) {
    this.#titles = titles;
    this.#rows.clear(titles.length * mostRows);
    this.#hashes = hashesOf(titles.length);
    for (let place = 0; place < titles.length; place++) {
      const { key } = titles[place]!;
      this.#hashes[place] = hashOf(key, 0, key.length);
    }
  }

  /** The hash of a title's key. */
  hashOf(place: number): number {
    return this.#hashes[place]!;
  }

  /** The place of the title that says what `key[start, end)`, of which `hash` is the hash, says. */
  find(hash: number, key: string, start: number, end: number): number | undefined {
    for (let entry = this.#rows.first(hash); entry !== 0; entry = this.#rows.next(entry)) {
      const rows = this.#rows.value(entry);
      if (this.#textOf(rows) === key.slice(start, end)) return this.#longestOf(rows);
    }
    return undefined;
  }

  /** Adds a title that nothing says so far, alone and together with the rows right above it. */
  add(last: number): void {
    const { key, block } = this.#titles[last]!;
    this.#rows.add(this.#hashes[last]!, mostTitles + last);
    let hash = this.#hashes[last]!;
    let { length } = key;
    for (let rows = 2; rows <= mostRows; rows++) {
      const place = last - rows + 1;
      const row = this.#titles[place];
      if (row?.block !== block - rows + 1 || length + row.key.length > longestRows) return;
      hash = joinedHash(this.#hashes[place]!, hash, length);
      length += row.key.length;
      this.#addRows(hash, rows * mostTitles + last);
    }
  }

  #addRows(hash: number, rows: number): void {
    for (let entry = this.#rows.first(hash); entry !== 0; entry = this.#rows.next(entry)) {
      if (this.#textOf(this.#rows.value(entry)) === this.#textOf(rows)) return;
    }
    this.#rows.add(hash, rows);
  }

  #firstOf(rows: number): number {
    return (rows % mostTitles) - Math.floor(rows / mostTitles) + 1;
  }

  #textOf(rows: number): string {
    const last = rows % mostTitles;
    let text = '';
    for (let place = this.#firstOf(rows); place <= last; place++) text += this.#titles[place]!.key;
    return text;
  }

  /** Of rows of equal length the last one. */
  #longestOf(rows: number): number {
    const first = this.#firstOf(rows);
    let longest = rows % mostTitles;
    for (let place = longest - 1; place >= first; place--) {
      if (this.#titles[place]!.key.length > this.#titles[longest]!.key.length) longest = place;
    }
    return longest;
  }
}

/** Titles that are set in several parts, by each of these and by runs of them. */
class Parts {
  readonly #titles: readonly Title[];
  readonly #parts = partPlaces;
  /** By entry: the title's place, where the part begins in its key, and where it ends. */
  readonly #places: number[] = [];

  constructor(titles: readonly Title[]) {
    this.#titles = titles;
    const many = titles.reduce((sum, { inParts }) => (inParts ? sum + 1 : sum), 0);
    this.#parts.clear(many * mostRuns);
  }

  /** The place of the first title of which `key[start, end)`, of which `hash` is the hash, is a part. */
  find(hash: number, key: string, start: number, end: number): number | undefined {
    if (this.#places.length === 0) return undefined;
    for (let entry = this.#parts.first(hash); entry !== 0; entry = this.#parts.next(entry)) {
      const at = this.#parts.value(entry);
      const part = this.#titles[this.#places[at]!]!.key.slice(this.#places[at + 1], this.#places[at + 2]);
      if (part === key.slice(start, end)) return this.#places[at];
    }
    return undefined;
  }

  /** Adds the parts of a title, the whole left out. `visit` is told of each beforehand. */
  add(place: number, visit: (hash: number, start: number, end: number) => void): void {
    const { key, text } = this.#titles[place]!;
    const pieces = readPieces(text);
    for (let from = 0; from < pieces; from++) {
      for (let to = from + 1; to <= pieces; to++) {
        const [start, end] = [pieceStarts[from]!, pieceStarts[to]!];
        if (end - start < shortest.partial || to - from === pieces) continue;
        const hash = hashOf(key, start, end);
        visit(hash, start, end);
        if (this.find(hash, key, start, end) !== undefined) continue;
        this.#parts.add(hash, this.#places.length);
        this.#places.push(place, start, end);
      }
    }
  }
}

/** Where the pieces of the title read last begin in its folded text, and where the last one ends. */
const pieceStarts = new Uint32Array(mostParts + 1);
const brackets = '（(【［[)）】］]｜|';

/**
 * Fills {@link pieceStarts} with what blanks, brackets and dashes part; gives the number of pieces, 0 where they are too many
 * or too few for parts of a headline.
 */
function readPieces(text: string): number {
  let pieces = 0;
  let folded = 0;
  let isParted = true;
  for (let at = 0; at < text.length; at++) {
    if (isKept(text.charCodeAt(at))) {
      if (isParted) {
        if (pieces === mostParts) return 0;
        pieceStarts[pieces++] = folded;
      }
      isParted = false;
      folded++;
    } else if (!isParted) {
      isParted = isSpace(text.charCodeAt(at)) || brackets.includes(text.charAt(at)) || text.startsWith('——', at);
    }
  }
  pieceStarts[pieces] = folded;
  return pieces < 2 ? 0 : pieces;
}

/** Titles by their first and by their last characters: one of both is left alone by a misprint or two. */
class Anchors {
  readonly #titles: readonly Title[];
  readonly #starts = startPlaces;
  readonly #ends = endPlaces;

  constructor(titles: readonly Title[]) {
    this.#titles = titles;
    this.#starts.clear(titles.length * anchorLengths.length);
    this.#ends.clear(titles.length * anchorLengths.length);
  }

  /** Adds the title that {@link nearest} was asked for last. */
  add(place: number): void {
    const { length } = this.#titles[place]!.key;
    for (let kind = 0; kind < anchorLengths.length; kind++) {
      if (!hasAnchor(kind, length)) continue;
      this.#add(this.#starts, startHashes[kind]!, place);
      this.#add(this.#ends, endHashes[kind]!, place);
    }
  }

  /** The first title added that is nearly the same as this one. */
  nearest(place: number): number | undefined {
    const { key } = this.#titles[place]!;
    let near: number | undefined;
    for (let kind = 0; kind < anchorLengths.length; kind++) {
      if (!hasAnchor(kind, key.length)) continue;
      const { anchor } = anchorLengths[kind]!;
      // anchors of different lengths stand in one table
      startHashes[kind] = hashOf(key, 0, anchor, anchor);
      endHashes[kind] = hashOf(key, key.length - anchor, key.length, anchor);
      near ??= this.#nearest(this.#starts, startHashes[kind]!, key) ?? this.#nearest(this.#ends, endHashes[kind]!, key);
    }
    return near;
  }

  #add(places: Places, hash: number, place: number): void {
    let others = 0;
    for (let entry = places.first(hash); entry !== 0; entry = places.next(entry)) others++;
    if (others < mostPerAnchor) places.add(hash, place);
  }

  #nearest(places: Places, hash: number, key: string): number | undefined {
    for (let entry = places.first(hash); entry !== 0; entry = places.next(entry)) {
      const place = places.value(entry);
      if (isNear(this.#titles[place]!.key, key)) return place;
    }
    return undefined;
  }
}

/** Whether a text of that length has an anchor of a kind. */
function hasAnchor(kind: number, length: number): boolean {
  const { from, to } = anchorLengths[kind]!;
  return length >= from && length <= to;
}

/** Hashes of the anchors of the title looked for last, by kind. */
const startHashes = new Int32Array(anchorLengths.length);
const endHashes = new Int32Array(anchorLengths.length);

/** What tells instalments apart rather than misprints: numbers and their like. */
const counting = /^[0-9一二三四五六七八九十百千万上中下首末前后两]+$/u;
/** What a number of an instalment stands behind. */
const ordinal = /[第之][0-9一二三四五六七八九十百]*$/u;
/** From this length on, in folded characters, two characters may differ. */
const long = 14;

/**
 * True where two folded headlines differ by one character that is wrong, missing or too many, or by two in a long one.
 * Instalments, which differ by a number, are not near.
 */
export function isNear(one: string, other: string): boolean {
  const allowed = Math.min(one.length, other.length) >= long ? 2 : 1;
  if (Math.abs(one.length - other.length) > allowed) return false;
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one.charCodeAt(start) === other.charCodeAt(start)) start++;
  let tail = 0;
  while (tail < most - start && one.charCodeAt(one.length - 1 - tail) === other.charCodeAt(other.length - 1 - tail)) {
    tail++;
  }
  const a = one.slice(start, one.length - tail);
  const b = other.slice(start, other.length - tail);
  if (counting.test(a + b)) {
    const numbered = ordinal.test(one.slice(0, start)) || tail === 0;
    if ((a !== '' && b !== '') || numbered) return false;
  }
  return within(a, b, allowed);
}

/** True where at most `allowed` characters must be changed, dropped or added to get from one text to the other. */
function within(one: string, other: string, allowed: number): boolean {
  if (allowed === 0) return one === other;
  if (one === '' || other === '') return Math.max(one.length, other.length) <= allowed;
  if (one[0] === other[0]) return within(one.slice(1), other.slice(1), allowed);
  return (
    within(one.slice(1), other.slice(1), allowed - 1) ||
    within(one.slice(1), other, allowed - 1) ||
    within(one, other.slice(1), allowed - 1)
  );
}
