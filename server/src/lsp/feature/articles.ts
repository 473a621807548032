import { type PlacedPage, type Role, spanOf } from '../../newspaper/index.ts';
import type { Article, ArticlesParams, Part } from '../../protocol.ts';
import { rangeOf } from '../convert.ts';
import type { Feature } from '../session.ts';

/** What a role is called in the answer; roles that are not named there are body text. */
const partRoles: Partial<Record<Role, Part['role']>> = {
  headline: 'headline',
  kicker: 'kicker',
  deck: 'deck',
  byline: 'byline',
  jump: 'jump',
  caption: 'caption',
  credit: 'credit',
};

/** The articles of a dump in reading order, each with its parts. */
export const articles: Feature<ArticlesParams, Article[]> = (dump) => dump.issue.pages.flatMap(articlesOf);

function articlesOf(placed: PlacedPage): Article[] {
  const { page } = placed;
  const links = new Map(page.continuations.map((link) => [link.to, link]));
  return page.articles.map(({ headline, blocks }) => ({
    title: headline === undefined ? '' : page.blocks[headline]!.paragraph.text,
    headline: headline === undefined ? null : rangeOf(placed, spanOf(page.blocks[headline]!)),
    bylines: [],
    parts: blocks.map((block, place) => {
      const part: Part = {
        range: rangeOf(placed, spanOf(page.blocks[block]!)),
        role: partRoles[page.roles[block]!] ?? 'body',
      };
      const link = links.get(block);
      if (link === undefined || link.at !== blocks[place - 1]) return part;
      return { ...part, continues: true, ...(link.overlap > 0 ? { overlap: link.overlap } : {}) };
    }),
  }));
}
