import assert from 'node:assert/strict';
import { after, before, mock, test } from 'node:test';
import { typingPause } from '../../server/src/workspace/typing.ts';
import { Editor } from './editor.ts';

const dump = `青石市今年新修水渠十二条

本报讯 记者甘一禾报道 青石市水务局昨日宣布，全市今年新修的十二条水渠已经全部通水，沿线村庄的灌溉条件

明显改善，预计秋收以后还要再修四条。
`;

let editor: Editor;
before(async () => {
  editor = await Editor.start();
});
after(() => editor.stop());

test('the sentence being written is not called unfinished until the writer pauses', async () => {
  await editor.open(dump);
  const { end } = editor.rangeOf('灌溉条件');
  const clock = mock.method(performance, 'now', () => 10_000);
  await editor.change({ range: { start: end, end }, text: '得到' });
  assert.deepEqual(await editor.diagnostics(), []);
  clock.mock.mockImplementation(() => 10_000 + typingPause);
  assert.deepEqual(
    (await editor.diagnostics()).map(({ code }) => code),
    ['split-paragraph'],
  );
  clock.mock.restore();
});

test('what is deleted or pasted is checked at once', async () => {
  await editor.open(dump.replace('灌溉条件', '灌溉条件。'));
  assert.deepEqual(await editor.diagnostics(), []);
  await editor.change({ range: editor.rangeOf('。\n'), text: '\n' });
  assert.deepEqual(
    (await editor.diagnostics()).map(({ code }) => code),
    ['split-paragraph'],
  );
});
