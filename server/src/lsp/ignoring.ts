import {
  type Connection,
  DiagnosticSeverity,
  DidChangeWatchedFilesNotification,
  type FileEvent,
  type InitializeParams,
} from 'vscode-languageserver';
import { type IgnoredEntry, type IgnoredParams, ignoredRequest, restoreRequest } from '../protocol.ts';
import { configName, type Ignored, type ReadConfig } from '../workspace/config.ts';
import { restoreChanges } from '../workspace/configEdit.ts';
import { isConfig } from '../workspace/configs.ts';
import { textEditsOf, textRangeOf } from './convert.ts';
import type { Session } from './session.ts';
import { say } from './translate.ts';

/** The workspace folders that a client starts with. */
export function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}

/** Shows what is wrong in a `.broadsheet.json`, at its place, whether the file is open or not. */
export function publishProblems(connection: Connection, uri: string, read: ReadConfig | undefined): void {
  const diagnostics = (read?.problems ?? []).map(({ span, message, syntax }) => ({
    range: textRangeOf(read!.text, span),
    severity: syntax ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code: 'invalid-config',
    source: 'broadsheet',
    message: say(message),
  }));
  void connection.sendDiagnostics({ uri, diagnostics });
}

/** Asks to be told when a `.broadsheet.json` changes or a folder comes or goes. Call when the client is initialised. */
export async function watchConfigs(
  connection: Connection,
  session: Session,
  foldersChanged: () => void,
): Promise<void> {
  const { workspace } = session.capabilities;
  if (workspace?.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(async () => {
      const folders = (await connection.workspace.getWorkspaceFolders()) ?? [];
      session.configs.setFolders(folders.map(({ uri }) => uri));
      foldersChanged();
    });
  }
  if (workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    const watchers = [{ globPattern: `**/${configName}` }];
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    session.configs.watched = true;
  }
}

/**
 * Answers what concerns ignoring: files that change, entries listed and restored.
 * `recheck` is called when what is shown may have changed, `othersChanged` for files that are no `.broadsheet.json`.
 */
export function serveIgnoring(
  connection: Connection,
  session: Session,
  recheck: () => void,
  othersChanged: (changes: readonly FileEvent[]) => void,
): void {
  const { configs } = session;

  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    const own = changes.filter(({ uri }) => isConfig(uri));
    if (own.length < changes.length) othersChanged(changes.filter(({ uri }) => !isConfig(uri)));
    if (own.length === 0) return;
    await Promise.all(own.map(({ uri }) => configs.read(uri)));
    recheck();
  });

  connection.onRequest(ignoredRequest, async ({ textDocument }: IgnoredParams): Promise<IgnoredEntry[]> => {
    const held = configs.heldOnly.map((entry) => ({ ...entry, location: null }));
    if (textDocument !== undefined) {
      await configs.load(textDocument.uri);
      const { uri, read } = configs.of(textDocument.uri);
      if (uri === undefined) return held;
      return read === undefined ? [] : entriesOf(uri, read);
    }
    await Promise.all(configs.roots.map((folder) => configs.read(`${folder}/${configName}`)));
    return [...configs.all.flatMap(({ uri, read }) => entriesOf(uri, read)), ...held];
  });

  connection.onRequest<boolean, unknown>(
    restoreRequest,
    async ({ location, ...entry }: IgnoredEntry): Promise<boolean> => {
      const ignored = entry as Ignored;
      if (location === null) {
        const released = configs.release(ignored);
        if (released) recheck();
        return released;
      }
      const { uri } = location;
      await configs.read(uri);
      const text = configs.all.find((item) => item.uri === uri)?.read.text;
      const changes = text === undefined ? undefined : restoreChanges(text, ignored);
      if (text === undefined || changes === undefined) return false;
      const edits = textEditsOf(text, changes);
      const edit = { documentChanges: [{ textDocument: { uri, version: null }, edits }] };
      return (await connection.workspace.applyEdit(edit)).applied;
    },
  );
}

function entriesOf(uri: string, { text, config, places }: ReadConfig): IgnoredEntry[] {
  return config.ignored.map((entry, i) => ({ ...entry, location: { uri, range: textRangeOf(text, places[i]!) } }));
}
