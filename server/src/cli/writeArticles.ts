import { mkdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import process from 'node:process';
import type { ArticleText, Order } from './order.ts';
import { renderArticle } from './report/articles.ts';
import { writeAtomically } from './write.ts';

const endings = { markdown: 'md', plain: 'txt', json: 'json' } as const;

/** Writes a file for each article into a folder of its dump under `out`; the names of what was written. */
export async function writeArticles(
  out: string,
  name: string,
  articles: readonly ArticleText[],
  manner: Order['manner'],
): Promise<string[]> {
  const folder = join(out, folderFor(name));
  await mkdir(folder, { recursive: true });
  const files: string[] = [];
  for (const [index, article] of articles.entries()) {
    const number = String(index + 1).padStart(3, '0');
    const file = join(folder, `${[number, slug(article.title)].filter(Boolean).join('-')}.${endings[manner]}`);
    await writeAtomically(file, Buffer.from(renderArticle(article, manner)));
    files.push(file);
  }
  return files;
}

/** The dump's own path without its ending, so that no two dumps share a folder; never outside of `out`. */
function folderFor(name: string): string {
  if (name === '-') return '';
  const path = relative(process.cwd(), resolve(name)).replace(/\.[^./\\]+$/u, '');
  const safe = path.split(/[/\\]/u).filter((part) => part !== '..' && part !== '');
  return join(...safe.map((part) => part.replace(/[:*?"<>|]/gu, '_')));
}

/** A title as the name of a file on every system: at most 60 characters, so 180 bytes. */
function slug(title: string): string {
  const clean = title.replace(/[\u0000-\u001f/\\:*?"<>|]+/gu, ' ').replace(/[\s\u3000]+/gu, ' ');
  return [...clean.trim()]
    .slice(0, 60)
    .join('')
    .replace(/[. ]+$/u, '');
}
