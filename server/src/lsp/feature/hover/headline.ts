import { findingsOf, message, outlineOf, placeOf, readingsOf, spanOf } from '../../../newspaper/index.ts';
import { plain, strong } from '../../markdown.ts';
import { say } from '../../translate.ts';
import type { Card } from './card.ts';

/** How many of an article's figures its card names. */
const namedFigures = 6;

/** On a headline: the article's card with byline, date, length, main figures and open problems. */
export const headlineCard: Card = ({ placed, block, session, dump }) => {
  const { page } = placed;
  const entry = outlineOf(page).find((item) => item.kind === 'article' && item.block === block.index);
  const article = page.articles.find(({ headline }) => headline === block.index);
  if (entry === undefined || article === undefined) return undefined;
  const members = new Set(article.blocks);
  const signature = entry.signature;
  const facts = [signature?.bylines.join('、'), signature?.dateline, say(message('{0} characters', entry.length ?? 0))];
  const figures = readingsOf(page).flatMap((reading) =>
    reading.figures
      .filter(
        ({ kind, start, end }) =>
          kind !== 'date' &&
          kind !== 'interval' &&
          kind !== 'ordinal' &&
          members.has(placeOf(page, reading, start, end).block),
      )
      .map(({ start, end }) => reading.text.slice(start, end)),
  );
  const settings = session.settingsOf(dump.uri);
  const open = findingsOf(page).filter(
    (finding) => members.has(finding.block) && settings.severity[finding.code] !== 'off',
  );
  const lines = [strong(entry.name), plain(facts.filter((fact) => fact).join(' · '))];
  const named = [...new Set(figures)].slice(0, namedFigures).join('、');
  if (named !== '') lines.push(plain(say(message('Figures: {0}', named))));
  if (open.length > 0) lines.push(plain(say(message('Open findings: {0}', open.length))));
  return { span: spanOf(block), markdown: lines.join('\n\n') };
};
