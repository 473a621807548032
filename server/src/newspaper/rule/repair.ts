import type { Continuation } from '../continuation/continuation.ts';
import { holdsBlankLines } from '../page/block.ts';
import type { Page } from '../page/page.ts';
import type { Change } from './finding.ts';
import { spanOf } from './place.ts';

/** What is to be mended on a page: continuations to join, and blocks to take out (repeated headlines). */
export interface Repair {
  readonly joins: readonly Continuation[];
  readonly removals: readonly number[];
}

/**
 * The changes that carry out a repair. A continuation moves to the end of the block that it continues, without the
 * characters that stand in both; a chain is joined whole. A block that moves or goes takes the blank lines on one
 * side with it, so that the spacing of the others stays. Nothing else is touched.
 */
export function repairChanges(page: Page, repair: Repair): readonly Change[] {
  const next = new Map<number, Continuation>();
  const tails = new Set<number>();
  for (const join of repair.joins) {
    if (join.to === undefined || next.has(join.at) || tails.has(join.to)) continue;
    next.set(join.at, join);
    tails.add(join.to);
  }
  const gone = new Set<number>(repair.removals);
  const doubled = page.blocks.some(holdsBlankLines);
  const inserts: Change[] = [];
  for (const head of next.keys()) {
    if (tails.has(head)) continue;
    let added = '';
    let last = head;
    for (let link = next.get(head); link?.to !== undefined; link = next.get(link.to)) {
      if (gone.has(link.to)) break;
      added += page.blocks[link.to]!.paragraph.text.slice(link.overlap);
      gone.add(link.to);
      last = link.to;
    }
    if (last === head) continue;
    const { end } = spanOf(page.blocks[head]!);
    inserts.push({ span: { start: end, end }, text: wrapped(page, head, added, doubled) });
  }
  return merge([...inserts, ...deletions(page, gone)]);
}

/** `added` with line breaks where the column of a wrapped page ends, double ones if it is `doubled`; on other pages as it is. */
function wrapped(page: Page, head: number, added: string, doubled: boolean): string {
  const width = page.layout.width;
  if (page.layout.kind !== 'wrapped' || width === undefined || width < 2) return added;
  const { paragraph, last } = page.blocks[head]!;
  const used = paragraph.text.length - (paragraph.pieces.at(-1)?.at ?? 0);
  const next = page.blocks[head + 1];
  const spaced = next === undefined || next.first - last > (doubled ? 2 : 1);
  // behind a line that is not of the column's width, and at a full one where no blank line parts paragraphs, a break
  // would part the halves again: such a join stays on its line
  if (used > width || (used === width && !spaced)) return added;
  const lines: string[] = [];
  let from = 0;
  for (let room = width - used; from < added.length; room = width) {
    let to = Math.min(added.length, from + room);
    const unit = added.charCodeAt(to);
    if (to < added.length && unit >= 0xdc00 && unit <= 0xdfff) to++;
    lines.push(added.slice(from, to));
    from = to;
  }
  return lines.join(lineBreak(page).repeat(doubled ? 2 : 1));
}

/** The line break that the page itself uses. */
export function lineBreak(page: Page): string {
  const end = page.lineStarts[1];
  if (end === undefined) return '\n';
  if (page.text.charCodeAt(end - 1) === 13) return '\r';
  return page.text.charCodeAt(end - 2) === 13 ? '\r\n' : '\n';
}

function deletions(page: Page, gone: ReadonlySet<number>): Change[] {
  const changes: Change[] = [];
  const { blocks } = page;
  const ascending = [...gone].sort((a, b) => a - b);
  for (let i = 0; i < ascending.length; i++) {
    const from = ascending[i]!;
    while (ascending[i + 1] === ascending[i]! + 1) i++;
    const to = ascending[i]!;
    const before = blocks[from - 1];
    const after = blocks[to + 1];
    const gapBefore = before === undefined ? 0 : blocks[from]!.first - before.last;
    const gapAfter = after === undefined ? 0 : after.first - blocks[to]!.last;
    const span =
      after !== undefined && (before === undefined || gapAfter <= gapBefore)
        ? { start: blocks[from]!.start, end: after.start }
        : { start: before?.end ?? blocks[from]!.start, end: blocks[to]!.end };
    changes.push({ span, text: '' });
  }
  return changes;
}

/** Ascending, and an insertion where a deletion begins made one with it. */
function merge(changes: readonly Change[]): readonly Change[] {
  const ascending = [...changes].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const merged: Change[] = [];
  for (const change of ascending) {
    const last = merged.at(-1);
    if (last !== undefined && last.span.end === change.span.start && last.span.start === last.span.end) {
      merged[merged.length - 1] = {
        span: { start: last.span.start, end: change.span.end },
        text: last.text + change.text,
      };
    } else merged.push(change);
  }
  return merged;
}

/** The page's text after changes (ascending, not overlapping). */
export function applyChanges(text: string, changes: readonly Change[]): string {
  let result = '';
  let from = 0;
  for (const { span, text: inserted } of changes) {
    result += text.slice(from, span.start) + inserted;
    from = span.end;
  }
  return result + text.slice(from);
}
