import type { Page } from '../page/page.ts';
import { clauseAt } from '../text/sentence.ts';
import type { Article, Section } from './article.ts';
import { readSignature, type Signature } from './byline.ts';
import { isHead } from './segment.ts';

/** An entry of a page's outline. Blocks by index; entries of one level follow one another and do not overlap. */
export interface OutlineEntry {
  readonly kind: 'section' | 'article' | 'subhead' | 'brief';
  /** The headline, subhead or label as printed, inner spaces kept; a brief's first clause. */
  readonly name: string;
  /** The block that bears the name. */
  readonly block: number;
  /** First and last block of the stretch that the entry stands for: up to where the next one begins. */
  readonly first: number;
  readonly last: number;
  readonly children: readonly OutlineEntry[];
  /** Of an article. */
  readonly signature?: Signature;
  /** Characters of an article's text, heads and repetitions left out, or of a brief's. */
  readonly length?: number;
  /** Of a brief that stands apart from its section: the section's name. */
  readonly section?: string;
}

type Understood = Pick<Page, 'blocks' | 'roles' | 'articles' | 'sections'>;

const known = new WeakMap<Understood, readonly OutlineEntry[]>();

/** The outline of a page, worked out once a page. Text before any headline has no entry. */
export function outlineOf(page: Understood): readonly OutlineEntry[] {
  let entries = known.get(page);
  if (entries === undefined) {
    entries = readOutline(page);
    known.set(page, entries);
  }
  return entries;
}

function readOutline(page: Understood): readonly OutlineEntry[] {
  const starts = [
    ...page.articles.flatMap((article) => startOfArticle(page, article)),
    ...page.sections.flatMap((section) => startsOfSection(page, section)),
  ].sort((a, b) => a.first - b.first);
  return starts.map(({ first, entry }, place) => entry(first, (starts[place + 1]?.first ?? page.blocks.length) - 1));
}

type Outlined = Pick<Page, 'blocks' | 'roles'>;

/** Where an entry begins, and the entry once it is known where it ends. */
interface Start {
  readonly first: number;
  readonly entry: (first: number, last: number) => OutlineEntry;
}

function startOfArticle(page: Outlined, article: Article): Start[] {
  const { headline, blocks } = article;
  if (headline === undefined) return [];
  // a kicker that other text parts from the headline stays outside
  let top = headline;
  while (top > 0 && page.roles[top - 1] === 'kicker' && blocks.includes(top - 1)) top--;
  const entry = (first: number, last: number): OutlineEntry => ({
    kind: 'article',
    name: nameOf(page, headline),
    block: headline,
    first,
    last,
    children: subheadsOf(page, blocks, headline, last),
    signature: readSignature(page, article),
    length: lengthOf(page, blocks),
  });
  return [{ first: top, entry }];
}

/** Subheads of the article that stand in its stretch, each up to the next one. */
function subheadsOf(
  page: Outlined,
  blocks: readonly number[],
  headline: number,
  last: number,
): readonly OutlineEntry[] {
  const subheads = blocks
    .filter((block) => page.roles[block] === 'subhead' && block > headline && block <= last)
    .sort((a, b) => a - b);
  return subheads.map((block, place) => ({
    kind: 'subhead',
    name: nameOf(page, block),
    block,
    first: block,
    last: (subheads[place + 1] ?? last + 1) - 1,
    children: [],
  }));
}

/** A section holds the briefs right under its label; those that stand apart are entries of their own. */
function startsOfSection(page: Outlined, { label, briefs }: Section): Start[] {
  if (label === undefined) return briefs.map((brief) => startOfBrief(page, brief));
  const near = briefs.filter((brief) => onlyBriefsBetween(page, label, brief));
  const name = nameOf(page, label);
  const entry = (first: number, last: number): OutlineEntry => ({
    kind: 'section',
    name,
    block: label,
    first,
    last,
    children: near.map((brief, place) => briefEntry(page, brief, (near[place + 1] ?? last + 1) - 1)),
  });
  const apart = briefs.slice(near.length).map((brief) => startOfBrief(page, brief, name));
  return [{ first: label, entry }, ...apart];
}

function startOfBrief(page: Outlined, brief: number, section?: string): Start {
  return { first: brief, entry: (_first, last) => briefEntry(page, brief, last, section) };
}

function briefEntry(page: Outlined, brief: number, last: number, section?: string): OutlineEntry {
  const { text } = page.blocks[brief]!.paragraph;
  const entry = { kind: 'brief', name: firstClause(text), block: brief, first: brief, last, children: [] } as const;
  return { ...entry, length: text.length, ...(section === undefined ? {} : { section }) };
}

function onlyBriefsBetween(page: Outlined, label: number, brief: number): boolean {
  for (let between = label + 1; between < brief; between++) {
    if (isHead(page.roles[between]!)) return false;
  }
  return true;
}

function nameOf(page: Outlined, block: number): string {
  return page.blocks[block]!.paragraph.text;
}

function lengthOf(page: Outlined, blocks: readonly number[]): number {
  let length = 0;
  for (const block of blocks) {
    const role = page.roles[block]!;
    if (!isHead(role) && role !== 'repetition') length += page.blocks[block]!.paragraph.text.length;
  }
  return length;
}

/** Longer names are of no use in an outline, and shorter ones, such as a date, say nothing: then another clause is taken in. */
const longestName = 40;
const shortestName = 8;

function firstClause(text: string): string {
  const start = /^[\p{S}\p{P}\s]*/u.exec(text)![0].length;
  let { end } = clauseAt(text, start);
  while (end - start < shortestName && end < text.length) end = clauseAt(text, end).end;
  const clause = text.slice(start, Math.min(end, start + longestName)).replace(/[，,；;：:。！？!?]+$/u, '');
  return clause === '' ? text.slice(0, longestName) : clause;
}
