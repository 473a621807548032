import * as vscode from 'vscode';
import { findings, type Outline, type Piece, pieceAt } from './outline.ts';
import { isNewspaper, languageId, type Server } from './server.ts';

const pause = 300;
const maxHeadline = 16;

/** The language status (state, articles, findings) and the status bar's “where am I”. */
export class Status {
  readonly #server: Server;
  readonly #outline: Outline;
  readonly #log: vscode.LogOutputChannel;
  readonly #state: vscode.LanguageStatusItem;
  readonly #articles: vscode.LanguageStatusItem;
  readonly #findings: vscode.LanguageStatusItem;
  readonly #where: vscode.StatusBarItem;
  readonly #subscription: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(server: Server, outline: Outline, log: vscode.LogOutputChannel) {
    this.#log = log;
    this.#server = server;
    this.#outline = outline;
    const item = (name: string, title: string) => {
      const status = vscode.languages.createLanguageStatusItem(`broadsheet.${name}`, { language: languageId });
      status.name = title;
      return status;
    };
    this.#state = item('state', vscode.l10n.t('Broadsheet: Server'));
    this.#articles = item('articles', vscode.l10n.t('Broadsheet: Articles'));
    this.#findings = item('findings', vscode.l10n.t('Broadsheet: Findings'));
    this.#where = vscode.window.createStatusBarItem('broadsheet.where', vscode.StatusBarAlignment.Left, 10);
    this.#where.name = vscode.l10n.t('Broadsheet: Article at the Cursor');
    this.#where.command = 'workbench.action.gotoSymbol';

    const soon = () => this.#soon();
    this.#subscription = vscode.Disposable.from(
      this.#state,
      this.#articles,
      this.#findings,
      this.#where,
      server.onDidChangeState(() => {
        for (const document of vscode.workspace.textDocuments) outline.forget(document);
        soon();
      }),
      vscode.window.onDidChangeActiveTextEditor(soon),
      vscode.window.onDidChangeTextEditorSelection(soon),
      vscode.languages.onDidChangeDiagnostics(soon),
      vscode.workspace.onDidOpenTextDocument(soon),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (isNewspaper(document)) soon();
      }),
    );
    soon();
  }

  /** At most every 300 ms, however fast the cursor moves. */
  #soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#show().catch((error: unknown) => {
        this.#where.hide();
        this.#log.warn(String(error));
      });
    }, pause);
  }

  async #show(): Promise<void> {
    this.#showState();
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.uri.scheme === 'output') return; // the log is looked at, the dump is still there
    if (!editor || !isNewspaper(editor.document) || this.#server.state !== 'running') {
      this.#articles.text = vscode.l10n.t('No articles');
      this.#findings.text = vscode.l10n.t('No findings');
      this.#where.hide();
      return;
    }
    const { document } = editor;
    const pieces = await this.#outline.pieces(document);
    if (vscode.window.activeTextEditor !== editor) return;
    const articles = pieces.filter(({ brief }) => !brief);
    const briefs = pieces.length - articles.length;
    const found = findings(document).length;
    this.#articles.text =
      articles.length === 1 ? vscode.l10n.t('1 article') : vscode.l10n.t('{0} articles', articles.length);
    this.#articles.detail =
      briefs === 0 ? '' : briefs === 1 ? vscode.l10n.t('1 brief') : vscode.l10n.t('{0} briefs', briefs);
    this.#articles.command = { command: 'outline.focus', title: vscode.l10n.t('Show Outline') };
    this.#findings.text =
      found === 0
        ? vscode.l10n.t('No findings')
        : found === 1
          ? vscode.l10n.t('1 finding')
          : vscode.l10n.t('{0} findings', found);
    this.#findings.severity =
      found === 0 ? vscode.LanguageStatusSeverity.Information : vscode.LanguageStatusSeverity.Warning;
    this.#findings.command =
      found === 0
        ? { command: 'broadsheet.checkNow', title: vscode.l10n.t('Check Now') }
        : { command: 'workbench.actions.view.problems', title: vscode.l10n.t('Show Problems') };
    this.#showWhere(document, articles, pieceAt(pieces, editor.selection.active));
  }

  #showState(): void {
    const { state } = this.#server;
    const text = {
      off: vscode.l10n.t('Turned off'),
      stopped: vscode.l10n.t('Not started'),
      starting: vscode.l10n.t('Starting…'),
      running: vscode.l10n.t('Running'),
      failed: vscode.l10n.t('Not running'),
    };
    this.#state.text = text[state];
    this.#state.detail = 'Broadsheet';
    this.#state.busy = state === 'starting';
    this.#state.severity =
      state === 'failed' ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    this.#state.command =
      state === 'off'
        ? { command: 'broadsheet.toggle', title: vscode.l10n.t('Turn On') }
        : state === 'running'
          ? { command: 'broadsheet.showLog', title: vscode.l10n.t('Show Log') }
          : { command: 'broadsheet.restartServer', title: vscode.l10n.t('Restart Server') };
  }

  #showWhere(document: vscode.TextDocument, articles: readonly Piece[], piece: Piece | undefined): void {
    if (!piece) {
      this.#where.hide();
      return;
    }
    const length = (range: vscode.Range) => document.offsetAt(range.end) - document.offsetAt(range.start);
    const page = piece.page ? length(piece.page) : document.offsetAt(new vscode.Position(document.lineCount, 0));
    const share = Math.round((100 * length(piece.range)) / Math.max(1, page));
    const name = [...piece.name.replace(/\s+/gu, ' ')];
    const short = name.length > maxHeadline ? `${name.slice(0, maxHeadline - 1).join('')}…` : name.join('');
    const number = articles.indexOf(piece) + 1;
    this.#where.text = number > 0 ? `$(book) ${number}/${articles.length} ${short}` : `$(book) ${short}`;
    const place = number > 0 ? vscode.l10n.t('Article {0} of {1}', number, articles.length) : vscode.l10n.t('A brief');
    const part = vscode.l10n.t('{0}% of the page', share);
    this.#where.text += ` · ${share}%`;
    this.#where.tooltip = `${piece.name}\n${place} · ${part}`;
    this.#where.accessibilityInformation = { label: `${place}: ${piece.name}, ${part}` };
    this.#where.show();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscription.dispose();
  }
}
