import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from './assert.ts';
import {
  actions,
  checked,
  closeAll,
  codeOf,
  findings,
  lineOf,
  said,
  sample,
  show,
  symbols,
  until,
  withSettings,
} from './tools.ts';

/** Every flaw that the sample was written with. */
const flaws: [code: string, line: string][] = [
  ['split-paragraph', '青螺河全长'],
  ['split-paragraph', '护河队队长'],
  ['figure-mismatch', '目前全市共有渡船'],
  ['split-paragraph', '学员当中年纪最大'],
  ['split-paragraph', '书屋的管理员'],
  ['lost-continuation', '书屋里的书架'],
  ['stray-byline', '柳拂衣'],
  ['variant-character', '★ 石磬区'],
  ['stray-byline', '温疏雨'],
  ['unresolved-jump', '(上接第一版)'],
  ['orphan-continuation', '”的换乘流程'],
];

const joined = (text: string) => text.replace('常常搁\n\n浅。', '常常搁浅。');

async function splitAt(document: vscode.TextDocument, line: string): Promise<vscode.Diagnostic> {
  const number = lineOf(document.getText(), line) - 1;
  return until(
    () => findings(document).find((f) => codeOf(f) === 'split-paragraph' && f.range.end.line === number),
    () => `a cut at ${line}; there is ${said(document).join(', ')}`,
  );
}

describe('the findings', () => {
  afterEach(closeAll);

  it('are the flaws of the sample, all and no others', async () => {
    const text = await sample();
    const { document } = await show(text);
    const expected = flaws.map(([code, line]) => `${code}@${lineOf(text, line)}`);
    const repeated = [text.lastIndexOf('鹿鸣区夜校开课 三百名'), text.lastIndexOf('柳荫区16座桥洞书屋全部开放')];
    expected.push(...repeated.map((offset) => `duplicate-headline@${text.slice(0, offset).split('\n').length}`));
    await checked(document);
    // the file of the test before is known until its deletion is: its headlines are repetitions that long
    await until(() => said(document).length === expected.length, '').catch(() => {});
    deepEqual(said(document).sort(), expected.sort());
  });

  it('each say in one sentence what is wrong, and point at the other half', async () => {
    const { document } = await show(await sample());
    await checked(document);
    for (const { message } of findings(document)) {
      ok(message.length > 10 && message.length < 300, message);
      ok(!/undefined|null|NaN|\[object/.test(message), message);
    }
    const cut = await splitAt(document, '青螺河全长');
    match(document.getText(new vscode.Range(cut.range.start, document.lineAt(cut.range.end).range.end)), /搁$/);
    const continuation = cut.relatedInformation?.[0]?.location;
    match(document.lineAt(continuation!.range.start).text, /^浅。去年秋天/);
    const again = await until(
      () => findings(document).find((one) => codeOf(one) === 'duplicate-headline' && one.range.start.line === 28),
      'the headline in line 29',
    );
    equal(document.getText(again.relatedInformation![0]!.location.range), '鹿鸣区夜校开课 三百名学员学摇橹');
  });

  it('are joined by a quick fix, undone in one step, byte for byte', async () => {
    const text = await sample();
    const { document } = await show(text);
    const cut = await splitAt(document, '青螺河全长');
    const fix = (await actions(document, cut.range, vscode.CodeActionKind.QuickFix)).find(
      ({ isPreferred }) => isPreferred,
    );
    ok(fix?.edit, 'no preferred fix');
    ok(await vscode.workspace.applyEdit(fix.edit));
    equal(document.getText(), joined(text));
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), text);
  });

  it('are joined across a repeated headline, with the overlap dropped', async () => {
    const text = await sample();
    const { document } = await show(text);
    for (const [line, result] of [
      ['护河队队长', '又可以烧成青砖'],
      ['学员当中年纪最大', '这一回总算圆了多年的心愿'],
      ['书屋的管理员', '值守时间可以折算成积分'],
    ] as const) {
      const cut = await splitAt(document, line);
      const fixes = await actions(document, cut.range, vscode.CodeActionKind.QuickFix);
      const fix = fixes.find(({ isPreferred, edit }) => isPreferred && edit);
      ok(fix?.edit, `no preferred fix at ${line}`);
      ok(await vscode.workspace.applyEdit(fix.edit));
      ok(document.getText().includes(result), `not joined: ${result}`);
      await vscode.commands.executeCommand('undo');
      equal(document.getText(), text);
    }
  });

  it('are fixed all at once in one step; again changes nothing; CRLF stays CRLF', async () => {
    for (const text of [await sample(), (await sample()).replaceAll('\n', '\r\n')]) {
      const { document } = await show(text);
      await checked(document);
      await vscode.commands.executeCommand('broadsheet.fixAll');
      const fixed = document.getText();
      for (const whole of ['常常搁浅。去年秋天', '又可以烧成青砖', '这一回总算圆了多年', '可以折算成积分']) {
        ok(fixed.includes(whole), `not joined: ${whole}`);
      }
      equal(fixed.split('鹿鸣区夜校开课 三百名学员学摇橹').length - 1, 1, 'the repeated headline is gone');
      equal(fixed.replaceAll('\r\n', '').includes('\r'), false);
      equal(/[^\r]\n/.test(fixed), !text.includes('\r'));
      const { version } = document;
      await until(
        () => !said(document).some((one) => one.startsWith('split-paragraph')),
        () => `no cut is left; there is ${said(document).join(', ')}`,
      );
      await vscode.commands.executeCommand('broadsheet.fixAll');
      equal(document.getText(), fixed, 'fixed twice');
      equal(document.version, version);
      await vscode.commands.executeCommand('undo');
      equal(document.getText(), text, 'one step back');
    }
  });

  it('are gone at once with the one switch, and back with it', async () => {
    const { document } = await show(await sample());
    const before = await checked(document);
    await withSettings({ enable: false }, async () => {
      await until(() => findings(document).length === 0, 'no finding');
    });
    await until(() => findings(document).length === before.length, 'the findings again');
  });

  it('are as loud as broadsheet.severity says, at once', async () => {
    const { document } = await show(await sample());
    await checked(document);
    await withSettings({ severity: { 'stray-byline': 'off', 'split-paragraph': 'error' } }, async () => {
      await until(() => !said(document).some((one) => one.startsWith('stray-byline')), 'no stray byline');
      const cut = await splitAt(document, '青螺河全长');
      equal(cut.severity, vscode.DiagnosticSeverity.Error);
    });
    await until(() => said(document).some((one) => one.startsWith('stray-byline')), 'the stray byline again');
  });

  it('come only when asked for, where the check is by hand', async () => {
    await withSettings({ run: 'manual' }, async () => {
      const { document } = await show(await sample());
      await symbols(document);
      equal(findings(document).length, 0);
      await vscode.commands.executeCommand('broadsheet.checkNow');
      await checked(document);
    });
  });

  it('follow an edit', async () => {
    const text = await sample();
    const editor = await show(text);
    await splitAt(editor.document, '青螺河全长');
    const end = editor.document.lineAt(lineOf(text, '青螺河全长') - 1).range.end;
    await editor.edit((edit) => edit.insert(end, '浅。'));
    await until(
      () => !said(editor.document).includes(`split-paragraph@${end.line + 1}`),
      () => `no cut any more; there is ${said(editor.document).join(', ')}`,
    );
  });
});
