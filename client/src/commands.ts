import * as vscode from 'vscode';
import type { Host } from './activate.ts';
import { reopenRightly } from './encoding.ts';
import { FiguresPanel, viewType } from './figures/panel.ts';
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

/** How long a command waits for a dump that it has opened itself to be checked, in milliseconds. */
const patience = 4000;

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('broadsheet');

export function registerCommands(context: vscode.ExtensionContext, parts: Parts): void {
  const { server, outline, offer, log, host } = parts;
  const figures = new FiguresPanel(server, context.extensionUri, log);
  const dump = dumpAtHand(context, openSample);
  context.subscriptions.push(figures, vscode.window.registerWebviewPanelSerializer(viewType, figures));
  const commands: Record<string, () => unknown> = {
    readAsDump: async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (!document) return say(vscode.l10n.t('Open a text first, then read it as a newspaper dump.'));
      await offer.accept(document);
    },
    openSample,
    nextArticle: async () => toArticle(await dump(), outline, true),
    previousArticle: async () => toArticle(await dump(), outline, false),
    nextFinding: async () => toFinding(await dump(), true),
    previousFinding: async () => toFinding(await dump(), false),
    checkNow: async () => {
      const editor = await dump();
      if (editor) await server.checkNow(editor.document);
    },
    fixAll: async () => fixAll(await dump()),
    checkFolder: () => checkFolder(server),
    fixFolder: () => fixFolder(server),
    showIgnored: () => showIgnored(server),
    reopenRightly: async () => {
      const editor = await dump();
      if (editor) await reopenRightly(server, editor.document);
    },
    showFigures: async () => {
      const editor = await dump();
      if (editor) figures.show(editor.document);
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
      // the cursor where the reader has something to say
      const start = new vscode.Position(3, 0);
      const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
      await vscode.window.showTextDocument(document, { selection: new vscode.Range(start, start) });
    },
  };
  for (const [name, run] of Object.entries(commands)) {
    context.subscriptions.push(vscode.commands.registerCommand(`broadsheet.${name}`, run));
  }

  async function openSample(): Promise<vscode.TextEditor> {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, samplePath));
    const content = new TextDecoder().decode(bytes);
    return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: languageId, content }));
  }
}

/**
 * What a command is meant for: the dump in the editor. Where no text is, as in the walkthrough or the figures, it is
 * the dump that was there last, which comes to the front, or the sample. Undefined, with a word on it, at another text.
 */
function dumpAtHand(
  context: vscode.ExtensionContext,
  openSample: () => Promise<vscode.TextEditor>,
): () => Promise<vscode.TextEditor | undefined> {
  let last: vscode.TextDocument | undefined;
  const remember = (editor: vscode.TextEditor | undefined) => {
    if (isNewspaper(editor?.document)) last = editor.document;
  };
  remember(vscode.window.activeTextEditor);
  context.subscriptions.push(vscode.window.onDidChangeActiveTextEditor(remember));
  return async () => {
    const active = vscode.window.activeTextEditor;
    if (isNewspaper(active?.document)) return active;
    if (active) {
      say(vscode.l10n.t('This is not read as a newspaper dump yet: run “Broadsheet: Read as Newspaper Dump”.'));
      return undefined;
    }
    if (last === undefined || last.isClosed || !isNewspaper(last)) {
      const editor = await openSample();
      await firstFindings(editor.document);
      return editor;
    }
    const uri = last.uri.toString();
    const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
    return vscode.window.showTextDocument(last, {
      preview: false,
      ...(shown?.viewColumn === undefined ? {} : { viewColumn: shown.viewColumn }),
    });
  };
}

/** A setting is changed where it was set, so that the change is seen. */
function scopeOf(name: string): vscode.ConfigurationTarget {
  const at = settings().inspect(name);
  if (at?.workspaceFolderValue !== undefined) return vscode.ConfigurationTarget.WorkspaceFolder;
  return at?.workspaceValue === undefined ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace;
}

/** Waits for what is found in a dump that was just opened, within reason: it may not be checked at all. */
async function firstFindings({ uri }: vscode.TextDocument): Promise<void> {
  let listening: vscode.Disposable | undefined;
  const found = new Promise<void>((resolve) => {
    listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((changed) => changed.toString() === uri.toString())) resolve();
    });
  });
  await Promise.race([found, new Promise((resolve) => setTimeout(resolve, patience))]);
  listening?.dispose();
}

async function toArticle(editor: vscode.TextEditor | undefined, outline: Outline, forward: boolean): Promise<void> {
  if (!editor) return;
  const pieces = await outline.pieces(editor.document);
  const piece = step(pieces, ({ headline }) => headline.start, editor.selection.active, forward);
  if (!piece) return say(vscode.l10n.t('No article was found in this file.'));
  go(editor, piece.headline.start, vscode.TextEditorRevealType.AtTop);
  say(piece.name);
}

async function toFinding(editor: vscode.TextEditor | undefined, forward: boolean): Promise<void> {
  if (!editor) return;
  const finding = step(findings(editor.document), ({ range }) => range.start, editor.selection.active, forward);
  if (!finding) return say(vscode.l10n.t('Broadsheet has nothing to say about this file.'));
  go(editor, finding.range.start, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
}

function go(editor: vscode.TextEditor, position: vscode.Position, how: vscode.TextEditorRevealType): void {
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(new vscode.Range(position, position), how);
}

async function fixAll(editor: vscode.TextEditor | undefined): Promise<void> {
  if (!editor) return;
  const { document } = editor;
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
