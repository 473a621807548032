import type { Block, Layout, Role } from '../page/block.ts';
import { readEchoes, readPlaces } from './echo.ts';
import type { EvidenceId } from './evidence.ts';
import { type Fact, type ParagraphFacts, paragraphFacts, seen } from './facts.ts';
import { echoEvidence, seamEvidence } from './seamEvidence.ts';
import { type Tables, weigh } from './weigh.ts';

/** A possible link, by places in the lists of {@link Candidates}. */
export interface Link {
  readonly from: number;
  readonly to: number;
  /** How many characters at the start of the target repeat the end of the source. */
  readonly overlap: number;
  /** How probable it is that `overlap` is wrong where the link is right. */
  readonly doubt: number;
  /** What the two say together: their seam and what stands between. */
  readonly facts: readonly Fact[];
}

/** Everything on a page that may be cut, or go on from elsewhere, and which might belong together. */
export interface Candidates {
  /** Indices of blocks, ascending. */
  readonly sources: readonly number[];
  readonly targets: readonly number[];
  /** In the order of the two lists above. */
  readonly sourceFacts: readonly (readonly Fact[])[];
  readonly targetFacts: readonly (readonly Fact[])[];
  /** Sorted by source. */
  readonly links: readonly Link[];
}

/** Roles that pieces of paragraphs may pass for. A short piece without a full stop looks much like a headline. */
const textRoles: ReadonlySet<Role> = new Set([
  'body',
  'brief',
  'subhead',
  'abstract',
  'caption',
  'credit',
  'notice',
  'byline',
  'headline',
  'kicker',
  'deck',
]);
const headings: ReadonlySet<Role> = new Set(['headline', 'kicker', 'deck']);

/** A scrap of a sentence that is printed twice, at the end of a column and at the head of the next, is short and near. */
const shortScrap = 8;
const nearTargets = 3;
/** How many of the next targets a cut may lead to, and how many blocks away. */
const mostTargets = 10;
const farthest = 40;
/**
 * Links are not looked at any further where their two ends, together with what stands between, score less than
 * this, nor for echoes where all else has settled whether they hold or their ends stay apart. Of 4,000 true links the
 * first loses some ten.
 */
const hopeless = -6;
const settled = 6;
/** A start that scores less than this begins a paragraph, whatever else begins with its first word. */
const unstrained = -3;

/**
 * Finds them. With `tables` what is hopeless is left out, and what costs most to find out is only found out where it
 * can decide something; without, everything is observed, to learn from.
 */
export function candidatesOf(
  blocks: readonly Block[],
  roles: readonly Role[],
  layout: Layout,
  tables?: Tables,
): Candidates {
  const page = surveyOf(blocks, roles);
  const { targets } = page;
  const facts = targets.map((block) => paragraphFacts(blocks[block]!.paragraph));
  const targetFacts = targets.map((block, place) => startFacts(blocks[block]!, facts[place]!, roles, layout));
  const texts = blocks.map(({ paragraph }) => paragraph.text);
  const starts = tables && targetFacts.map((list) => weigh(list, tables.linked));
  for (const [place, list] of targetFacts.entries()) {
    if (starts !== undefined && starts[place]! < unstrained) continue;
    const known = list.length;
    addPlaces(list, texts, targets[place]!, 'start');
    if (starts !== undefined && list.length > known) starts[place]! += weigh(list.slice(known), tables!.linked);
  }
  /** Which of the next targets begins with the last words of one that ends as sentences end, its stop included. */
  const repeatedBehind = (place: number): number | undefined => {
    const { text } = blocks[targets[place]!]!.paragraph;
    for (let to = place + 1; to < targets.length && to <= place + nearTargets; to++) {
      const { mark, firstClause, clauseMark } = facts[to]!.start;
      if (mark !== 'none' || clauseMark !== 'stop' || firstClause > shortScrap) continue;
      if (text.endsWith(blocks[targets[to]!]!.paragraph.text.slice(0, firstClause + 1))) return to;
    }
    return undefined;
  };
  const sources: number[] = [];
  const sourceFacts: Fact[][] = [];
  const links: Link[] = [];
  for (let place = 0; place < targets.length; place++) {
    const own = facts[place]!;
    const head = blocks[targets[place]!]!;
    if (own.end === undefined) {
      const to = repeatedBehind(place);
      if (to === undefined) continue;
      const list = [seen('link'), seen('seam.repeatedStop'), ...betweenFacts(page, head.index, targets[to]!)];
      links.push({ from: sources.length, to, overlap: facts[to]!.start.firstClause + 1, doubt: 0, facts: list });
      sources.push(head.index);
      sourceFacts.push([seen('end'), seen('end.stopped')]);
      continue;
    }
    const ends = endFacts(head, own, roles, layout, isShort(page, blocks, place - 1), isShort(page, blocks, place + 1));
    addPlaces(ends, texts, head.index, 'end');
    const from = sources.length;
    sources.push(head.index);
    sourceFacts.push(ends);
    const end = tables && weigh(ends, tables.linked);
    const endAlone = tables && Math.max(0, weigh(ends, tables.alone));
    const unsettled: Unsettled[] = [];
    for (let to = place + 1; to < targets.length && to <= place + mostTargets; to++) {
      const tail = blocks[targets[to]!]!;
      if (tail.index - head.index > farthest) break;
      const between = betweenFacts(page, head.index, tail.index);
      let score = 0;
      if (tables) {
        score = end! + starts![to]! + weigh(between, tables.linked);
        if (score < hopeless) continue;
      }
      const seam = seamEvidence(head.paragraph.text, tail.paragraph.text, own.end, facts[to]!.start);
      const list = [seen('link'), ...seam.facts, ...between];
      if (layout.kind === 'indented') list.push(seen(tail.paragraph.indent > 0 ? 'seam.indented' : 'seam.flush'));
      links.push({ from, to, overlap: seam.overlap, doubt: seam.doubt, facts: list });
      if (tables) score += weigh(seam.facts, tables.linked);
      // what is repeated stands at the tail's own start and would be its own echo
      const apart = tables ? endAlone! + Math.max(0, weigh(targetFacts[to]!, tables.alone)) : 0;
      if (seam.overlap === 0 && Math.abs(score - apart) < settled) unsettled.push({ facts: list, tail });
    }
    if (unsettled.length > 0) addEchoes(texts, head, own.end.commas + own.end.stops === 0, unsettled);
  }
  return { sources, targets, sourceFacts, targetFacts, links };
}

interface Unsettled {
  readonly facts: Fact[];
  readonly tail: Block;
}

/** How many blocks before the head and behind it are searched for what a seam would make. */
const earshot = 12;

function near(texts: readonly string[], block: number): readonly string[] {
  return texts.slice(Math.max(0, block - earshot), block + earshot);
}

/** Adds where else the word stands that a block begins or ends with: a word at a border there is seldom cut from another. */
function addPlaces(facts: Fact[], texts: readonly string[], block: number, of: 'end' | 'start'): void {
  const { border, inside } = readPlaces(near(texts, block), texts[block]!, of === 'end' ? 1 : -1);
  if (border > 0) {
    const value = Math.log((border + 1) / (inside + 1));
    facts.push({ id: of === 'end' ? 'end.echoEnd' : 'start.echoStart', value });
  } else if (inside > 0) facts.push(seen(`${of}.echoInside`));
}

function addEchoes(texts: readonly string[], head: Block, isPlain: boolean, unsettled: readonly Unsettled[]): void {
  const left = head.paragraph.text.slice(-2);
  const echoes = readEchoes(
    near(texts, head.index),
    unsettled.map(({ tail }) => ({ left, right: tail.paragraph.text.slice(0, 2) })),
  );
  for (const [index, echo] of echoes.entries()) {
    const fact = echoEvidence(echo);
    if (fact === undefined) continue;
    unsettled[index]!.facts.push(fact);
    if (isPlain) unsettled[index]!.facts.push(seen('seam.echoPlain'));
  }
}

/** Where on a page text stands, and where headlines. */
interface Survey {
  /** Indices of blocks that may be pieces of paragraphs. */
  readonly targets: readonly number[];
  /** By block: how many paragraphs, and how many headlines, stand before it. */
  readonly paragraphs: Int32Array;
  readonly headlines: Int32Array;
  readonly isHeadline: Uint8Array;
}

function surveyOf(blocks: readonly Block[], roles: readonly Role[]): Survey {
  const targets: number[] = [];
  const paragraphs = new Int32Array(blocks.length + 1);
  const headlines = new Int32Array(blocks.length + 1);
  const isHeadline = new Uint8Array(blocks.length);
  for (let block = 0; block < blocks.length; block++) {
    const role = roles[block]!;
    isHeadline[block] = Number(headings.has(role));
    const text = textRoles.has(role);
    if (text) targets.push(block);
    headlines[block + 1] = headlines[block]! + isHeadline[block]!;
    paragraphs[block + 1] = paragraphs[block]! + Number(text) * (1 - isHeadline[block]!);
  }
  return { targets, paragraphs, headlines, isHeadline };
}

/** Lines up to this length may be verse, or a subhead in two lines. */
const shortLine = 24;

function isShort({ targets, isHeadline }: Survey, blocks: readonly Block[], place: number): boolean {
  const block = blocks[targets[place] ?? -1];
  return block !== undefined && block.paragraph.text.length <= shortLine && isHeadline[block.index] === 0;
}

function startFacts(block: Block, { startEvidence }: ParagraphFacts, roles: readonly Role[], layout: Layout): Fact[] {
  const facts = [...startEvidence];
  const role = roles[block.index]!;
  if (role !== 'body') facts.push(seen(`start.${role}` as EvidenceId));
  if (layout.kind === 'indented') facts.push(seen(block.paragraph.indent > 0 ? 'start.indented' : 'start.flush'));
  const before = roles[block.index - 1];
  if (before !== undefined && headings.has(before)) facts.push(seen('start.afterHeadline'));
  if (before === 'jump') facts.push(seen('start.afterJump'));
  return facts;
}

function endFacts(
  block: Block,
  { endEvidence }: ParagraphFacts,
  roles: readonly Role[],
  layout: Layout,
  shortBefore: boolean,
  shortBehind: boolean,
): Fact[] {
  const facts = [...endEvidence];
  const role = roles[block.index]!;
  if (role !== 'body') facts.push(seen(`end.${role}` as EvidenceId));
  if (fillsLastLine(block, layout)) facts.push(seen('end.lineFull'));
  const behind = roles[block.index + 1];
  if (behind === undefined) facts.push(seen('end.lastBlock'));
  else if (behind === 'repetition') facts.push(seen('end.beforeRepetition'));
  else if (behind === 'strayByline') facts.push(seen('end.beforeStrayByline'));
  else if (headings.has(behind)) facts.push(seen('end.beforeHeadline'));
  if (block.paragraph.text.length <= shortLine) {
    if (shortBefore) facts.push(seen('end.shortBefore'));
    if (shortBehind) facts.push(seen('end.shortBehind'));
  }
  return facts;
}

/** In wrapped text the last line of a whole paragraph is full by chance alone, that of one cut at a column's end always. */
export function fillsLastLine({ paragraph: { text, pieces } }: Block, { width }: Layout): boolean {
  return width !== undefined && pieces.length > 1 && text.length - pieces.at(-1)!.at >= width;
}

function betweenFacts({ paragraphs, headlines }: Survey, from: number, to: number): Fact[] {
  const bodies = paragraphs[to]! - paragraphs[from + 1]!;
  const heads = headlines[to]! - headlines[from + 1]!;
  const facts: Fact[] = [];
  if (bodies > 0) {
    const many = bodies <= 4 ? 'between.body4' : 'between.bodies';
    facts.push(seen(bodies === 1 ? 'between.body1' : bodies === 2 ? 'between.body2' : many));
    if (heads === 0) facts.push(seen('between.bodyOnly'));
  }
  if (heads > 0) {
    const many = heads === 2 ? 'between.headline2' : 'between.headlines';
    facts.push(seen(heads === 1 ? 'between.headline' : many));
    if (bodies === 0) facts.push(seen('between.headlineOnly'));
  } else if (bodies === 0 && to - from > 1) facts.push(seen('between.repetitionOnly'));
  return facts;
}
