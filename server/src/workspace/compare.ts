import { analyse, findingsOf, type PlacedPage } from '../newspaper/index.ts';
import type { Dump } from './dump.ts';

/**
 * Reads a dump from scratch and holds that against what is understood of it from edit to edit, which has to be the
 * same. What differs first, in words for a log; undefined where nothing does. For finding mistakes: it costs as much as opening.
 */
export function differenceFromScratch(dump: Dump): string | undefined {
  const here = dump.issue.pages;
  const there = analyse(dump.getText()).pages;
  if (here.length !== there.length) return `${here.length} pages instead of ${there.length}`;
  for (const [place, page] of here.entries()) {
    const own = seen(page);
    const other = seen(there[place]!);
    for (const key of Object.keys(own) as (keyof typeof own)[]) {
      if (JSON.stringify(own[key]) !== JSON.stringify(other[key])) return `${key} of page ${place + 1} differ`;
    }
  }
  return undefined;
}

/** What can be seen of a page, and how it is set; without all else that it keeps for speed. */
function seen({ page, offset, line }: PlacedPage) {
  const { text, layout, setting, blocks, roles, duplicates, continuations, orphans, articles, sections } = page;
  const places = blocks.map(({ first, last, start, end }) => [first, last, start, end]);
  const paragraphs = blocks.map(({ paragraph }) => [paragraph.text, paragraph.pieces]);
  const findings = findingsOf(page);
  const whole = { offset, line, text, layout, setting, places, paragraphs, roles, duplicates, continuations, orphans };
  return { ...whole, articles, sections, findings };
}
