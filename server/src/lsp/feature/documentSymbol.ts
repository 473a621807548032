import { type DocumentSymbol, type DocumentSymbolParams, SymbolKind } from 'vscode-languageserver';
import { type Article, type Page, type PlacedPage, spanOf } from '../../newspaper/index.ts';
import { rangeOf } from '../convert.ts';
import type { Feature } from '../session.ts';

/** The outline: articles under their headlines. */
export const documentSymbol: Feature<DocumentSymbolParams, DocumentSymbol[]> = (dump) => {
  const { pages } = dump.issue;
  return pages.flatMap((placed) => symbolsOf(placed));
};

function symbolsOf(placed: PlacedPage): DocumentSymbol[] {
  const { page } = placed;
  const starts = page.articles.flatMap(({ headline }) => (headline === undefined ? [] : [headline]));
  return page.articles.flatMap((article) => {
    if (article.headline === undefined) return [];
    const next = starts.find((block) => block > article.headline!);
    return [symbolOf(placed, page, article, next)];
  });
}

function symbolOf(placed: PlacedPage, page: Page, article: Article, next: number | undefined): DocumentSymbol {
  const headline = page.blocks[article.headline!]!;
  const last = page.blocks[next === undefined ? page.blocks.length - 1 : next - 1]!;
  return {
    name: headline.paragraph.text,
    kind: SymbolKind.Class,
    range: rangeOf(placed, { start: headline.start, end: last.end }),
    selectionRange: rangeOf(placed, spanOf(headline)),
  };
}
