import * as vscode from 'vscode';
import {
  type Article,
  type ArticlesParams,
  articlesRequest,
  type Figure,
  type FiguresParams,
  figuresRequest,
  type Position,
} from '../../../server/src/protocol.ts';
import { isNewspaper, type Server } from '../server.ts';
import { toCsv, toJson } from './export.ts';
import { pageOf } from './page.ts';
import type { Asked, Listed, Row, Scope } from './row.ts';
import { rowsOf } from './rows.ts';

/** What VS Code knows the view by. */
export const viewType = 'broadsheet.figures';

/** How long a dump must rest before its figures are listed again, in milliseconds. */
const pause = 400;

/** The figures of the dump in the editor, or of all open dumps, in a view beside it. There is one at most. */
export class FiguresPanel implements vscode.WebviewPanelSerializer {
  readonly #server: Server;
  readonly #extension: vscode.Uri;
  readonly #log: vscode.LogOutputChannel;
  #panel: vscode.WebviewPanel | undefined;
  #subscription: vscode.Disposable | undefined;
  #document: vscode.TextDocument | undefined;
  /** URI of the dump that was shown before the window was loaded anew. */
  #awaited: string | undefined;
  #scope: Scope = 'dump';
  /** The rows that the view has, and where they stand. */
  #rows: readonly Row[] = [];
  #places: readonly vscode.Location[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  constructor(server: Server, extension: vscode.Uri, log: vscode.LogOutputChannel) {
    this.#server = server;
    this.#extension = extension;
    this.#log = log;
  }

  /** Shows the figures of a dump; the view that is there already is taken for it. */
  show(document: vscode.TextDocument): void {
    this.#document = document;
    if (this.#panel) {
      this.#awaited = undefined;
      this.#panel.reveal(undefined, true);
      this.#soon();
      return;
    }
    this.#adopt(
      vscode.window.createWebviewPanel(viewType, vscode.l10n.t('Figures'), {
        viewColumn: vscode.ViewColumn.Beside,
        preserveFocus: true,
      }),
    );
  }

  /** The view as it was before the window was loaded anew. Its dump may come back later than it. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    if (this.#panel) return panel.dispose();
    const uri = typeof state === 'object' && state !== null && 'uri' in state ? state.uri : undefined;
    this.#awaited = typeof uri === 'string' ? uri : undefined;
    this.#adopt(panel);
    const active = vscode.window.activeTextEditor?.document;
    this.#document = (await this.#awaitedDocument()) ?? (isNewspaper(active) ? active : undefined);
    this.#soon();
  }

  async #awaitedDocument(): Promise<vscode.TextDocument | undefined> {
    const uri = this.#awaited;
    if (uri === undefined) return undefined;
    const there = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
    // an untitled one would be made anew, without its text
    if (there || uri.startsWith('untitled:')) return there;
    return vscode.workspace.openTextDocument(vscode.Uri.parse(uri)).then(undefined, () => undefined);
  }

  #adopt(panel: vscode.WebviewPanel): void {
    const dist = vscode.Uri.joinPath(this.#extension, 'dist');
    panel.webview.options = { enableScripts: true, localResourceRoots: [dist] };
    this.#panel = panel;
    this.#subscription = vscode.Disposable.from(
      panel.onDidDispose(() => this.#close()),
      panel.webview.onDidReceiveMessage((asked: Asked) => this.#answer(asked)),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (!isNewspaper(editor?.document) || editor.document === this.#document) return;
        this.#document = editor.document;
        this.#awaited = undefined;
        if (this.#scope === 'dump') this.#soon();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document: changed }) => {
        if (isNewspaper(changed) && this.#documents().includes(changed)) this.#soon();
      }),
      vscode.workspace.onDidOpenTextDocument((opened) => {
        if (!isNewspaper(opened)) return;
        if (opened.uri.toString() === this.#awaited) this.#document ??= opened;
        this.#soon();
      }),
      vscode.workspace.onDidCloseTextDocument((closed) => {
        if (isNewspaper(closed)) this.#soon();
      }),
      this.#server.onDidChangeState(() => this.#soon()),
    );
    panel.webview.html = pageOf(panel.webview, dist);
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#subscription?.dispose();
    this.#panel = undefined;
    this.#rows = [];
    this.#places = [];
  }

  #documents(): readonly vscode.TextDocument[] {
    if (this.#scope === 'open') return vscode.workspace.textDocuments.filter(isNewspaper);
    return this.#document && !this.#document.isClosed ? [this.#document] : [];
  }

  async #answer(asked: Asked): Promise<void> {
    switch (asked.type) {
      case 'ready':
      case 'scope':
        this.#scope = asked.scope;
        await this.#list();
        break;
      case 'open':
        await this.#open(asked.id);
        break;
      case 'export': {
        const rows = asked.ids.flatMap((id) => this.#rows[id] ?? []);
        await this.#save(asked.format, asked.format === 'csv' ? toCsv(rows, asked.mark) : toJson(rows));
      }
    }
  }

  /** Lists again when nothing has changed for a while. A hidden view asks by itself once it is shown. */
  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#panel?.visible) void this.#list();
    }, pause);
  }

  /** Asks for the figures and hands them to the view. */
  async #list(): Promise<void> {
    const turn = ++this.#turn;
    // a server that is off has nothing to list
    const documents = (await this.#server.start()) ? this.#documents() : [];
    const rows: Row[] = [];
    const places: vscode.Location[] = [];
    try {
      for (const document of documents) {
        const { figures, articles } = await this.#read(document);
        const source = {
          name: vscode.workspace.asRelativePath(document.uri),
          textBetween: (start: Position, end: Position) => document.getText(rangeFrom(start, end)),
        };
        rows.push(...rowsOf(source, figures, articles, rows.length, (rows.at(-1)?.sentence ?? -1) + 1));
        for (const { range } of figures) {
          places.push(new vscode.Location(document.uri, rangeFrom(range.start, range.end)));
        }
      }
    } catch (error) {
      // the dump has changed meanwhile, which has it listed again, or the server is gone, which is said elsewhere
      this.#log.debug(`Figures: ${error}`);
      return;
    }
    if (turn !== this.#turn || !this.#panel) return;
    this.#rows = rows;
    this.#places = places;
    const names = documents.map(({ uri }) => vscode.workspace.asRelativePath(uri));
    const source = names.length === 1 ? names[0]! : vscode.l10n.t('{0} dumps', names.length);
    const uri = this.#document?.uri.toString();
    const listed: Listed = { type: 'rows', scope: this.#scope, source, rows, ...(uri && { uri }) };
    await this.#panel.webview.postMessage(listed);
  }

  async #read(document: vscode.TextDocument): Promise<{ figures: readonly Figure[]; articles: readonly Article[] }> {
    const params: FiguresParams & ArticlesParams = { textDocument: { uri: this.#server.uri(document.uri) } };
    const [figures, articles] = await Promise.all([
      this.#server.request<Figure[] | null>(figuresRequest, params),
      this.#server.request<Article[] | null>(articlesRequest, params),
    ]);
    return { figures: figures ?? [], articles: articles ?? [] };
  }

  /** Leads to a figure in the text: in the editor that shows its dump, else in one beside the view. */
  async #open(id: number): Promise<void> {
    const place = this.#places[id];
    if (!place) return;
    const uri = place.uri.toString();
    const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
    await vscode.window.showTextDocument(place.uri, {
      selection: place.range,
      viewColumn: shown?.viewColumn ?? this.#otherColumn(),
      preview: false,
    });
  }

  #otherColumn(): vscode.ViewColumn {
    return this.#panel?.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One;
  }

  async #save(format: 'csv' | 'json', content: string): Promise<void> {
    const name = `${vscode.l10n.t('figures')}.${format}`;
    const beside = this.#document && !this.#document.isUntitled ? this.#document.uri : undefined;
    const folder = beside && vscode.Uri.joinPath(beside, '..');
    const target = await vscode.window.showSaveDialog({
      ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
      filters: { [format.toUpperCase()]: [format] },
    });
    if (!target) return;
    try {
      await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(content));
    } catch (error) {
      void vscode.window.showErrorMessage(vscode.l10n.t('The figures could not be saved: {0}', String(error)));
    }
  }
}

function rangeFrom(start: Position, end: Position): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
