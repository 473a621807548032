import type { Block } from '../page/block.ts';
import type { Change } from '../page/former.ts';
import { reach, readSample, sample } from './chains.ts';
import { factsOf } from './features.ts';
import { pairCount } from './pairs.ts';

// A word ties blocks together where it returns within reach. One that does not may come and go. To find that out takes
// as long as to read all chains of the page again, but then it is known for the next edits as well.

/** What is known of one page, from state to state. */
interface Known {
  /** Of a block: its place among the blocks of text; {@link line} for one whose role is open. */
  readonly places: Uint16Array;
  /** By word: two blocks of text that have it, by place, or {@link none}. Words that went stand there still. */
  readonly one: Uint16Array;
  readonly other: Uint16Array;
  /** By word: 1 where a line has it, or more than two blocks. */
  readonly returns: Uint8Array;
  /** The states of the page, told by their blocks, that this is true of. */
  readonly states: WeakSet<readonly Block[]>;
}

const none = 0xffff;
const line = none;

/** The pages that were edited last, in front the very last one. */
const known: Known[] = [];
const mostKnown = 12;
/** States after an edit, or before one: whoever edits a page twice will do so again. */
const edited = new WeakSet<readonly Block[]>();

const before = new Uint16Array(sample + 1);
const now = new Uint16Array(sample + 1);
/** By word: 1 where the paragraph had it, 2 where it has it; cleared behind every question. */
const marks = new Uint8Array(pairCount);
const had = 1;
const has = 2;

/**
 * Whether no word that a change brought or took returns within reach; false too where that is not known. `blocks` are
 * those of the page before it, `after` those behind it.
 */
export function changesLoneWordsOnly(change: Change, blocks: readonly Block[], after: readonly Block[]): boolean {
  const page = knownOf(blocks);
  edited.add(after);
  if (page === undefined) return false;
  page.states.add(after);
  const place = page.places[change.block]!;
  const beforeCount = readSample(change.before.text, before);
  const nowCount = readSample(change.now.text, now);
  for (let at = 0; at < beforeCount; at++) marks[before[at]!] = had;
  let areLone = place !== line;
  for (let at = 0; at < nowCount; at++) {
    const word = now[at]!;
    if (marks[word] === 0) {
      note(page, word, place);
      areLone &&= isLone(page, word, place);
    }
    marks[word]! |= has;
  }
  for (let at = 0; at < beforeCount; at++) {
    if (marks[before[at]!] === had) areLone &&= isLone(page, before[at]!, place);
    marks[before[at]!] = 0;
  }
  for (let at = 0; at < nowCount; at++) marks[now[at]!] = 0;
  return areLone;
}

/** Notes that two states of a page have the same words in their samples: what is known of one is true of the other. */
export function haveSameWords(blocks: readonly Block[], after: readonly Block[]): void {
  known.find(({ states }) => states.has(blocks))?.states.add(after);
  if (edited.has(blocks)) edited.add(after);
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
  const page: Known = {
    places: new Uint16Array(blocks.length),
    one: (oldest?.one ?? new Uint16Array(pairCount)).fill(none),
    other: (oldest?.other ?? new Uint16Array(pairCount)).fill(none),
    returns: oldest?.returns.fill(0) ?? new Uint8Array(pairCount),
    states: new WeakSet([blocks]),
  };
  let texts = 0;
  for (let block = 0; block < blocks.length; block++) {
    const { paragraph } = blocks[block]!;
    const place = factsOf(paragraph).certain === undefined ? line : texts++;
    page.places[block] = place;
    const count = readSample(paragraph.text, before);
    for (let at = 0; at < count; at++) note(page, before[at]!, place);
  }
  return page;
}

/** Notes that a block has a word. */
function note({ one, other, returns }: Known, word: number, place: number): void {
  if (place === line) returns[word] = 1;
  else if (one[word] === none) one[word] = place;
  else if (one[word] !== place) {
    if (other[word] === none) other[word] = place;
    else if (other[word] !== place) returns[word] = 1;
  }
}

/** Whether a word ties nothing together, be it in the block of that place or not. */
function isLone({ one, other, returns }: Known, word: number, place: number): boolean {
  if (returns[word] === 1) return false;
  const [first, second] = [one[word]!, other[word]!];
  return !isNear(first, second) && !isNear(first, place) && !isNear(second, place);
}

function isNear(one: number, other: number): boolean {
  return one !== other && one !== none && other !== none && Math.abs(one - other) <= reach;
}
