import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { openStatistics, setStatistics, statistics } from '../../../server/src/newspaper/continuation/statistics.ts';

const bytes = readFileSync(new URL('../../../server/data/statistics.bin', import.meta.url));
const table = openStatistics(bytes);

test('running text across a seam scores above text that does not belong together', () => {
  for (const [left, right, wrong] of [
    ['他们决定进一步加', '强管理，不让水再漫进来。', '杏花开了三天。'],
    ['村里今年新修了一条公', '路，孩子上学近多了。', '老人坐在门口晒太阳。'],
    ['船長說，今晚的天', '氣不宜出海。', '她把信收進抽屜。'],
    ['這家小店的老', '闆已經做了三十年。', '但雨一直沒有停。'],
  ] as const) {
    assert.ok(table.joins(left, right) > 1, `${left}|${right} ${table.joins(left, right)}`);
    assert.ok(table.joins(left, right) > table.joins(left, wrong), `${left}|${wrong}`);
  }
});

test('beginnings and ends of paragraphs are told from the middle of sentences', () => {
  assert.ok(table.startsParagraph('本报讯 昨天下了雨') > 1);
  assert.ok(table.startsParagraph('的办法行不通') < -1);
  assert.ok(table.endsSentenceOpenly('他把') > 1);
  assert.ok(table.endsSentenceOpenly('他们走了。') < 0);
  assert.ok(table.endsSentenceOpenly('他们走了，') > 1);
});

test('both scripts and both widths read alike', () => {
  assert.equal(table.joins('今天的天', '气'), table.joins('今天的天', '氣'));
  assert.equal(table.joins('好，', '不过'), table.joins('好,', '不过'));
  assert.equal(table.joins('一共２', '３人'), table.joins('一共5', '6人'));
  assert.equal(table.joins('今 天 的 天 ', '　气'), table.joins('今天的天', '气'));
});

test('what the table does not know says nothing', () => {
  for (const text of ['', '\u0000', '\ud800', '😀', '龘龘', 'ぁぁ', 'жж']) {
    assert.equal(Math.abs(table.joins(text, '今天')), 0, text);
    assert.equal(Math.abs(table.joins('今天', text)), 0, text);
    assert.equal(Math.abs(table.startsParagraph(text)), 0, text);
    assert.equal(Math.abs(table.endsSentenceOpenly(text)), 0, text);
  }
});

test('rare repetitions surprise more than common ones, longer more than shorter', () => {
  assert.ok(table.surprise('的') < table.surprise('笛'));
  assert.ok(table.surprise('竹笛') > table.surprise('笛'));
  assert.ok(table.surprise('2') < table.surprise('23'));
});

test('two characters of a word bind, two strangers do not', () => {
  assert.ok(table.formsWord('强', '化') >= 3);
  assert.equal(table.formsWord('笛', '吨'), 0);
  assert.equal(table.formsWord('a', 'b'), 0);
});

test('nothing but a table is read as one', () => {
  for (const broken of [new Uint8Array(0), new Uint8Array(10), new Uint8Array(200_000), bytes.subarray(0, 150_000)]) {
    assert.equal(openStatistics(broken).joins('今天的天', '气'), 0);
  }
  // a view that starts at an odd place in its buffer is as good as any
  const shifted = new Uint8Array(bytes.length + 1);
  shifted.set(bytes, 1);
  assert.equal(openStatistics(shifted.subarray(1)).joins('今天的天', '气'), table.joins('今天的天', '气'));
});

test('the loader is asked once, when first needed, and may fail', () => {
  let asked = 0;
  setStatistics(() => {
    asked++;
    return bytes;
  });
  assert.equal(asked, 0);
  assert.ok(statistics().joins('今天的天', '气') > 0);
  statistics();
  assert.equal(asked, 1);
  setStatistics(() => {
    throw new Error('no such file');
  });
  assert.equal(statistics().joins('今天的天', '气'), 0);
  setStatistics(undefined);
  assert.equal(statistics().joins('今天的天', '气'), 0);
});

test('any string has a finite score', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (left, right) => {
      for (const score of [
        table.joins(left, right),
        table.startsParagraph(right),
        table.endsSentenceOpenly(left),
        table.surprise(left),
        table.formsWord(left, right),
        table.startsLoosely(right),
        table.endsLoosely(left),
      ]) {
        assert.ok(Number.isFinite(score));
      }
    }),
  );
});

test('the table is small and opens at once', () => {
  assert.ok(bytes.length <= 2_097_152);
  const started = performance.now();
  openStatistics(bytes).joins('今天的天', '气');
  assert.ok(performance.now() - started < 20);
});
