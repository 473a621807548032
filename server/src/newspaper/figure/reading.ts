import { type Continuation, certain } from '../continuation/continuation.ts';
import type { Block } from '../page/block.ts';
import { glanceAt, glanceOver } from '../page/glance.ts';
import type { Page } from '../page/page.ts';
import { type Paragraph, perParagraph, rawOffset } from '../page/paragraph.ts';
import type { Span } from '../text/span.ts';
import { isBroken } from './check/contradiction.ts';
import { type Check, checkFigures } from './check/index.ts';
import { sentenceEnd, sentenceStart } from './check/sentences.ts';
import type { Figure } from './figure.ts';
import { readFigures } from './scan.ts';

/**
 * A paragraph as a reader takes it in: a broken one with its certain continuations joined, so that figures and what
 * they count are understood across the seam.
 */
export interface Reading {
  readonly text: string;
  readonly pieces: readonly ReadPiece[];
  readonly figures: readonly Figure[];
  readonly checks: readonly Check[];
}

/** `text` from `at` on is the paragraph of block `block` without its first `skipped` characters. */
export interface ReadPiece {
  readonly block: number;
  readonly at: number;
  readonly skipped: number;
}

interface Read {
  readonly figures: readonly Figure[];
  readonly checks: readonly Check[];
}

const nothing: Read = { figures: [], checks: [] };

function read(text: string): Read {
  const figures = readFigures(text);
  return figures.length === 0 ? nothing : { figures, checks: checkFigures(text, figures) };
}

const readWhole = perParagraph(({ text }: Paragraph): Read => read(text));

/** A broken paragraph as its pieces make it, which is good as long as the same ones go on in the same way. */
interface Joined {
  /** The paragraphs that go on, and how many of their characters stand in two of them. */
  readonly tails: readonly { readonly paragraph: Paragraph; readonly skipped: number }[];
  readonly text: string;
  /** Undefined as long as nobody has asked. */
  mayContradict: boolean | undefined;
  read: Read | undefined;
}

const joinedFrom = perParagraph((): { last: Joined | undefined } => ({ last: undefined }));

/** What the paragraph of the first piece goes on to be in the others. */
function joinedOf({ blocks }: Page, pieces: readonly ReadPiece[]): Joined {
  const { paragraph } = blocks[pieces[0]!.block]!;
  const joined = joinedFrom(paragraph);
  if (joined.last === undefined || !goesOnIn(joined.last, blocks, pieces)) {
    const tails = pieces.slice(1).map(({ block, skipped }) => ({ paragraph: blocks[block]!.paragraph, skipped }));
    let { text } = paragraph;
    for (const tail of tails) text += tail.paragraph.text.slice(tail.skipped);
    joined.last = { tails, text, mayContradict: undefined, read: undefined };
  }
  return joined.last;
}

function goesOnIn({ tails }: Joined, blocks: readonly Block[], pieces: readonly ReadPiece[]): boolean {
  if (tails.length !== pieces.length - 1) return false;
  for (let at = 0; at < tails.length; at++) {
    const { paragraph, skipped } = tails[at]!;
    const { block, skipped: wanted } = pieces[at + 1]!;
    if (paragraph !== blocks[block]!.paragraph || skipped !== wanted) return false;
  }
  return true;
}

function readJoined(joined: Joined): Read {
  joined.read ??= read(joined.text);
  return joined.read;
}

/** Whether figures of a broken paragraph may contradict each other: in one of its pieces, or across a seam. */
function mayContradict(first: Paragraph, joined: Joined): boolean {
  if (joined.mayContradict === undefined) {
    const { tails } = joined;
    joined.mayContradict =
      glanceAt(first).contradicts ||
      tails.some(({ paragraph }) => glanceAt(paragraph).contradicts) ||
      glanceOver(seamsOf(first, tails)).contradicts;
  }
  return joined.mayContradict;
}

/** From the last sentence of the first paragraph, which is broken, to the first one that ends in the last. */
function seamsOf({ text }: Paragraph, tails: Joined['tails']): string {
  let seams = text.slice(sentenceStart(text, text.length));
  for (const [place, { paragraph, skipped }] of tails.entries()) {
    const end = place === tails.length - 1 ? sentenceEnd(paragraph.text, skipped) : paragraph.text.length;
    seams += paragraph.text.slice(skipped, end);
  }
  return seams;
}

const known = new WeakMap<Page, readonly Reading[]>();

/** The readings of a page, in the order in which they begin; worked out once a page. */
export function readingsOf(page: Page): readonly Reading[] {
  let readings = known.get(page);
  if (readings === undefined) {
    readings = readPage(page, readWhole, (_, joined) => readJoined(joined));
    known.set(page, readings);
  }
  return readings;
}

/** Those of {@link readingsOf} with a check that does not hold, next to none: most need not be read for that. */
export function contradictoryReadingsOf(page: Page): readonly Reading[] {
  return readPage(
    page,
    (paragraph) => (glanceAt(paragraph).contradicts ? onlyContradictory(readWhole(paragraph)) : undefined),
    (first, joined) => (mayContradict(first, joined) ? onlyContradictory(readJoined(joined)) : undefined),
  );
}

/** Whether a paragraph's figures may contradict each other, or others across a seam. */
export function mayContradictIn({ continuations }: Page, block: number, paragraph: Paragraph): boolean {
  return glanceAt(paragraph).contradicts || continuations.some(({ at, to }) => at === block || to === block);
}

function onlyContradictory(read: Read): Read | undefined {
  return read.checks.some(isBroken) ? read : undefined;
}

/** The readings of a page, but for those of which `ofWhole` or `ofJoined` gives nothing. */
function readPage(
  page: Page,
  ofWhole: (paragraph: Paragraph) => Read | undefined,
  ofJoined: (first: Paragraph, joined: Joined) => Read | undefined,
): readonly Reading[] {
  /** By block, what goes on there; most pages have few such. */
  const next = new Map<number, Leading>();
  const tails = new Set<number>();
  for (const link of page.continuations) {
    if (!leadsOn(link) || link.certainty < certain) continue;
    next.set(link.at, link);
    tails.add(link.to);
  }
  const readings: Reading[] = [];
  for (const { index, paragraph } of page.blocks) {
    if (tails.has(index)) continue;
    const link = next.get(index);
    if (link === undefined) {
      const whole = ofWhole(paragraph);
      if (whole !== undefined) readings.push(readingOf(paragraph.text, onePiece(index), whole));
    } else {
      const pieces = piecesFrom(page, link, next);
      const joined = joinedOf(page, pieces);
      const parts = ofJoined(paragraph, joined);
      if (parts !== undefined) readings.push(readingOf(joined.text, pieces, parts));
    }
  }
  return readings;
}

function readingOf(text: string, pieces: readonly ReadPiece[], { figures, checks }: Read): Reading {
  return { text, pieces, figures, checks };
}

const onePieceLists: (readonly ReadPiece[])[] = [];
/** Few pages have more blocks. */
const mostKept = 1000;

/** The pieces of a paragraph that stands in one block: one list for the blocks of that number on all pages. */
function onePiece(block: number): readonly ReadPiece[] {
  if (block >= mostKept) return [{ block, at: 0, skipped: 0 }];
  while (onePieceLists.length <= block) onePieceLists.push([{ block: onePieceLists.length, at: 0, skipped: 0 }]);
  return onePieceLists[block]!;
}

type Leading = Continuation & { readonly to: number };

/** The pieces of a paragraph that goes on as `first` says, and from there on. */
function piecesFrom({ blocks }: Page, first: Leading, next: ReadonlyMap<number, Leading>): readonly ReadPiece[] {
  const pieces: ReadPiece[] = [{ block: first.at, at: 0, skipped: 0 }];
  let at = blocks[first.at]!.paragraph.text.length;
  for (let link: Leading | undefined = first; link !== undefined; link = next.get(link.to)) {
    const { to, overlap } = link;
    pieces.push({ block: to, at, skipped: overlap });
    at += Math.max(0, blocks[to]!.paragraph.text.length - overlap);
  }
  return pieces;
}

function leadsOn(link: Continuation): link is Leading {
  return link.to !== undefined;
}

/** Where a stretch of a reading stands in the page; where the seam goes through it, the part before the seam. */
export function placeOf(
  page: Page,
  { pieces, text }: Reading,
  start: number,
  end: number,
): Span & { readonly block: number } {
  let piece = pieces[0]!;
  let until = text.length;
  for (const next of pieces) {
    if (next.at <= start) piece = next;
    else {
      until = next.at;
      break;
    }
  }
  const block = page.blocks[piece.block]!;
  const shift = piece.skipped - piece.at;
  return {
    block: piece.block,
    start: block.start + rawOffset(block.paragraph, start + shift),
    end: block.start + rawOffset(block.paragraph, Math.min(end, until) + shift, 'end'),
  };
}
