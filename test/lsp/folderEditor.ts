import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import {
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  FileChangeType,
  type InitializeResult,
  type Position,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { serve } from '../../server/src/lsp/server.ts';
import { setStatistics } from '../../server/src/newspaper/index.ts';
import { nodeFiles } from '../../server/src/workspace/files.node.ts';
import { nodeFolderFiles } from '../../server/src/workspace/folder/files.node.ts';

setStatistics(() => readFileSync(new URL('../../server/data/statistics.bin', import.meta.url)));

/** What a test's editor has. */
export interface FolderEditorOptions {
  readonly settings?: Record<string, unknown>;
  readonly folders?: readonly string[];
  /** Files that the client finds and reads for a server without files of its own, by URI. */
  readonly virtual?: Record<string, string>;
}

/** An editor with folders and several dumps, the server in the same process. */
export class FolderEditor {
  capabilities!: InitializeResult['capabilities'];
  /** The last findings that were pushed for each file. */
  readonly pushed = new Map<string, Diagnostic[]>();
  /** What was reported under each progress token. */
  readonly progress: { token: unknown; kind: string; percentage?: number }[] = [];
  readonly watched: string[] = [];
  private readonly documents = new Map<string, TextDocument>();
  private readonly client;
  private readonly options: FolderEditorOptions;

  private constructor(options: FolderEditorOptions) {
    this.options = options;
    const up = new PassThrough();
    const down = new PassThrough();
    const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    serve(server, options.virtual ? undefined : { files: nodeFiles, folderFiles: nodeFolderFiles });
    this.client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  }

  /** Starts a server on these folders, and waits until they are read. */
  static async start(options: FolderEditorOptions): Promise<FolderEditor> {
    const editor = new FolderEditor(options);
    await editor.greet();
    return editor;
  }

  private async greet(): Promise<void> {
    const { client, options } = this;
    client.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => options.settings ?? {}),
    );
    client.onRequest('workspace/diagnostic/refresh', () => null);
    client.onRequest('window/workDoneProgress/create', () => null);
    client.onRequest('client/registerCapability', (params: { registrations: { registerOptions?: unknown }[] }) => {
      for (const { registerOptions } of params.registrations) {
        const { watchers = [] } = (registerOptions ?? {}) as { watchers?: { globPattern: string }[] };
        this.watched.push(...watchers.map(({ globPattern }) => globPattern));
      }
      return null;
    });
    client.onRequest('client/unregisterCapability', () => null);
    client.onRequest('broadsheet/findDumps', ({ folder }: { folder: string }) =>
      Object.keys(options.virtual ?? {}).filter((uri) => uri.startsWith(folder)),
    );
    client.onRequest('broadsheet/readDump', ({ uri }: { uri: string }) => ({ text: options.virtual?.[uri] ?? null }));
    client.onRequest('broadsheet/readFile', () => ({ text: null }));
    client.onNotification('$/progress', ({ token, value }: { token: unknown; value: { kind: string } }) => {
      this.progress.push({ token, ...value });
    });
    client.onNotification('textDocument/publishDiagnostics', (params: { uri: string; diagnostics: Diagnostic[] }) => {
      this.pushed.set(params.uri, params.diagnostics);
    });
    client.listen();
    const result = await client.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      locale: 'en',
      workspaceFolders: (options.folders ?? []).map((uri) => ({ uri, name: uri })),
      initializationOptions: { dumps: options.virtual !== undefined },
      capabilities: {
        window: { workDoneProgress: true },
        workspace: {
          configuration: true,
          workspaceFolders: true,
          didChangeWatchedFiles: { dynamicRegistration: true },
          workspaceEdit: {
            documentChanges: true,
            resourceOperations: ['create'],
            changeAnnotationSupport: { groupsOnLabel: true },
          },
        },
        textDocument: { diagnostic: { dynamicRegistration: true } },
      },
    });
    this.capabilities = result.capabilities;
    await client.sendNotification('initialized', {});
  }

  /** Asks again until the answer is what it should be, or gives back the last one. */
  async eventually<Result>(ask: () => Promise<Result>, isRight: (result: Result) => boolean): Promise<Result> {
    for (let left = 400; ; left--) {
      const result = await ask();
      if (isRight(result) || left === 0) return result;
      await wait(25);
    }
  }

  async open(uri: string, text: string): Promise<void> {
    this.documents.set(uri, TextDocument.create(uri, 'newspaper', 1, text));
    await this.client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'newspaper', version: 1, text },
    });
  }

  async close(uri: string): Promise<void> {
    this.documents.delete(uri);
    await this.client.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Says that a file or folder changed behind the editor's back. */
  async fileChanged(uri: string, type: FileChangeType = FileChangeType.Changed): Promise<void> {
    await this.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
  }

  ask<Result>(method: string, params: object = {}): Promise<Result> {
    return this.client.sendRequest<Result>(method, params);
  }

  /** Asks about an open dump; `words` say at which place. */
  about<Result>(method: string, uri: string, words?: string, params: object = {}): Promise<Result> {
    const position = words === undefined ? {} : { position: this.positionOf(uri, words) };
    return this.ask(method, { textDocument: { uri }, ...position, ...params });
  }

  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.about<DocumentDiagnosticReport>('textDocument/diagnostic', uri);
    return report.kind === 'full' ? report.items : [];
  }

  positionOf(uri: string, words: string): Position {
    const document = this.documents.get(uri)!;
    const at = document.getText().indexOf(words);
    if (at < 0) throw new Error(`“${words}” is not in the dump`);
    return document.positionAt(at);
  }

  async stop(): Promise<void> {
    await this.client.sendRequest('shutdown');
    this.client.dispose();
  }
}
