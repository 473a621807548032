import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Row } from '../../client/src/figures/row.ts';

const kinds = ['count', 'money', 'percent', 'fraction', 'ordinal', 'measure', 'date', 'interval', 'duration'];
const words = { kinds: Object.fromEntries(kinds.map((kind) => [kind, kind])) };
// as the page around the view has it
Object.assign(globalThis, {
  document: { body: { dataset: { words: JSON.stringify(words) } }, documentElement: { lang: 'en' } },
});
// not by name, since what the view is made of is checked for the browser and this test is not
const view = (file: string) => import(new URL(`../../client/src/figures/view/${file}.ts`, import.meta.url).href);
const { chosen } = await view('choose');
const { seriesOf } = await view('chart');
const { shownValue } = await view('words');

const row = (id: number, given: Partial<Row>): Row => ({
  id,
  file: 'a.txt',
  line: id + 1,
  column: 1,
  text: `${id}`,
  kind: 'count',
  value: id,
  sentence: 0,
  ...given,
});
const state = { words: '', kind: '', sort: 'line', down: false };
const ids = (rows: readonly Row[]) => rows.map(({ id }) => id);

const rows = [
  row(0, { value: 94, unit: '座', place: '青山县', date: '2031-05-11' }),
  row(1, { value: [3, 5], unit: '座', subject: '泵站', date: '2031-05-12' }),
  row(2, { kind: 'money', value: 48_383_000, unit: 'CNY', sentence: 1 }),
  row(3, { kind: 'date', value: 'XXXX-05-11', text: '5月11日', sentence: 1 }),
  row(4, { value: 12, unit: '座', place: '白水县', date: '2031-05-13', bound: '>' }),
];

test('rows are sorted by number, what has none behind them, and by words, what has none last', () => {
  assert.deepEqual(ids(chosen(rows, { ...state, sort: 'value' })), [1, 4, 0, 2, 3]);
  assert.deepEqual(ids(chosen(rows, { ...state, sort: 'date' })), [0, 1, 4, 2, 3]);
  assert.deepEqual(ids(chosen(rows, { ...state, down: true })), [4, 3, 2, 1, 0]);
});

test('rows are filtered by all words and by kind', () => {
  assert.deepEqual(ids(chosen(rows, { ...state, words: '县 94' })), [0]);
  assert.deepEqual(ids(chosen(rows, { ...state, words: '48,383' })), [2]);
  assert.deepEqual(ids(chosen(rows, { ...state, kind: 'date' })), [3]);
});

test('a chart is drawn of rows in one unit, else of the list that the reader has come to', () => {
  assert.equal(seriesOf(rows, undefined), undefined);
  assert.equal(seriesOf(rows, rows[2]), undefined);
  assert.deepEqual(ids(seriesOf(rows, rows[4]).rows), [0, 1, 4]);
  const series = seriesOf(chosen(rows, { ...state, words: '座' }), undefined);
  assert.equal(series.unit, '座');
  assert.equal(series.overDates, true);
});

test('a value is shown with its bound; a date of an unknown year as it is printed', () => {
  assert.deepEqual(rows.map(shownValue), ['94', '3 – 5', '48,383,000', '5月11日', '> 12']);
});
