import { fold } from './fold.ts';

/** A short block that may be a headline, in the order of the page. */
export interface Title {
  readonly block: number;
  readonly text: string;
  /** What {@link fold} makes of the text. */
  readonly key: string;
}

/** Two short blocks that say the same. Places in the list of titles. */
export interface Twins {
  readonly earlier: number;
  readonly later: number;
  readonly match: 'exact' | 'partial' | 'near';
  /** Where `match` is partial: true if the later one is the part, false if the earlier one is. */
  readonly laterIsPart: boolean;
}

/** Shorter texts are alike by chance; in folded characters. */
const shortest = { exact: 2, partial: 5, near: 6 } as const;
/** Rows of one headline that are compared as a whole. */
const mostRows = 3;
/** Characters at the start and at the end that near twins share, one or the other. */
const anchor = 4;
/** Titles looked at for one anchor: what begins alike hundreds of times is a list, no headline. */
const mostPerAnchor = 12;

/**
 * All pairs of titles that say the same, each later title with at most one earlier one of each kind. Tables of whole
 * keys, of parts and of anchors are asked; no two titles are compared without one of them bringing them together.
 */
export function findTwins(titles: readonly Title[]): readonly Twins[] {
  const twins: Twins[] = [];
  const whole = new Map<string, number>();
  const parts = new Map<string, number>();
  const anchors = new Map<string, number[]>();
  titles.forEach(({ key, text, block }, later) => {
    if (key.length < shortest.exact) return;
    const same = whole.get(key);
    if (same !== undefined) twins.push({ earlier: same, later, match: 'exact', laterIsPart: false });
    else {
      const part = key.length >= shortest.partial ? parts.get(key) : undefined;
      if (part !== undefined) twins.push({ earlier: part, later, match: 'partial', laterIsPart: true });
      const near = key.length >= shortest.near ? nearest(titles, anchors, later) : undefined;
      if (near !== undefined) twins.push({ earlier: near, later, match: 'near', laterIsPart: false });
    }
    const own = partsOf(text);
    for (const each of own) {
      const earlier = same === undefined ? whole.get(each) : undefined;
      if (earlier !== undefined) twins.push({ earlier, later, match: 'partial', laterIsPart: false });
      if (!parts.has(each)) parts.set(each, later);
    }
    if (same === undefined) {
      whole.set(key, later);
      addRows(titles, later, block, whole);
      if (key.length >= shortest.near) addAnchors(anchors, key, later);
    }
  });
  return twins;
}

/** A headline set in several rows can be printed again in one: the rows together stand for the longest of them. */
function addRows(titles: readonly Title[], last: number, block: number, whole: Map<string, number>): void {
  let together = titles[last]!.key;
  let longest = last;
  for (let rows = 2; rows <= mostRows; rows++) {
    const place = last - rows + 1;
    const row = titles[place];
    if (row === undefined || row.block !== block - rows + 1 || together.length + row.key.length > 120) return;
    together = row.key + together;
    if (row.key.length > titles[longest]!.key.length) longest = place;
    if (!whole.has(together)) whole.set(together, longest);
  }
}

/** Folded parts of a headline that is set in several, runs of parts included, the whole left out. */
function partsOf(text: string): readonly string[] {
  const pieces = text
    .split(/[\s\u3000]+|——|[（(【［[）)】］\]｜|]/u)
    .map(fold)
    .filter((piece) => piece !== '');
  if (pieces.length < 2 || pieces.length > 6) return [];
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

function addAnchors(anchors: Map<string, number[]>, key: string, place: number): void {
  for (const each of [`<${key.slice(0, anchor)}`, `>${key.slice(-anchor)}`]) {
    const list = anchors.get(each);
    if (list === undefined) anchors.set(each, [place]);
    else if (list.length < mostPerAnchor) list.push(place);
  }
}

function nearest(titles: readonly Title[], anchors: Map<string, number[]>, place: number): number | undefined {
  const { key } = titles[place]!;
  for (const each of [`<${key.slice(0, anchor)}`, `>${key.slice(-anchor)}`]) {
    for (const other of anchors.get(each) ?? []) if (isNear(titles[other]!.key, key)) return other;
  }
  return undefined;
}

/** What tells instalments apart rather than misprints: numbers and their like. */
const counting = /[0-9一二三四五六七八九十百千万上中下首末前后後两兩]/u;

/**
 * True where two folded headlines differ by one character that is wrong, missing or too many, or by two in a long one.
 * Instalments, which differ by a number, are not near.
 */
export function isNear(one: string, other: string): boolean {
  const allowed = Math.min(one.length, other.length) >= 14 ? 2 : 1;
  if (Math.abs(one.length - other.length) > allowed) return false;
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start++;
  let tail = 0;
  while (
    tail < one.length - start &&
    tail < other.length - start &&
    one[one.length - 1 - tail] === other[other.length - 1 - tail]
  ) {
    tail++;
  }
  const a = one.slice(start, one.length - tail);
  const b = other.slice(start, other.length - tail);
  if (counting.test(a) && counting.test(b)) return false;
  return within(a, b, allowed);
}

/** True where at most `allowed` characters must be changed, dropped or added to get from one text to the other. */
function within(one: string, other: string, allowed: number): boolean {
  if (Math.max(one.length, other.length) <= allowed) return true;
  if (allowed === 0) return one === other;
  if (one === '' || other === '') return Math.max(one.length, other.length) <= allowed;
  if (one[0] === other[0]) return within(one.slice(1), other.slice(1), allowed);
  return (
    within(one.slice(1), other.slice(1), allowed - 1) ||
    within(one.slice(1), other, allowed - 1) ||
    within(one, other.slice(1), allowed - 1)
  );
}
