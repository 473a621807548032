import { certain } from '../continuation/continuation.ts';
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

const readParagraph = perParagraph(({ text }: Paragraph): Read => read(text));

const nothing: Read = { figures: [], checks: [] };

function read(text: string): Read {
  const figures = readFigures(text);
  return figures.length === 0 ? nothing : { figures, checks: checkFigures(text, figures) };
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
  const next = new Map(
    page.continuations.flatMap((link) => (link.to !== undefined && link.certainty >= certain ? [[link.at, link]] : [])),
  );
  const tails = new Set([...next.values()].map(({ to }) => to));
  const readings: Reading[] = [];
  for (const { index, paragraph } of page.blocks) {
    if (tails.has(index)) continue;
    if (!next.has(index)) {
      const { figures, checks } = readParagraph(paragraph);
      readings.push({ text: paragraph.text, pieces: [{ block: index, at: 0, skipped: 0 }], figures, checks });
      continue;
    }
    const pieces: ReadPiece[] = [{ block: index, at: 0, skipped: 0 }];
    let { text } = paragraph;
    for (let link = next.get(index); link?.to !== undefined; link = next.get(link.to)) {
      pieces.push({ block: link.to, at: text.length, skipped: link.overlap });
      text += page.blocks[link.to]!.paragraph.text.slice(link.overlap);
    }
    const { figures, checks } = read(text);
    readings.push({ text, pieces, figures, checks });
  }
  return readings;
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
