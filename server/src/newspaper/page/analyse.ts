import { groupArticles } from '../article/group.ts';
import { assignRoles } from '../article/roles.ts';
import { leavesArticles, leavesRoles } from '../article/unchanged.ts';
import { linkContinuations } from '../continuation/assign.ts';
import { leaveContinuations } from '../continuation/unchanged.ts';
import { isEqual } from '../text/equal.ts';
import { lineStarts } from '../text/lines.ts';
import { type KnownParagraphs, type ReadBlocks, readBlocks } from './blocks.ts';
import { noteEdited } from './edited.ts';
import { type Former, findFormer } from './former.ts';
import type { Page } from './page.ts';
import type { Paragraph } from './paragraph.ts';
import { editedBlocks, type LineEdit } from './withinLine.ts';

/**
 * Reads one page. `previous` are earlier states of it: paragraphs that are still there are not read again, and what a
 * changed paragraph does not bear on is not worked out again.
 */
export function analysePage(text: string, previous: readonly Page[] = []): Page {
  const starts = lineStarts(text);
  const read = readBlocks(text, starts, paragraphsOf(previous));
  return understand(text, starts, read, findFormer(previous, read.blocks, read.layout));
}

/** Reads a page whose text became `text` by an edit within a line. */
export function analyseEdited(text: string, edit: LineEdit): Page {
  const edited = editedBlocks(edit, text);
  if (edited === undefined) return analysePage(text, [edit.page]);
  const { lineStarts, blocks, former } = edited;
  const { layout, setting } = edit.page;
  const page = understand(text, lineStarts, { layout, setting, blocks }, former);
  if (saysTheSame(page, edit.page))
    noteEdited(page, { former: edit.page, change: former.changes[0]!, growth: edit.growth });
  return page;
}

function saysTheSame(one: Page, other: Page): boolean {
  return (
    one.roles === other.roles &&
    one.duplicates === other.duplicates &&
    one.continuations === other.continuations &&
    one.orphans === other.orphans &&
    one.articles === other.articles
  );
}

function understand(
  text: string,
  lineStarts: Uint32Array,
  { layout, setting, blocks }: ReadBlocks,
  former: Former | undefined,
): Page {
  const page = former?.page;
  const left = former && leavesRoles(former, blocks);
  const assigned = left?.areLeft ? former!.page : assignRoles(blocks, layout, former, left?.ties);
  const { twins, ties } = assigned;
  const roles = known(assigned.roles, page?.roles);
  const duplicates = known(assigned.duplicates, page?.duplicates);
  const haveSameRoles = roles === page?.roles && duplicates === page.duplicates;
  const haveSameLinks = haveSameRoles && leaveContinuations(former!, blocks, layout);
  const linked = haveSameLinks ? page : linkContinuations(blocks, roles, layout, former !== undefined);
  const { words } = linked;
  const continuations = known(linked.continuations, page?.continuations);
  const orphans = known(linked.orphans, page?.orphans);
  const keepsArticles = haveSameRoles && leavesArticles(former!, continuations);
  const grouped = keepsArticles ? page : groupArticles(blocks, roles, continuations, duplicates, former);
  const { asked } = grouped;
  const articles = known(grouped.articles, page?.articles);
  const sections = known(grouped.sections, page?.sections);
  return {
    text,
    lineStarts,
    layout,
    setting,
    blocks,
    roles,
    duplicates,
    twins,
    ties,
    continuations,
    orphans,
    words,
    articles,
    sections,
    asked,
  };
}

/** What says the same as before is the same object, so that all that was made of it is good still. */
function known<Value>(value: Value, before: Value | undefined): Value {
  return before !== undefined && isEqual(value, before) ? before : value;
}

function paragraphsOf(pages: readonly Page[]): KnownParagraphs {
  const known = new Map<string, Paragraph>();
  for (const page of pages) for (const { paragraph } of page.blocks) known.set(paragraph.raw, paragraph);
  return known;
}
