import { type FoldingRange, FoldingRangeKind, type FoldingRangeParams } from 'vscode-languageserver';
import type { Feature } from '../session.ts';

/** Each article, section and page folds under its first line. */
export const foldingRange: Feature<FoldingRangeParams, FoldingRange[]> = (dump) =>
  dump.issue.pages.flatMap(({ page, line }) => {
    const starts = page.articles.flatMap(({ headline }) => (headline === undefined ? [] : [headline]));
    return starts.flatMap((block, place) => {
      const next = starts[place + 1] ?? page.blocks.length;
      const startLine = line + page.blocks[block]!.first;
      const endLine = line + page.blocks[next - 1]!.last;
      return endLine > startLine ? [{ startLine, endLine, kind: FoldingRangeKind.Region }] : [];
    });
  });
