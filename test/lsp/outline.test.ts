import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { DocumentSymbol, FoldingRange, Location, LocationLink, SelectionRange } from 'vscode-languageserver';
import { Editor } from './editor.ts';

const dump = `青石市今年新修水渠十二条

本报讯 记者甘一禾报道 青石市水务局昨日宣布，全市今年新修的十二条水渠已经全部通水，沿线村庄的灌溉条件得到

明显改善，预计秋收以后还要再修四条。

据介绍，这些水渠由村民自己管护。

白鹭镇图书馆向夜班工人开放

本报讯 记者乙小满报道 白鹭镇图书馆从本月起每天开到半夜，夜班工人下班以后也能来借书。
`;

let editor: Editor;
before(async () => {
  editor = await Editor.start();
});
after(() => editor.stop());

test('articles stand in the outline under their headlines', async () => {
  await editor.open(dump);
  const symbols = await editor.ask<DocumentSymbol[]>('textDocument/documentSymbol');
  assert.deepEqual(
    symbols.map(({ name }) => name),
    ['青石市今年新修水渠十二条', '白鹭镇图书馆向夜班工人开放'],
  );
  assert.equal(editor.textIn(symbols[0]!.selectionRange), '青石市今年新修水渠十二条');
});

test('an article folds under its headline', async () => {
  await editor.open(dump);
  const folds = await editor.ask<FoldingRange[]>('textDocument/foldingRange');
  assert.deepEqual(
    folds.map(({ startLine, endLine }) => [startLine, endLine]),
    [
      [0, 6],
      [8, 10],
    ],
  );
});

test('a cut is flagged at its tail, with the continuation as related information', async () => {
  await editor.open(dump);
  const [finding, ...others] = await editor.diagnostics();
  assert.equal(finding?.code, 'split-paragraph');
  assert.deepEqual(others, []);
  assert.ok(editor.textIn(finding.range).endsWith('灌溉条件得到'));
  assert.equal(finding.relatedInformation?.[0]?.location.range.start.line, 4);
});

test('definition leads from one half to the other and back; references list the pieces', async () => {
  await editor.open(dump);
  const [there] = await editor.ask<LocationLink[]>('textDocument/definition', { position: editor.positionOf('得到') });
  assert.equal(there?.targetSelectionRange.start.line, 4);
  const [back] = await editor.ask<LocationLink[]>('textDocument/definition', { position: editor.positionOf('明显') });
  assert.equal(back?.targetSelectionRange.start.line, 2);
  const pieces = await editor.ask<Location[]>('textDocument/references', {
    position: editor.positionOf('明显'),
    context: { includeDeclaration: true },
  });
  assert.deepEqual(
    pieces.map(({ range }) => range.start.line),
    [2, 4],
  );
});

test('the selection grows from clause to sentence, paragraph, article and page', async () => {
  await editor.open(dump);
  const [innermost] = await editor.ask<SelectionRange[]>('textDocument/selectionRange', {
    positions: [editor.positionOf('夜班工人下班')],
  });
  const steps: string[] = [];
  for (let step: SelectionRange | undefined = innermost; step; step = step.parent)
    steps.push(editor.textIn(step.range));
  assert.equal(steps[0], '夜班工人下班以后也能来借书。');
  assert.ok(steps[1]!.startsWith('本报讯 记者乙小满报道') && steps[1]!.endsWith('借书。'));
  assert.ok(steps.some((step) => step.startsWith('白鹭镇图书馆向夜班')));
  assert.equal(steps.at(-1), dump);
});

test('sections, briefs and subheads fold as well', async () => {
  await editor.open(
    `速读\n\n★ 白鹭镇图书馆从本月起每天开到半夜，夜班工人下班以后也能来借书。\n\n★ 望屿市气象台预计，未来三天有小到中雨，渡船可能停航。\n\n${dump}`,
  );
  const folds = await editor.ask<FoldingRange[]>('textDocument/foldingRange');
  assert.ok(folds.some(({ startLine, endLine }) => startLine === 0 && endLine === 4));
});
