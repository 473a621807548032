import type { Continuation } from '../continuation/continuation.ts';
import { jumpOf } from '../jump/line.ts';
import type { Block, Role } from '../page/block.ts';

/** What stands under one headline, up to the next one. Block indices, ascending. */
export interface Segment {
  /** Undefined for what stands before any headline. */
  readonly headline: number | undefined;
  /** The headline with its kickers and decks, and the jump line that some papers set over it. */
  readonly heads: readonly number[];
  /** The blocks of an article's text under it, its own or another one's. */
  readonly text: readonly number[];
}

/** True for the roles of what stands at the head of an article. */
export function isHead(role: Role): boolean {
  return role === 'headline' || role === 'kicker' || role === 'deck';
}

/** Roles of what belongs to no article, though it may stand among the blocks of one. */
const apart: ReadonlySet<Role> = new Set([
  'strayByline',
  'section',
  'brief',
  'folio',
  'masthead',
  'editors',
  'repetition',
]);

/** Cuts a page at its headlines. The first segment is the one before any headline. */
export function segmentsOf(
  blocks: readonly Block[],
  roles: readonly Role[],
  linkTo: ReadonlyMap<number, Continuation>,
): readonly Segment[] {
  let current: { headline: number | undefined; heads: number[]; text: number[] } = {
    headline: undefined,
    heads: [],
    text: [],
  };
  const segments = [current];
  let kickers: number[] = [];
  for (const { index } of blocks) {
    const role = roles[index]!;
    if (role === 'headline') {
      current = { headline: index, heads: [...kickers, index], text: [] };
      segments.push(current);
      kickers = [];
    } else if (role === 'kicker' || isJumpOverHeadline(blocks, roles, index)) kickers.push(index);
    else if (role !== 'body' && apart.has(role)) continue;
    else if (role === 'deck' && current.headline !== undefined && current.text.length + kickers.length === 0) {
      current.heads.push(index);
    } else {
      // a kicker stays with its headline when the rest of a paragraph cut before it drifted in between; else it is no kicker
      const drifted = kickers.length > 0 && (linkTo.get(index)?.at ?? index) < kickers[0]!;
      if (kickers.length > 0 && !drifted && !driftedSince(kickers, current.text)) {
        current.text.push(...kickers);
        kickers = [];
      }
      current.text.push(index);
    }
  }
  current.text.push(...kickers);
  return segments;
}

/** Whether a line that says where the article comes from stands over its headline. */
function isJumpOverHeadline(blocks: readonly Block[], roles: readonly Role[], block: number): boolean {
  const next = roles[block + 1];
  if (roles[block] !== 'jump' || (next !== 'headline' && next !== 'kicker')) return false;
  return jumpOf(blocks[block]!.paragraph)?.direction === 'from';
}

function driftedSince(kickers: readonly number[], text: readonly number[]): boolean {
  const last = text.at(-1);
  return last !== undefined && last > kickers.at(-1)!;
}
