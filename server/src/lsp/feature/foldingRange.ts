import { type FoldingRange, FoldingRangeKind, type FoldingRangeParams } from 'vscode-languageserver';
import { type OutlineEntry, outlineOf, type PlacedPage } from '../../newspaper/index.ts';
import type { Feature } from '../session.ts';

/** Everything of the outline folds under its first line: pages, sections, articles, subheads and briefs. */
export const foldingRange: Feature<FoldingRangeParams, FoldingRange[]> = (dump) => {
  const { pages } = dump.issue;
  return pages.flatMap((placed) => {
    const folds = flat(outlineOf(placed.page)).map(({ first, last }) => fold(placed, first, last));
    const whole = fold(placed, 0, placed.page.blocks.length - 1);
    return (pages.length > 1 ? [whole, ...folds] : folds).filter(({ startLine, endLine }) => endLine > startLine);
  });
};

function fold({ page, line }: PlacedPage, first: number, last: number): FoldingRange {
  const startLine = line + (page.blocks[first]?.first ?? 0);
  return { startLine, endLine: line + (page.blocks[last]?.last ?? 0), kind: FoldingRangeKind.Region };
}

/** All entries, those within others behind them. */
function flat(entries: readonly OutlineEntry[]): OutlineEntry[] {
  return entries.flatMap((entry) => [entry, ...flat(entry.children)]);
}
