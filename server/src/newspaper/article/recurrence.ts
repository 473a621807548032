import type { Block } from '../page/block.ts';
import type { Change } from '../page/former.ts';
import { readSample, sample } from './chains.ts';
import { pairCount } from './pairs.ts';

// A word that no other block has ties nothing together, so that it may come or go. To find that out takes as long as to
// read all chains of the page again, but then it is known for the next edits as well.

/** What is known of one page, from state to state. */
interface Known {
  /** By word: how often it stands in the page's samples, 2 for more. Of words that went it may be too much, of none too little. */
  readonly times: Uint8Array;
  /** The states of the page, told by their blocks, that this is true of. */
  readonly states: WeakSet<readonly Block[]>;
}

const several = 2;
const timesBits = 3;
/** Marks of the words that the changed block had and has. */
const had = 4;
const has = 8;

/** The pages that were edited last, in front the very last one. */
const known: Known[] = [];
const mostKnown = 8;
/** States after an edit, or before one: whoever edits a page twice will do so again. */
const edited = new WeakSet<readonly Block[]>();

const before = new Uint16Array(sample + 1);
const now = new Uint16Array(sample + 1);

/**
 * Whether no word that a change brought or took stands in another block; false too where that is not known. `blocks` are
 * those of the page before it, `after` those behind it.
 */
export function changesOwnWordsOnly(change: Change, blocks: readonly Block[], after: readonly Block[]): boolean {
  const page = knownOf(blocks);
  edited.add(after);
  if (page === undefined) return false;
  page.states.add(after);
  const { times } = page;
  const beforeCount = readSample(change.before.text, before);
  const nowCount = readSample(change.now.text, now);
  let isOwn = true;
  for (let at = 0; at < beforeCount; at++) times[before[at]!]! |= had;
  for (let at = 0; at < nowCount; at++) {
    const mark = times[now[at]!]!;
    if ((mark & (had | has)) === 0) {
      if (mark > 0) isOwn = false;
      times[now[at]!] = Math.min(several, mark + 1);
    }
    times[now[at]!]! |= has;
  }
  for (let at = 0; at < beforeCount; at++) {
    const mark = times[before[at]!]!;
    if ((mark & has) === 0 && (mark & timesBits) > 1) isOwn = false;
    times[before[at]!] = mark & timesBits;
  }
  for (let at = 0; at < nowCount; at++) times[now[at]!]! &= timesBits;
  return isOwn;
}

/** Notes that two states of a page have the same words in their samples: what is known of one is true of the other. */
export function haveSameWords(before: readonly Block[], after: readonly Block[]): void {
  known.find(({ states }) => states.has(before))?.states.add(after);
  if (edited.has(before)) edited.add(after);
}

function knownOf(blocks: readonly Block[]): Known | undefined {
  const place = known.findIndex(({ states }) => states.has(blocks));
  if (place === 0) return known[0];
  let page = known[place];
  if (page !== undefined) known.splice(place, 1);
  else if (edited.has(blocks)) page = read(blocks);
  else {
    edited.add(blocks);
    return undefined;
  }
  known.unshift(page);
  return page;
}

function read(blocks: readonly Block[]): Known {
  const oldest = known.length < mostKnown ? undefined : known.pop();
  const times = oldest?.times.fill(0) ?? new Uint8Array(pairCount);
  for (const { paragraph } of blocks) {
    const count = readSample(paragraph.text, before);
    for (let at = 0; at < count; at++) if (times[before[at]!]! < several) times[before[at]!]!++;
  }
  return { times, states: new WeakSet([blocks]) };
}
