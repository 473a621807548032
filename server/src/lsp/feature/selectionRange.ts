import type { Position, Range, SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import {
  blockAt,
  clauseAt,
  type Page,
  type Span,
  sentenceAt,
  spanIn,
  spanOf,
  textIndex,
} from '../../newspaper/index.ts';
import type { Dump } from '../../workspace/dump.ts';
import { offsetIn, pageAt, rangeOf } from '../convert.ts';
import type { Feature } from '../session.ts';

/** Clause, sentence, paragraph, article, page: each step takes in the next larger one. */
export const selectionRange: Feature<SelectionRangeParams, SelectionRange[]> = (dump, { positions }) =>
  positions.map((position) => stepsAt(dump, position));

function stepsAt(dump: Dump, position: Position): SelectionRange {
  const placed = pageAt(dump.issue, position.line);
  const { page } = placed;
  const offset = offsetIn(placed, position);
  const block = blockAt(page, offset);
  const spans: Span[] = [];
  if (block !== undefined) {
    const index = textIndex(block.paragraph, offset - block.start);
    for (const part of [clauseAt(block.paragraph.text, index), sentenceAt(block.paragraph.text, index)]) {
      spans.push(spanIn(block, part.start, part.end));
    }
    spans.push(spanOf(block));
    const article = articleAround(page, block.index);
    if (article !== undefined) spans.push(article);
  }
  spans.push({ start: 0, end: page.text.length });
  let result: SelectionRange | undefined;
  for (const span of spans.reverse()) {
    // a step must lie within the one before it
    if (span.start > offset || span.end < offset) continue;
    const range: Range = rangeOf(placed, span);
    result = result === undefined ? { range } : { range, parent: result };
  }
  return result ?? { range: { start: position, end: position } };
}

/** The stretch of lines from an article's headline to the next headline, where a block stands in it. */
function articleAround(page: Page, block: number): Span | undefined {
  const starts = page.articles.flatMap(({ headline }) => (headline === undefined ? [] : [headline]));
  const first = starts.findLast((headline) => headline <= block);
  if (first === undefined) return undefined;
  const next = starts.find((headline) => headline > block) ?? page.blocks.length;
  return { start: page.blocks[first]!.start, end: page.blocks[next - 1]!.end };
}
