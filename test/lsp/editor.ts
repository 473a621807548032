import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type CodeAction,
  type Command,
  type Connection,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type Position,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { serve } from '../../server/src/lsp/server.ts';
import { setStatistics } from '../../server/src/newspaper/index.ts';
import { type ReadFileParams, type ReadFileResult, readFileRequest } from '../../server/src/protocol.ts';

setStatistics(() => readFileSync(new URL('../../server/data/statistics.bin', import.meta.url)));

/** What a test's editor can do; what is not given is as VS Code has it. */
export interface EditorOptions {
  readonly locale?: string;
  readonly settings?: Record<string, unknown>;
  /** Other settings for the workspace folder. */
  readonly ofFolder?: Record<string, unknown>;
  /** Whether it asks for findings (VS Code does) or waits for them. */
  readonly pulls?: boolean;
  /** Whether it can be told to ask for findings again. */
  readonly refreshes?: boolean;
  /** The files of a workspace folder, by name; the editor shows `dump.txt` in it. Without it the dump is untitled. */
  readonly folder?: Map<string, string>;
}

const folderUri = 'file:///报纸%20folder';

/** An editor with the server in the same process, one dump at a time. */
export class Editor {
  uri: string;
  capabilities!: InitializeResult['capabilities'];
  pushed: { uri: string; version?: number; diagnostics: Diagnostic[] }[] = [];
  /** Called when the server wants to be asked for findings again. */
  refreshed: () => void = () => undefined;
  /** How often the server had the editor ask for findings again. */
  refreshes = 0;
  private settings: Record<string, unknown>;
  private document: TextDocument;
  private readonly client;

  private readonly options: EditorOptions;

  private constructor(options: EditorOptions) {
    this.options = options;
    this.settings = options.settings ?? {};
    this.uri = options.folder === undefined ? 'untitled:dump' : `${folderUri}/dump.txt`;
    this.document = TextDocument.create(this.uri, 'newspaper', 0, '');
    const up = new PassThrough();
    const down = new PassThrough();
    const server: Connection = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    serve(server);
    this.client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  }

  /** Starts a server and greets it. */
  static async start(options: EditorOptions = {}): Promise<Editor> {
    const editor = new Editor(options);
    await editor.greet();
    return editor;
  }

  private async greet(): Promise<void> {
    const { client, options } = this;
    client.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
      items.map(({ scopeUri }) => (scopeUri === undefined ? undefined : options.ofFolder) ?? this.settings),
    );
    client.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      this.refreshed();
      return null;
    });
    client.onRequest('client/registerCapability', () => null);
    client.onRequest('workspace/applyEdit', async ({ edit }: { edit: WorkspaceEdit }) => {
      await this.apply({ title: '', edit });
      return { applied: true };
    });
    client.onRequest(readFileRequest, ({ uri }: ReadFileParams): ReadFileResult => {
      const name = decodeURIComponent(uri.slice(folderUri.length + 1));
      return { text: (uri.startsWith(`${folderUri}/`) ? options.folder?.get(name) : undefined) ?? null };
    });
    client.onNotification(
      'textDocument/publishDiagnostics',
      (params: { uri: string; version?: number; diagnostics: Diagnostic[] }) => {
        this.pushed.push(params);
      },
    );
    client.listen();
    const result = await client.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: options.folder === undefined ? null : [{ uri: folderUri, name: 'folder' }],
      locale: options.locale ?? 'en',
      capabilities: {
        workspace: {
          configuration: true,
          ...(options.refreshes === false ? {} : { diagnostics: { refreshSupport: true } }),
          workspaceEdit: {
            documentChanges: true,
            resourceOperations: ['create'],
            changeAnnotationSupport: { groupsOnLabel: true },
          },
          didChangeWatchedFiles: { dynamicRegistration: true },
        },
        textDocument: { ...(options.pulls === false ? {} : { diagnostic: { dynamicRegistration: true } }) },
      },
    });
    this.capabilities = result.capabilities;
    await client.sendNotification('initialized', {});
  }

  get text(): string {
    return this.document.getText();
  }

  /** Opens a dump in place of the one before; `name` is its file in the folder. */
  async open(text: string, name?: string): Promise<void> {
    if (this.document.version > 0) await this.notify('textDocument/didClose', { textDocument: { uri: this.uri } });
    if (name !== undefined) this.uri = name.startsWith('untitled:') ? name : `${folderUri}/${encodeURIComponent(name)}`;
    this.document = TextDocument.create(this.uri, 'newspaper', 1, text);
    await this.notify('textDocument/didOpen', {
      textDocument: { uri: this.uri, languageId: 'newspaper', version: 1, text },
    });
  }

  /** Types: changes the dump and tells the server. */
  async change(...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const version = this.document.version + 1;
    this.document = TextDocument.update(this.document, contentChanges, version);
    await this.notify('textDocument/didChange', { textDocument: { uri: this.uri, version }, contentChanges });
  }

  /** Saves: the text is on disk now. */
  save(): Promise<void> {
    return this.notify('textDocument/didSave', { textDocument: { uri: this.uri } });
  }

  /** Changes the reader's settings. */
  async set(settings: Record<string, unknown>): Promise<void> {
    this.settings = settings;
    await this.notify('workspace/didChangeConfiguration', { settings: null });
  }

  /** The findings that were pushed for a version of the dump, once they are there. */
  async pushedFor(version: number): Promise<Diagnostic[]> {
    for (let left = 400; left > 0; left--) {
      const last = this.pushed.findLast((one) => one.uri === this.uri && one.version === version);
      if (last !== undefined) return last.diagnostics;
      await wait(25);
    }
    throw new Error(`nothing was pushed for version ${version}`);
  }

  /** Carries out a code action as an editor would: only on the version it was made for. */
  async apply(action: CodeAction): Promise<void> {
    for (const change of action.edit?.documentChanges ?? []) {
      if (!('edits' in change)) {
        if (change.kind !== 'create') throw new Error('only text edits and new files are expected');
        const name = change.uri.slice(folderUri.length + 1);
        if (!this.options.folder!.has(name)) await this.write(name, '');
        continue;
      }
      if (change.textDocument.uri !== this.uri) {
        const name = change.textDocument.uri.slice(folderUri.length + 1);
        const before = TextDocument.create(name, 'jsonc', 0, this.options.folder!.get(name)!);
        await this.write(name, TextDocument.applyEdits(before, change.edits as TextEdit[]));
        continue;
      }
      if (change.textDocument.version !== this.document.version) throw new Error('an edit for another version');
      const after = TextDocument.applyEdits(this.document, change.edits as TextEdit[]);
      await this.change({ text: after });
    }
  }

  /** Changes a file of the folder on disk. */
  async write(name: string, text: string): Promise<void> {
    this.options.folder!.set(name, text);
    await this.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: `${folderUri}/${name}`, type: 2 }] });
  }

  /** Carries out a command that the server offers. */
  execute({ command, arguments: given }: Command): Promise<unknown> {
    return this.client.sendRequest('workspace/executeCommand', { command, arguments: given });
  }

  /** Asks the server anything. */
  request<Result>(method: string, params: object): Promise<Result> {
    return this.client.sendRequest(method, params);
  }

  /** Asks the server about the dump. */
  ask<Result>(method: string, params: object = {}): Promise<Result> {
    return this.client.sendRequest<Result>(method, { textDocument: { uri: this.uri }, ...params });
  }

  async diagnostics(): Promise<Diagnostic[]> {
    const report = await this.ask<DocumentDiagnosticReport>('textDocument/diagnostic');
    return report.kind === 'full' ? report.items : [];
  }

  actions(range: Range, only?: string[], diagnostics: Diagnostic[] = []): Promise<CodeAction[]> {
    return this.ask('textDocument/codeAction', { range, context: { diagnostics, ...(only ? { only } : {}) } });
  }

  /** Where `words` stand, the whole of the dump where none are given. */
  rangeOf(words?: string): Range {
    const start = words === undefined ? 0 : this.text.indexOf(words);
    if (start < 0) throw new Error(`“${words}” is not in the dump`);
    const end = words === undefined ? this.text.length : start + words.length;
    return { start: this.document.positionAt(start), end: this.document.positionAt(end) };
  }

  positionOf(words: string): Position {
    return this.rangeOf(words).start;
  }

  textIn(range: Range): string {
    return this.document.getText(range);
  }

  async stop(): Promise<void> {
    await this.client.sendRequest('shutdown');
    this.client.dispose();
  }

  private notify(method: string, params: object): Promise<void> {
    return this.client.sendNotification(method, params);
  }
}
