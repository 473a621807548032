import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageKey, readDate } from '../../server/src/newspaper/index.ts';
import { readPlace } from '../../server/src/workspace/folder/place.ts';

test('a page’s number has one spelling', () => {
  for (const printed of ['1', '01', '０１', '一', '头', '頭']) assert.equal(pageKey(printed), '1', printed);
  for (const printed of ['A4', 'a04', 'Ａ４', 'A 04']) assert.equal(pageKey(printed), 'A4', printed);
  assert.equal(pageKey('十二'), '12');
  assert.equal(pageKey('二十'), '20');
});

test('dates in whatever figures', () => {
  for (const text of [
    '2020年2月7日 星期五',
    '2020-02-07',
    '二〇二〇年二月七日',
    '二○二○年二月七日',
    '２０２０年２月７日',
  ])
    assert.equal(readDate(text), '2020-02-07', text);
  assert.equal(readDate('2020年13月7日'), undefined);
  assert.equal(readDate('没有日期'), undefined);
});

test('file names and folders say date and page', () => {
  const said = (path: string) => {
    const { date, page, series } = readPlace(`file:///papers/${path}`);
    return [date, page, series];
  };
  assert.deepEqual(said('2020-02-07-01.dump.txt'), ['2020-02-07', '1', '']);
  assert.deepEqual(said('20200207_A02.newspaper'), ['2020-02-07', 'A2', '']);
  assert.deepEqual(said('morning-2020-02-07-p3.dump.txt'), ['2020-02-07', '3', 'morning-']);
  assert.deepEqual(said('2020-02-07/%E7%AC%AC3%E7%89%88.dump.txt'), ['2020-02-07', '3', '']);
  assert.deepEqual(said('2020/02/07/01.dump.txt'), ['2020-02-07', '1', '']);
  assert.deepEqual(said('2020-02-07.dump.txt'), ['2020-02-07', undefined, '']);
  assert.deepEqual(said('notes.dump.txt').slice(0, 2), [undefined, undefined]);
  assert.deepEqual(said('100%.dump.txt')[0], undefined);
});
