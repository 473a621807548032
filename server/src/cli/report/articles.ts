import type { ArticleText, Order } from '../order.ts';

/** One article as a text of its own. */
export function renderArticle(article: ArticleText, manner: Order['manner']): string {
  switch (manner) {
    case 'json':
      return `${JSON.stringify(article, undefined, 2)}\n`;
    case 'plain':
      return plain(article);
    case 'markdown':
      return markdown(article);
  }
}

function plain({ title, paragraphs }: ArticleText): string {
  const hasHeadline = paragraphs.some(({ role }) => role === 'headline');
  const lines = paragraphs.map(({ text }) => text);
  return `${[...(hasHeadline || title === '' ? [] : [title]), ...lines].join('\n')}\n`;
}

function markdown({ title, paragraphs }: ArticleText): string {
  const hasHeadline = paragraphs.some(({ role }) => role === 'headline');
  const lines = paragraphs.map(({ role, text }) => {
    const words = escaped(text);
    switch (role) {
      case 'headline':
        return `# ${words}`;
      case 'kicker':
      case 'deck':
        return `**${words}**`;
      case 'byline':
      case 'jump':
        return `*${words}*`;
      case 'caption':
      case 'credit':
        return `> ${words}`;
      default:
        return words;
    }
  });
  return `${[...(hasHeadline || title === '' ? [] : [`# ${escaped(title)}`]), ...lines].join('\n\n')}\n`;
}

/** Keeps what a newspaper prints from being read as Markdown. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>]/gu, '\\$&').replace(/^(#|[-+](?=\s)|\d+(?=[.)]\s))/u, (start) => {
    return /\d/u.test(start) ? `${start}\\` : `\\${start}`;
  });
}
