import { folioOf, type Page, type PlacedPage, type Role, readSignature, spanOf } from '../../newspaper/index.ts';
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

/** The articles of a dump in reading order, each with its parts; briefs and text without a headline are articles too. */
export const articles: Feature<ArticlesParams, Article[]> = (dump) => dump.issue.pages.flatMap(articlesOf);

function articlesOf(placed: PlacedPage): Article[] {
  const { page } = placed;
  const label = sectionNames(page);
  const { name } = folioOf(page);
  return page.articles.map((article) => {
    const { headline, blocks } = article;
    const { bylines, dateline } = readSignature(page, article);
    const answer: Article = {
      title: headline === undefined ? '' : page.blocks[headline]!.paragraph.text,
      headline: headline === undefined ? null : rangeOf(placed, spanOf(page.blocks[headline]!)),
      bylines: [...bylines],
      parts: partsOf(placed, blocks),
    };
    const section = label.get(blocks[0]!);
    if (name !== undefined && /^\d+$/u.test(name)) answer.page = Number(name);
    if (section !== undefined) answer.section = section;
    if (dateline !== undefined) answer.dateline = dateline;
    return answer;
  });
}

function partsOf(placed: PlacedPage, blocks: readonly number[]): Part[] {
  const { page } = placed;
  const links = new Map(page.continuations.map((link) => [link.to, link]));
  return blocks.map((block, place) => {
    const part: Part = {
      range: rangeOf(placed, spanOf(page.blocks[block]!)),
      role: partRoles[page.roles[block]!] ?? 'body',
    };
    const link = links.get(block);
    if (link === undefined || link.at !== blocks[place - 1]) return part;
    return { ...part, continues: true, ...(link.overlap > 0 ? { overlap: link.overlap } : {}) };
  });
}

/** The names of the sections by the blocks of their briefs. */
function sectionNames({ sections, blocks }: Page): ReadonlyMap<number, string> {
  return new Map(
    sections.flatMap(({ label, briefs }) =>
      label === undefined ? [] : briefs.map((brief) => [brief, blocks[label]!.paragraph.text] as const),
    ),
  );
}
