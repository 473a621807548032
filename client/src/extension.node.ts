import { arch, release } from 'node:os';
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import * as shared from './activate.ts';
import { clientId, clientName } from './server.ts';

/** Where the extension has a Node host: the server is a process of its own. */
export function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server.js');
  return shared.activate(context, {
    machine: `${process.platform} ${release()} ${arch()}, Node ${process.versions.node}`,
    manual: vscode.Uri.joinPath(context.extensionUri, 'README.md').toString(),
    createClient: (options) =>
      new LanguageClient(
        clientId,
        clientName,
        {
          run: { module, transport: TransportKind.stdio },
          debug: { module, transport: TransportKind.stdio, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
        },
        options,
      ),
  });
}

export const deactivate = shared.deactivate;
