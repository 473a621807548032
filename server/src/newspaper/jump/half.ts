import { fold } from '../duplicate/fold.ts';
import type { Jump } from '../page/jump.ts';
import type { Page, PageInBlocks } from '../page/page.ts';
import { spanIn } from '../rule/place.ts';
import type { Span } from '../text/span.ts';
import { jumpOf } from './line.ts';
import { meantBy } from './pageNames.ts';

/** One half of an article that is printed on two pages: the half that goes on elsewhere, or the half that comes from there. */
export interface Half {
  /** `to` goes on at another page, `from` continues from one. */
  readonly direction: 'from' | 'to';
  /** Its place among the articles of its page; -1 where its text belongs to none. */
  readonly article: number;
  /** Block of the jump line; undefined for a half that has none. */
  readonly jump: number | undefined;
  /** Block whose text stops (`to`) or begins (`from`) there; undefined where a jump line stands alone. */
  readonly text: number | undefined;
  /** The jump line in the page, or the headline (the first text) of a half without one. */
  readonly span: Span;
  /** The other page as the jump line names it, see `pageKey`; undefined where it does not say. */
  readonly page: string | undefined;
  /** Folded headlines of its article, and how surely they are its own. */
  readonly headlines: readonly HalfHeadline[];
  /** Where the text stops (`to`) or begins (`from`): its last or first characters. */
  readonly edge: string;
  /** The text that belongs to it, piece by piece, cut to what is compared. */
  readonly texts: readonly string[];
}

/** A headline as it is compared. */
export interface HalfHeadline {
  readonly key: string;
  /** 1 for the article's own; less for one above it, whose article may have been parted by a heading within. */
  readonly weight: number;
}

/** How much less each headline further up counts, and how many are looked at. */
const above = { weight: 0.9, most: 6 } as const;

/** Longer lines above a jump line are text. */
const longestHeadline = 80;

/** So much of an edge is looked at. */
const edgeLength = 48;
/** So much of an article's text is compared with another's. */
const textLength = 3_000;

const jumpsOfPage = new WeakMap<Page, readonly Half[]>();

/** The halves that jump lines of a page tell of, in the order of the page; worked out once a page. */
export function jumpHalvesOf(page: Page): readonly Half[] {
  let halves = jumpsOfPage.get(page);
  if (halves === undefined) {
    const found: Half[] = [];
    for (let block = 0; block < page.blocks.length; block++) {
      const half = jumpHalf(page, block);
      if (half !== undefined) found.push(half);
    }
    halves = found;
    jumpsOfPage.set(page, halves);
  }
  return halves;
}

const halvesByName = new WeakMap<Page, ReadonlyMap<string, readonly Half[]>>();

/** Those of {@link jumpHalvesOf} that lead `direction` and can mean a page that is called one of `names`, in their order. */
export function jumpHalvesNaming(page: Page, direction: Half['direction'], names: readonly string[]): readonly Half[] {
  let known = halvesByName.get(page);
  if (known === undefined) {
    known = groupByName(jumpHalvesOf(page));
    halvesByName.set(page, known);
  }
  if (known.size === 0) return noHalves;
  const lists: (readonly Half[])[] = [];
  for (const name of meantBy(names)) {
    const halves = known.get(`${direction} ${name}`);
    if (halves !== undefined) lists.push(halves);
  }
  return lists.length < 2 ? (lists[0] ?? noHalves) : lists.flat().sort((one, other) => one.jump! - other.jump!);
}

const noHalves: readonly Half[] = [];

/** Halves by where they lead, each list in their order. */
function groupByName(halves: readonly Half[]): ReadonlyMap<string, readonly Half[]> {
  const groups = new Map<string, Half[]>();
  for (const half of halves) {
    if (half.page === undefined) continue;
    const key = `${half.direction} ${half.page}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [half]);
    else group.push(half);
  }
  return groups;
}

const namedOnPage = new WeakMap<Page, readonly string[]>();

/** The pages that jump lines of a page name, each once, as `pageKey` writes them; worked out once a page. */
export function pagesNamedOn(page: Page): readonly string[] {
  let named = namedOnPage.get(page);
  if (named === undefined) {
    const found = new Set<string>();
    for (let block = 0; block < page.blocks.length; block++) {
      const name = jumpLineAt(page, block)?.page;
      if (name !== undefined) found.add(name);
    }
    named = found.size === 0 ? noNames : [...found];
    namedOnPage.set(page, named);
  }
  return named;
}

const noNames: readonly string[] = [];

/** Where the jump lines of a page that name a page lead, in their order: `>3` goes on at page 3, `<1` comes from page 1. */
export function jumpsOn(page: PageInBlocks): readonly string[] {
  const found: string[] = [];
  for (let block = 0; block < page.blocks.length; block++) {
    const jump = jumpLineAt(page, block);
    if (jump?.page !== undefined) found.push((jump.direction === 'to' ? '>' : '<') + jump.page);
  }
  return found;
}

/** Roles of blocks that hold a jump line or the text that it belongs to. */
const mayJump = new Set(['jump', 'body', 'brief']);
const textRoles = new Set(['body', 'brief', 'abstract', 'subhead']);
const headRoles = new Set(['headline', 'kicker', 'deck', 'repetition']);

function jumpLineAt({ blocks, roles }: PageInBlocks, block: number): Jump | undefined {
  return mayJump.has(roles[block]!) ? jumpOf(blocks[block]!.paragraph) : undefined;
}

function jumpHalf(page: Page, block: number): Half | undefined {
  const jump = jumpLineAt(page, block);
  if (jump === undefined) return undefined;
  const { text } = page.blocks[block]!.paragraph;
  const { direction, span } = jump;
  const within = direction === 'to' ? text.slice(0, span.start).trim() : text.slice(span.end).trim();
  const neighbour = within === '' ? textBeside(page, block, direction === 'to' ? -1 : 1) : block;
  const owner = articleOf(page, block);
  const article = owner >= 0 ? owner : neighbour === undefined ? -1 : articleOf(page, neighbour);
  const edge = within !== '' ? within : neighbour === undefined ? '' : page.blocks[neighbour]!.paragraph.text;
  return {
    direction,
    article,
    jump: block,
    text: within === '' ? neighbour : block,
    span: spanIn(page.blocks[block]!, span.start, span.end),
    page: jump.page,
    // where the text goes on elsewhere, the last heading above the jump line may be one within the article
    headlines:
      direction === 'to'
        ? headlinesOf(page, article, above.most)
        : [...headlinesOf(page, article, 0), ...lineAbove(page, block)],
    edge: direction === 'to' ? edge.slice(-edgeLength) : edge.slice(0, edgeLength),
    texts: textsOf(page, article, edge),
  };
}

const plainHalvesOfPage = new WeakMap<Page, { to?: readonly Half[]; from?: readonly Half[] }>();

/** The articles of a page without a jump line of that direction, each taken as a half; worked out once a page. */
export function plainHalvesOf(page: Page, direction: 'from' | 'to'): readonly Half[] {
  let known = plainHalvesOfPage.get(page);
  if (known === undefined) {
    known = {};
    plainHalvesOfPage.set(page, known);
  }
  let halves = known[direction];
  if (halves === undefined) {
    const marked = new Set(jumpHalvesOf(page).flatMap((half) => (half.direction === direction ? [half.article] : [])));
    halves = page.articles.flatMap((_, article) =>
      marked.has(article) ? [] : (plainHalf(page, article, direction) ?? []),
    );
    known[direction] = halves;
  }
  return halves;
}

/** An article taken as a half, though no jump line says that it is one. */
function plainHalf(page: Page, article: number, direction: 'from' | 'to'): Half | undefined {
  const { headline, blocks } = page.articles[article]!;
  const texts = blocks.filter((block) => textRoles.has(page.roles[block]!));
  const edge = direction === 'to' ? texts.at(-1) : texts[0];
  const shown = headline ?? edge;
  if (edge === undefined || shown === undefined) return undefined;
  const { text } = page.blocks[edge]!.paragraph;
  return {
    direction,
    article,
    jump: undefined,
    text: edge,
    span: spanIn(page.blocks[shown]!, 0, page.blocks[shown]!.paragraph.text.length),
    page: undefined,
    headlines: headlinesOf(page, article, 0),
    edge: direction === 'to' ? text.slice(-edgeLength) : text.slice(0, edgeLength),
    texts: textsOf(page, article, text),
  };
}

/** A short line right above a jump line is the headline set again, whatever else it was taken for. */
function lineAbove(page: Page, block: number): readonly HalfHeadline[] {
  const text = page.blocks[block - 1]?.paragraph.text ?? '';
  const key = text.length > longestHeadline ? '' : fold(text);
  return key.length > 1 ? [{ key, weight: 1 }] : [];
}

/** The nearest block of text before or behind a jump line that stands alone. */
function textBeside(page: Page, block: number, step: 1 | -1): number | undefined {
  for (let at = block + step; page.blocks[at] !== undefined; at += step) {
    const role = page.roles[at]!;
    // a few characters that a cut left alone look like a headline
    if (textRoles.has(role) || (step === -1 && headRoles.has(role))) return at;
  }
  return undefined;
}

const owners = new WeakMap<Page, Int32Array>();

/** The place of a block's article among the articles of the page, or -1. */
export function articleOf(page: Page, block: number): number {
  let known = owners.get(page);
  if (known === undefined) {
    known = new Int32Array(page.blocks.length).fill(-1);
    for (let article = page.articles.length - 1; article >= 0; article--) {
      for (const each of page.articles[article]!.blocks) known[each] = article;
    }
    owners.set(page, known);
  }
  return known[block] ?? -1;
}

function headlinesOf(page: Page, article: number, reach: number): readonly HalfHeadline[] {
  const headlines: HalfHeadline[] = [];
  for (let at = article, weight = 1; at >= Math.max(0, article - reach); at--, weight *= above.weight) {
    for (const key of keysOf(page, at)) headlines.push({ key, weight });
  }
  return headlines;
}

const keysOfPage = new WeakMap<Page, Map<number, readonly string[]>>();

/** The folded headlines of an article, read once: an article of many jump lines is asked for them by each. */
function keysOf(page: Page, article: number): readonly string[] {
  let known = keysOfPage.get(page);
  if (known === undefined) {
    known = new Map();
    keysOfPage.set(page, known);
  }
  let keys = known.get(article);
  if (keys === undefined) {
    const heads = (page.articles[article]?.blocks ?? []).filter((block) => headRoles.has(page.roles[block]!));
    keys = heads.map((block) => fold(page.blocks[block]!.paragraph.text)).filter((key) => key.length > 1);
    known.set(article, keys);
  }
  return keys;
}

function textsOf(page: Page, article: number, alone: string): readonly string[] {
  const blocks = page.articles[article]?.blocks;
  if (blocks === undefined) return [alone.slice(0, textLength)];
  const texts: string[] = [];
  let left = textLength;
  for (const block of blocks) {
    if (!textRoles.has(page.roles[block]!)) continue;
    const { text } = page.blocks[block]!.paragraph;
    if (text.length > left) {
      texts.push(text.slice(0, left));
      break;
    }
    texts.push(text);
    left -= text.length;
  }
  return texts;
}
