import { type Continuation, certain } from '../continuation/continuation.ts';
import type { Block } from '../page/block.ts';
import { glanceAt } from '../page/glance.ts';
import type { Page } from '../page/page.ts';
import { type Paragraph, perParagraph, rawOffset } from '../page/paragraph.ts';
import type { Span } from '../text/span.ts';
import { type Check, checkFigures } from './check/index.ts';
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

/** What was read of a paragraph, unless there is nothing in it to contradict. */
function readSuspect(paragraph: Paragraph): Read {
  return glanceAt(paragraph).mayContradict ? readWhole(paragraph) : nothing;
}

/** What was read of a broken paragraph, which is good as long as the same paragraphs go on in the same way. */
interface Joined extends Read {
  readonly text: string;
  /** The paragraphs that go on, and how many of their characters stand in two of them. */
  readonly tails: readonly { readonly paragraph: Paragraph; readonly skipped: number }[];
}

const joinedFrom = perParagraph((): { last: Joined | undefined } => ({ last: undefined }));

/** What is read where the paragraph of the first piece goes on in the others. */
function readJoined({ blocks }: Page, pieces: readonly ReadPiece[]): Joined {
  const { paragraph } = blocks[pieces[0]!.block]!;
  const joined = joinedFrom(paragraph);
  if (joined.last === undefined || !goesOnIn(joined.last, blocks, pieces)) {
    const tails = pieces.slice(1).map(({ block, skipped }) => ({ paragraph: blocks[block]!.paragraph, skipped }));
    const text = paragraph.text + tails.map((tail) => tail.paragraph.text.slice(tail.skipped)).join('');
    joined.last = { text, tails, ...read(text) };
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

const known = new WeakMap<Page, readonly Reading[]>();

/** The readings of a page, in the order in which they begin; worked out once a page. */
export function readingsOf(page: Page): readonly Reading[] {
  let readings = known.get(page);
  if (readings === undefined) {
    readings = selectReadings(page, readWhole, () => true);
    known.set(page, readings);
  }
  return readings;
}

/** Those of {@link readingsOf} with a check that does not hold, for who wants no others: next to none. */
export function contradictoryReadingsOf(page: Page): readonly Reading[] {
  return selectReadings(page, readSuspect, contradictsItself);
}

function contradictsItself({ checks }: Read): boolean {
  for (const { holds } of checks) if (!holds) return true;
  return false;
}

/** The readings of a page for which `isWanted` says so of what was read. */
function selectReadings(
  page: Page,
  readOne: (p: Paragraph) => Read,
  isWanted: (read: Read) => boolean,
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
      const whole = readOne(paragraph);
      if (isWanted(whole)) readings.push(readingOf(paragraph.text, onePiece(index), whole));
    } else {
      const pieces = piecesFrom(page, link, next);
      const joined = readJoined(page, pieces);
      if (isWanted(joined)) readings.push(readingOf(joined.text, pieces, joined));
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
