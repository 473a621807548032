import type { Continuation } from '../continuation/continuation.ts';
import type { Duplicate } from '../duplicate/duplicate.ts';
import type { Block, Role } from '../page/block.ts';
import type { Former } from '../page/former.ts';
import type { Page } from '../page/page.ts';
import type { Article } from './article.ts';
import { Cohesion } from './cohesion.ts';
import { Forerunners } from './forerunner.ts';
import { inReadingOrder } from './order.ts';
import { Parting } from './parting.ts';
import { sectionsOf } from './section.ts';
import { segmentsOf } from './segment.ts';
import { type Judges, unweave } from './weave.ts';

/**
 * Which blocks of a page belong together, in reading order, also where articles are woven into one another.
 * Repetitions of a headline stand among the blocks of its article, by their role to be told from its text. `former` is
 * an earlier state of the page, from which what did not change is taken.
 */
export function groupArticles(
  blocks: readonly Block[],
  roles: readonly Role[],
  continuations: readonly Continuation[],
  duplicates: readonly Duplicate[] = [],
  former?: Former,
): Pick<Page, 'articles' | 'sections' | 'asked'> {
  const linkTo = new Map<number, Continuation>();
  const linkFrom = new Map<number, Continuation>();
  const lost = new Set<number>();
  for (const link of continuations) {
    if (link.to === undefined) lost.add(link.at);
    else {
      linkTo.set(link.to, link);
      linkFrom.set(link.at, link);
    }
  }
  const segments = segmentsOf(blocks, roles, linkTo);
  const cohesion = new Cohesion(blocks, former);
  const judges: Judges = {
    forerunners: new Forerunners(blocks, roles, cohesion),
    parting: new Parting(blocks, roles, linkTo, cohesion),
  };
  const texts = unweave(segments, { to: linkTo, lost }, judges);
  const { asked } = cohesion;
  const articles: Article[] = [];
  const repetitions = repetitionsOf(roles, duplicates);
  for (const [segment, { headline, heads }] of segments.entries()) {
    const text = texts[segment]!;
    if (headline === undefined && text.length === 0) continue;
    const whole = inPrintedOrder(text, repetitions.get(headline));
    articles.push({ headline, blocks: [...heads, ...inReadingOrder(whole, linkFrom)] });
  }
  return { articles, sections: sectionsOf(blocks, roles), asked };
}

/** Repetitions by the headline that they repeat. */
function repetitionsOf(
  roles: readonly Role[],
  duplicates: readonly Duplicate[],
): ReadonlyMap<number | undefined, readonly number[]> {
  const repetitions = new Map<number | undefined, number[]>();
  for (const { block, of } of duplicates) {
    if (roles[block] !== 'repetition') continue;
    const known = repetitions.get(of);
    if (known === undefined) repetitions.set(of, [block]);
    else known.push(block);
  }
  return repetitions;
}

/** Blocks of an article as they stand on the page. */
function inPrintedOrder(text: readonly number[], repetitions: readonly number[] = []): readonly number[] {
  const isInOrder = text.every((block, place) => place === 0 || text[place - 1]! < block);
  return isInOrder && repetitions.length === 0 ? text : [...text, ...repetitions].sort((a, b) => a - b);
}
