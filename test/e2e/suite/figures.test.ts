import * as vscode from 'vscode';
import { equal, match } from './assert.ts';
import { closeAll, sample, show, symbols, until, withSettings } from './tools.ts';

/** What hovers say of a text in the document. */
async function hover(document: vscode.TextDocument, text: string): Promise<string> {
  const position = document.positionAt(document.getText().indexOf(text) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

describe('a figure, hovered', () => {
  afterEach(closeAll);

  it('says its value in full', async () => {
    const { document } = await show(await sample());
    await symbols(document);
    match(await hover(document, '2.4亿元'), /240[,， ]?000[,， ]?000/);
    match(await hover(document, '1.2万亩'), /12[,， ]?000/);
  });

  it('says what adds up to it', async () => {
    const { document } = await show(await sample());
    await symbols(document);
    const total = await hover(document, '94万立方米');
    for (const part of [31, 22, 18, 12, 7, 4]) match(total, new RegExp(`\\b${part}`));
  });

  it('says what a date is in full', async () => {
    const { document } = await show(await sample());
    await symbols(document);
    match(await hover(document, '5月11日,记者'), /2031/);
  });
});

describe('figures', () => {
  afterEach(closeAll);

  it('are listed in one view beside the text, which keeps the cursor', async () => {
    const editor = await show(await sample());
    await symbols(editor.document);
    const views = () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(
          ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('broadsheet.figures'),
        );
    await vscode.commands.executeCommand('broadsheet.showFigures');
    await until(() => views().length > 0, 'the view of the figures');
    await vscode.commands.executeCommand('broadsheet.showFigures');
    equal(views().length, 1);
    equal(vscode.window.activeTextEditor?.document, editor.document);
  });

  it('have their value behind them where that is wanted', async () => {
    const { document } = await show(await sample());
    await symbols(document);
    const hints = async () =>
      (
        await vscode.commands.executeCommand<vscode.InlayHint[]>(
          'vscode.executeInlayHintProvider',
          document.uri,
          new vscode.Range(0, 0, document.lineCount, 0),
        )
      ).map(({ label }) => String(label));
    equal((await hints()).length, 0);
    await withSettings({ inlayHints: true }, async () => {
      await until(async () => (await hints()).some((label) => /240[,， ]?000[,， ]?000/.test(label)), 'inlay hints');
    });
  });
});
