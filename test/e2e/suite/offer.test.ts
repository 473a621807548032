import * as vscode from 'vscode';
import { equal } from './assert.ts';
import { closeAll, sample, show, until, withSettings } from './tools.ts';

const code = `${'const answer: number = 42; // 本报讯 记者某某报道\n'.repeat(50)}`;
const essay = `${'春天来了，院子里的杏花开了又谢，母亲把晒好的被子收进屋里，一股太阳的味道。'.repeat(20)}\n`;

const dump = (text: vscode.TextDocument) =>
  vscode.workspace.textDocuments.some(
    ({ uri, languageId }) => uri.toString() === text.uri.toString() && languageId === 'newspaper',
  );

describe('the offer', () => {
  afterEach(closeAll);

  it('reads a dump as one by itself, where that is wished', async () => {
    await withSettings({ offer: 'automatic' }, async () => {
      const { document } = await show(`${await sample()}\n`, 'txt');
      await until(() => dump(document), 'read as a dump');
    });
  });

  it('leaves other texts alone, and a dump that was turned back', async () => {
    await withSettings({ offer: 'automatic' }, async () => {
      const others = [await show(code, 'txt'), await show(essay, 'txt')];
      const { document } = await show(`${await sample()}\n`, 'txt');
      await until(() => dump(document), 'read as a dump'); // the others were considered before
      for (const other of others) equal(dump(other.document), false);
      await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
      const later = await show(`${await sample()}\n\n`, 'txt');
      await until(() => dump(later.document), 'the later one');
      equal(dump(document), false, 'turned back and left so');
    });
  });

  it('is silent when switched off', async () => {
    await withSettings({ offer: 'off' }, async () => {
      const { document } = await show(`${await sample()}\n`, 'txt');
      await vscode.commands.executeCommand('broadsheet.showLog');
      equal(dump(document), false);
    });
  });
});
