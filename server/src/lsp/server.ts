import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  type DocumentDiagnosticParams,
  type InitializeParams,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
} from 'vscode-languageserver';
import {
  articlesRequest,
  figuresRequest,
  looksLikeDumpRequest,
  type SuspectEncodingResult,
  suspectEncodingRequest,
} from '../protocol.ts';
import { differenceFromScratch } from '../workspace/compare.ts';
import { Configs, isConfig } from '../workspace/configs.ts';
import { Dump } from '../workspace/dump.ts';
import type { Files } from '../workspace/files.ts';
import type { FolderFiles } from '../workspace/folder/files.ts';
import { Folder } from '../workspace/folder/folder.ts';
import { pause } from '../workspace/pause.ts';
import { readSettings } from '../workspace/settings.ts';
import { typingPause } from '../workspace/typing.ts';
import { inChunks } from './chunks.ts';
import { filesOf } from './clientFiles.ts';
import { serveCommands } from './commands.ts';
import { diagnosticAcross, diagnosticsAcross } from './feature/acrossFiles.ts';
import { documentHighlight } from './feature/chain.ts';
import { codeAction } from './feature/codeAction.ts';
import { diagnosticReport, lastReport, lookThrough } from './feature/diagnostic.ts';
import { documentSymbol } from './feature/documentSymbol.ts';
import { figures } from './feature/figures.ts';
import { foldingRange } from './feature/foldingRange.ts';
import { hover } from './feature/hover.ts';
import { inlayHint } from './feature/inlayHint.ts';
import { definition, documentLink, references } from './feature/jump.ts';
import { looksLikeDump } from './feature/looksLikeDump.ts';
import { selectionRange } from './feature/selectionRange.ts';
import { semanticTokens, semanticTokensDelta, semanticTokensRange } from './feature/semanticTokens.ts';
import { suspectEncoding } from './feature/suspectEncoding.ts';
import { wholeArticles } from './feature/wholeArticles.ts';
import { firstFindings, isLong } from './firstFindings.ts';
import { folderFilesOf } from './folderFiles.ts';
import { greeting } from './greeting.ts';
import { foldersOf, publishProblems, serveIgnoring, watchConfigs } from './ignoring.ts';
import { serveFolder } from './serveFolder.ts';
import { type Feature, Session } from './session.ts';
import { speak } from './translate.ts';

/** What a server of this machine has and one in a browser has not. */
export interface Local {
  readonly files: Files;
  readonly folderFiles: FolderFiles;
}

/** Serves one client over `connection` until it leaves. `local` reads files of this machine, where there is one. */
export function serve(connection: Connection, local?: Local): void {
  connection.onInitialize((params) => {
    serveGreeted(connection, params, local);
    return greeting(params);
  });
  connection.listen();
}

/**
 * Serves a client whose greeting, `params`, was answered by {@link greeting}; nothing it sent since may have been taken up.
 * What it gives says whether a dump that is open is still to be read.
 */
export function serveGreeted(connection: Connection, params: InitializeParams, local?: Local): () => boolean {
  const dumps = new TextDocuments<Dump>({
    create: (uri, languageId, version, content) => new Dump(uri, languageId, version, content),
    update: (dump, changes, version) => {
      dump.update(changes, version);
      return dump;
    },
  });

  speak(params.locale);
  const session = new Session(
    new Configs(filesOf(connection, local?.files), (uri, read) => publishProblems(connection, uri, read)),
    new Folder(folderFilesOf(connection, local?.folderFiles, readsDumps(params.initializationOptions)), {
      get: (uri) => (isConfig(uri) ? undefined : dumps.get(uri)),
      all: () => dumps.all().filter(({ uri }) => !isConfig(uri)),
    }),
  );
  session.capabilities = params.capabilities;
  session.manual = manualOf(params.initializationOptions);
  session.configs.setFolders(foldersOf(params));
  const folder = serveFolder(connection, session, recheck);

  /** Resolved when the reader's settings are known: nothing is to flash up that they silence. */
  let settingsKnown: () => void = () => undefined;
  const knowsSettings = new Promise<void>((resolve) => {
    settingsKnown = resolve;
  });

  connection.onInitialized(async () => {
    await takeSettings()
      .catch((error) => connection.console.error(String(error)))
      .finally(settingsKnown);
    if (session.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'broadsheet' });
    }
    // of another folder the settings may be others too
    await watchConfigs(connection, session, takeSettings);
  });
  connection.onDidChangeConfiguration(takeSettings);

  async function takeSettings(): Promise<void> {
    if (session.capabilities.workspace?.configuration) {
      const { roots } = session.configs;
      const section = 'broadsheet';
      const items = [{ section }, ...roots.map((scopeUri) => ({ section, scopeUri }))];
      const [own, ...ofFolders] = (await connection.workspace.getConfiguration(items)).map(readSettings);
      const chosen = own ?? session.settings;
      session.choose(chosen, new Map(roots.map((root, i) => [root, ofFolders[i] ?? chosen])));
      refreshInlayHints();
    }
    folder.update();
    choicesChanged();
  }

  /** The reader has changed a setting, or what is ignored. */
  function choicesChanged(): void {
    session.occasions.choicesChanged(dumps.all());
    recheck();
  }

  /** Has everything that is open checked again, since what is asked for has changed. */
  function recheck(): void {
    if (!session.pullsDiagnostics) for (const dump of dumps.all()) void publish(dump);
    else if (session.capabilities.workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh();
  }

  let pausing: ReturnType<typeof setTimeout> | undefined;
  session.checkAfterTyping = () => {
    clearTimeout(pausing);
    pausing = setTimeout(recheck, typingPause);
  };

  /** Has the client ask for inlay hints again. */
  function refreshInlayHints(): void {
    if (session.capabilities.workspace?.inlayHint?.refreshSupport) connection.languages.inlayHint.refresh();
  }

  /** Sends a dump's findings to a client that does not ask for them. */
  async function publish(dump: Dump): Promise<void> {
    const { uri, version } = dump;
    if (isConfig(uri)) return;
    await knowsSettings;
    if (!session.occasions.isDue(dump)) return;
    await loadConfigs(uri);
    if (dumps.get(uri)?.version !== version) return;
    const diagnostics = inChunks(await diagnosticsAcross(dump, session));
    if (dumps.get(uri)?.version !== version) return;
    session.occasions.wasChecked(dump, version);
    void connection.sendDiagnostics({ uri, version, diagnostics });
  }

  /** Reads what a dump has to obey; where that cannot be read, the reader's own settings hold. */
  async function loadConfigs(uri: string): Promise<void> {
    try {
      await session.configs.load(uri);
    } catch (error) {
      connection.console.error(String(error));
    }
  }

  /** Findings that are being looked for: who waits for them waits most. */
  const checks = new Set<Promise<unknown>>();

  /**
   * Lets a feature answer for the dump that a request names; what it throws goes to the log, never to the reader.
   * `givesWay`: a large answer that nobody waits for lets the requests that came with it go first. `before`: work that
   * the feature needs and that pauses.
   */
  function answer<Params extends { textDocument: { uri: string } }, Result>(
    feature: Feature<Params, Result>,
    { givesWay = false, before }: { givesWay?: boolean; before?: typeof lookThrough } = {},
  ) {
    return async (params: Params, token: CancellationToken): Promise<Result | null | ResponseError<never>> => {
      const dump = dumps.get(params.textDocument.uri);
      if (dump === undefined || isConfig(dump.uri)) return null;
      try {
        if (!session.configs.isLoaded(dump.uri)) await loadConfigs(dump.uri);
        const isCancelled = () => token.isCancellationRequested;
        let understood = dump.isUnderstoodNow || (await dump.understand(isCancelled));
        const { version } = dump;
        if (givesWay && understood) {
          for (let turn = 0; turn < turnsGiven; turn++) await pause();
          await Promise.allSettled(checks);
          understood = !isCancelled() && (dump.isUnderstoodNow || (await dump.understand(isCancelled)));
        }
        if (understood && before !== undefined) {
          await before(dump, session, isCancelled);
          understood = !isCancelled() && dump.version === version;
        }
        if (!understood) {
          return token.isCancellationRequested
            ? new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'cancelled')
            : new ResponseError<never>(LSPErrorCodes.ContentModified, 'the dump has changed');
        }
        if (session.settings.compares) {
          const difference = differenceFromScratch(dump);
          if (difference !== undefined) connection.console.error(`${dump.uri}: ${difference}`);
        }
        return (await feature(dump, params, session, token)) ?? null;
      } catch (error) {
        connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
        return null;
      }
    };
  }

  connection.onDocumentSymbol(answer(documentSymbol, { givesWay: true }));
  connection.onFoldingRanges(answer(foldingRange));
  connection.onCodeAction(answer(codeAction));
  connection.onHover(answer(hover));
  connection.languages.inlayHint.on(answer(inlayHint));
  connection.onDefinition(answer(definition));
  connection.onReferences(answer(references));
  connection.onDocumentLinks(answer(documentLink));
  connection.onDocumentHighlight(answer(documentHighlight));
  connection.onSelectionRanges(answer(selectionRange));
  const noTokens = { data: [] };
  connection.languages.semanticTokens.on(
    async (params, token) => (await answer(semanticTokens)(params, token)) ?? noTokens,
  );
  connection.languages.semanticTokens.onDelta(
    async (params, token) => (await answer(semanticTokensDelta)(params, token)) ?? noTokens,
  );
  connection.languages.semanticTokens.onRange(
    async (params, token) => (await answer(semanticTokensRange)(params, token)) ?? noTokens,
  );
  connection.onRequest(articlesRequest, answer(wholeArticles));
  connection.onRequest(figuresRequest, answer(figures));
  connection.onRequest(looksLikeDumpRequest, looksLikeDump);
  connection.onRequest<SuspectEncodingResult | null, never>(suspectEncodingRequest, answer(suspectEncoding));
  serveIgnoring(connection, session, choicesChanged, folder.filesChanged);
  serveCommands(connection, session, () => dumps.all(), { recheck, choicesChanged });
  connection.languages.diagnostics.on(async (params, token) => {
    await knowsSettings;
    const dump = dumps.get(params.textDocument.uri);
    if (dump !== undefined && !session.occasions.isDue(dump)) return lastReport(dump, params);
    const check = findings(params, token);
    checks.add(check);
    try {
      return (await check) ?? { kind: 'full', items: [] };
    } finally {
      checks.delete(check);
    }
  });
  const wholeFindings = answer(diagnosticAcross, { before: lookThrough });
  async function findings(
    params: DocumentDiagnosticParams,
    token: CancellationToken,
  ): ReturnType<typeof wholeFindings> {
    const dump = dumps.get(params.textDocument.uri);
    const mayFollow = session.capabilities.workspace?.diagnostics?.refreshSupport === true;
    if (dump !== undefined && mayFollow && isLong(dump) && !isConfig(dump.uri)) {
      await loadConfigs(dump.uri);
      const isCancelled = () => token.isCancellationRequested;
      const first = await firstFindings(dump, { session, isCancelled, done: recheck });
      if (first !== undefined) return diagnosticReport(dump, {}, first);
    }
    return wholeFindings(params, token);
  }

  const due = new Set<Dump>();
  dumps.onDidChangeContent(({ document }) => {
    if (isConfig(document.uri)) {
      void session.configs.edited(document.uri, document.getText()).then(choicesChanged);
      return;
    }
    if (session.pullsDiagnostics) return;
    // changes that are already in the queue are read first, so that a burst of keys is answered once
    if (due.size === 0) setTimeout(publishDue, 0);
    due.add(document);
  });
  function publishDue(): void {
    for (const dump of due) if (dumps.get(dump.uri) === dump) void publish(dump);
    due.clear();
  }
  dumps.onDidSave(({ document }) => {
    if (session.occasions.saved(document)) recheck();
  });
  dumps.onDidOpen(({ document: { uri } }) => folder.opened(uri));
  dumps.onDidClose(({ document: { uri } }) => {
    session.forget(uri);
    folder.closed(uri);
    if (isConfig(uri)) void session.configs.edited(uri, undefined).then(choicesChanged);
    else if (!session.pullsDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  dumps.listen(connection);
  return () => dumps.all().some(({ isUnderstoodNow }) => !isUnderstoodNow);
}

/** In as many turns of the event loop a message that has arrived is read, put in the queue and taken up, one before it included. */
const turnsGiven = 4;

/** Where the client keeps the text that explains the codes: `initializationOptions.manual`, a URI. */
function manualOf(options: unknown): string | undefined {
  const manual = typeof options === 'object' && options !== null && 'manual' in options ? options.manual : undefined;
  return typeof manual === 'string' ? manual : undefined;
}

/** Whether the client finds and reads dumps for a server that cannot: `initializationOptions.dumps`. */
function readsDumps(options: unknown): boolean {
  return typeof options === 'object' && options !== null && 'dumps' in options && options.dumps === true;
}
