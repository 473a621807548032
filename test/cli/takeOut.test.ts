import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
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
