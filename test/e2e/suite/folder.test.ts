import * as vscode from 'vscode';
import { equal, match, ok } from './assert.ts';
import { at, closeAll, codeOf, positionOf, until } from './tools.ts';

const dumps = 12;
let round = 0;
/** Another place for each test: VS Code keeps for a while what was open. */
const root = () => `tmp/folder ${round}`;
const path = (name: string) => at(`${root()}/${name}`);

/** The issues of two days, three pages of them in other encodings, in the workspace. */
async function laidOut(): Promise<vscode.TextDocument> {
  round++;
  await vscode.workspace.fs.copy(at('../fixture/folder'), at(root()), { overwrite: true });
  const document = await vscode.workspace.openTextDocument(path('2031-05-12-01.dump.txt'));
  await vscode.window.showTextDocument(document, { preview: false });
  await until(
    async () => new Set((await named('')).map(({ location }) => location.uri.path)).size === dumps,
    `all ${dumps} dumps taken in`,
  );
  return document;
}

async function named(query: string): Promise<vscode.SymbolInformation[]> {
  const list = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
    'vscode.executeWorkspaceSymbolProvider',
    query,
  );
  return list.filter(({ location }) => location.uri.path.includes(`/${root()}/`));
}

describe('a folder of dumps', () => {
  afterEach(closeAll);

  it('has its headlines among the symbols of the workspace', async () => {
    await laidOut();
    const [found] = await named('露天剧场');
    equal(found?.name, '石磬区旧采石场变成露天剧场');
    match(found?.location.uri.path ?? '', /\/2031-05-13\/03\.dump\.txt$/);
    ok((await named('沈渡舟')).length >= 3, 'the reporter');
  });

  it('is read on from a jump line to the other page, and back', async () => {
    const front = await laidOut();
    const definition = (document: vscode.TextDocument, words: string) =>
      vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        positionOf(document, words).translate(0, 1),
      );
    const target = (link: vscode.Location | vscode.LocationLink | undefined) =>
      (link && ('targetUri' in link ? link.targetUri : link.uri))?.path ?? '';
    const [there] = await definition(front, '（下转第三版）');
    match(target(there), /\/2031-05-12-03\.dump\.txt$/);
    const inside = await vscode.workspace.openTextDocument(path('2031-05-12-03.dump.txt'));
    const [back] = await definition(inside, '（上接第一版）');
    match(target(back), /\/2031-05-12-01\.dump\.txt$/);
  });

  it('is checked when asked: a summary, and every dump in Problems', async () => {
    await laidOut();
    await vscode.commands.executeCommand('broadsheet.checkFolder');
    const summary = vscode.window.activeTextEditor!.document;
    ok(summary.isUntitled);
    match(summary.getText(), new RegExp(`^# Check of ${dumps} dumps\n`));
    match(summary.getText(), /\| duplicate-headline \| \d+ \|/);
    ok(summary.getText().includes(`${root()}/2031-05-12-04.dump.txt`), summary.getText());
    const found = () =>
      vscode.languages
        .getDiagnostics()
        .filter(
          ([uri, list]) => uri.path.includes(`/${root()}/`) && list.some(({ source }) => source === 'broadsheet'),
        );
    await until(() => found().length > 1, 'findings of dumps that are not open');
    const closed = found().find(([uri]) => uri.path.endsWith('2031-05-12-04.dump.txt'));
    ok(closed?.[1].some((finding) => codeOf(finding) === 'duplicate-headline'));
  });
});
