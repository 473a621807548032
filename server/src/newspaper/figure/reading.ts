import { type Continuation, certain } from '../continuation/continuation.ts';
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

/** What was read of a paragraph, and its last reading as a block: it mostly is the same block again. */
interface Whole extends Read {
  reading: Reading | undefined;
}

const wholeOf = perParagraph(({ text }: Paragraph): Whole => {
  const { figures, checks } = read(text);
  return { figures, checks, reading: undefined };
});

/** The reading of a whole paragraph, as a block. */
function readWhole(paragraph: Paragraph, block: number): Reading {
  const whole = wholeOf(paragraph);
  if (whole.reading?.pieces[0]?.block !== block) {
    const { figures, checks } = whole;
    whole.reading = { text: paragraph.text, pieces: [{ block, at: 0, skipped: 0 }], figures, checks };
  }
  return whole.reading;
}

/** What was read of a broken paragraph, which is good as long as the same paragraphs go on in the same way. */
interface Joined {
  read: Read | undefined;
  text: string;
}

const joinedFrom = perParagraph((): Joined => ({ read: undefined, text: '' }));

/** The reading of a paragraph that `text` begins with, and that continuations have joined to it. */
function readJoined(paragraph: Paragraph, text: string): Read {
  const joined = joinedFrom(paragraph);
  if (joined.read === undefined || joined.text !== text) {
    joined.read = read(text);
    joined.text = text;
  }
  return joined.read;
}

const known = new WeakMap<Page, readonly Reading[]>();

/** The readings of a page, in the order in which they begin; worked out once a page. */
export function readingsOf(page: Page): readonly Reading[] {
  let readings = known.get(page);
  if (readings === undefined) {
    readings = joinReadings(page);
    known.set(page, readings);
  }
  return readings;
}

function joinReadings(page: Page): readonly Reading[] {
  /** By block, what goes on there; most pages have few such. */
  const next = new Map<number, Continuation & { readonly to: number }>();
  const tails = new Set<number>();
  for (const link of page.continuations) {
    if (!leadsOn(link) || link.certainty < certain) continue;
    next.set(link.at, link);
    tails.add(link.to);
  }
  const readings: Reading[] = [];
  for (const { index, paragraph } of page.blocks) {
    if (tails.has(index)) continue;
    if (!next.has(index)) {
      readings.push(readWhole(paragraph, index));
      continue;
    }
    const pieces: ReadPiece[] = [{ block: index, at: 0, skipped: 0 }];
    let { text } = paragraph;
    for (let link = next.get(index); link !== undefined; link = next.get(link.to)) {
      pieces.push({ block: link.to, at: text.length, skipped: link.overlap });
      text += page.blocks[link.to]!.paragraph.text.slice(link.overlap);
    }
    const { figures, checks } = readJoined(paragraph, text);
    readings.push({ text, pieces, figures, checks });
  }
  return readings;
}

function leadsOn(link: Continuation): link is Continuation & { readonly to: number } {
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
