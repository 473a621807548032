import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentDiagnosticReport } from 'vscode-languageserver';
import { Editor } from './editor.ts';

const lead = '本报讯 记者甘一禾报道 青石市水务局昨日宣布，全市今年新修的十二条水渠已经全部通水，沿线村庄的灌溉条件得到';
const broken = `青石市今年新修水渠十二条\n\n${lead}\n\n明显改善，预计秋收以后还要再修四条。\n`;
const whole = broken.replace('得到\n\n', '得到');
const codes = (items: readonly { code?: unknown }[]) => items.map(({ code }) => code);
const cut = ['split-paragraph'];

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

test('on save: the findings of the last saved text stand while one types, for an editor that asks', async () => {
  const editor = await Editor.start({ settings: { run: 'onSave' } });
  await editor.open(broken);
  assert.deepEqual(codes(await editor.diagnostics()), cut, 'what is opened is checked');
  await editor.change({ text: whole });
  const first = await editor.ask<DocumentDiagnosticReport>('textDocument/diagnostic');
  assert.deepEqual(codes(first.kind === 'full' ? first.items : []), cut);
  const again = { previousResultId: first.resultId };
  assert.equal((await editor.ask<DocumentDiagnosticReport>('textDocument/diagnostic', again)).kind, 'unchanged');
  const { refreshes } = editor;
  await editor.save();
  await until(() => editor.refreshes > refreshes);
  assert.deepEqual(await editor.diagnostics(), []);
  await editor.stop();
});

test('on save: an editor that waits for findings gets them when it opens and when it saves', async () => {
  const editor = await Editor.start({ settings: { run: 'onSave' }, pulls: false });
  await editor.open(broken);
  assert.deepEqual(codes(await editor.pushedFor(1)), cut);
  await editor.change({ text: whole });
  await editor.ask('textDocument/documentSymbol');
  await editor.change({ text: broken });
  await editor.ask('textDocument/documentSymbol');
  await editor.save();
  assert.deepEqual(codes(await editor.pushedFor(3)), cut);
  assert.ok(!editor.pushed.some(({ version }) => version === 2), 'not while one types');
  await editor.stop();
});

for (const pulls of [true, false]) {
  const found = (editor: Editor, version: number) => (pulls ? editor.diagnostics() : editor.pushedFor(version));
  const check = (editor: Editor, ...which: string[]) =>
    editor.execute({ title: '', command: 'broadsheet.check', arguments: which });

  test(`by hand: nothing is said before it is asked for (${pulls ? 'asked' : 'pushed'})`, async () => {
    const editor = await Editor.start({ settings: { run: 'manual' }, pulls });
    assert.ok(editor.capabilities.executeCommandProvider?.commands.includes('broadsheet.check'));
    await editor.open(broken);
    if (pulls) assert.deepEqual(await editor.diagnostics(), []);
    await editor.save();
    await editor.ask('textDocument/documentSymbol');
    if (pulls) assert.deepEqual(await editor.diagnostics(), []);
    assert.deepEqual(editor.pushed, []);
    await check(editor, editor.uri);
    assert.deepEqual(codes(await found(editor, 1)), cut);
    await editor.change({ text: whole });
    await editor.save();
    if (pulls) assert.deepEqual(codes(await editor.diagnostics()), cut, 'until it is asked for again');
    await check(editor);
    assert.deepEqual(await found(editor, 2), []);
    await editor.stop();
  });
}

test('what is ignored and which findings are off holds at once, however checks are run', async () => {
  const folder = new Map<string, string>();
  const editor = await Editor.start({ settings: { run: 'manual' }, folder });
  await editor.open(broken);
  await editor.execute({ title: '', command: 'broadsheet.check' });
  assert.deepEqual(codes(await editor.diagnostics()), cut);
  await editor.change({ range: editor.rangeOf('十二条'), text: '十三条' });
  for (const [change, expected] of [
    [() => editor.write('.broadsheet.json', '{ "ignored": [{ "code": "split-paragraph" }] }'), []],
    [() => editor.write('.broadsheet.json', '{}'), cut],
    [() => editor.set({ run: 'manual', severity: { 'split-paragraph': 'off' } }), []],
  ] as const) {
    const { refreshes } = editor;
    await change();
    await until(() => editor.refreshes > refreshes);
    assert.deepEqual(codes(await editor.diagnostics()), expected);
  }
  await editor.stop();
});

test('a workspace folder has its own settings', async () => {
  const editor = await Editor.start({ folder: new Map(), ofFolder: { run: 'manual' } });
  await editor.open(broken);
  assert.deepEqual(await editor.diagnostics(), []);
  await editor.open(broken, 'untitled:outside');
  assert.deepEqual(codes(await editor.diagnostics()), cut);
  await editor.stop();
});
