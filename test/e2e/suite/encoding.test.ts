import * as vscode from 'vscode';
import { equal, match, ok } from './assert.ts';
import { actions, at, closeAll, codeOf, findings, until } from './tools.ts';

describe('a dump in another encoding', () => {
  afterEach(closeAll);

  for (const [name, encoding, words] of [
    ['2031-05-13/02.dump.txt', 'gb18030', '鹿鸣区水上夜校添了女子班'],
    ['20310514_A01.newspaper', 'cp950', '百年燈器重新點亮'],
  ] as const) {
    it(`is recognised and read again as ${encoding}, the file untouched`, async () => {
      const uri = at(`tmp/${name.replace('/', '-')}`);
      await vscode.workspace.fs.copy(at(`../fixture/folder/${name}`), uri, { overwrite: true });
      const bytes = await vscode.workspace.fs.readFile(uri);
      const document = await vscode.workspace.openTextDocument(uri, { encoding: 'utf8' });
      await vscode.window.showTextDocument(document, { preview: false });
      await until(() => findings(document).some((one) => codeOf(one) === 'suspect-encoding'), 'the suspicion');
      const finding = findings(document).find((one) => codeOf(one) === 'suspect-encoding')!;
      match(finding.message, encoding === 'gb18030' ? /GB18030/u : /Big5/u);
      const offered = await actions(document, finding.range, vscode.CodeActionKind.QuickFix);
      const { command } = offered.find(({ title }) => title === 'Reopen in the right encoding')!;
      await vscode.commands.executeCommand(command!.command);
      await until(
        () => document.encoding === encoding,
        () => `${encoding}, and not ${document.encoding}`,
      );
      ok(document.getText().includes(words), document.getText().slice(0, 200));
      await until(() => !findings(document).some((one) => codeOf(one) === 'suspect-encoding'), 'no suspicion');
      equal(document.isDirty, false);
      equal(String(await vscode.workspace.fs.readFile(uri)), String(bytes));
    });
  }
});
