import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEchoes, readPlaces } from '../../../server/src/newspaper/continuation/echo.ts';

const near = ['水渠通水，白鹭镇的村民赶来看。', '昨天，白鹭镇修好了水渠。', '闸门年久失修。'];

test('what a seam makes is looked for elsewhere on the page', () => {
  assert.deepEqual(
    readEchoes(near, [
      { left: '的白', right: '鹭镇' },
      { left: '鹭镇', right: '的村' },
      { left: '闸门', right: '修好' },
      { left: '年8', right: '月底' },
    ]),
    [3, 4, 0, 0],
  );
});

test('where the first or last word of a paragraph stands elsewhere: at the border of a clause, or inside', () => {
  assert.deepEqual(readPlaces(near, '白鹭镇今天开会。', -1), { border: 2, inside: 0 });
  assert.deepEqual(readPlaces(near, '会后大家去看水渠', 1), { border: 1, inside: 1 });
  assert.deepEqual(readPlaces(near, '镇里没有桥', 1), { border: 0, inside: 0 });
  assert.deepEqual(readPlaces(near, '闸门年久失修。', -1), { border: 0, inside: 0 }, 'not its own echo');
  assert.deepEqual(readPlaces(near, '', 1), { border: 0, inside: 0 });
});
