import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { blockAt, textIndex } from '../../newspaper/index.ts';
import { offsetIn, pageAt, rangeOf } from '../convert.ts';
import type { Feature } from '../session.ts';
import type { Card, Place } from './hover/card.ts';
import { figureCard, relativeDateCard } from './hover/figure.ts';
import { headlineCard } from './hover/headline.ts';
import { reporterCard } from './hover/reporter.ts';
import { seamCard } from './hover/seam.ts';

/** What a hover can tell, the most particular first: the first card that has something to say is shown, then the rest. */
const cards: readonly Card[] = [figureCard, relativeDateCard, seamCard, headlineCard, reporterCard];

/** What stands under the pointer. */
export const hover: Feature<HoverParams, Hover> = (dump, { position }, session) => {
  const placed = pageAt(dump.issue, position.line);
  const offset = offsetIn(placed, position);
  const block = blockAt(placed.page, offset);
  if (block === undefined) return undefined;
  const place: Place = { dump, placed, block, index: textIndex(block.paragraph, offset - block.start), session };
  const told = cards.flatMap((card) => card(place) ?? []);
  if (told.length === 0) return undefined;
  return {
    contents: { kind: MarkupKind.Markdown, value: told.map(({ markdown }) => markdown).join('\n\n---\n\n') },
    range: rangeOf(placed, told[0]!.span),
  };
};
