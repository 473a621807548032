import { rangeOf } from '../lsp/convert.ts';
import { readFigures, spanIn } from '../newspaper/index.ts';
import type { Dump } from '../workspace/dump.ts';
import { placeOf } from './findings.ts';
import type { FigureRow } from './order.ts';

/** The figures of a dump, in the order of the text. */
export function figuresOf(dump: Dump): FigureRow[] {
  return dump.issue.pages.flatMap((placed) =>
    placed.page.blocks.flatMap((block) =>
      readFigures(block.paragraph.text).map(({ start, end, ...figure }) => ({
        ...placeOf(rangeOf(placed, spanIn(block, start, end))),
        text: block.paragraph.text.slice(start, end),
        ...figure,
      })),
    ),
  );
}
