import * as vscode from 'vscode';
import {
  type SuspectEncodingParams,
  type SuspectEncodingResult,
  suspectEncodingRequest,
} from '../../server/src/protocol.ts';
import type { Server } from './server.ts';

/** VS Code's own names of the encodings. */
const names: Record<NonNullable<SuspectEncodingResult['encoding']>, string> = {
  'utf-8': 'utf8',
  'utf-16le': 'utf16le',
  'utf-16be': 'utf16be',
  gb18030: 'gb18030',
  big5: 'cp950',
};

/** At the suspicion that a dump was read in the wrong encoding: reading it in the right one. */
export function reopenActions(diagnostics: readonly vscode.Diagnostic[]): vscode.CodeAction[] {
  const found = diagnostics.filter(({ code }) => (typeof code === 'object' ? code.value : code) === 'suspect-encoding');
  if (found.length === 0) return [];
  const title = vscode.l10n.t('Reopen in the right encoding');
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command: 'broadsheet.reopenRightly', title };
  action.diagnostics = found;
  action.isPreferred = true;
  return [action];
}

/** Reads the dump in the editor again with the encoding that it was most likely written in. */
export async function reopenRightly(server: Server, document: vscode.TextDocument): Promise<void> {
  if (!(await server.start())) return;
  const params: SuspectEncodingParams = { textDocument: { uri: server.uri(document.uri) } };
  const result = await server.request<SuspectEncodingResult | null>(suspectEncodingRequest, params);
  if (result === null || result.encoding === null) {
    void vscode.window.showInformationMessage(
      result === null
        ? vscode.l10n.t('This dump seems to have been read in the right encoding.')
        : vscode.l10n.t('No encoding brings this text back; characters were lost before it was saved.'),
    );
    return;
  }
  if (document.isDirty) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Undo or save the changes first: reading the file again would lose them.'),
    );
    return;
  }
  await vscode.workspace.openTextDocument(document.uri, { encoding: names[result.encoding] });
}
