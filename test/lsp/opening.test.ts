import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Diagnostic, DocumentSymbol } from 'vscode-languageserver';
import { madeUpDump } from '../bench/dump.ts';
import { Editor } from './editor.ts';

const long = madeUpDump(1_050_000);

function places(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, range: { start } }) => `${code} ${start.line}:${start.character}`);
}

/** The findings that a dump has at once, and those when all of it is read. */
async function firstAndAll(editor: Editor, text: string): Promise<[first: Diagnostic[], all: Diagnostic[]]> {
  // settings have arrived, and with them the wish to be asked again
  await editor.diagnostics();
  const again = new Promise<void>((resolve) => {
    editor.refreshed = resolve;
  });
  await editor.open(text);
  const first = await editor.diagnostics();
  await again;
  return [first, await editor.diagnostics()];
}

test('the findings of the first pages of a long dump come before all of it is read', async () => {
  const editor = await Editor.start();
  try {
    const [first, all] = await firstAndAll(editor, long);
    assert.ok(first.length > 0, 'something at once');
    assert.ok(first.length < all.length, `${first.length} of ${all.length}`);
    const known = new Set(places(all));
    // of more findings than are shown the certain ones are chosen, so not all of the first pages' are among them
    const last = Math.max(...first.map(({ range }) => range.start.line));
    const certainOnes = all.filter(({ range, severity }) => severity === 2 && range.start.line <= last);
    assert.ok(certainOnes.length > 0);
    for (const place of places(first.filter(({ severity }) => severity === 2))) assert.ok(known.has(place), place);
    const symbols = await editor.ask<DocumentSymbol[]>('textDocument/documentSymbol');
    assert.ok(symbols.at(-1)!.range.end.line > last, 'the outline is that of the whole dump');
  } finally {
    await editor.stop();
  }
});

test('nothing is said of what stands at a jump line before it is known where that leads', async () => {
  const page = (name: string) =>
    new TextDecoder('big5').decode(readFileSync(new URL(`../fixture/folder/${name}`, import.meta.url)));
  const [cut, rest] = [page('20310514_A01.newspaper'), page('20310514_A03.newspaper')];
  const lines = cut.split('\n').length;
  const codes = async (text: string) => {
    const editor = await Editor.start();
    try {
      const found = await firstAndAll(editor, text);
      // the line that counts findings left out has no code
      const own = (list: readonly Diagnostic[]) =>
        list.flatMap(({ code, range }) => (code !== undefined && range.start.line < lines ? [code] : []));
      return found.map(own);
    } finally {
      await editor.stop();
    }
  };
  assert.deepEqual(await codes([cut, long, rest].join('\n\f\n')), [[], []]);
  const [first, all] = await codes([cut, long].join('\n\f\n'));
  assert.deepEqual(first, []);
  assert.ok(all!.includes('unresolved-jump'), all!.join());
});

test('a client that cannot be told to ask again gets all findings at once', async () => {
  const editor = await Editor.start({ refreshes: false });
  try {
    await editor.open(long);
    const first = await editor.diagnostics();
    assert.deepEqual(places(await editor.diagnostics()), places(first));
  } finally {
    await editor.stop();
  }
});
