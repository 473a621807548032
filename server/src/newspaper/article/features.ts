import { statistics } from '../continuation/statistics.ts';
import { findTwins, type Twins } from '../duplicate/search.ts';
import type { Block, Layout } from '../page/block.ts';
import { type Change, haveSameEdges } from '../page/former.ts';
import { perParagraph } from '../page/paragraph.ts';
import { type Chains, readChains, sample } from './chains.ts';
import { type Facts, ratios, readFacts, vocabulary } from './facts.ts';
import { isText, Kind, kinds } from './kind.ts';
import { Label } from './label.ts';
import { Steps } from './vocabulary.ts';

/** What speaks for the roles of a page's blocks. */
export interface PageEvidence {
  /** By block. */
  readonly facts: readonly Facts[];
  /** Blocks that say the same, by block index. */
  readonly twins: readonly Twins[];
  /** Numbers of all that speaks for the role of a block that the paragraph alone does not decide; valid until the next call. */
  readonly of: (block: number) => Uint16Array;
}

const factsOf = perParagraph(readFacts);

/** Gathers the evidence: of each block, of its neighbours, of blocks that say the same, of the page. */
export function gatherEvidence(blocks: readonly Block[], layout: Layout): PageEvidence {
  const facts = blocks.map(({ paragraph }) => factsOf(paragraph));
  const isOpen = (block: number): boolean => facts[block]!.certain === undefined;
  const titles = [];
  for (const { index, paragraph } of blocks) {
    const { key, inParts } = facts[index]!;
    if (key !== '') titles.push({ block: index, text: paragraph.text, key, inParts });
  }
  const twins = findTwins(titles);
  const page = readPage(blocks, facts, layout, likenesses(twins), readChains(blocks, isOpen));
  return { facts, twins, of: (block) => evidenceOf(blocks, facts, page, block) };
}

/** Joins and starts are read in so many characters. */
const seamReach = 12;

/** Whether what is gathered here stays as it was with a paragraph changed: it was text at a glance and still is, and of text only the edges are looked at. */
export function leavesEvidence(change: Change): boolean {
  const facts = factsOf(change.now);
  const isText = facts.certain === Label.body && facts.kind !== Kind.line;
  return isText && facts === factsOf(change.before) && haveSameEdges(change, sample, seamReach);
}

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

function likenesses(twins: readonly Twins[]): ReadonlyMap<number, number> {
  const bits = new Map<number, number>();
  const note = (block: number, likeness: (typeof likenessNames)[number]): void => {
    bits.set(block, (bits.get(block) ?? 0) | (1 << likenessNames.indexOf(likeness)));
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
  /** Text blocks between a block and the next open line before it, and behind it. */
  readonly textBefore: Uint16Array;
  readonly textBehind: Uint16Array;
  readonly likeness: ReadonlyMap<number, number>;
  readonly chains: Chains;
}

function readPage(
  blocks: readonly Block[],
  facts: readonly Facts[],
  layout: Layout,
  likeness: ReadonlyMap<number, number>,
  chains: Chains,
): PageFacts {
  const count = blocks.length;
  const sizes: number[] = [];
  let datelines = 0;
  let indented = 0;
  let long = 0;
  const textBefore = new Uint16Array(count);
  const textBehind = new Uint16Array(count);
  for (let index = 0, run = 0; index < count; index++) {
    const { kind } = facts[index]!;
    const { text, indent } = blocks[index]!.paragraph;
    textBefore[index] = Math.min(run, 99);
    if (kind === Kind.line) {
      sizes.push(text.length);
      run = 0;
    } else if (isText(kind)) {
      run++;
      long++;
      if (indent > 1) indented++;
      if (kind === Kind.dateline) datelines++;
    }
  }
  for (let index = count - 1, run = 0; index >= 0; index--) {
    const { kind } = facts[index]!;
    textBehind[index] = Math.min(run, 99);
    if (kind === Kind.line) run = 0;
    else if (isText(kind)) run++;
  }
  sizes.sort((a, b) => a - b);
  return {
    indented: layout.kind === 'indented' || (indented > 1 && indented * 2 > long),
    middle: sizes[sizes.length >> 1] ?? 0,
    datelines: datelineShares.of(datelines / Math.max(1, sizes.length)),
    textBefore,
    textBehind,
    likeness,
    chains,
  };
}

const datelineShares = new Steps(0, 0.1, 0.3, 0.6);
const sizes = new Steps(4, 8, 14, 24);
const runs = new Steps(0, 1, 2, 4);
const proportions = new Steps(0.5, 0.8, 1, 1.3, 1.8, 2.5);
const ties = new Steps(0, 0.1, 0.2, 0.35, 0.5, 0.7, 1, 1.4);
const dips = new Steps(0, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 1, 1.3, 1.8);
const backShares = new Steps(0, 0.05, 0.1, 0.2, 0.35);
const aheadShares = new Steps(0, 0.1, 0.2, 0.35, 0.5);
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
  across: vocabulary.each('words across', ties.names),
  dip: vocabulary.each('words across, against the gaps around', dips.names),
  back: vocabulary.each('words in the text before', backShares.names),
  ahead: vocabulary.each('words in the text behind', aheadShares.names),
  backAhead: vocabulary.pairs('words in the text before', backShares.names, 'behind', aheadShares.names),
  acrossDatelines: vocabulary.pairs('words across', ties.names, 'datelines', datelineShares.names),
};

const buffer = new Uint16Array(160);

function evidenceOf(blocks: readonly Block[], facts: readonly Facts[], page: PageFacts, index: number): Uint16Array {
  const own = facts[index]!;
  const { paragraph } = blocks[index]!;
  buffer.set(own.evidence);
  let count = own.evidence.length;
  const add = (number: number): void => {
    buffer[count++] = number;
  };
  const kindAt = (place: number): number => facts[place]?.kind ?? Kind.boundary;
  const before = kindAt(index - 1);
  const behind = kindAt(index + 1);
  const behindIt = kindAt(index + 2);
  const size = sizes.of(own.key.length);
  add(names.before + before);
  add(names.behind + behind);
  add(names.between + before * kinds.length + behind);
  add(names.twoBefore + kindAt(index - 2));
  add(names.twoBehind + behindIt);
  add(names.behindPair + behind * kinds.length + behindIt);
  add(names.behindSize + behind * sizes.names.length + size);
  add(names.beforeSize + before * sizes.names.length + size);
  const report = reportBehind(kindAt, index);
  add(names.report + report);
  add(names.datelines + page.datelines * 2 + (report === 0 ? 0 : 1));
  add(names.textBefore + runs.of(page.textBefore[index]!));
  add(names.textBehind + runs.of(page.textBehind[index]!));
  if (page.middle > 0) add(names.proportion + proportions.of(paragraph.text.length / page.middle));
  if (page.indented) add(paragraph.indent > 1 ? names.indented : names.flush);
  if (index === 0) add(names.first);
  const likeness = page.likeness.get(index) ?? 0;
  for (let bit = 0; likeness >> bit > 0; bit++) {
    if (((likeness >> bit) & 1) === 0) continue;
    add(names.likeness + bit);
    add(names.likenessSize + bit * sizes.names.length + size);
    add(names.likenessBehind + bit * behindLikeness.length + (report === 1 ? kinds.length : behind));
  }
  const across = ties.of(page.chains.across[index]!);
  const back = backShares.of(page.chains.back[index]!);
  const ahead = aheadShares.of(page.chains.ahead[index]!);
  add(names.across + across);
  add(names.dip + dips.of(page.chains.dip[index]!));
  add(names.back + back);
  add(names.ahead + ahead);
  add(names.backAhead + back * aheadShares.names.length + ahead);
  add(names.acrossDatelines + across * datelineShares.names.length + page.datelines);
  const previous = blocks[index - 1]?.paragraph.text;
  const next = blocks[index + 1]?.paragraph.text;
  const { joins, startsParagraph } = statistics();
  if (previous !== undefined && before === Kind['open text']) {
    // a line between two halves of a paragraph is an intruder, a line that goes on is a half
    const here = joins(previous, paragraph.text);
    if (here !== 0) add(names.joinsBefore + ratios.of(here / 2));
    const past = next === undefined ? 0 : joins(previous, next);
    if (past !== 0) add(names.neighboursJoin + ratios.of(past / 2));
  }
  if (next !== undefined && own.kind !== Kind.sentence) {
    const on = joins(paragraph.text, next);
    if (on !== 0) add(names.joinsBehind + ratios.of(on / 2));
    const fresh = startsParagraph(next);
    if (fresh !== 0) add(names.freshBehind + ratios.of(fresh));
  }
  return buffer.subarray(0, count);
}

/** How far behind a line a report opens, nothing but short lines between; 0 where none does. */
function reportBehind(kindAt: (place: number) => number, index: number): number {
  for (let distance = 1; distance < distances.length; distance++) {
    const kind = kindAt(index + distance);
    if (kind === Kind.dateline || kind === Kind.jump) return distance;
    if (isText(kind)) return 0;
  }
  return 0;
}
