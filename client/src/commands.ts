import * as vscode from 'vscode';
import type { Host } from './activate.ts';
import { reopenRightly } from './encoding.ts';
import { FiguresPanel } from './figures/panel.ts';
import { checkFolder, fixFolder } from './folder.ts';
import { showIgnored } from './ignored.ts';
import type { Offer } from './offer.ts';
import { findings, type Outline, step } from './outline.ts';
import { problemReport } from './report.ts';
import { isNewspaper, languageId, type Server, settings } from './server.ts';

interface Parts {
  readonly host: Host;
  readonly server: Server;
  readonly outline: Outline;
  readonly offer: Offer;
  readonly log: vscode.LogOutputChannel;
}

/** Shipped with the extension, for the walkthrough. */
const samplePath = 'test/fixture/sample.dump.txt';

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('broadsheet');

export function registerCommands(context: vscode.ExtensionContext, parts: Parts): void {
  const { server, outline, offer, log, host } = parts;
  const figures = new FiguresPanel(server, context.extensionUri, log);
  context.subscriptions.push(figures);
  const commands: Record<string, () => unknown> = {
    readAsDump: async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (!document) return say(vscode.l10n.t('Open a text first, then read it as a newspaper dump.'));
      await offer.accept(document);
    },
    openSample: async () => {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, samplePath));
      const content = new TextDecoder().decode(bytes);
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: languageId, content }));
    },
    nextArticle: () => toArticle(outline, true),
    previousArticle: () => toArticle(outline, false),
    nextFinding: () => toFinding(true),
    previousFinding: () => toFinding(false),
    checkNow: async () => {
      const document = currentDump();
      if (document) await server.checkNow(document);
    },
    fixAll,
    checkFolder: () => checkFolder(server),
    fixFolder: () => fixFolder(server),
    showIgnored: () => showIgnored(server),
    reopenRightly: async () => {
      const document = currentDump();
      if (document) await reopenRightly(server, document);
    },
    showFigures: () => {
      const document = currentDump();
      if (document) figures.show(document);
    },
    restartServer: async () => {
      if (server.state === 'off') return say(vscode.l10n.t('Broadsheet is turned off.'));
      if (await server.restart()) say(vscode.l10n.t("Broadsheet's server runs."));
    },
    showLog: () => log.show(),
    toggle: async () => {
      const on = settings().get('enable', true);
      await settings().update('enable', !on, scopeOf('enable'));
      say(on ? vscode.l10n.t('Broadsheet is turned off.') : vscode.l10n.t('Broadsheet is turned on.'));
    },
    reportProblem: async () => {
      const content = problemReport(context.extension, host, server);
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
    },
  };
  for (const [name, run] of Object.entries(commands)) {
    context.subscriptions.push(vscode.commands.registerCommand(`broadsheet.${name}`, run));
  }
}

/** A setting is changed where it was set, so that the change is seen. */
function scopeOf(name: string): vscode.ConfigurationTarget {
  const at = settings().inspect(name);
  if (at?.workspaceFolderValue !== undefined) return vscode.ConfigurationTarget.WorkspaceFolder;
  return at?.workspaceValue === undefined ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace;
}

function currentDump(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  if (isNewspaper(document)) return document;
  say(vscode.l10n.t('This is not read as a newspaper dump yet: run “Broadsheet: Read as Newspaper Dump”.'));
  return undefined;
}

async function toArticle(outline: Outline, forward: boolean): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!currentDump() || !editor) return;
  const pieces = await outline.pieces(editor.document);
  const piece = step(pieces, ({ headline }) => headline.start, editor.selection.active, forward);
  if (!piece) return say(vscode.l10n.t('No article was found in this file.'));
  go(editor, piece.headline.start, vscode.TextEditorRevealType.AtTop);
  say(piece.name);
}

async function toFinding(forward: boolean): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!currentDump() || !editor) return;
  const finding = step(findings(editor.document), ({ range }) => range.start, editor.selection.active, forward);
  if (!finding) return say(vscode.l10n.t('Broadsheet has nothing to say about this file.'));
  go(editor, finding.range.start, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
}

function go(editor: vscode.TextEditor, position: vscode.Position, how: vscode.TextEditorRevealType): void {
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(new vscode.Range(position, position), how);
}

async function fixAll(): Promise<void> {
  const document = currentDump();
  if (!document) return;
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    whole,
    fixAllKind.value,
    1,
  );
  const edit = actions.find(({ edit }) => edit)?.edit;
  if (!edit) return say(vscode.l10n.t('Nothing in this file can be fixed with certainty.'));
  const version = document.version;
  if (!(await vscode.workspace.applyEdit(edit))) {
    say(vscode.l10n.t('The file has changed meanwhile; nothing was fixed. Try again.'));
  } else if (document.version === version) {
    say(vscode.l10n.t('Nothing in this file can be fixed with certainty.'));
  }
}

/** Said in the status bar, which screen readers read out: nothing to click away. */
function say(message: string): void {
  vscode.window.setStatusBarMessage(message, 5000);
}
