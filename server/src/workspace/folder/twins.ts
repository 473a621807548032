import { fold, isColumnTitle, isNear, type Page } from '../../newspaper/index.ts';
import { Turns } from '../pause.ts';
import { canonicalUri } from './canonicalUri.ts';
import { closeness } from './closeness.ts';
import type { FolderIndex, IndexedArticle } from './folderIndex.ts';
import { Postings } from './postings.ts';
import { articleSketch, type DumpIdentity, type DumpRecord, mostArticles, type Parts, partsOf } from './record.ts';
import { compareSketches } from './sketch.ts';
import type { DumpView } from './view.ts';

/** An article that another dump has as well. */
export interface Twin {
  /** Its number among the articles of the dump. */
  readonly article: number;
  readonly other: IndexedArticle;
  /** What is the same: `article` headline and text, `headline` with next to no text here or there, `text` under another headline. */
  readonly match: 'article' | 'headline' | 'text';
}

/** Half of the shorter text under one headline, three quarters of it under two. */
const sameText = { oneHeadline: 0.45, twoHeadlines: 0.75 } as const;
/** Shorter texts are little more than a headline, or are alike by chance; in characters. */
const shortText = 40;
const longEnough = 80;
/** So few common hashes of a sketch prove nothing: the texts themselves are compared then. */
const sureSamples = 8;
/** As many other dumps are looked at for one article, the nearest first. */
const mostCandidates = 5;
/** As many headlines of a dump may be elsewhere with no text to compare. */
const mostBare = 3;
/** Nearly the same headline is looked for where no more pairs of headlines are to be compared. */
const mostPairs = 50_000;

/** What is known of the twins of a page, and what that came from. */
interface PageTwins {
  readonly generation: number;
  readonly date: string | undefined;
  readonly compared: boolean;
  /** Numbers of articles count from the first one of the page. */
  readonly twins: readonly Twin[];
}

const twinsOfPage = new WeakMap<Page, PageTwins>();

/**
 * The articles of a dump that stand in other dumps too, each with the nearest of them. `generation` changes with every
 * other dump: until then what was found for a page holds as long as the page stays as it is.
 */
export async function findTwins(
  view: DumpView,
  self: DumpIdentity,
  index: FolderIndex,
  generation: number,
  read: (uri: string) => Promise<DumpView | undefined>,
): Promise<readonly Twin[]> {
  const turns = new Turns();
  const { pages } = view.issue;
  const { date } = self;
  const all = pages.reduce((sum, { page }) => sum + partsOf(page).articles.length, 0);
  const near = nearHeadlines(self, Math.min(all, mostArticles), index);
  const twins: Twin[] = [];
  let first = 0;
  for (const { page } of pages) {
    if (first >= mostArticles) break;
    let entry = twinsOfPage.get(page);
    if (entry?.generation !== generation || entry.date !== date || entry.compared !== near.compared) {
      const found: Twin[] = [];
      const { articles } = partsOf(page);
      for (let article = 0; article < articles.length; article++) {
        await turns.next();
        const twin = await twinOf(self, { page, article }, articles[article]!, near, index, read);
        if (twin !== undefined) found.push(twin);
      }
      entry = { generation, date, compared: near.compared, twins: found };
      twinsOfPage.set(page, entry);
    }
    for (const twin of entry.twins) {
      const article = first + twin.article;
      if (article < mostArticles) twins.push({ ...twin, article });
    }
    first += partsOf(page).articles.length;
  }
  // many headlines without text are a list of contents, or the chapters of a document
  const bare = twins.filter(({ match }) => match === 'headline');
  return bare.length > mostBare ? twins.filter(({ match }) => match !== 'headline') : twins;
}

async function twinOf(
  self: DumpIdentity,
  here: PagedArticle,
  { headline, sketch }: Parts['articles'][number],
  near: NearHeadlines,
  index: FolderIndex,
  read: (uri: string) => Promise<DumpView | undefined>,
): Promise<Twin | undefined> {
  const { article } = here;
  const own = canonicalUri(self.uri);
  const listed = isTitle(headline) ? index.withHeadline(headline) : [];
  // what stands in hundreds of places is a standing title
  const byHeadline = [...(listed.length < Postings.most ? listed : []), ...near.of(headline)];
  const found = new Map<string, { candidate: IndexedArticle; titled: boolean }>();
  for (const [candidates, titled] of [
    [byHeadline, true],
    [index.withText(sketch), false],
  ] as const) {
    for (const candidate of candidates) {
      const key = `${candidate.article} ${candidate.record.uri}`;
      if (canonicalUri(candidate.record.uri) !== own && !found.has(key)) found.set(key, { candidate, titled });
    }
  }
  const nearest = [...found.values()]
    .map((each) => ({ ...each, near: nearness(self, each.candidate.record) }))
    .sort((a, b) => b.near - a.near)
    .slice(0, mostCandidates);
  for (const { candidate, titled } of nearest) {
    const { share, samples } = compareSketches(sketch, articleSketch(candidate.record, candidate.article));
    const needed = titled ? sameText.oneHeadline : sameText.twoHeadlines;
    // far from what is needed, many samples decide; otherwise the texts do
    if (samples >= sureSamples && share < needed / 2) continue;
    const other = await read(candidate.record.uri);
    const there = other && locate(other, candidate.record, candidate.article);
    if (there === undefined) continue;
    const [shorter, longer] = [textOf(here).length, textOf(there).length].sort((a, b) => a - b) as [number, number];
    if (titled && shorter < shortText) {
      if (longer >= shortText && isOfOneIssue(self, candidate.record))
        return { article, other: candidate, match: 'headline' };
      continue;
    }
    if (shorter < longEnough && !titled) continue;
    if (shareOf(here, there) >= needed) {
      return { article, other: candidate, match: titled ? 'article' : 'text' };
    }
  }
  return undefined;
}

/** Whether a headline can tell an article from others. */
function isTitle(headline: string): boolean {
  return fold(headline).length >= 5 && !isColumnTitle(headline.replace(/[\s　]/gu, ''));
}

function isOfOneIssue(one: DumpIdentity, other: DumpIdentity): boolean {
  return one.date === other.date && closeness(one, other) > 0;
}

function nearness(one: DumpIdentity, other: DumpIdentity): number {
  return (one.date !== undefined && one.date === other.date ? 4 : 0) + closeness(one, other);
}

/** Headlines of the same issue that differ by a misread character or two. */
interface NearHeadlines {
  /** Whether they are looked for at all. */
  readonly compared: boolean;
  readonly of: (headline: string) => readonly IndexedArticle[];
}

/** See {@link NearHeadlines}. `count`: how many headlines there are to look for. */
function nearHeadlines(self: DumpIdentity, count: number, index: FolderIndex): NearHeadlines {
  const none: NearHeadlines = { compared: false, of: () => [] };
  if (self.date === undefined) return none;
  const records = index.issueOf(self).filter(({ uri }) => uri !== self.uri);
  const all = records.reduce((sum, { headlines }) => sum + headlines.length, 0);
  if (all * count > mostPairs) return none;
  let others: readonly (IndexedArticle & { readonly key: string })[] | undefined;
  return {
    compared: true,
    of: (headline) => {
      const key = fold(headline);
      if (key.length < 8) return [];
      others ??= records.flatMap((record) =>
        record.headlines.map((each, article) => ({ key: fold(each), record, article })),
      );
      return others.filter((other) => other.key.length >= 8 && other.key !== key && isNear(key, other.key));
    },
  };
}

const textRoles = new Set(['body', 'brief', 'abstract', 'subhead']);

/** An article on its page. */
interface PagedArticle {
  readonly page: Page;
  readonly article: number;
}

/** Finds an article by its number in the dump. */
function locate({ issue }: DumpView, record: DumpRecord, article: number): PagedArticle | undefined {
  const index = record.pages.findLastIndex(({ firstArticle }) => firstArticle <= article);
  const page = issue.pages[index]?.page;
  return page && { page, article: article - record.pages[index]!.firstArticle };
}

const textsOfPage = new WeakMap<Page, Map<number, string>>();

/** The folded text of an article, worked out once as long as its page stays as it is. */
function textOf({ page, article }: PagedArticle): string {
  const texts = getOrMake(textsOfPage, page, () => new Map<number, string>());
  let text = texts.get(article);
  if (text === undefined) {
    const blocks = (page.articles[article]?.blocks ?? []).filter((block) => textRoles.has(page.roles[block]!));
    text = fold(blocks.map((block) => page.blocks[block]!.paragraph.text).join(''));
    texts.set(article, text);
  }
  return text;
}

const sharesOfPages = new WeakMap<Page, WeakMap<Page, Map<string, number>>>();

/** See {@link sharedPart}; worked out once as long as both pages stay as they are, since typing elsewhere asks again. */
function shareOf(one: PagedArticle, other: PagedArticle): number {
  const ofPage = getOrMake(sharesOfPages, one.page, () => new WeakMap<Page, Map<string, number>>());
  const shares = getOrMake(ofPage, other.page, () => new Map<string, number>());
  const key = `${one.article} ${other.article}`;
  let share = shares.get(key);
  if (share === undefined) {
    share = sharedPart(textOf(one), textOf(other));
    shares.set(key, share);
  }
  return share;
}

function getOrMake<Value>(map: WeakMap<Page, Value>, page: Page, make: () => Value): Value {
  let value = map.get(page);
  if (value === undefined) {
    value = make();
    map.set(page, value);
  }
  return value;
}

/** Share of the shorter text's runs of four characters that stand in the longer one. */
function sharedPart(one: string, other: string): number {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const runs = new Set(runsOf(long));
  let shared = 0;
  let all = 0;
  for (const run of runsOf(short)) {
    all++;
    if (runs.has(run)) shared++;
  }
  return all === 0 ? 0 : shared / all;
}

const runLength = 4;

function* runsOf(folded: string): Generator<string> {
  for (let at = 0; at + runLength <= folded.length; at++) yield folded.slice(at, at + runLength);
}
