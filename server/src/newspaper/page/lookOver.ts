import { lineStarts } from '../text/lines.ts';
import type { Role } from './block.ts';
import { readBlocks } from './blocks.ts';
import type { PageInBlocks } from './page.ts';
import { pageTexts } from './split.ts';

/**
 * The pages of a dump in blocks that all pass for body: enough for folios and jump lines, at a tenth of what it costs to
 * understand them.
 */
export function* lookOver(text: string): Generator<PageInBlocks> {
  for (const page of pageTexts(text)) {
    const { blocks } = readBlocks(page, lineStarts(page), new Map());
    yield { blocks, roles: blocks.map((): Role => 'body') };
  }
}
