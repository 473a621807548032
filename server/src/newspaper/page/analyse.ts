import { groupArticles } from '../article/group.ts';
import { assignRoles } from '../article/roles.ts';
import { linkContinuations } from '../continuation/assign.ts';
import { lineStarts } from '../text/lines.ts';
import { type KnownParagraphs, readBlocks } from './blocks.ts';
import type { Page } from './page.ts';
import type { Paragraph } from './paragraph.ts';

/** Reads one page. `previous` is an earlier state of it: paragraphs that are still there are not read again. */
export function analysePage(text: string, previous: readonly Page[] = []): Page {
  const starts = lineStarts(text);
  const { layout, blocks } = readBlocks(text, starts, paragraphsOf(previous));
  const { roles, duplicates } = assignRoles(blocks, layout);
  const { continuations, orphans } = linkContinuations(blocks, roles, layout);
  const { articles, sections } = groupArticles(blocks, roles, continuations, duplicates);
  return { text, lineStarts: starts, layout, blocks, roles, duplicates, continuations, orphans, articles, sections };
}

function paragraphsOf(pages: readonly Page[]): KnownParagraphs {
  const known = new Map<string, Paragraph>();
  for (const page of pages) for (const { paragraph } of page.blocks) known.set(paragraph.raw, paragraph);
  return known;
}
