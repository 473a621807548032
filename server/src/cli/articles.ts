import { CancellationToken } from 'vscode-languageserver';
import { offsetIn, pageAt } from '../lsp/convert.ts';
import { articles } from '../lsp/feature/articles.ts';
import type { Session } from '../lsp/session.ts';
import { blockAt, textIndex } from '../newspaper/index.ts';
import type { Article, Part } from '../protocol.ts';
import type { Dump } from '../workspace/dump.ts';
import type { ArticleText } from './order.ts';

/** The articles of a dump as text, broken paragraphs joined, each overlap once. */
export async function articlesOf(dump: Dump, session: Session): Promise<ArticleText[]> {
  const params = { textDocument: { uri: dump.uri } };
  const found = (await articles(dump, params, session, CancellationToken.None)) ?? [];
  return found.map((article) => articleText(dump, article));
}

function articleText(dump: Dump, { title, headline, page, section, bylines, dateline, parts }: Article): ArticleText {
  const paragraphs: { role: Part['role']; text: string }[] = [];
  for (const part of parts) {
    const text = textOf(dump, part);
    const last = paragraphs.at(-1);
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
