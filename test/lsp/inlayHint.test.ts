import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InlayHint } from 'vscode-languageserver';
import { Editor } from './editor.ts';

const dump = `第3版 要闻
2031年5月12日 星期一

青河灌区全线通水

本报讯 记者罗一舟报道 5月11日18时,青河灌区通水,可灌1.2万亩,惠及群众2.56万余人,投资4838.3万元,比计划多三成至四成。

3日至5日,共有31座泵站试车,三家企业参加,五分之二的渠段用上新料,涨了12％,发放手册１２００册,第一批次已到。
`;

async function hints(settings: Record<string, unknown>, words?: string): Promise<string[]> {
  const editor = await Editor.start({ settings });
  await editor.open(dump);
  // the settings arrive by requests of the server, which those are answered behind
  for (let i = 0; i < 10; i++) await editor.diagnostics();
  const found = await editor.ask<InlayHint[]>('textDocument/inlayHint', { range: editor.rangeOf(words) });
  const lines = editor.text.split('\n');
  await editor.stop();
  return found.map(({ position, label }) => `${lines[position.line]!.slice(0, position.character).slice(-3)} ${label}`);
}

test('there are no inlay hints unless they are wanted', async () => {
  assert.deepEqual(await hints({}), []);
});

test('an inlay hint stands behind a figure that is not printed in full, and behind no other', async () => {
  assert.deepEqual(await hints({ inlayHints: true }), [
    '18时 2031-05-11',
    '2万亩 12,000',
    '万余人 25,600',
    '3万元 48,383,000',
    '至四成 30–40%',
    '至5日 2031-05-03 – 2031-05-05',
    '分之二 0.4',
  ]);
});

test('inlay hints are given for the range only', async () => {
  assert.deepEqual(await hints({ inlayHints: true }, '惠及群众2.56万余人'), ['万余人 25,600']);
});

test('inlay hints do not wake for a dump that is switched off', async () => {
  assert.deepEqual(await hints({ inlayHints: true, enable: false }), []);
});
