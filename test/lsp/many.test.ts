import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Editor } from './editor.ts';

test('of more findings than an editor shows the certain ones come first, and the rest is counted', async () => {
  const editor = await Editor.start();
  const article = (number: number) =>
    `第${number}座码头恢复通航\n\n望屿市水务局昨日宣布,第${number}座码头已经恢复通航,沿岸的居民又能坐船进城,首月寄存行李免費。`;
  await editor.open(Array.from({ length: 1200 }, (_, number) => article(number + 1)).join('\n\n'));
  const found = await editor.diagnostics();
  assert.equal(found.length, 1000);
  const { message, code } = found.at(-1)!;
  assert.equal(code, undefined);
  const left = Number(/^([\d,]+) further findings are left out/u.exec(String(message))?.[1]);
  assert.ok(left >= 201, String(message));
  await editor.stop();
});
