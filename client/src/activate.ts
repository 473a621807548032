import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerCommands } from './commands.ts';
import { registerExplanations } from './explain.ts';
import { registerSaving } from './ignored.ts';
import { Offer } from './offer.ts';
import { Outline } from './outline.ts';
import { isNewspaper, Server } from './server.ts';
import { Status } from './status.ts';

/** What Node and the browser do differently. */
export interface Host {
  createClient(options: LanguageClientOptions): BaseLanguageClient;
  /** One line on the machine, for a problem report. */
  readonly machine: string;
  /** URI of the README, in which each code of a finding has a section. */
  readonly manual: string;
}

let server: Server | undefined;

/**
 * Nothing is started until a newspaper dump is open: the extension is also woken by plain text,
 * for the sake of the offer, and most plain text is no newspaper.
 */
export async function activate(context: vscode.ExtensionContext, host: Host): Promise<void> {
  const log = vscode.window.createOutputChannel('Broadsheet', { log: true });
  server = new Server(host, log);
  const outline = new Outline();
  const offer = new Offer(context.workspaceState, server, log);
  context.subscriptions.push(log, offer, new Status(server, outline, log));
  context.subscriptions.push(registerExplanations(context.extensionUri), registerSaving());
  registerCommands(context, { host, server, outline, offer, log });

  const startFor = (document: vscode.TextDocument) => {
    if (isNewspaper(document)) void server?.start();
  };
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(startFor),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('broadsheet.enable')) void server?.obeySwitch();
    }),
  );
  vscode.workspace.textDocuments.forEach(startFor);
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
