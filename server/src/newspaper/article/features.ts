import { statistics } from '../continuation/statistics.ts';
import { findTwins, type Twins } from '../duplicate/search.ts';
import type { Block, Layout } from '../page/block.ts';
import { perParagraph } from '../page/paragraph.ts';
import { type Facts, half, type Kind, readFacts, step } from './facts.ts';

/** What speaks for the role of each block of a page. */
export interface PageEvidence {
  readonly facts: readonly Facts[];
  /** Names of the evidence by block; undefined where the paragraph alone decides. */
  readonly evidence: readonly (readonly string[] | undefined)[];
  /** Blocks that say the same, by block index. */
  readonly twins: readonly Twins[];
}

const factsOf = perParagraph(readFacts);

/** Gathers the evidence: of each block, of its neighbours, of blocks that say the same, of the page. */
export function gatherEvidence(blocks: readonly Block[], layout: Layout): PageEvidence {
  const facts = blocks.map(({ paragraph }) => factsOf(paragraph));
  const open = blocks.filter(({ index }) => facts[index]!.certain === undefined);
  const titles = open.map(({ index, paragraph }) => ({ block: index, text: paragraph.text, key: facts[index]!.key }));
  const twins = findTwins(titles).map((each) => ({
    ...each,
    earlier: titles[each.earlier]!.block,
    later: titles[each.later]!.block,
  }));
  const likeness = new Map<number, string[]>();
  const note = (block: number, what: string): void => {
    const list = likeness.get(block);
    if (list === undefined) likeness.set(block, [what]);
    else if (!list.includes(what)) list.push(what);
  };
  for (const { earlier, later, match, laterIsPart } of twins) {
    const part = match === 'partial' ? (laterIsPart ? 'part' : 'whole') : match;
    const mirror = match === 'partial' ? (laterIsPart ? 'whole' : 'part') : match;
    note(later, `like an earlier one: ${part}`);
    note(earlier, `like a later one: ${mirror}`);
  }
  const page = readPage(blocks, facts, layout);
  const evidence: (readonly string[] | undefined)[] = new Array(blocks.length);
  for (const { index } of open) evidence[index] = contextEvidence(blocks, facts, index, page, likeness.get(index));
  return { facts, evidence, twins };
}

interface PageFacts {
  readonly indented: boolean;
  /** Middle length of the page's lines that are neither text nor furniture. */
  readonly middle: number;
  /** Share of reports with a dateline among the page's lines that could be headlines. */
  readonly datelines: string;
  /** Distance, in blocks, from each block to the next open line before and behind; text between them counts. */
  readonly textBefore: Uint16Array;
  readonly textBehind: Uint16Array;
}

function readPage(blocks: readonly Block[], facts: readonly Facts[], layout: Layout): PageFacts {
  const count = blocks.length;
  const sizes: number[] = [];
  let datelines = 0;
  let indented = 0;
  let long = 0;
  const textBefore = new Uint16Array(count);
  const textBehind = new Uint16Array(count);
  let run = 0;
  for (let index = 0; index < count; index++) {
    const { kind } = facts[index]!;
    const { text, indent } = blocks[index]!.paragraph;
    textBefore[index] = Math.min(run, 60000);
    if (kind === 'line') {
      sizes.push(text.length);
      run = 0;
    } else if (isText(kind)) run++;
    if (kind === 'dateline') datelines++;
    if (text.length > 60) {
      long++;
      if (indent > 1) indented++;
    }
  }
  run = 0;
  for (let index = count - 1; index >= 0; index--) {
    const { kind } = facts[index]!;
    textBehind[index] = Math.min(run, 60000);
    if (kind === 'line') run = 0;
    else if (isText(kind)) run++;
  }
  sizes.sort((a, b) => a - b);
  return {
    indented: layout.kind === 'indented' || (indented > 1 && indented * 2 > long),
    middle: sizes[sizes.length >> 1] ?? 0,
    datelines: step(datelines / Math.max(1, sizes.length), [0, 0.1, 0.3, 0.6]),
    textBefore,
    textBehind,
  };
}

function isText(kind: Kind): boolean {
  return kind === 'text' || kind === 'open text' || kind === 'lead' || kind === 'dateline' || kind === 'last text';
}

/** Opens a report: nothing but a headline comes before it. */
function opens(kind: Kind): boolean {
  return kind === 'dateline' || kind === 'jump';
}

function contextEvidence(
  blocks: readonly Block[],
  facts: readonly Facts[],
  index: number,
  page: PageFacts,
  likeness: readonly string[] | undefined,
): readonly string[] {
  const own = facts[index]!;
  const { paragraph } = blocks[index]!;
  const found = own.evidence.slice();
  const kindAt = (place: number): Kind => facts[place]?.kind ?? 'boundary';
  const before = kindAt(index - 1);
  const behind = kindAt(index + 1);
  const behind2 = kindAt(index + 2);
  const size = step(own.key.length, [4, 8, 14, 24]);
  found.push(`before ${before}`, `behind ${behind}`, `between ${before} and ${behind}`);
  found.push(`two before ${kindAt(index - 2)}`, `two behind ${behind2}`, `behind ${behind} and ${behind2}`);
  found.push(`behind ${behind}, size ${size}`, `before ${before}, size ${size}`);
  // a report opens right behind, or behind another line or two
  let distance = 0;
  for (let away = 1; away <= 3 && distance === 0; away++) {
    const kind = kindAt(index + away);
    if (opens(kind)) distance = away;
    else if (isText(kind)) break;
  }
  found.push(`a report opens ${distance === 0 ? 'nowhere near' : `${distance} behind`}`);
  found.push(`page with datelines ${page.datelines}, ${distance === 0 ? 'none' : 'one'} behind`);
  found.push(
    `text before ${step(page.textBefore[index]!, [0, 1, 2, 4])}`,
    `text behind ${step(page.textBehind[index]!, [0, 1, 2, 4])}`,
  );
  if (page.middle > 0)
    found.push(`length to the middle ${step(paragraph.text.length / page.middle, [0.5, 0.8, 1, 1.3, 1.8, 2.5])}`);
  if (page.indented) found.push(paragraph.indent > 1 ? 'indented like text' : 'not indented like text');
  if (index === 0) found.push('first on the page');
  for (const what of likeness ?? []) {
    found.push(what, `${what}, ${distance === 1 ? 'report' : behind} behind`);
  }
  const previous = blocks[index - 1]?.paragraph.text;
  const next = blocks[index + 1]?.paragraph.text;
  const { joins, startsParagraph } = statistics();
  if (previous !== undefined && before === 'open text') {
    // a line between two halves of a paragraph is an intruder, a line that goes on is a half
    const here = joins(previous, paragraph.text);
    if (here !== 0) found.push(`joins the text before ${half(here / 2)}`);
    const across = next === undefined ? 0 : joins(previous, next);
    if (across !== 0) found.push(`neighbours join ${half(across / 2)}`);
  }
  if (next !== undefined) {
    const ahead = joins(paragraph.text, next);
    if (ahead !== 0) found.push(`joins the text behind ${half(ahead / 2)}`);
    const fresh = startsParagraph(next);
    if (fresh !== 0) found.push(`text behind starts likely ${half(fresh)}`);
  }
  return found;
}
