import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  FileChangeType,
  type FileEvent,
  WatchKind,
} from 'vscode-languageserver';
import { message } from '../newspaper/index.ts';
import {
  type CheckFolderParams,
  type CheckFolderResult,
  checkFolderRequest,
  type FixFolderParams,
  type FixFolderResult,
  fixFolderRequest,
} from '../protocol.ts';
import { canonicalUri } from '../workspace/folder/canonicalUri.ts';
import { mostDumps, type Stop, type Wanted } from '../workspace/folder/files.ts';
import { matches } from '../workspace/glob.ts';
import { relativePath, within } from '../workspace/uri.ts';
import { checkDump, checkFolder } from './feature/checkFolder.ts';
import { fixFolder } from './feature/fixFolder.ts';
import { workspaceSymbol } from './feature/workspaceSymbol.ts';
import { beginProgress } from './progress.ts';
import type { Session } from './session.ts';
import { say } from './translate.ts';

/** A building that is done within this time shows no bar, in milliseconds. */
const patience = 1_500;
/** New folders are looked through when no more of them came for so long, in milliseconds. */
const settled = 400;

/** What the server tells the folder about. */
export interface FolderService {
  /** Settings or folders may have changed: what is built is built again, if need be. */
  update(): void;
  /** Files changed. */
  filesChanged(changes: readonly FileEvent[]): void;
  opened(uri: string): void;
  closed(uri: string): void;
}

/**
 * Keeps the index over the dumps of all folders, and answers what concerns several of them.
 * `recheck` is called when findings of open dumps may have changed with it.
 */
export function serveFolder(connection: Connection, session: Session, recheck: () => void): FolderService {
  const { folder } = session;
  let built = '';
  let building: { isCancellationRequested: boolean } | undefined;
  let watching: Promise<Disposable> | undefined;
  /** Closed dumps whose findings are shown since the folder was checked. */
  const shown = new Map<string, string>();
  const never: Stop = { isCancellationRequested: false };

  connection.onWorkspaceSymbol(({ query }) => workspaceSymbol(folder, query));

  connection.onRequest<CheckFolderResult, unknown>(
    checkFolderRequest,
    async ({ folder: root, workDoneToken }: CheckFolderParams, cancel): Promise<CheckFolderResult> => {
      const title = say(message('Checking the dumps of the folder'));
      const progress = await beginProgress({ connection, session, token: workDoneToken }, title, cancel);
      try {
        clearShown();
        await ready(progress.stop);
        await lookAgain(progress.stop);
        const result = await checkFolder(session, root, progress, (uri, diagnostics) => {
          if (diagnostics.length === 0) return;
          shown.set(canonicalUri(uri), uri);
          void connection.sendDiagnostics({ uri, diagnostics });
        });
        recheck();
        return result;
      } finally {
        progress.end();
      }
    },
  );

  connection.onRequest<FixFolderResult, unknown>(
    fixFolderRequest,
    async ({ folder: root, workDoneToken }: FixFolderParams, cancel): Promise<FixFolderResult> => {
      const title = say(message('Mending the dumps of the folder'));
      const progress = await beginProgress({ connection, session, token: workDoneToken }, title, cancel);
      try {
        await ready(progress.stop);
        await lookAgain(progress.stop);
        return await fixFolder(session, root, progress);
      } finally {
        progress.end();
      }
    },
  );

  /** Waits until the folder is known; what is asked of all dumps is asked of none too few. */
  let done: Promise<void> = Promise.resolve();
  async function ready(stop: Stop): Promise<void> {
    while (building !== undefined && !stop.isCancellationRequested) {
      await Promise.race([done, new Promise((resolve) => setTimeout(resolve, 100))]);
    }
  }

  /** What is asked of all dumps is asked of those too that nobody told of. */
  async function lookAgain(stop: Stop): Promise<void> {
    if (!session.settings.enable) return;
    if ((await folder.lookAgain(session.configs.roots, session.settings.folder, stop)) > 0) recheck();
  }

  let looking: ReturnType<typeof setTimeout> | undefined;
  function lookSoon(): void {
    clearTimeout(looking);
    looking = setTimeout(() => {
      void ready(never)
        .then(() => lookAgain(never))
        .catch((error) => connection.console.error(String(error)));
    }, settled);
  }

  function update(): void {
    const roots = session.configs.roots;
    const wanted: Wanted = session.settings.folder;
    const key = JSON.stringify([roots, wanted, session.settings.enable]);
    if (key === built) return;
    built = key;
    if (building !== undefined) building.isCancellationRequested = true;
    watch(wanted);
    const stop = { isCancellationRequested: false };
    building = stop;
    done = build(session.settings.enable ? roots : [], wanted, stop).finally(() => {
      if (building === stop) building = undefined;
    });
  }

  async function build(roots: readonly string[], wanted: Wanted, own: Stop): Promise<void> {
    const title = say(message('Reading the dumps of the folder'));
    const began = Date.now();
    let progress: Awaited<ReturnType<typeof beginProgress>> | undefined;
    let asked = false;
    const report = (read: number, all: number): void => {
      progress?.report(read, all);
      if (asked || Date.now() - began < patience) return;
      asked = true;
      void beginProgress({ connection, session }, title, own).then((begun) => {
        progress = begun;
        if (finished) begun.end();
      });
    };
    let finished = false;
    const stop: Stop = {
      get isCancellationRequested() {
        return own.isCancellationRequested || progress?.stop.isCancellationRequested === true;
      },
    };
    try {
      const { dumps, full } = await folder.build(roots, wanted, report, stop);
      if (full) {
        connection.console.warn(`More than ${mostDumps} dumps: the rest of them is left out.`);
      }
      if (dumps > 0 && !own.isCancellationRequested) recheck();
    } catch (error) {
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    } finally {
      finished = true;
      progress?.end();
    }
  }

  /** Asks to be told of changed dumps, in place of what was asked for before. */
  function watch(wanted: Wanted): void {
    if (session.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
    void watching?.then((registered) => registered.dispose()).catch(() => {});
    watching = undefined;
    if (wanted.include.length === 0) return;
    // of a folder that comes or goes, an editor may tell nothing but that: no glob of dumps means it
    const folders = { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete };
    const watchers = [...wanted.include.map((globPattern) => ({ globPattern })), folders];
    watching = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    watching.catch((error) => connection.console.warn(String(error)));
  }

  /** Whether a file is one of the folder's dumps. */
  function isWanted(uri: string): boolean {
    const { include, exclude } = session.settings.folder;
    const root = session.configs.roots.find((each) => within(each, uri));
    if (root === undefined || /\/node_modules\//u.test(uri)) return false;
    const path = relativePath(`${root}/`, uri);
    return include.some((glob) => matches(glob, path)) && !exclude.some((glob) => matches(glob, path));
  }

  /** Whether a path may be that of a folder: no more can be told from it. */
  function maybeFolder(uri: string): boolean {
    const name = uri.slice(uri.lastIndexOf('/') + 1);
    return !/\.[a-z]\w{0,9}$/iu.test(name) && !/\/(?:node_modules|\.git)\//u.test(`${uri}/`);
  }

  function clearShown(): void {
    for (const uri of shown.values()) void connection.sendDiagnostics({ uri, diagnostics: [] });
    shown.clear();
  }

  function hide(uri: string): void {
    const known = shown.get(canonicalUri(uri));
    if (known === undefined) return;
    shown.delete(canonicalUri(uri));
    // a client that asks for findings has those of the open dump beside these
    if (session.pullsDiagnostics) void connection.sendDiagnostics({ uri: known, diagnostics: [] });
  }

  async function takeIn(changes: readonly { uri: string; gone: boolean }[]): Promise<void> {
    await folder.changed(changes, never);
    for (const { uri, gone } of changes) {
      if (!shown.has(canonicalUri(uri))) continue;
      const found = gone ? undefined : await checkDump(session, uri);
      if (found?.open !== true) void connection.sendDiagnostics({ uri, diagnostics: found?.diagnostics ?? [] });
    }
    recheck();
  }

  return {
    update,
    filesChanged(changes) {
      const own = changes.flatMap(({ uri, type }) => {
        const gone = type === FileChangeType.Deleted;
        if (isWanted(uri)) return [{ uri, gone }];
        return gone ? folder.uris.filter((dump) => within(uri, dump)).map((dump) => ({ uri: dump, gone })) : [];
      });
      if (changes.some(({ uri, type }) => type === FileChangeType.Created && maybeFolder(uri))) lookSoon();
      if (own.length > 0) void takeIn(own).catch((error) => connection.console.error(String(error)));
    },
    opened: hide,
    closed(uri) {
      void folder.closed(uri, never).catch((error) => connection.console.error(String(error)));
    },
  };
}
