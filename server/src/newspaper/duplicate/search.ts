import { fold } from './fold.ts';

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
/** Characters at the start or at the end that near twins share: fewer in short ones, of which a misprint leaves less. */
const anchorLengths = [
  { anchor: 3, from: shortest.near, to: 9 },
  { anchor: 4, from: 8, to: Number.POSITIVE_INFINITY },
] as const;
/** Titles looked at for one anchor: what begins alike dozens of times is a list, no headline. */
const mostPerAnchor = 12;

/**
 * All pairs of titles that say the same, each later title with at most one earlier one of each kind. Tables of whole
 * keys, of parts and of anchors are asked; no two titles are compared without one of them bringing them together.
 */
export function findTwins(titles: readonly Title[]): readonly Twins[] {
  const twins: Twins[] = [];
  /** Places in `titles` by what they say in full, or by a part of it. */
  const whole = new Map<string, number>();
  const parts = new Map<string, number>();
  const anchors = new Anchors(titles);
  titles.forEach(({ key, text, block, inParts }, place) => {
    const { length } = key;
    if (length < shortest.exact) return;
    const add = (earlier: number, match: Twins['match'], laterIsPart = false): void => {
      twins.push({ earlier: titles[earlier]!.block, later: block, match, laterIsPart });
    };
    const same = whole.get(key);
    if (same !== undefined) add(same, 'exact');
    else {
      const part = length >= shortest.partial ? parts.get(key) : undefined;
      if (part !== undefined) add(part, 'partial', true);
      const near = anchors.nearest(place);
      if (near !== undefined) add(near, 'near');
    }
    for (const each of inParts ? partsOf(text) : []) {
      const earlier = same === undefined ? whole.get(each) : undefined;
      if (earlier !== undefined) add(earlier, 'partial');
      if (!parts.has(each)) parts.set(each, place);
    }
    if (same !== undefined) return;
    whole.set(key, place);
    addRows(titles, place, whole);
    anchors.add(place);
  });
  return twins;
}

/** A headline set in several rows can be printed again in one: the rows together stand for the longest of them. */
function addRows(titles: readonly Title[], last: number, whole: Map<string, number>): void {
  let together = titles[last]!.key;
  let longest = last;
  for (let rows = 2; rows <= mostRows; rows++) {
    const place = last - rows + 1;
    const row = titles[place];
    if (row === undefined || row.block !== titles[last]!.block - rows + 1) return;
    if (together.length + row.key.length > longestRows) return;
    together = row.key + together;
    if (row.key.length > titles[longest]!.key.length) longest = place;
    if (!whole.has(together)) whole.set(together, longest);
  }
}

/** Folded parts of a headline that is set in several, runs of parts included, the whole left out. */
function partsOf(text: string): readonly string[] {
  const pieces = text
    .split(/\s+|——|[（(【［[)）】］\]｜|]/u)
    .map(fold)
    .filter((piece) => piece !== '');
  if (pieces.length < 2 || pieces.length > mostParts) return [];
  const parts: string[] = [];
  for (let from = 0; from < pieces.length; from++) {
    let part = '';
    for (let to = from; to < pieces.length; to++) {
      part += pieces[to]!;
      if (part.length >= shortest.partial && (from > 0 || to < pieces.length - 1)) parts.push(part);
    }
  }
  return parts;
}

/** Titles by their first and by their last characters: one of both is left alone by a misprint or two. */
class Anchors {
  readonly #titles: readonly Title[];
  readonly #starts = new Map<string, number[]>();
  readonly #ends = new Map<string, number[]>();

  constructor(titles: readonly Title[]) {
    this.#titles = titles;
  }

  add(place: number): void {
    const { key } = this.#titles[place]!;
    for (const { anchor, from, to } of anchorLengths) {
      if (key.length < from || key.length > to) continue;
      note(this.#starts, key.slice(0, anchor), place);
      note(this.#ends, key.slice(-anchor), place);
    }
  }

  /** The first title added that is nearly the same as this one. */
  nearest(place: number): number | undefined {
    const { key } = this.#titles[place]!;
    const alike = (other: number): boolean => isNear(this.#titles[other]!.key, key);
    for (const { anchor, from, to } of anchorLengths) {
      if (key.length < from || key.length > to) continue;
      const near =
        this.#starts.get(key.slice(0, anchor))?.find(alike) ?? this.#ends.get(key.slice(-anchor))?.find(alike);
      if (near !== undefined) return near;
    }
    return undefined;
  }
}

function note(places: Map<string, number[]>, characters: string, place: number): void {
  const list = places.get(characters);
  if (list === undefined) places.set(characters, [place]);
  else if (list.length < mostPerAnchor) list.push(place);
}

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
