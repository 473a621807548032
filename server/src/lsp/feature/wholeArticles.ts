import { type Issue, spanOf } from '../../newspaper/index.ts';
import type { Article, ArticlesParams, Part } from '../../protocol.ts';
import { viewOf } from '../../workspace/folder/folder.ts';
import { type Piece, wholeArticle } from '../../workspace/folder/wholeArticle.ts';
import { rangeOf, touches } from '../convert.ts';
import type { Feature, Session } from '../session.ts';
import { articles } from './articles.ts';
import { spanRange } from './jump.ts';

/**
 * The articles of a dump, each read whole: one that a jump line leads to another page, of this dump or of another one,
 * has the parts that stand there as well. On whichever page it is asked for, it begins where it begins.
 */
export const wholeArticles: Feature<ArticlesParams, Article[]> = async (dump, params, session, token) => {
  const own = (await articles(dump, params, session, token)) ?? [];
  const view = viewOf(dump);
  const { links } = await session.folder.jumps(view);
  const replaced = new Map<Article, Article | undefined>();
  for (const { here } of links) {
    if (here.half.article < 0) continue;
    const pieces = await wholeArticle(session.folder, view, here.page, here.half.article);
    if (pieces.length < 2) continue;
    const found = await Promise.all(pieces.map((piece) => articleOf(piece, session)));
    const inOwn = pieces.map((piece) => (piece.view.uri === dump.uri ? articleIn(own, piece) : undefined));
    const first = inOwn.find((article) => article !== undefined);
    if (first === undefined || replaced.has(first)) continue;
    for (const article of inOwn) if (article !== undefined) replaced.set(article, undefined);
    const title = found.find((article) => article?.title)?.title ?? '';
    const parts = assemble(pieces, found, dump.uri);
    const bylines = [...new Set(found.flatMap((article) => article?.bylines ?? []))];
    replaced.set(first, { ...first, title, bylines, parts });
  }
  return own.flatMap((article) => (replaced.has(article) ? (replaced.get(article) ?? []) : [article]));
};

/** The answer for the article that a piece stands for, in its own dump. */
async function articleOf(piece: Piece, session: Session): Promise<Article | undefined> {
  const { dump } = piece.view;
  const all = await articles(dump, { textDocument: { uri: dump.uri } }, session, neverCancelled);
  return all && articleIn(all, piece);
}

/** Among the answers for a dump the one that holds the piece's first block. */
function articleIn(all: readonly Article[], { view, page, article }: Piece): Article | undefined {
  const range = firstRange(view.issue, page, article);
  return all.find(({ parts }) => parts.some((part) => sameStart(part.range, range)));
}

function firstRange(issue: Issue, page: number, article: number): Part['range'] {
  const placed = issue.pages[page]!;
  return rangeOf(placed, spanOf(placed.page.blocks[placed.page.articles[article]!.blocks[0]!]!));
}

function sameStart(one: Part['range'], other: Part['range']): boolean {
  return one.start.line === other.start.line && one.start.character === other.start.character;
}

/**
 * The parts of all pieces, each piece right behind the jump line that leads to it. The jump lines at the seams fall
 * away; so does the headline that another dump sets over its half again.
 */
function assemble(pieces: readonly Piece[], found: readonly (Article | undefined)[], own: string): Part[] {
  const parts: Part[] = [];
  const seams: { uri: string; range: Part['range'] }[] = [];
  pieces.forEach((piece, at) => {
    const added = partsOf(piece, found[at], own, at > 0);
    if (piece.link === undefined) parts.push(...added);
    else {
      const { here, there } = piece.link;
      const places = [here, there].map((half) => ({ uri: half.view.uri, range: spanRange(half) }));
      seams.push(...places);
      const before = parts.findLastIndex((part) => isAt(part, places[0]!, own));
      parts.splice(before < 0 ? parts.length : before + 1, 0, ...added);
    }
  });
  return parts.filter((part) => part.role !== 'jump' || !seams.some((seam) => isAt(part, seam, own)));
}

/** Whether a part holds the beginning of a place. */
function isAt({ uri, range }: Part, place: { uri: string; range: Part['range'] }, own: string): boolean {
  return (uri ?? own) === place.uri && touches(range, { start: place.range.start, end: place.range.start });
}

const headings = new Set<Part['role']>(['headline', 'kicker', 'deck']);
const sentenceEnd = /[。！？!?…][”’」』）)》】]*$/u;

/** What a piece adds to the article. */
function partsOf(piece: Piece, article: Article | undefined, own: string, goesOn: boolean): Part[] {
  const elsewhere = piece.view.uri !== own;
  const parts = (article?.parts ?? [])
    .filter(({ role }) => !(elsewhere && goesOn && headings.has(role)))
    .map((part): Part => (elsewhere ? { ...part, uri: piece.view.uri } : { ...part }));
  const open = piece.link !== undefined && !sentenceEnd.test(piece.link.here.half.edge);
  const body = parts.find(({ role }) => role === 'body');
  if (open && body !== undefined) body.continues = true;
  return parts;
}

const neverCancelled = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };
