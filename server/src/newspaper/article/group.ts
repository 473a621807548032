import type { Continuation } from '../continuation/continuation.ts';
import type { Block, Role } from '../page/block.ts';
import type { Article, Section } from './article.ts';
import { inReadingOrder } from './order.ts';
import { Parting } from './parting.ts';
import { sectionsOf } from './section.ts';
import { type Segment, segmentsOf } from './segment.ts';

/**
 * Which blocks of a page belong together, in reading order. Text belongs to the headline above it, unless the rest of
 * an earlier article drifted past that headline: the continuation of a paragraph that was cut there shows where it
 * begins, and all that speaks for one article or the other shows where it ends.
 */
export function groupArticles(
  blocks: readonly Block[],
  roles: readonly Role[],
  continuations: readonly Continuation[],
): { readonly articles: readonly Article[]; readonly sections: readonly Section[] } {
  const linkTo = new Map<number, Continuation>();
  const linkFrom = new Map<number, Continuation>();
  for (const link of continuations) {
    if (link.to === undefined) continue;
    linkTo.set(link.to, link);
    linkFrom.set(link.at, link);
  }
  const segments = segmentsOf(blocks, roles, linkTo);
  const texts = assignText(segments, linkTo, new Parting(blocks, roles, linkTo));
  const articles = segments.flatMap(({ headline, heads }, segment): Article[] => {
    if (headline === undefined && texts[segment]!.length === 0) return [];
    return [{ headline, blocks: [...heads, ...inReadingOrder(texts[segment]!, linkFrom)] }];
  });
  return { articles, sections: sectionsOf(blocks, roles) };
}

/** The text of each segment's article. `parting` says how much of each drift is the guest's. */
export function assignText(
  segments: readonly Segment[],
  linkTo: ReadonlyMap<number, Continuation>,
  parting: Pick<Parting, 'guestLength'>,
): readonly number[][] {
  const texts: number[][] = segments.map(() => []);
  const ownerOf = new Map<number, number>();
  const give = (block: number, owner: number): void => {
    texts[owner]!.push(block);
    ownerOf.set(block, owner);
  };
  segments.forEach((segment, host) => {
    const arrivals = segment.text.flatMap((block, place) => {
      const guest = ownerOf.get(linkTo.get(block)?.at ?? -1);
      return guest === undefined ? [] : [{ place, guest }];
    });
    const first = arrivals[0]?.place ?? segment.text.length;
    for (const block of segment.text.slice(0, first)) give(block, host);
    arrivals.forEach(({ place, guest }, index) => {
      const run = segment.text.slice(place, arrivals[index + 1]?.place);
      const length = parting.guestLength({
        run,
        guest: [...segments[guest]!.heads, ...texts[guest]!],
        host: [...segment.heads, ...texts[host]!],
        begun: texts[host]!.length > 0,
      });
      run.forEach((block, at) => {
        give(block, at < length ? guest : host);
      });
    });
  });
  return texts;
}
