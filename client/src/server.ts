import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  RevealOutputChannelOn,
  State,
  vsdiag,
  type WorkspaceEdit,
} from 'vscode-languageclient';
import { checkCommand } from '../../server/src/protocol.ts';
import type { Host } from './activate.ts';
import { reopenActions } from './encoding.ts';
import { explained } from './explain.ts';
import { fileRequests } from './files.ts';
import { savedAfter } from './ignored.ts';

export const clientId = 'broadsheet';
export const clientName = 'Broadsheet';
export const languageId = 'newspaper';

export type ServerState = 'off' | 'stopped' | 'starting' | 'running' | 'failed';

const maxCrashes = 3;
const crashWindow = 3 * 60_000;

export function isNewspaper(document: vscode.TextDocument | undefined): document is vscode.TextDocument {
  return document?.languageId === languageId;
}

export function settings(scope?: vscode.ConfigurationScope): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('broadsheet', scope ?? null);
}

/** The language server as the rest of the client sees it: started on demand, one change of state at a time, and restarted when it dies. */
export class Server {
  readonly #log: vscode.LogOutputChannel;
  readonly #client: BaseLanguageClient;
  readonly #changed = new vscode.EventEmitter<ServerState>();
  #crashes: number[] = [];
  #failed = false;
  #last: Promise<unknown> = Promise.resolve();

  readonly onDidChangeState = this.#changed.event;

  constructor(host: Host, log: vscode.LogOutputChannel) {
    this.#log = log;
    this.#client = host.createClient({
      documentSelector: [{ language: languageId }],
      outputChannel: log,
      traceOutputChannel: log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      synchronize: { configurationSection: 'broadsheet' },
      // whether anything is checked by that is for the server to say
      diagnosticPullOptions: { onChange: true, onSave: false },
      initializationOptions: { dumps: true, manual: host.manual },
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue }),
        closed: () => this.#closed(),
      },
      middleware: {
        handleDiagnostics: (uri, diagnostics, next) => next(uri, explained(diagnostics)),
        provideCodeActions: async (document, range, context, token, next) => {
          const actions = await next(document, range, context, token);
          const first =
            context.only?.contains(vscode.CodeActionKind.QuickFix) === false ? [] : reopenActions(context.diagnostics);
          return actions && [...first, ...savedAfter(actions)];
        },
        provideDiagnostics: async (document, previousResultId, token, next) => {
          const report = await next(document, previousResultId, token);
          if (report?.kind === vsdiag.DocumentDiagnosticReportKind.full) explained(report.items);
          return report;
        },
      },
    });
    for (const [method, answer] of Object.entries(fileRequests)) this.#client.onRequest(method, answer);
    this.#client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) this.#failed = false;
      this.#changed.fire(this.state);
    });
  }

  get state(): ServerState {
    if (!settings().get('enable', true)) return 'off';
    if (this.#failed) return 'failed';
    switch (this.#client.state) {
      case State.Running:
        return 'running';
      case State.Starting:
        return 'starting';
      case State.StartFailed:
        return 'failed';
      default:
        return 'stopped';
    }
  }

  /** Name and version, as the server itself gives them. */
  get info(): string | undefined {
    const info = this.#client.initializeResult?.serverInfo;
    return info && [info.name, info.version].filter(Boolean).join(' ');
  }

  /** Starts the server unless it runs, or is switched off. Says whether it runs now. */
  start(): Promise<boolean> {
    return this.#inTurn(async () => {
      if (this.state === 'off' || this.#failed) return false;
      if (this.#client.needsStart()) await this.#tryStart();
      return this.#client.isRunning();
    });
  }

  stop(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#client.needsStop()) await this.#client.stop();
    });
  }

  async restart(): Promise<boolean> {
    this.#crashes = [];
    this.#failed = false;
    try {
      await this.stop();
    } catch (error) {
      this.#log.error(error instanceof Error ? error : String(error)); // a server that does not answer is left behind
    }
    return this.start();
  }

  /** Off clears everything at once: a stopped server has no findings, no outline and costs nothing. */
  async obeySwitch(): Promise<void> {
    this.#changed.fire(this.state);
    if (this.state === 'off') await this.stop();
    else if (vscode.workspace.textDocuments.some(isNewspaper)) await this.restart();
    this.#changed.fire(this.state);
  }

  request<R>(method: string, params: object): Promise<R> {
    return this.#client.sendRequest<R>(method, params);
  }

  uri(uri: vscode.Uri): string {
    return this.#client.code2ProtocolConverter.asUri(uri);
  }

  /** An edit as the server sent it, for VS Code to apply. */
  workspaceEdit(edit: object): Promise<vscode.WorkspaceEdit> {
    return this.#client.protocol2CodeConverter.asWorkspaceEdit(edit as WorkspaceEdit);
  }

  /** Checks a document now, however it is otherwise run. */
  async checkNow(document: vscode.TextDocument): Promise<void> {
    if (!(await this.start())) return;
    await this.request('workspace/executeCommand', { command: checkCommand, arguments: [this.uri(document.uri)] });
  }

  async #tryStart(): Promise<void> {
    try {
      await this.#client.start();
    } catch (error) {
      this.#failed = true;
      this.#log.error(error instanceof Error ? error : String(error));
      this.#sayFailed(vscode.l10n.t('Broadsheet could not start its language server.'));
    }
    this.#changed.fire(this.state);
  }

  #closed(): CloseHandlerResult {
    const now = Date.now();
    this.#crashes = [...this.#crashes.filter((time) => now - time < crashWindow), now];
    if (this.#crashes.length <= maxCrashes) {
      this.#log.warn(
        `The server ended unexpectedly (${this.#crashes.length} of ${maxCrashes} before giving up); it is started again.`,
      );
      return { action: CloseAction.Restart, handled: true };
    }
    this.#failed = true;
    this.#log.error(
      `The server ended ${this.#crashes.length} times within three minutes; it stays off until it is restarted by hand.`,
    );
    this.#sayFailed(
      vscode.l10n.t("Broadsheet's language server keeps ending and was not started again. Your text is unharmed."),
    );
    this.#changed.fire(this.state);
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  #sayFailed(message: string): void {
    const restart = vscode.l10n.t('Restart Server');
    const log = vscode.l10n.t('Show Log');
    const report = vscode.l10n.t('Report a Problem');
    void vscode.window.showErrorMessage(message, restart, log, report).then((choice) => {
      if (choice === restart) void vscode.commands.executeCommand('broadsheet.restartServer');
      if (choice === log) void vscode.commands.executeCommand('broadsheet.showLog');
      if (choice === report) void vscode.commands.executeCommand('broadsheet.reportProblem');
    });
  }

  /** Starting and stopping at the same time confuses the client library: one after the other. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work, work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
