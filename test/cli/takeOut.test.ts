import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { blocks, broadsheet, broken, temporaryFolder } from './command.ts';

const folder = temporaryFolder();
mkdirSync(join(folder, '一月'));
writeFileSync(join(folder, '一月', '要闻.txt'), broken);

test('the outline names the articles and where they stand', async () => {
  const { status, text } = await broadsheet(folder, ['outline', '.']);
  assert.equal(status, 0);
  assert.match(text, /^一月\/要闻\.txt\n +1 {2}青石市今年新修水渠十二条.*\n +9 {2}白鹭镇图书馆/u);
  const [{ outline }] = JSON.parse((await broadsheet(folder, ['outline', '-f', 'json', '.'])).text);
  assert.equal(outline[1].name, blocks.next);
  assert.equal(outline[1].line, 9);
});

test('articles come out whole, in Markdown, plain text and JSON', async () => {
  const markdown = await broadsheet(folder, ['articles', '.']);
  assert.ok(markdown.text.startsWith(`# ${blocks.headline}\n\n${blocks.joined}\n\n${blocks.more}\n`));
  const plain = await broadsheet(folder, ['articles', '-f', 'plain', '.']);
  assert.ok(plain.text.startsWith(`${blocks.headline}\n${blocks.joined}\n`));
  const [{ articles }] = JSON.parse((await broadsheet(folder, ['articles', '-f', 'json', '.'])).text);
  assert.deepEqual(
    articles.map(({ title, line }: { title: string; line: number }) => [title, line]),
    [
      [blocks.headline, 1],
      [blocks.next, 9],
    ],
  );
});

test('--out writes a file for each article', async () => {
  const { text } = await broadsheet(folder, ['articles', '--out', 'taken', '一月/要闻.txt']);
  assert.equal(text, `taken/一月/要闻/001-${blocks.headline}.md\ntaken/一月/要闻/002-${blocks.next}.md\n`);
  const files = readdirSync(join(folder, 'taken', '一月', '要闻'));
  assert.equal(files.length, 2);
  assert.match(readFileSync(join(folder, 'taken', '一月', '要闻', files[0]!), 'utf8'), /^# 青石市/u);
});

test('figures come as CSV with a head, and as JSON', async () => {
  const { text } = await broadsheet(folder, ['figures', '.']);
  const [head, ...rows] = text.trimEnd().split('\r\n');
  assert.equal(head, 'file,line,column,text,kind,value,unit,bound,resolved,subject,place');
  assert.ok(
    rows.some((row) => /^一月\/要闻\.txt,1,10,十二条,count,12,条/u.test(row)),
    rows.join('\n'),
  );
  const [{ figures }] = JSON.parse((await broadsheet(folder, ['figures', '-f', 'json', '.'])).text);
  assert.equal(figures.length, rows.length);
});

const issue = fileURLToPath(new URL('../fixture/folder', import.meta.url));
const page = (number: number) => readFileSync(join(issue, `2031-05-12-0${number}.dump.txt`), 'utf8');

interface Taken {
  readonly articles: readonly { readonly title: string; readonly paragraphs: readonly { readonly text: string }[] }[];
}

async function taken(folder: string, ...args: string[]): Promise<Taken[]> {
  const { text, errors, status } = await broadsheet(folder, ['articles', '-f', 'json', ...args]);
  assert.deepEqual([status, errors], [0, '']);
  return JSON.parse(text);
}

function texts(dumps: readonly Taken[]): string[] {
  return dumps.flatMap(({ articles }) => articles.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)));
}

for (const jobs of ['1', '2']) {
  test(`an article that goes on in another file is read on there, and is an article of the first (--jobs ${jobs})`, async () => {
    const names = [3, 1, 2].map((number) => `2031-05-12-0${number}.dump.txt`);
    const dumps = await taken(issue, '--jobs', jobs, ...names);
    assert.deepEqual(
      dumps[0]!.articles.map(({ title }) => title),
      ['石磬区茶农学会看云图'],
    );
    assert.ok(
      texts([dumps[1]!]).some((text) => text.includes('分成五个标段同时开工。施工队')),
      'the sentence is whole',
    );
    // every character comes out once, but for jump lines and the headline that is printed again
    const apart = await taken(issue, '--no-follow', '--jobs', jobs, ...names);
    assert.equal(apart[0]!.articles.length, 2);
    const sorted = (all: readonly Taken[]) =>
      [
        ...texts(all)
          .join('')
          .replace(/（[上下][接转][^）]*）/gu, ''),
      ]
        .sort()
        .join('');
    const again = { articles: [{ title: '', paragraphs: [{ text: '青螺河百日疏浚完工 停航老河道重新通航' }] }] };
    assert.equal(sorted([...dumps, again]), sorted(apart));
  });
}

test('jump lines inside of paragraphs fall away where they lead; pages of one dump are followed too', async () => {
  const lines = page(1).split('\n');
  const one = [...lines.slice(0, 4), ...lines.slice(14)].join('\n');
  const two = page(2);
  const here = temporaryFolder();
  writeFileSync(join(here, '2031-05-12-01.txt'), one);
  writeFileSync(join(here, '2031-05-12-02.txt'), two);
  writeFileSync(join(here, 'both.dump'), `${one}\n${two}`);
  for (const args of [['2031-05-12-01.txt', '2031-05-12-02.txt'], ['both.dump']]) {
    const all = texts(await taken(here, ...args));
    const at = all.findIndex((text) => text.endsWith('8名老船工担任教员。'));
    assert.ok(at > 0, all.join('\n'));
    assert.ok(all[at + 1]!.startsWith('学员当中'), all[at + 1]);
  }
  writeFileSync(join(here, 'cut.dump'), `${page(1)}\n${page(3)}`);
  assert.match(texts(await taken(here, 'cut.dump')).join('\n'), /分成五个标段同时开工。施工队/u);
});
