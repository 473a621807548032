import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import * as shared from './activate.ts';
import { clientId, clientName } from './server.ts';

/** In the browser (vscode.dev and the like): the server is a web worker, which gets its statistics as the first message. */
export function activate(context: vscode.ExtensionContext): Promise<void> {
  const at = (file: string) => vscode.Uri.joinPath(context.extensionUri, 'dist', file);
  return shared.activate(context, {
    machine: navigator.userAgent,
    manual: vscode.Uri.joinPath(context.extensionUri, 'README.md').toString(),
    createClient: (options) =>
      new LanguageClient(
        clientId,
        clientName,
        async () => {
          const statistics = await vscode.workspace.fs.readFile(at('statistics.bin'));
          const worker = new Worker(at('server.browser.js').toString(true));
          worker.postMessage(statistics);
          // not the worker itself: the Worker of VS Code's extension host is none to the client library
          return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
        },
        options,
      ),
  });
}

export const deactivate = shared.deactivate;
