import type { Continuation } from '../continuation/continuation.ts';
import type { Block, Role } from '../page/block.ts';
import type { Article, Section } from './article.ts';

/** Which blocks of a page belong together, in reading order. */
export function groupArticles(
  blocks: readonly Block[],
  roles: readonly Role[],
  _continuations: readonly Continuation[],
): { readonly articles: readonly Article[]; readonly sections: readonly Section[] } {
  const articles: { headline: number | undefined; blocks: number[] }[] = [];
  for (const { index } of blocks) {
    if (roles[index] === 'headline') articles.push({ headline: index, blocks: [index] });
    else {
      if (articles.length === 0) articles.push({ headline: undefined, blocks: [] });
      articles.at(-1)!.blocks.push(index);
    }
  }
  return { articles, sections: [] };
}
