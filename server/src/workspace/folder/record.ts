import {
  articleOf,
  fold,
  type Issue,
  jumpsOn,
  lineAt,
  type Page,
  type PlacedPage,
  readNames,
  type Span,
  spanIn,
  spanOf,
} from '../../newspaper/index.ts';
import { dateOf, type FilePlace, pageNamesOf } from './place.ts';
import { sketchOf } from './sketch.ts';

/** A stretch of a dump: lines and UTF-16 columns from its start, as LSP counts them. */
export type Stretch = readonly [line: number, character: number, endLine: number, endCharacter: number];

/** Which dump it is, and of which issue. */
export interface DumpIdentity {
  readonly uri: string;
  readonly place: FilePlace;
  readonly date: string | undefined;
}

/**
 * What the index keeps of a dump, without its text: numbers stand in typed arrays, so that a dump of one page costs some
 * 2 KB here.
 */
export interface DumpRecord extends DumpIdentity {
  readonly pages: readonly PageRecord[];
  /** Headlines as printed, one an article; '' for an article without. */
  readonly headlines: readonly string[];
  /** Four numbers an article, see {@link Stretch}: its headline, or its first block. */
  readonly stretches: Uint32Array;
  /** Sketches of the articles one behind the other; `sketchEnds` says where each ends. */
  readonly sketches: Uint32Array;
  readonly sketchEnds: Uint16Array;
  /** Names of reporters, with five numbers each: the article (or {@link noArticle}) and the stretch. */
  readonly names: readonly string[];
  readonly nameStretches: Uint32Array;
}

/** Stands for no article in {@link DumpRecord.nameStretches}. */
export const noArticle = 0xffff_ffff;

/** A page of a dump, as the index knows it. */
export interface PageRecord {
  readonly names: readonly string[];
  /** See `jumpsOn`. */
  readonly jumps: readonly string[];
  /** Place of its first article among those of the dump. */
  readonly firstArticle: number;
}

/** As many articles of a dump are taken in; a dump with more is no issue of a newspaper. */
export const mostArticles = 2_048;

/** What the index keeps of a dump. */
export function recordOf(uri: string, issue: Issue, place: FilePlace): DumpRecord {
  const names = pageNamesOf(issue, place);
  let room = mostArticles;
  const parts = issue.pages.map((placed) => {
    // of a dump of years the first months are enough
    const part = room > 0 ? partsOf(placed.page) : { articles: [], bylines: [], jumps: [] };
    room -= part.articles.length;
    return { placed, ...part };
  });
  let firstArticle = 0;
  const pages = parts.map(({ jumps, articles: { length } }, index) => {
    const page = { names: names[index]!, jumps, firstArticle };
    firstArticle += length;
    return page;
  });
  const articles = parts
    .flatMap(({ placed, articles }) => articles.map((article) => ({ ...article, placed })))
    .slice(0, mostArticles);
  const bylines = parts.flatMap(({ placed, bylines }, index) =>
    bylines.map(({ name, span, article }) => ({ name, span, placed, article: articleNumber(pages[index]!, article) })),
  );
  const sketches = new Uint32Array(articles.reduce((sum, { sketch }) => sum + sketch.length, 0));
  const sketchEnds = new Uint16Array(articles.length);
  let end = 0;
  articles.forEach(({ sketch }, article) => {
    sketches.set(sketch, end);
    end += sketch.length;
    sketchEnds[article] = end;
  });
  return {
    uri,
    place,
    date: dateOf(issue, place),
    pages,
    headlines: articles.map(({ headline }) => headline),
    stretches: Uint32Array.from(articles.flatMap(({ placed, span }) => stretchOf(placed, span))),
    sketches,
    sketchEnds,
    names: bylines.map(({ name }) => name),
    nameStretches: Uint32Array.from(
      bylines.flatMap(({ article, placed, span }) => [article, ...stretchOf(placed, span)]),
    ),
  };
}

function articleNumber({ firstArticle }: PageRecord, article: number): number {
  const number = firstArticle + article;
  return article < 0 || number >= mostArticles ? noArticle : number;
}

/** What a page adds to its dump's record; spans count from the start of the page. */
export interface Parts {
  readonly articles: readonly { headline: string; span: Span; sketch: Uint32Array }[];
  readonly bylines: readonly { name: string; span: Span; article: number }[];
  readonly jumps: readonly string[];
}

const partsOfPage = new WeakMap<Page, Parts>();

/** Worked out again only where the page changed, wherever it moved. */
export function partsOf(page: Page): Parts {
  let parts = partsOfPage.get(page);
  if (parts === undefined) {
    parts = readParts(page);
    partsOfPage.set(page, parts);
  }
  return parts;
}

/** Roles of blocks that can name their writer. */
const signed = new Set(['byline', 'strayByline', 'body', 'brief', 'credit']);
const bylines = new Set(['byline', 'strayByline']);
const texts = new Set(['body', 'brief', 'abstract', 'subhead']);

function readParts(page: Page): Parts {
  const articles = page.articles.flatMap(({ headline, blocks }) => {
    const first = headline ?? blocks[0];
    if (first === undefined) return [];
    const text = blocks.filter((block) => texts.has(page.roles[block]!)).map((block) => page.blocks[block]!);
    return [
      {
        headline: headline === undefined ? '' : own(page.blocks[headline]!.paragraph.text),
        span: spanOf(page.blocks[first]!),
        sketch: sketchOf(text.map(({ paragraph }) => paragraph.text)),
      },
    ];
  });
  const names = page.blocks.flatMap((block) => {
    const role = page.roles[block.index]!;
    if (!signed.has(role)) return [];
    const found = readNames(block.paragraph.text, bylines.has(role));
    return found.map(({ name, span }) => ({
      name: own(name),
      span: spanIn(block, span.start, span.end),
      article: articleOf(page, block.index),
    }));
  });
  return { articles, bylines: names, jumps: jumpsOn(page) };
}

/** A copy that does not keep the dump's text alive, as V8's own slices of a string do. */
function own(text: string): string {
  return ` ${text}`.slice(1);
}

/** Where a span of a page stands in the dump. */
export function stretchOf({ page, line }: PlacedPage, { start, end }: Span): Stretch {
  const first = lineAt(page.lineStarts, start);
  const last = lineAt(page.lineStarts, end);
  return [line + first, start - page.lineStarts[first]!, line + last, end - page.lineStarts[last]!];
}

/** The headline of an article, or its first block where it has none. */
export function articleStretch({ stretches }: DumpRecord, article: number): Stretch {
  return [...stretches.subarray(article * 4, article * 4 + 4)] as unknown as Stretch;
}

/** An article's sketch; empty where its text is too short for one. */
export function articleSketch({ sketches, sketchEnds }: DumpRecord, article: number): Uint32Array {
  return sketches.subarray(article === 0 ? 0 : sketchEnds[article - 1], sketchEnds[article]);
}

/** The number by which headlines are looked up: equal for headlines that differ in blanks, width and punctuation only. */
export function headlineHash(headline: string): number {
  const key = fold(headline);
  if (key.length < 4) return 0;
  let hash = 2_166_136_261;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 16_777_619);
  return hash >>> 0;
}
