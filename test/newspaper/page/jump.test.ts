import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readJump } from '../../../server/src/newspaper/page/jump.ts';

const read = (text: string): string | undefined => {
  const jump = readJump(text);
  return jump && `${jump.direction} ${jump.page} ${text.slice(jump.span.start, jump.span.end)}`;
};

test('jump lines of many houses lead to their page', () => {
  for (const [line, direction, page] of [
    ['（下转第三版）', 'to', '3'],
    ['(下转A05版)', 'to', 'A5'],
    ['（下转第2版·要闻）', 'to', '2'],
    ['（下转第二版①）', 'to', '2'],
    ['●下转3版', 'to', '3'],
    ['》下转第3版', 'to', '3'],
    ['>>下转3版', 'to', '3'],
    ['→下转A6', 'to', 'A6'],
    ['▼下轉A2版', 'to', 'A2'],
    ['（文轉A10版）', 'to', 'A10'],
    ['（上接第一版）', 'from', '1'],
    ['（上接头版）', 'from', '1'],
    ['（紧接A04版）', 'from', 'A4'],
    ['文接A1版', 'from', 'A1'],
    ['（續A1版）', 'from', 'A1'],
    ['（续自A1版）', 'from', 'A1'],
  ] as const) {
    assert.equal(read(line), `${direction} ${page} ${line}`);
  }
});

test('a jump line stands at the start of its paragraph, or at the end', () => {
  assert.equal(read('（上接第一版）石桥重新开放。'), 'from 1 （上接第一版）');
  assert.equal(read('石桥重新开放，两岸的居民（下转第三版）'), 'to 3 （下转第三版）');
});

test('what only reads like one leads nowhere', () => {
  for (const text of [
    '承接3个项目',
    '（续12日报道）石桥',
    '石桥在下游转了3道弯',
    '全文3页',
    '续建2座桥',
    '上前接过3本书。',
  ])
    assert.equal(read(text), undefined, text);
});
