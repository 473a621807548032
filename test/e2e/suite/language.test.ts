import * as vscode from 'vscode';
import { deepEqual, equal, ok } from './assert.ts';
import { checked, closeAll, sample, show, symbols } from './tools.ts';

describe('a text becomes a dump', () => {
  afterEach(closeAll);

  it('by the extension .dump.txt', async () => {
    const { document } = await show(await sample());
    equal(document.languageId, 'newspaper');
    ok((await symbols(document)).length > 0);
  });

  it('by the extension .newspaper', async () => {
    equal((await show(await sample(), 'newspaper')).document.languageId, 'newspaper');
  });

  it('not by .txt alone', async () => {
    equal((await show('购物清单\n牛奶\n', 'txt')).document.languageId, 'plaintext');
  });

  it('by Change Language Mode', async () => {
    const { document } = await show(`${await sample()}\n`, 'txt');
    await vscode.languages.setTextDocumentLanguage(document, 'newspaper');
    ok((await symbols(document)).length > 0);
    ok((await checked(document)).length > 0);
  });

  it('by the command, and stays one when opened again', async () => {
    const { document } = await show(`${await sample()}\n\n`, 'txt');
    await vscode.commands.executeCommand('broadsheet.readAsDump');
    equal(vscode.window.activeTextEditor?.document.languageId, 'newspaper');
    ok((await checked(document)).length > 0);
  });

  it('untitled, with all that a file has', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'newspaper', content: await sample() });
    await vscode.window.showTextDocument(document);
    ok(document.isUntitled);
    ok((await symbols(document)).length > 0);
    ok((await checked(document)).length > 0);
  });

  it('with an editor set for Chinese text', async () => {
    const { document } = await show(await sample());
    const editor = vscode.workspace.getConfiguration('editor', document);
    const files = vscode.workspace.getConfiguration('files', document);
    deepEqual(
      [
        editor.get('wordWrap'),
        editor.get('unicodeHighlight.ambiguousCharacters'),
        editor.get('unicodeHighlight.invisibleCharacters'),
        files.get('insertFinalNewline'),
        files.get('trimTrailingWhitespace'),
      ],
      ['on', false, false, false, false],
    );
  });
});
