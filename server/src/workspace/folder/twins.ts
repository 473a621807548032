import { fold, isColumnTitle, isNear, type Page } from '../../newspaper/index.ts';
import { canonicalUri } from './canonicalUri.ts';
import { closeness } from './closeness.ts';
import type { FolderIndex, IndexedArticle } from './folderIndex.ts';
import { Postings } from './postings.ts';
import { articleSketch, type DumpRecord } from './record.ts';
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
/** Nearly the same headline is looked for in issues of no more dumps. */
const mostOfIssue = 120;

/** The articles of a dump that stand in other dumps too, each with the nearest of them. */
export async function findTwins(
  view: DumpView,
  record: DumpRecord,
  index: FolderIndex,
  read: (uri: string) => Promise<DumpView | undefined>,
): Promise<readonly Twin[]> {
  const twins: Twin[] = [];
  const near = nearHeadlines(record, index);
  for (let article = 0; article < record.headlines.length; article++) {
    const twin = await twinOf(view, record, article, near, index, read);
    if (twin !== undefined) twins.push(twin);
  }
  return twins;
}

async function twinOf(
  view: DumpView,
  record: DumpRecord,
  article: number,
  near: (headline: string) => readonly IndexedArticle[],
  index: FolderIndex,
  read: (uri: string) => Promise<DumpView | undefined>,
): Promise<Twin | undefined> {
  const headline = record.headlines[article]!;
  const sketch = articleSketch(record, article);
  const self = canonicalUri(record.uri);
  const listed = isTitle(headline) ? index.withHeadline(headline) : [];
  // what stands in hundreds of places is a standing title
  const byHeadline = [...(listed.length < Postings.most ? listed : []), ...near(headline)];
  const found = new Map<string, { candidate: IndexedArticle; titled: boolean }>();
  for (const [candidates, titled] of [
    [byHeadline, true],
    [index.withText(sketch), false],
  ] as const) {
    for (const candidate of candidates) {
      const key = `${candidate.article} ${candidate.record.uri}`;
      if (canonicalUri(candidate.record.uri) !== self && !found.has(key)) found.set(key, { candidate, titled });
    }
  }
  const nearest = [...found.values()]
    .map((each) => ({ ...each, near: nearness(record, each.candidate.record) }))
    .sort((a, b) => b.near - a.near)
    .slice(0, mostCandidates);
  for (const { candidate, titled } of nearest) {
    const { share, samples } = compareSketches(sketch, articleSketch(candidate.record, candidate.article));
    const needed = titled ? sameText.oneHeadline : sameText.twoHeadlines;
    // far from what is needed, many samples decide; otherwise the texts do
    if (samples >= sureSamples && share < needed / 2) continue;
    const here = textOf(view, record, article);
    const other = await read(candidate.record.uri);
    if (other === undefined) continue;
    const there = textOf(other, candidate.record, candidate.article);
    const shorter = Math.min(here.length, there.length);
    if (titled && shorter < shortText) {
      if (isOfOneIssue(record, candidate.record)) return { article, other: candidate, match: 'headline' };
      continue;
    }
    if (shorter < longEnough && !titled) continue;
    if (sharedPart(here, there) >= needed) {
      return { article, other: candidate, match: titled ? 'article' : 'text' };
    }
  }
  return undefined;
}

/** Whether a headline can tell an article from others. */
function isTitle(headline: string): boolean {
  return fold(headline).length >= 5 && !isColumnTitle(headline.replace(/[\s　]/gu, ''));
}

function isOfOneIssue(one: DumpRecord, other: DumpRecord): boolean {
  return one.date === other.date && closeness(one, other) > 0;
}

function nearness(one: DumpRecord, other: DumpRecord): number {
  return (one.date !== undefined && one.date === other.date ? 4 : 0) + closeness(one, other);
}

/** Headlines of the same issue that differ by a misread character or two. */
function nearHeadlines(record: DumpRecord, index: FolderIndex): (headline: string) => readonly IndexedArticle[] {
  if (record.date === undefined) return () => [];
  const issue = index.issueOf(record);
  if (issue.length > mostOfIssue) return () => [];
  const others = issue
    .filter(({ uri }) => uri !== record.uri)
    .flatMap((other) => other.headlines.map((headline, article) => ({ key: fold(headline), record: other, article })));
  return (headline) => {
    const key = fold(headline);
    return key.length < 8
      ? []
      : others.filter((other) => other.key.length >= 8 && other.key !== key && isNear(key, other.key));
  };
}

const textRoles = new Set(['body', 'brief', 'abstract', 'subhead']);

/** The text of an article, by its number in the dump. */
function textOf({ issue }: DumpView, record: DumpRecord, article: number): string {
  const index = record.pages.findLastIndex(({ firstArticle }) => firstArticle <= article);
  const page: Page | undefined = issue.pages[index]?.page;
  const blocks = page?.articles[article - record.pages[index]!.firstArticle]?.blocks ?? [];
  return blocks
    .filter((block) => textRoles.has(page!.roles[block]!))
    .map((block) => page!.blocks[block]!.paragraph.text)
    .join('');
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

function* runsOf(text: string): Generator<string> {
  const folded = fold(text);
  for (let at = 0; at + runLength <= folded.length; at++) yield folded.slice(at, at + runLength);
}
