import { message, spanIn } from '../../../newspaper/index.ts';
import { articleStretch, noArticle } from '../../../workspace/folder/record.ts';
import { say } from '../../translate.ts';
import { nameOf, pageOf } from '../dumpName.ts';
import { isByline, reporterIn } from '../reporter.ts';
import type { Card } from './card.ts';

/** As many articles are named. */
const shown = 10;

/** On a reporter's name: what else that reporter wrote, in all dumps, the latest first. */
export const reporterCard: Card = ({ dump, placed, block, index, session }) => {
  const reporter = reporterIn(block, isByline(placed.page.roles[block.index]!), index);
  if (reporter === undefined) return undefined;
  const { folder } = session;
  folder.refresh();
  const own = placed.page.articles.findIndex(({ blocks }) => blocks.includes(block.index));
  const page = dump.issue.pages.indexOf(placed);
  const articles = new Map<string, { date: string; line: string }>();
  for (const { record, name } of folder.index.withName(reporter.name)) {
    const article = record.nameStretches[name * 5]!;
    const here = record.uri === dump.uri && article === (record.pages[page]?.firstArticle ?? 0) + own;
    if (article === noArticle || here) continue;
    const title = record.headlines[article] || '…';
    const [line] = articleStretch(record, article);
    const where = [record.date, pageOf(record, article), nameOf(record.uri)].filter(Boolean).join(', ');
    articles.set(`${article} ${record.uri}`, {
      date: record.date ?? '',
      line: `- [${escaped(title)}](${record.uri}#L${line + 1}) (${escaped(where)})`,
    });
  }
  if (articles.size === 0) return undefined;
  const latest = [...articles.values()].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  const lines = latest.slice(0, shown).map(({ line }) => line);
  if (latest.length > shown) lines.push(`- ${say(message('and {0} more', latest.length - shown))}`);
  return {
    span: spanIn(block, reporter.span.start, reporter.span.end),
    markdown: `${say(message('Other articles by {0}:', reporter.name))}\n\n${lines.join('\n')}`,
  };
};

/** Text that Markdown takes as it is. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#|~]/gu, '\\$&');
}
