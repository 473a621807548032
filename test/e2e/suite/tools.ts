import * as vscode from 'vscode';

const folder = vscode.workspace.workspaceFolders![0]!.uri;
let count = 0;

export const at = (path: string) => vscode.Uri.joinPath(folder, path);

/** A file of the workspace, as text. */
export async function text(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(at(path)));
}

/** A fixture. They stand beside the workspace, which knows only the files that a test makes: no headline is a repetition. */
export function read(path: string): Promise<string> {
  return text(`../fixture/${path}`);
}

export const sample = () => read('sample.dump.txt');

/** A text as a file of its own, shown in an editor. */
export async function show(text: string, name = 'dump.txt'): Promise<vscode.TextEditor> {
  const uri = at(`tmp/${++count}.${name}`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

/** Waits for a condition, never for a time; what it returns is handed on. */
export async function until<T>(
  condition: () => T | Promise<T>,
  what: string | (() => string),
  limit = 15_000,
): Promise<NonNullable<T>> {
  const start = Date.now();
  for (;;) {
    const result = await condition();
    if (result) return result;
    if (Date.now() - start > limit) throw new Error(`in vain: ${typeof what === 'string' ? what : what()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export function findings({ uri }: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'broadsheet')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The findings once they are there, as `code@line` (from 1). */
export async function checked(document: vscode.TextDocument): Promise<string[]> {
  await until(() => findings(document).length > 0, `a finding in ${document.uri.path}`);
  return said(document);
}

export function said(document: vscode.TextDocument): string[] {
  return findings(document).map((finding) => `${codeOf(finding)}@${finding.range.start.line + 1}`);
}

export async function symbols(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
  return until(async () => {
    const list = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    return list?.length ? list : undefined;
  }, `symbols of ${document.uri.path}`);
}

export function flat(list: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] {
  return list.flatMap((symbol) => [symbol, ...flat(symbol.children)]);
}

/** The 1-based line that holds a text. */
export function lineOf(text: string, part: string): number {
  const offset = text.indexOf(part);
  if (offset < 0) throw new Error(`not in the text: ${part}`);
  return text.slice(0, offset).split('\n').length;
}

export function positionOf(document: vscode.TextDocument, part: string): vscode.Position {
  const offset = document.getText().indexOf(part);
  if (offset < 0) throw new Error(`not in the text: ${part}`);
  return document.positionAt(offset);
}

export async function actions(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind?: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, kind?.value, 50);
}

export async function closeAll(): Promise<void> {
  // unsaved changes would ask: the file is put back first
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  // VS Code keeps what a test has opened for minutes: to the server it is closed by this
  for (const document of vscode.workspace.textDocuments) {
    if (document.languageId !== 'newspaper') continue;
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext').then(undefined, () => {}); // gone meanwhile
  }
  await vscode.workspace.fs.delete(at('tmp'), { recursive: true }).then(undefined, () => {}); // there may be none
}

/** Sets settings for the time of some work. */
export async function withSettings(values: Record<string, unknown>, work: () => Promise<void>): Promise<void> {
  const set = (name: string, value: unknown) =>
    vscode.workspace.getConfiguration('broadsheet').update(name, value, vscode.ConfigurationTarget.Global);
  for (const [name, value] of Object.entries(values)) await set(name, value);
  try {
    await work();
  } finally {
    for (const name of Object.keys(values)) await set(name, undefined);
  }
}
