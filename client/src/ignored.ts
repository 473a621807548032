import * as vscode from 'vscode';
import { type IgnoredEntry, ignoredRequest, restoreRequest } from '../../server/src/protocol.ts';
import type { Server } from './server.ts';

interface Item extends vscode.QuickPickItem {
  readonly entry: IgnoredEntry;
}

const saveCommand = 'broadsheet.saveConfig';

export function registerSaving(): vscode.Disposable {
  return vscode.commands.registerCommand(saveCommand, saveConfigs);
}

/** What is ignored holds at once: a `.broadsheet.json` that an action changes is saved behind it, as the server reads the file. */
export function savedAfter<Action extends vscode.Command | vscode.CodeAction>(actions: Action[]): Action[] {
  for (const action of actions) {
    if (!(action instanceof vscode.CodeAction) || action.command) continue;
    if (action.edit?.entries().some(([uri]) => isConfig(uri))) {
      action.command = { command: saveCommand, title: action.title };
    }
  }
  return actions;
}

function isConfig({ path }: vscode.Uri): boolean {
  return path.endsWith('/.broadsheet.json');
}

async function saveConfigs(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (document.isDirty && isConfig(document.uri)) await document.save();
  }
}

/** Lists what is ignored for good: Enter goes to the entry, the button beside it restores the finding. */
export async function showIgnored(server: Server): Promise<void> {
  if (!(await server.start())) return;
  const restore: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('discard'),
    tooltip: vscode.l10n.t('Report it again'),
  };
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = vscode.l10n.t('Ignored findings');
  pick.placeholder = vscode.l10n.t('Enter shows the entry; the button reports the finding again');
  const fill = async () => {
    const entries = await server.request<IgnoredEntry[]>(ignoredRequest, {});
    pick.items = entries.map((entry) => ({ ...labelled(entry), entry, buttons: [restore] }));
    if (entries.length === 0) pick.placeholder = vscode.l10n.t('Nothing is ignored.');
  };
  const reportAgain = async ({ entry }: Item) => {
    await server.request<boolean>(restoreRequest, entry);
    await saveConfigs();
    await fill();
  };
  pick.onDidTriggerItemButton(({ item }) => reportAgain(item));
  pick.onDidAccept(async () => {
    const [item] = pick.selectedItems;
    const location = item?.entry.location;
    // what is only held has no entry to be shown
    if (item && location === null) return reportAgain(item);
    pick.hide();
    if (location) {
      const { start, end } = location.range;
      const selection = new vscode.Range(start.line, start.character, end.line, end.character);
      await vscode.window.showTextDocument(vscode.Uri.parse(location.uri), { selection });
    }
  });
  pick.onDidHide(() => pick.dispose());
  await fill();
  pick.show();
}

function labelled({ code, hash, file, note, location }: IgnoredEntry): vscode.QuickPickItem {
  const scope =
    hash !== undefined
      ? vscode.l10n.t('one finding')
      : file !== undefined
        ? vscode.l10n.t('all in {0}', file)
        : vscode.l10n.t('all in the folder');
  const held = location === null ? vscode.l10n.t('until this session ends') : undefined;
  const detail = [note, held].filter((part) => part !== undefined).join(' · ');
  return { label: code, description: scope, ...(detail === '' ? {} : { detail }) };
}
