import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import * as shared from './activate.ts';
import { clientId, clientName } from './server.ts';

/** In the browser (vscode.dev and the like): the server is a web worker. */
export function activate(context: vscode.ExtensionContext): Promise<void> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/server.browser.js').toString(true);
  return shared.activate(context, {
    machine: navigator.userAgent,
    createClient: (options) => new LanguageClient(clientId, clientName, async () => new Worker(script), options),
  });
}

export const deactivate = shared.deactivate;
