import type { Continuation } from '../continuation/continuation.ts';
import type { Duplicate } from '../duplicate/duplicate.ts';
import type { Block, Role } from '../page/block.ts';
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
 * Repetitions of a headline stand among the blocks of its article, by their role to be told from its text.
 */
export function groupArticles(
  blocks: readonly Block[],
  roles: readonly Role[],
  continuations: readonly Continuation[],
  duplicates: readonly Duplicate[] = [],
): Pick<Page, 'articles' | 'sections' | 'compared'> {
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
  const cohesion = new Cohesion(blocks);
  const forerunners = new Forerunners(blocks, roles, cohesion);
  const parting = new Parting(blocks, roles, linkTo, cohesion);
  let compared = false;
  const judges: Judges = {
    get forerunners() {
      compared = true;
      return forerunners;
    },
    get parting() {
      compared = true;
      return parting;
    },
  };
  const texts = unweave(segments, { to: linkTo, lost }, judges);
  cohesion.release();
  const repetitions = new Map<number | undefined, number[]>();
  for (const { block, of } of duplicates) {
    if (roles[block] === 'repetition') repetitions.set(of, [...(repetitions.get(of) ?? []), block]);
  }
  const articles = segments.flatMap(({ headline, heads }, segment): Article[] => {
    if (headline === undefined && texts[segment]!.length === 0) return [];
    const text = [...texts[segment]!, ...(repetitions.get(headline) ?? [])].sort((a, b) => a - b);
    return [{ headline, blocks: [...heads, ...inReadingOrder(text, linkFrom)] }];
  });
  return { articles, sections: sectionsOf(blocks, roles), compared };
}
