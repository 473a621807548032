import * as vscode from 'vscode';
import {
  type CheckFolderResult,
  checkFolderRequest,
  type FixFolderResult,
  fixFolderRequest,
} from '../../server/src/protocol.ts';
import type { Server } from './server.ts';

/** How many files a summary names. */
const namedFiles = 200;

/** Checks every dump of the workspace: the server shows progress and fills Problems; then a summary is opened. */
export async function checkFolder(server: Server): Promise<void> {
  if (!(await ready(server))) return;
  const result = await server.request<CheckFolderResult>(checkFolderRequest, {});
  if (result.checked === 0 && !result.cancelled) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('No dumps were found. Which files are dumps is set in “broadsheet.folder.include”.'),
    );
    return;
  }
  const content = summaryOf(result, (uri) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri)));
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }), {
    preview: true,
  });
  await vscode.commands.executeCommand('workbench.actions.view.problems');
}

/** Every preferred fix of every dump as one edit. Nothing changes before the reader says so, who may see it all first. */
export async function fixFolder(server: Server): Promise<void> {
  if (!(await ready(server))) return;
  const { edit, files, skipped, cancelled } = await server.request<FixFolderResult>(fixFolderRequest, {});
  if (cancelled) return;
  if (edit === null) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing in the dumps can be fixed with certainty.'));
  } else {
    await mend(server, edit, files);
  }
  if (skipped.length > 0) {
    const names = skipped.map(
      ({ uri, encoding }) => `${vscode.workspace.asRelativePath(vscode.Uri.parse(uri))} (${encoding})`,
    );
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'Left as they are, since they are not in UTF-8: {0}. Open them and fix them one by one.',
        names.join(', '),
      ),
    );
  }
}

type Edit = NonNullable<FixFolderResult['edit']>;

async function mend(server: Server, edit: Edit, files: number): Promise<void> {
  const yes = vscode.l10n.t('Mend');
  const show = vscode.l10n.t('Show the Changes First');
  const choice = await vscode.window.showInformationMessage(
    files === 1 ? vscode.l10n.t('Mend 1 dump?') : vscode.l10n.t('Mend {0} dumps?', files),
    {
      modal: true,
      detail: vscode.l10n.t(
        'Continuations that are certain are joined and repeated headlines removed; nothing else changes. Of changes that are shown first, those are made that you tick.',
      ),
    },
    yes,
    show,
  );
  if (choice === undefined) return;
  const chosen = choice === yes ? withoutQuestions(edit) : edit;
  // as a refactoring, so that the files are saved and do not fill the editor
  await vscode.workspace.applyEdit(await server.workspaceEdit(chosen), { isRefactoring: true });
}

function withoutQuestions({ documentChanges, changeAnnotations }: Edit): Edit {
  const annotations = Object.entries(changeAnnotations ?? {}).map(([id, annotation]) => [
    id,
    { ...annotation, needsConfirmation: false },
  ]);
  return { documentChanges, changeAnnotations: Object.fromEntries(annotations) };
}

async function ready(server: Server): Promise<boolean> {
  if (!vscode.workspace.workspaceFolders?.length) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a folder of dumps first.'));
    return false;
  }
  return server.start();
}

/** The result of a check as Markdown: codes, then files with most findings first. */
export function summaryOf(result: CheckFolderResult, nameOf: (uri: string) => string): string {
  const { checked, unread, codes, files, leftOut, cancelled } = result;
  const lines = [`# ${vscode.l10n.t('Check of {0} dumps', checked)}`, ''];
  if (cancelled) lines.push(vscode.l10n.t('Stopped before the end.'), '');
  if (unread > 0) lines.push(vscode.l10n.t('{0} files could not be read.', unread), '');
  if (leftOut > 0) lines.push(vscode.l10n.t('{0} findings are counted here and not shown in Problems.', leftOut), '');
  if (codes.length === 0) return [...lines, vscode.l10n.t('Nothing was found.'), ''].join('\n');
  lines.push(
    ...table(
      [vscode.l10n.t('Finding'), vscode.l10n.t('Count')],
      codes.map(({ code, count }) => [code, count]),
    ),
  );
  lines.push(
    ...table(
      [vscode.l10n.t('File'), vscode.l10n.t('Count'), vscode.l10n.t('Finding')],
      files
        .slice(0, namedFiles)
        .map((file) => [
          escaped(nameOf(file.uri)),
          file.count,
          file.codes.map(({ code, count }) => `${code} ${count}`).join(', '),
        ]),
    ),
  );
  return lines.join('\n');
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row), ''];
}

function escaped(name: string): string {
  return name.replace(/[\\|[\]<>`*_]/gu, '\\$&');
}
