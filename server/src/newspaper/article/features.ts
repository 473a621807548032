import { statistics } from '../continuation/statistics.ts';
import { findTwins, type Title, type Twins } from '../duplicate/search.ts';
import type { Block, Layout } from '../page/block.ts';
import { isMargin } from '../page/blocks.ts';
import type { Change, Former } from '../page/former.ts';
import { type Paragraph, perParagraph } from '../page/paragraph.ts';
import { scratch } from '../page/scratch.ts';
import { readChains } from './chains.ts';
import { type Facts, longestHeadline, ratios, readFacts, readOwnEvidence } from './facts.ts';
import { isMarked, withoutHeadlineMarks } from './headlineMarks.ts';
import { isText, Kind, kinds } from './kind.ts';
import { Steps, vocabulary } from './vocabulary.ts';

/** What speaks for the roles of a page's blocks. */
export interface PageEvidence {
  /** By block. */
  readonly facts: readonly Facts[];
  /** Blocks that say the same, by block index. */
  readonly twins: readonly Twins[];
  /** By block: how words tie together what stands around an open line, as {@link readTies} puts it. */
  readonly ties: Uint16Array;
  /**
   * Writes the numbers of what speaks for the role of a block that the paragraph alone does not decide, but for what
   * {@link Facts.scores} hold already; gives their number. To be asked before evidence of another page is gathered.
   */
  readonly read: (block: number, into: Uint16Array) => number;
}

/** What a paragraph alone says about its role, read once. */
export const factsOf: (paragraph: Paragraph) => Facts = perParagraph(readFacts);

/** So many numbers at most speak for the role of one block. */
export const mostEvidence = 160;

/**
 * Gathers the evidence: of each block, of its neighbours, of blocks that say the same, of the page. `former` is an earlier
 * state of the page, `ties` what {@link readTies} gives.
 */
export function gatherEvidence(
  blocks: readonly Block[],
  layout: Layout,
  former?: Former,
  ties = readTies(blocks),
): PageEvidence {
  const own = blocks.map(({ paragraph }) => factsOf(paragraph));
  const facts = withoutHeadlineMarks(blocks, own);
  const twins = former?.changes.every(changesNoTitle) ? former.page.twins : findTwins(titlesOf(blocks, facts));
  const page = readPage(blocks, facts, layout, likenesses(twins, blocks.length), ties);
  return { facts, twins, ties, read: (block, into) => readEvidence(blocks, facts, page, block, into) };
}

/** Blocks that may be headlines. */
function titlesOf(blocks: readonly Block[], facts: readonly Facts[]): readonly Title[] {
  const titles: Title[] = [];
  for (let block = 0; block < blocks.length; block++) {
    const { key, inParts } = facts[block]!;
    if (key !== '') titles.push({ block, text: blocks[block]!.paragraph.text, key, inParts });
  }
  return titles;
}

function changesNoTitle({ before, now }: Change): boolean {
  return factsOf(before).key === '' && factsOf(now).key === '' && !isMarked(before) && !isMarked(now);
}

/** All that speaks for the role of an open block, numbers of its own included, to learn from. */
export function evidenceOf({ read }: PageEvidence, blocks: readonly Block[], block: number): Uint16Array {
  const own = readOwnEvidence(blocks[block]!.paragraph);
  const numbers = new Uint16Array(mostEvidence);
  numbers.set(own);
  const count = read(block, numbers.subarray(own.length));
  return numbers.slice(0, own.length + count);
}

/** How the words around the open lines of a page tie together what stands there, in steps; one number a block, 0 for text. */
export function readTies(blocks: readonly Block[]): Uint16Array {
  const isOpen = openOf(blocks.length);
  let open = 0;
  for (let block = 0; block < blocks.length; block++) {
    isOpen[block] = factsOf(blocks[block]!.paragraph).certain === undefined ? 1 : 0;
    open += isOpen[block]!;
  }
  const ties = new Uint16Array(blocks.length);
  if (open === 0) return ties;
  const { across, dip, back, ahead } = readChains(blocks, isOpen);
  for (let block = 0; block < blocks.length; block++) {
    if (isOpen[block] === 0) continue;
    const gap = acrossSteps.of(across[block]!) * dipSteps.names.length + dipSteps.of(dip[block]!);
    const words = backShares.of(back[block]!) * aheadShares.names.length + aheadShares.of(ahead[block]!);
    ties[block] = gap * backAhead + words;
  }
  return ties;
}

const openOf = scratch(Uint8Array);

/** How a block is like another one: `of` bits, one for each of {@link likenessNames}. */
const likenessNames = [
  'like an earlier one: exact',
  'like an earlier one: near',
  'like a part of an earlier one',
  'has an earlier one as its part',
  'like a later one: exact',
  'like a later one: near',
  'like a part of a later one',
  'has a later one as its part',
] as const;

/** By block; undefined where no two are alike. */
function likenesses(twins: readonly Twins[], blocks: number): Uint8Array | undefined {
  if (twins.length === 0) return undefined;
  const bits = new Uint8Array(blocks);
  const note = (block: number, likeness: (typeof likenessNames)[number]): void => {
    bits[block]! |= 1 << likenessNames.indexOf(likeness);
  };
  for (const { earlier, later, match, laterIsPart } of twins) {
    if (match === 'partial') {
      note(later, laterIsPart ? 'like a part of an earlier one' : 'has an earlier one as its part');
      note(earlier, laterIsPart ? 'has a later one as its part' : 'like a part of a later one');
    } else {
      note(later, `like an earlier one: ${match}`);
      note(earlier, `like a later one: ${match}`);
    }
  }
  return bits;
}

interface PageFacts {
  readonly indented: boolean;
  /** Middle length of the page's lines that are neither text nor furniture. */
  readonly middle: number;
  /** Reports with a dateline for each line that could be a headline, by {@link datelineShares}. */
  readonly datelines: number;
  /** By block, {@link margin} places on: its kind. */
  readonly kinds: Uint8Array;
  /** Text blocks between a block and the next open line before it, and behind it. */
  readonly textBefore: Uint8Array;
  readonly textBehind: Uint8Array;
  readonly likeness: Uint8Array | undefined;
  readonly ties: Uint16Array;
}

/** So many blocks before and behind a block are looked at; beyond the page's ends there are none. */
const margin = 3;
/** Longer runs of text are not told apart. */
const longestRun = 99;

const kindsOf = scratch(Uint8Array, 1, 2 * margin);
const textBeforeOf = scratch(Uint8Array);
const textBehindOf = scratch(Uint8Array);
/** How many lines there are of each length on the page that is being read. */
const lengths = new Uint32Array(longestHeadline + 1);

function readPage(
  blocks: readonly Block[],
  facts: readonly Facts[],
  layout: Layout,
  likeness: Uint8Array | undefined,
  ties: Uint16Array,
): PageFacts {
  const count = blocks.length;
  const kinds = kindsOf(count);
  kinds.fill(Kind.boundary, 0, margin).fill(Kind.boundary, count + margin, count + 2 * margin);
  lengths.fill(0);
  let lines = 0;
  let datelines = 0;
  let indented = 0;
  let indentedLines = 0;
  let long = 0;
  const textBefore = textBeforeOf(count);
  const textBehind = textBehindOf(count);
  for (let index = 0, run = 0; index < count; index++) {
    const { kind } = facts[index]!;
    kinds[index + margin] = kind;
    textBefore[index] = Math.min(run, longestRun);
    if (kind === Kind.line) {
      if (blocks[index]!.paragraph.indent > 1) indentedLines++;
      lengths[blocks[index]!.paragraph.text.length]!++;
      lines++;
      run = 0;
    } else if (isText(kind)) {
      run++;
      long++;
      if (blocks[index]!.paragraph.indent > 1) indented++;
      if (kind === Kind.dateline) datelines++;
    }
  }
  for (let index = count - 1, run = 0; index >= 0; index--) {
    const kind = kinds[index + margin]!;
    textBehind[index] = Math.min(run, longestRun);
    if (kind === Kind.line) run = 0;
    else if (isText(kind)) run++;
  }
  return {
    indented: (layout.kind === 'indented' || (indented > 1 && indented * 2 > long)) && !isMargin(indentedLines, lines),
    middle: middleOf(lines),
    datelines: datelineShares.of(datelines / Math.max(1, lines)),
    kinds,
    textBefore,
    textBehind,
    likeness,
    ties,
  };
}

/** The length in the middle of the `lines` lines counted in {@link lengths}; 0 for no lines. */
function middleOf(lines: number): number {
  if (lines === 0) return 0;
  let length = 0;
  for (let shorter = lengths[0]!; shorter <= lines >> 1; shorter += lengths[length]!) length++;
  return length;
}

const datelineShares = new Steps(0, 0.1, 0.3, 0.6);
const sizes = new Steps(4, 8, 14, 24);
const runs = new Steps(0, 1, 2, 4);
const proportions = new Steps(0.5, 0.8, 1, 1.3, 1.8, 2.5);
const acrossSteps = new Steps(0, 0.1, 0.2, 0.35, 0.5, 0.7, 1, 1.4);
const dipSteps = new Steps(0, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 1, 1.3, 1.8);
const backShares = new Steps(0, 0.05, 0.1, 0.2, 0.35);
const aheadShares = new Steps(0, 0.1, 0.2, 0.35, 0.5);
const backAhead = backShares.names.length * aheadShares.names.length;
/** Distances to the report that opens behind a line; 0 for none. */
const distances = ['none', '1 behind', '2 behind', '3 behind'];
const behindLikeness = [...kinds, 'a report'];

const names = {
  before: vocabulary.each('before:', kinds),
  behind: vocabulary.each('behind:', kinds),
  between: vocabulary.pairs('between', kinds, 'and', kinds),
  twoBefore: vocabulary.each('two before:', kinds),
  twoBehind: vocabulary.each('two behind:', kinds),
  behindPair: vocabulary.pairs('behind:', kinds, 'and', kinds),
  beforePair: vocabulary.pairs('before:', kinds, 'and', kinds),
  behindSize: vocabulary.pairs('behind:', kinds, 'size', sizes.names),
  beforeSize: vocabulary.pairs('before:', kinds, 'size', sizes.names),
  report: vocabulary.each('a report opens', distances),
  datelines: vocabulary.pairs('page with datelines', datelineShares.names, 'here', ['none', 'one']),
  textBefore: vocabulary.each('text before', runs.names),
  textBehind: vocabulary.each('text behind', runs.names),
  proportion: vocabulary.each('length to the page’s middle', proportions.names),
  indented: vocabulary.one('indented like text'),
  flush: vocabulary.one('not indented like text'),
  first: vocabulary.one('first on the page'),
  likeness: vocabulary.each('', likenessNames),
  likenessSize: vocabulary.pairs('', likenessNames, 'size', sizes.names),
  likenessBehind: vocabulary.pairs('', likenessNames, 'before', behindLikeness),
  joinsBefore: vocabulary.each('joins the text before', ratios.names),
  neighboursJoin: vocabulary.each('neighbours join', ratios.names),
  joinsBehind: vocabulary.each('joins the text behind', ratios.names),
  freshBehind: vocabulary.each('text behind starts as a paragraph', ratios.names),
  across: vocabulary.each('words across', acrossSteps.names),
  dip: vocabulary.each('words across, against the gaps around', dipSteps.names),
  back: vocabulary.each('words in the text before', backShares.names),
  ahead: vocabulary.each('words in the text behind', aheadShares.names),
  backAhead: vocabulary.pairs('words in the text before', backShares.names, 'behind', aheadShares.names),
  acrossDatelines: vocabulary.pairs('words across', acrossSteps.names, 'datelines', datelineShares.names),
};

function readEvidence(
  blocks: readonly Block[],
  facts: readonly Facts[],
  page: PageFacts,
  index: number,
  into: Uint16Array,
): number {
  const { paragraph } = blocks[index]!;
  const { key } = facts[index]!;
  const place = index + margin;
  const before = page.kinds[place - 1]!;
  const behind = page.kinds[place + 1]!;
  const behindIt = page.kinds[place + 2]!;
  const size = sizes.of(key.length);
  const report = reportBehind(page.kinds, place);
  let count = 0;
  into[count++] = names.before + before;
  into[count++] = names.behind + behind;
  into[count++] = names.between + before * kinds.length + behind;
  into[count++] = names.twoBefore + page.kinds[place - 2]!;
  into[count++] = names.twoBehind + behindIt;
  into[count++] = names.behindPair + behind * kinds.length + behindIt;
  into[count++] = names.beforePair + before * kinds.length + page.kinds[place - 2]!;
  into[count++] = names.behindSize + behind * sizes.names.length + size;
  into[count++] = names.beforeSize + before * sizes.names.length + size;
  into[count++] = names.report + report;
  into[count++] = names.datelines + page.datelines * 2 + (report === 0 ? 0 : 1);
  into[count++] = names.textBefore + runs.of(page.textBefore[index]!);
  into[count++] = names.textBehind + runs.of(page.textBehind[index]!);
  if (page.middle > 0) into[count++] = names.proportion + proportions.of(paragraph.text.length / page.middle);
  if (page.indented) into[count++] = paragraph.indent > 1 ? names.indented : names.flush;
  if (index === 0) into[count++] = names.first;
  const likeness = page.likeness === undefined ? 0 : page.likeness[index]!;
  for (let bit = 0; likeness >> bit > 0; bit++) {
    if (((likeness >> bit) & 1) === 0) continue;
    into[count++] = names.likeness + bit;
    into[count++] = names.likenessSize + bit * sizes.names.length + size;
    into[count++] = names.likenessBehind + bit * behindLikeness.length + (report === 1 ? kinds.length : behind);
  }
  const words = page.ties[index]! % backAhead;
  const gap = (page.ties[index]! - words) / backAhead;
  const ahead = words % aheadShares.names.length;
  const back = (words - ahead) / aheadShares.names.length;
  const dip = gap % dipSteps.names.length;
  const across = (gap - dip) / dipSteps.names.length;
  into[count++] = names.across + across;
  into[count++] = names.dip + dip;
  into[count++] = names.back + back;
  into[count++] = names.ahead + ahead;
  into[count++] = names.backAhead + words;
  into[count++] = names.acrossDatelines + across * datelineShares.names.length + page.datelines;
  return readSeams(blocks, index, into, count);
}

/**
 * Adds what the seams between an open block and its neighbours say to the `count` numbers that are there; gives how many
 * there are then.
 */
export function readSeams(blocks: readonly Block[], index: number, into: Uint16Array, count: number): number {
  const { paragraph } = blocks[index]!;
  const { text } = paragraph;
  const before = blocks[index - 1]?.paragraph;
  const next = blocks[index + 1]?.paragraph.text;
  const { joins, startsParagraph } = statistics();
  let end = count;
  if (before !== undefined && factsOf(before).kind === Kind['open text']) {
    // a line between two halves of a paragraph is an intruder, a line that goes on is a half
    const here = joins(before.text, text);
    if (here !== 0) into[end++] = names.joinsBefore + ratios.of(here / 2);
    const past = next === undefined ? 0 : joins(before.text, next);
    if (past !== 0) into[end++] = names.neighboursJoin + ratios.of(past / 2);
  }
  if (next !== undefined && factsOf(paragraph).kind !== Kind.sentence) {
    const on = joins(text, next);
    if (on !== 0) into[end++] = names.joinsBehind + ratios.of(on / 2);
    const fresh = startsParagraph(next);
    if (fresh !== 0) into[end++] = names.freshBehind + ratios.of(fresh);
  }
  return end;
}

/** How far behind a line a report opens, nothing but short lines between; 0 where none does. */
function reportBehind(kinds: Uint8Array, place: number): number {
  for (let distance = 1; distance <= margin; distance++) {
    const kind = kinds[place + distance]!;
    if (kind === Kind.dateline || kind === Kind.jump) return distance;
    // behind text a byline closes a report
    if (kind === Kind.byline) return kinds[place + distance - 1] === Kind.sentence ? 0 : distance;
    if (isText(kind)) return 0;
  }
  return 0;
}
