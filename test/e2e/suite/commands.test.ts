import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from './assert.ts';
import { checked, closeAll, findings, flat, sample, show, symbols } from './tools.ts';

describe('the commands', () => {
  afterEach(closeAll);

  it('are all there', async () => {
    const { contributes } = vscode.extensions.getExtension('broadsheet.broadsheet')!.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const there = new Set(await vscode.commands.getCommands(true));
    for (const { command } of contributes.commands) ok(there.has(command), command);
  });

  it('step through articles and briefs, there and back, round at the end', async () => {
    const editor = await show(await sample());
    const { document } = editor;
    const lines = flat(await symbols(document))
      .filter(({ kind }) => kind === vscode.SymbolKind.Class || kind === vscode.SymbolKind.Field)
      .map(({ selectionRange }) => selectionRange.start.line)
      .sort((a, b) => a - b);
    const walk = async (command: string) => {
      const seen: number[] = [];
      for (const _ of lines) {
        await vscode.commands.executeCommand(command);
        seen.push(editor.selection.active.line);
      }
      return seen;
    };
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    deepEqual(await walk('broadsheet.nextArticle'), lines);
    await vscode.commands.executeCommand('broadsheet.nextArticle');
    equal(editor.selection.active.line, lines[0]);
    deepEqual(await walk('broadsheet.previousArticle'), lines.toReversed());
  });

  it('step through the findings', async () => {
    const editor = await show(await sample());
    await checked(editor.document);
    const places = findings(editor.document).map(({ range }) => range.start);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('broadsheet.nextFinding');
    ok(editor.selection.active.isEqual(places[0]!));
    await vscode.commands.executeCommand('broadsheet.nextFinding');
    ok(editor.selection.active.isAfter(places[0]!));
    await vscode.commands.executeCommand('broadsheet.previousFinding');
    ok(editor.selection.active.isEqual(places[0]!));
  });

  it('restart the server, and everything is there again', async () => {
    const { document } = await show(await sample());
    const before = await checked(document);
    await vscode.commands.executeCommand('broadsheet.restartServer');
    deepEqual(await checked(document), before);
    ok((await symbols(document)).length > 0);
  });

  it('open the sample for the walkthrough, as a text of its own', async () => {
    await vscode.commands.executeCommand('broadsheet.openSample');
    const { document } = vscode.window.activeTextEditor!;
    ok(document.isUntitled);
    equal(document.languageId, 'newspaper');
    equal(document.getText(), await sample());
    ok((await checked(document)).length > 10);
  });

  it('explain the code of a finding by its section of the README', async () => {
    const { document } = await show(await sample());
    await checked(document);
    const { code } = findings(document)[0]!;
    ok(typeof code === 'object');
    equal(code.target.scheme, 'command');
    await vscode.commands.executeCommand(code.target.path, ...(JSON.parse(code.target.query) as unknown[]));
    const text = await vscode.workspace.openTextDocument(vscode.Uri.parse('broadsheet-code:/split-paragraph.md'));
    match(text.getText(), /^#+ split-paragraph\n/u);
    ok(text.getText().length < 3_000, 'only this section');
  });

  it('report a problem with the versions filled in, in a text of the own', async () => {
    await vscode.commands.executeCommand('broadsheet.reportProblem');
    const document = vscode.window.activeTextEditor!.document;
    ok(document.isUntitled);
    const { version } = vscode.extensions.getExtension('broadsheet.broadsheet')!.packageJSON as { version: string };
    match(document.getText(), new RegExp(`Broadsheet ${version.replaceAll('.', '\\.')}`));
    ok(document.getText().includes(vscode.version));
  });
});
