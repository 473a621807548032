import * as vscode from 'vscode';
import { equal, match, ok } from './assert.ts';
import { actions, at, checked, closeAll, codeOf, findings, said, sample, show, text, until } from './tools.ts';

const config = at('.broadsheet.json');

/** Chooses an action as the editor does: its edit, then its command. */
async function choose(document: vscode.TextDocument, code: string, title: RegExp): Promise<void> {
  const finding = findings(document).find((one) => codeOf(one) === code)!;
  const offered = await actions(document, finding.range, vscode.CodeActionKind.QuickFix);
  const action = offered.find((one) => title.test(one.title));
  ok(action?.edit, `${title} is among ${offered.map((one) => one.title).join(' / ')}`);
  ok(await vscode.workspace.applyEdit(action.edit));
  const { command } = action;
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

describe('ignoring for good', () => {
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(config).then(undefined, () => {});
  });

  it('writes .broadsheet.json, and the finding is gone; without it it is back', async () => {
    const { document } = await show(await sample());
    const before = await checked(document);
    const first = before.find((one) => one.startsWith('split-paragraph'))!;
    await choose(document, 'split-paragraph', /ignore this one/u);
    await until(() => !said(document).includes(first), 'the finding gone');
    const written = JSON.parse(await text('.broadsheet.json')) as { ignored: { code: string; hash: string }[] };
    equal(written.ignored.length, 1);
    equal(written.ignored[0]!.code, 'split-paragraph');
    match(written.ignored[0]!.hash, /^\w{6,}$/u);
    equal(document.isDirty, false, 'the dump is untouched');
    await vscode.workspace.fs.delete(config);
    await until(() => said(document).includes(first), 'the finding again');
  });

  it('adds to what is ignored already, and holds at once', async () => {
    const { document } = await show(await sample());
    await checked(document);
    await choose(document, 'variant-character', /^Ignore this one/u);
    await until(() => !said(document).some((one) => one.startsWith('variant-character')), 'the first gone');
    await choose(document, 'stray-byline', /^Ignore “stray-byline” in this file/u);
    await until(() => !said(document).some((one) => one.startsWith('stray-byline')), 'both bylines gone');
    const { ignored } = JSON.parse(await text('.broadsheet.json')) as { ignored: { code: string; file?: string }[] };
    equal(ignored.length, 2);
    match(ignored[1]!.file ?? '', /^tmp\/\d+\.dump\.txt$/u);
  });

  it('obeys .broadsheet.json before the settings', async () => {
    await vscode.workspace.fs.writeFile(
      config,
      new TextEncoder().encode('{ "severity": { "stray-byline": "error" } }'),
    );
    const { document } = await show(await sample());
    await until(
      () =>
        findings(document).some(
          (one) => codeOf(one) === 'stray-byline' && one.severity === vscode.DiagnosticSeverity.Error,
        ),
      'a stray byline as an error',
    );
  });

  it('says what is wrong in .broadsheet.json, at its place', async () => {
    await vscode.workspace.fs.writeFile(config, new TextEncoder().encode('{ "severity": { "no-such-code": "off" } }'));
    const { document } = await show(await sample());
    await checked(document);
    const problems = () => vscode.languages.getDiagnostics(config).filter(({ source }) => source === 'broadsheet');
    await until(() => problems().length > 0, 'a problem in .broadsheet.json');
    equal(problems()[0]!.range.start.line, 0);
  });
});
