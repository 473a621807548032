import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCsv, toJson } from '../../client/src/figures/export.ts';
import type { Row } from '../../client/src/figures/row.ts';
import { rowsOf } from '../../client/src/figures/rows.ts';
import type { Article, Figure, Position } from '../../server/src/protocol.ts';
import { Editor } from '../lsp/editor.ts';

const dump = `第3版 要闻
2031年5月12日 星期一

青河灌区三县通水

本报讯 记者罗一舟报道 截至5月11日,灌区94座泵站中,青山县

31座、白水县22座、石桥县41座已试车。另有6人轮值。

投资4838.3万元。
`;

/** The rows of a dump, as the view gets them. */
async function rowsIn(text: string): Promise<Row[]> {
  const editor = await Editor.start();
  await editor.open(text);
  const figures = await editor.ask<Figure[]>('broadsheet/figures');
  const articles = await editor.ask<Article[]>('broadsheet/articles');
  await editor.stop();
  const lines = text.split('\n');
  const offset = ({ line, character }: Position) =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  const textBetween = (start: Position, end: Position) => text.slice(offset(start), offset(end));
  return rowsOf({ name: 'a.txt', textBetween }, figures, articles, 0, 0);
}

test('a row tells its article, the day it is of, and which figures share its sentence', async () => {
  const rows = await rowsIn(dump);
  const told = rows.map(({ text, date, article, sentence, line }) => [text, date, article, sentence, line]);
  const title = '青河灌区三县通水';
  const list = told.filter(([text]) => String(text).endsWith('座'));
  assert.deepEqual(
    list.map(([text, date, article]) => [text, date, article]),
    ['94座', '31座', '22座', '41座'].map((text) => [text, '2031-05-11', title]),
  );
  assert.equal(
    new Set(list.map(([, , , sentence]) => sentence)).size,
    1,
    'a sentence goes on across a broken paragraph',
  );
  const [people, money] = ['6人', '4838.3万元'].map((text) => told.find(([other]) => other === text)!);
  assert.notEqual(people![3], list[0]![3]);
  assert.deepEqual([people![1], money![1]], ['2031-05-11', undefined], 'a day holds in its paragraph');
  assert.equal(money![4], 10);
});

const row = (given: Partial<Row>): Row => ({
  id: 0,
  file: 'a.txt',
  line: 1,
  column: 1,
  text: '3人',
  kind: 'count',
  value: 3,
  sentence: 0,
  ...given,
});

/** The cells of the only row of an export. */
function cells(given: Partial<Row>): string {
  return toCsv([row(given)], false).split('\r\n')[1]!;
}

test('CSV is quoted where it must be', () => {
  assert.equal(cells({ article: '他说“好”,走了' }), 'a.txt,1,1,"他说“好”,走了",3人,count,3,,,,,,,');
  assert.equal(cells({ article: 'a "b"' }), 'a.txt,1,1,"a ""b""",3人,count,3,,,,,,,');
  assert.equal(cells({ article: 'a\nb' }).split(',')[3], '"a\nb"');
  assert.equal(cells({ value: [1, 2], unit: '次' }), 'a.txt,1,1,,3人,count,1,2,次,,,,,');
});

test('no cell of CSV is a formula; a negative number stays a number', () => {
  for (const start of ['=', '+', '-', '@', '\t', '＝']) {
    assert.ok(cells({ subject: `${start}HYPERLINK(1)` }).includes(`,'${start}HYPERLINK(1)`), start);
  }
  assert.ok(cells({ article: '=1,2' }).includes(`"'=1,2"`), 'quoted and guarded');
  assert.equal(cells({ value: -5, text: '零下5度' }), 'a.txt,1,1,,零下5度,count,-5,,,,,,,');
});

test('CSV has a byte order mark where it is wanted', () => {
  assert.ok(toCsv([], true).startsWith('\ufefffile,'));
  assert.ok(toCsv([], false).startsWith('file,'));
});

test('JSON has what there is and nothing else', () => {
  assert.deepEqual(JSON.parse(toJson([row({ value: [1, 2], unit: '次', bound: '>' })])), [
    { file: 'a.txt', line: 1, column: 1, text: '3人', kind: 'count', value: [1, 2], unit: '次', bound: '>' },
  ]);
});
