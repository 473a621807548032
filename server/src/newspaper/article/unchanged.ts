import type { Continuation } from '../continuation/continuation.ts';
import { jumpOf } from '../jump/line.ts';
import type { Block } from '../page/block.ts';
import { type Change, type Former, haveSameEdges } from '../page/former.ts';
import type { Paragraph } from '../page/paragraph.ts';
import { sample } from './chains.ts';
import { factsOf, mostEvidence, readSeams, readTies } from './features.ts';
import { isMarked } from './headlineMarks.ts';
import { Kind } from './kind.ts';
import { Label } from './label.ts';
import { roughCertainty } from './parting.ts';
import { changesLoneWordsOnly, haveSameWords } from './recurrence.ts';
import { haveSameGlance } from './restraint.ts';
import { changedPairs, PairSet } from './shared.ts';
import { isSubject, subjectReach } from './subject.ts';
import { isCertain } from './weave.ts';

/** Seams between blocks are read in so many characters. */
const seamReach = 16;

/** What roles are read from, as far as it was looked into whether that changed. */
export interface LeftRoles {
  /** Roles and duplicates stay what they were. */
  readonly areLeft: boolean;
  /** What {@link readTies} gives, where it was read. */
  readonly ties?: Uint16Array;
}

/**
 * Whether roles and duplicates of a page stay what they were in its former state: what changed was text at a glance and
 * still is, and what it says of the open lines around is the same.
 */
export function leavesRoles({ page, changes }: Former, blocks: readonly Block[]): LeftRoles {
  if (!changes.every(leavesFacts)) return { areLeft: false };
  if (!changes.every((change) => leavesEdges(change, page.blocks, blocks))) return { areLeft: false };
  if (!changes.every((change) => leavesSubjects(change, page.blocks, blocks))) return { areLeft: false };
  if (leavesWords(changes, page.blocks, blocks)) return { areLeft: true };
  const ties = readTies(blocks);
  return { areLeft: ties.every((tie, block) => tie === page.ties[block]), ties };
}

function leavesEdges(change: Change, before: readonly Block[], now: readonly Block[]): boolean {
  return haveSameEdges(change, seamReach, seamReach) || leavesSeams(change, before, now);
}

/** Facts of text and briefs are all alike, so that there is one object for each kind. */
function leavesFacts({ before, now }: Change): boolean {
  const facts = factsOf(now);
  return (
    (facts.certain === Label.body || facts.certain === Label.brief) &&
    facts.kind !== Kind.line &&
    facts === factsOf(before) &&
    !isMarked(before) &&
    !isMarked(now) &&
    before.indent === now.indent &&
    haveSameGlance(before, now)
  );
}

/** Whether the names before a changed paragraph are what it is about as much as they were. */
function leavesSubjects({ block }: Change, before: readonly Block[], now: readonly Block[]): boolean {
  for (let line = Math.max(0, block - subjectReach); line < block; line++) {
    if (isSubject(before, line) !== isSubject(now, line)) return false;
  }
  return true;
}

const told = new Uint16Array(mostEvidence);
const toldBefore = new Uint16Array(mostEvidence);

/** Whether the seams of the open lines before and behind a changed paragraph say what they said. */
function leavesSeams({ block }: Change, before: readonly Block[], now: readonly Block[]): boolean {
  for (const line of [block - 1, block + 1]) {
    if (line < 0 || line >= now.length || isSettled(now[line]!.paragraph)) continue;
    const count = readSeams(now, line, told, 0);
    if (count !== readSeams(before, line, toldBefore, 0)) return false;
    for (let place = 0; place < count; place++) if (told[place] !== toldBefore[place]) return false;
  }
  return true;
}

/** Whether what a paragraph is depends on nothing around it. */
function isSettled(paragraph: Paragraph): boolean {
  return factsOf(paragraph).certain !== undefined && !isMarked(paragraph);
}

/** Whether the words that tie blocks together are what they were, or none of those that changed ties any. */
function leavesWords(changes: readonly Change[], before: readonly Block[], now: readonly Block[]): boolean {
  if (!changes.every((change) => haveSameEdges(change, sample, 0))) {
    return changes.length === 1 && changesLoneWordsOnly(changes[0]!, before, now);
  }
  haveSameWords(before, now);
  return true;
}

/** More pairs than a few keys change. */
const mostPairs = 16;

/** Whether the articles of a page stay what they were in its former state, given that roles and repetitions do. */
export function leavesArticles({ page, changes }: Former, links: readonly Continuation[]): boolean {
  const { asked, blocks } = page;
  if (!leadAlike(links, page.continuations, asked !== undefined)) return false;
  if (changes.some(({ before, now }) => jumpOf(before)?.direction !== jumpOf(now)?.direction)) return false;
  if (asked === undefined) return true;
  if (changes.some(({ block }) => asked[block] === 1)) return false;
  const pairs = changes.flatMap(changedPairs);
  if (pairs.length > mostPairs) return false;
  // how rare the others are is not asked
  const own = pairsAskedFor(asked, blocks);
  return !pairs.some((pair) => own.has(pair));
}

const pairsAsked = new WeakMap<Uint8Array, PairSet>();

/** The pairs of the blocks that were asked for: they stay as they are for as long as the list of them does. */
function pairsAskedFor(asked: Uint8Array, blocks: readonly Block[]): PairSet {
  let pairs = pairsAsked.get(asked);
  if (pairs === undefined) {
    pairs = new PairSet();
    for (let block = 0; block < asked.length; block++) {
      if (asked[block] === 1) pairs.add(blocks[block]!.paragraph.text);
    }
    pairsAsked.set(asked, pairs);
  }
  return pairs;
}

/** Whether links lead the same ways. Where texts are compared, it counts how certain they are, else whether they are certain. */
function leadAlike(one: readonly Continuation[], other: readonly Continuation[], compared: boolean): boolean {
  if (one === other) return true;
  return (
    one.length === other.length &&
    one.every(({ at, to, certainty }, place) => {
      const counterpart = other[place]!;
      if (at !== counterpart.at || to !== counterpart.to) return false;
      if (isCertain(certainty) !== isCertain(counterpart.certainty)) return false;
      return !compared || roughCertainty(certainty) === roughCertainty(counterpart.certainty);
    })
  );
}
