import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assignRoles } from '../../../server/src/newspaper/article/roles.ts';
import { readBlocks } from '../../../server/src/newspaper/page/blocks.ts';
import { pageStarts } from '../../../server/src/newspaper/page/split.ts';
import { lineStarts } from '../../../server/src/newspaper/text/lines.ts';

/** Processor time for reading a text, the better of two tries, in milliseconds. */
function cost(text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 2; round++) {
    const before = process.cpuUsage();
    assert.ok([...pageStarts(text)].length > 0);
    const { blocks, layout } = readBlocks(text, lineStarts(text), new Map());
    assert.equal(assignRoles(blocks, layout).roles.length, blocks.length);
    best = Math.min(best, process.cpuUsage(before).user / 1000);
  }
  return best;
}

const sentence = '青石镇的老桥昨天重新开放,桥面铺上了新的石板,栏杆也换过了。';
/** A text of its own for each number. */
const line = (number: number): string =>
  Array.from({ length: 4 }, (_, place) =>
    String.fromCharCode(0x4e00 + ((number * 7919 + place * 104729) % 20000)),
  ).join('');

const inputs: Readonly<Record<string, (size: number) => string>> = {
  'one block': (size) => sentence.repeat(size),
  'one-line blocks': (size) =>
    Array.from({ length: size }, (_, number) => `${line(number)}新闻${line(number + 3)}`).join('\n\n'),
  'one-line blocks that begin and end alike': (size) =>
    Array.from({ length: size }, (_, number) => `青石镇的${line(number)}重新开放`).join('\n\n'),
  'the same line again and again': (size) => '青石镇的老桥 重新开放\n\n'.repeat(size),
  brackets: (size) => '（【「'.repeat(size * 4),
  'wrapped lines': (size) => `${sentence.slice(0, 20)}\n`.repeat(size),
  'blank lines': (size) => ' \n'.repeat(size),
  'line breaks without end': (size) => '\r\n\f'.repeat(size),
  spaces: (size) => `甲${' '.repeat(size * 4)}乙`,
};

for (const [name, make] of Object.entries(inputs)) {
  test(`linear: ${name}`, () => {
    cost(make(500));
    const single = cost(make(5_000));
    const fourfold = cost(make(20_000));
    // quadratic would be sixteen times; a few milliseconds are noise
    assert.ok(fourfold < single * 8 + 60, `${single} ms, four times as much ${fourfold} ms`);
  });
}

test('a million brackets and 200,000 characters in one block are read', () => {
  for (const text of ['（'.repeat(1_000_000), '）(】['.repeat(220_000), '字'.repeat(200_000)]) {
    const { blocks, layout } = readBlocks(text, lineStarts(text), new Map());
    assert.deepEqual(assignRoles(blocks, layout).roles, ['body']);
  }
});
