import { CancellationToken } from 'vscode-languageserver';
import { offsetIn, pageAt } from '../lsp/convert.ts';
import { articles } from '../lsp/feature/articles.ts';
import { wholeArticles } from '../lsp/feature/wholeArticles.ts';
import type { Session } from '../lsp/session.ts';
import { blockAt, type Jump, type Page, readJump, textIndex } from '../newspaper/index.ts';
import type { Article, Part } from '../protocol.ts';
import type { Dump } from '../workspace/dump.ts';
import type { ArticleText } from './order.ts';

/**
 * The articles of a dump as text, broken paragraphs joined, each overlap once. With `follow` an article is read on
 * where its jump line leads, in this dump or in another one of the session's folder, and it is an article of the dump
 * that it begins in.
 */
export async function articlesOf(dump: Dump, session: Session, follow: boolean): Promise<ArticleText[]> {
  const found = follow ? await begunIn(dump, session) : await ownArticles(dump, session);
  return Promise.all(found.map((article) => articleText(dump, article, session)));
}

async function ownArticles(dump: Dump, session: Session): Promise<Article[]> {
  return (await articles(dump, { textDocument: { uri: dump.uri } }, session, CancellationToken.None)) ?? [];
}

async function followedArticles(dump: Dump, session: Session): Promise<Article[]> {
  return (await wholeArticles(dump, { textDocument: { uri: dump.uri } }, session, CancellationToken.None)) ?? [];
}

/** The whole articles that begin in a dump. What only seems to begin in another one, which knows nothing of it, stays here. */
async function begunIn(dump: Dump, session: Session): Promise<Article[]> {
  const kept: Article[] = [];
  for (const article of await followedArticles(dump, session)) {
    const elsewhere = article.parts[0]?.uri;
    if (elsewhere === undefined) kept.push(article);
    else {
      const here = article.parts.filter(({ uri }) => uri === undefined);
      const there = await session.folder.view(elsewhere);
      const others = there === undefined ? [] : await followedArticles(there.dump, session);
      const takesIn = (part: Part) =>
        others.some(({ parts }) => parts.some((other) => other.uri === dump.uri && sameStart(other, part)));
      // headlines over the rest of an article are left out there
      if (here.some((part) => part.role === 'body' && takesIn(part))) continue;
      const own = await ownArticles(dump, session);
      kept.push(...own.filter(({ parts }) => parts.some((part) => here.some((other) => sameStart(other, part)))));
    }
  }
  return kept;
}

function sameStart({ range: { start } }: Part, { range: other }: Part): boolean {
  return start.line === other.start.line && start.character === other.start.character;
}

async function articleText(
  dump: Dump,
  { title, headline, page, section, bylines, dateline, parts }: Article,
  session: Session,
): Promise<ArticleText> {
  const paragraphs: { role: Part['role']; text: string }[] = [];
  let before: Page | undefined;
  let first: Page | undefined;
  for (const part of parts) {
    const holder = part.uri === undefined ? dump : (await session.folder.view(part.uri))?.dump;
    // gone since it was read a moment ago
    if (holder === undefined) continue;
    const on = pageAt(holder.issue, part.range.start.line).page;
    first ??= on;
    // the headline that another page sets over the rest again
    if (on !== first && headings.has(part.role)) continue;
    const last = paragraphs.at(-1);
    let text = textOf(holder, part);
    if (before !== undefined && before !== on && last !== undefined) {
      // what leads from one page to the other is no part of what is read
      last.text = without(last.text, 'to');
      text = without(text, 'from');
    }
    before = on;
    if (part.continues && last !== undefined) last.text += text.slice(part.overlap ?? 0);
    else paragraphs.push({ role: part.role, text });
  }
  return {
    title,
    line: ((headline ?? parts[0]?.range)?.start.line ?? 0) + 1,
    ...(page === undefined ? {} : { page }),
    ...(section === undefined ? {} : { section }),
    bylines,
    ...(dateline === undefined ? {} : { dateline }),
    paragraphs,
  };
}

const headings = new Set<Part['role']>(['headline', 'kicker', 'deck']);

/** A text without the jump line that it begins or ends with. */
function without(text: string, direction: Jump['direction']): string {
  const jump = readJump(text);
  if (jump?.direction !== direction) return text;
  return direction === 'to' ? text.slice(0, jump.span.start).trimEnd() : text.slice(jump.span.end).trimStart();
}

/** The part as it reads: without indentation and without the breaks of wrapped columns. */
function textOf(dump: Dump, { range }: Part): string {
  const placed = pageAt(dump.issue, range.start.line);
  const start = offsetIn(placed, range.start);
  const block = blockAt(placed.page, start);
  if (block === undefined) return dump.getText(range);
  const end = offsetIn(placed, range.end);
  const { paragraph } = block;
  return paragraph.text.slice(textIndex(paragraph, start - block.start), textIndex(paragraph, end - block.start));
}
