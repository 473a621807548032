import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Concordance } from '../../../server/src/newspaper/continuation/concordance.ts';

const near = ['水渠通水，白鹭镇的村民赶来看。', '昨天，白鹭镇修好了水渠。', '闸门年久失修。'];

/** How much of each seam stands in some texts: the last two characters before it and the first two behind it. */
function echoes(texts: readonly string[], seams: readonly (readonly [left: string, right: string])[]): number[] {
  const concordance = new Concordance(texts);
  const pairs = seams.map(([left, right]) => concordance.want(left.charCodeAt(1), right.charCodeAt(0)));
  concordance.read();
  return seams.map(([left, right], seam) =>
    concordance.echo(pairs[seam]!, left.charCodeAt(0), right.charCodeAt(1), 0, texts.length),
  );
}

/** Where the first word of a text (`side` −1) or its last one stands in other texts. */
function places(own: string, side: -1 | 1, first = 0, behind = near.length) {
  const concordance = new Concordance(near);
  const word = side < 0 ? own.slice(0, 2) : own.slice(-2);
  const pair = concordance.want(word.charCodeAt(0), word.charCodeAt(1));
  concordance.read();
  return concordance.places(pair, own, side, first, behind);
}

test('what a seam makes is looked for elsewhere on the page', () => {
  assert.deepEqual(
    echoes(near, [
      ['的白', '鹭镇'],
      ['鹭镇', '的村'],
      ['闸门', '修好'],
      ['年8', '月底'],
    ]),
    [3, 4, 0, 0],
  );
});

test('where the first or last word of a paragraph stands elsewhere: at the border of a clause, or inside', () => {
  assert.deepEqual(places('白鹭镇今天开会。', -1), { border: 2, inside: 0 });
  assert.deepEqual(places('会后大家去看水渠', 1), { border: 1, inside: 1 });
  assert.deepEqual(places('镇里没有桥', 1), { border: 0, inside: 0 });
  assert.deepEqual(places('闸门年久失修。', -1), { border: 0, inside: 0 }, 'not its own echo');
  assert.deepEqual(places('', 1), { border: 0, inside: 0 });
});

test('only the texts asked for count, and a reading leaves nothing behind for the next one', () => {
  assert.deepEqual(places('白鹭镇今天开会。', -1, 1), { border: 1, inside: 0 });
  assert.deepEqual(places('白鹭镇今天开会。', -1, 0, 1), { border: 1, inside: 0 });
  assert.deepEqual(echoes(['白鹭镇的桥'], [['水渠', '通水']]), [0]);
  // pairs that overlap themselves are found at each place
  assert.deepEqual(echoes(['渠渠渠'], [['渠渠', '渠渠']]), [3]);
});
