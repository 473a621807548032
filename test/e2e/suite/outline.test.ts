import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from './assert.ts';
import { closeAll, flat, read, sample, show, symbols } from './tools.ts';

const headlines = [
  '望屿市百日疏浚 停航老河道重新通航',
  '鹿鸣区夜校开课 三百名学员学摇橹',
  '桥洞变书房 邻里共灯火 柳荫区16座桥洞书屋全部开放',
  '渔火区首批20台风力水车投入使用',
  '办好水上公交 方便群众出行 望屿市推出新一轮便民航线',
];

describe('the outline', () => {
  afterEach(closeAll);

  it("has the sample's articles in order under their headlines", async () => {
    const { document } = await show(await sample());
    const articles = flat(await symbols(document)).filter(({ kind }) => kind === vscode.SymbolKind.Class);
    deepEqual(
      articles.map(({ name }) => name),
      headlines,
    );
    for (const { name, selectionRange } of articles) equal(document.getText(selectionRange), name);
    match(articles[0]!.detail, /苏砚秋/);
  });

  it('has the section and its three briefs', async () => {
    const { document } = await show(await sample());
    const all = flat(await symbols(document));
    const section = all.find(({ kind }) => kind === vscode.SymbolKind.Namespace);
    equal(section?.name, '速读');
    const briefs = all.filter(({ kind }) => kind === vscode.SymbolKind.Field);
    deepEqual(
      briefs.map(({ range }) => range.start.line + 1),
      [37, 55, 65],
    );
  });

  it('is a tree: no child lies outside its parent, no sibling over another', async () => {
    const { document } = await show(await sample());
    const check = (list: readonly vscode.DocumentSymbol[]) => {
      for (const [index, symbol] of list.entries()) {
        ok(symbol.range.contains(symbol.selectionRange), `${symbol.name}: headline outside`);
        const next = list[index + 1];
        ok(!next || symbol.range.end.isBeforeOrEqual(next.range.start), `${symbol.name} runs into the next`);
        for (const child of symbol.children) ok(symbol.range.contains(child.range), `${child.name} outside`);
        check(symbol.children);
      }
    };
    check(await symbols(document));
  });

  it('folds each article', async () => {
    const { document } = await show(await sample());
    await symbols(document);
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const starts = new Set(folds.map(({ start }) => document.lineAt(start).text));
    for (const headline of headlines) ok(starts.has(headline), `no fold at ${headline}`);
  });

  it('reads traditional characters and full-width punctuation', async () => {
    const { document } = await show(await read('sample-traditional.dump.txt'));
    const names = flat(await symbols(document))
      .filter(({ kind }) => kind === vscode.SymbolKind.Class)
      .map(({ name }) => name);
    deepEqual(names, ['霧嶼縣海燈節登場　萬盞紙燈照亮港灣', '老船廠變身音樂廳　首場演出座無虛席']);
  });
});
