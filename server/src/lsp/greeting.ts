import {
  CodeActionKind,
  type InitializeParams,
  type InitializeResult,
  type SemanticTokensLegend,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { checkCommand } from '../protocol.ts';

// Imports nothing that takes long to load: an editor that starts is answered before the server knows how to read a dump.

/** Standard names only, so that every theme has a colour for them. */
export const legend: SemanticTokensLegend = {
  tokenTypes: ['namespace', 'class', 'type', 'property', 'parameter', 'keyword', 'string', 'comment', 'number'],
  tokenModifiers: ['deprecated'],
};

/** The kind under which every preferred fix is carried out at once. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.broadsheet`;

/** Ignores something until the session ends; its argument is an `Ignored`. */
export const holdCommand = 'broadsheet.ignoreForNow';

/** Whether a client asks for findings; others are sent them. */
export function pullsDiagnostics({ textDocument }: InitializeParams['capabilities']): boolean {
  return textDocument?.diagnostic !== undefined;
}

/** The answer to a client's greeting: what the server can do. */
export function greeting({ capabilities }: InitializeParams): InitializeResult {
  return {
    serverInfo: { name: 'broadsheet' },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      documentSymbolProvider: { label: 'Broadsheet' },
      foldingRangeProvider: true,
      hoverProvider: true,
      inlayHintProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      documentLinkProvider: {},
      workspaceSymbolProvider: true,
      selectionRangeProvider: true,
      semanticTokensProvider: { legend, full: { delta: true }, range: true },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
      executeCommandProvider: { commands: [holdCommand, checkCommand] },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...(pullsDiagnostics(capabilities)
        ? {
            diagnosticProvider: {
              identifier: 'broadsheet',
              interFileDependencies: false,
              workspaceDiagnostics: false,
            },
          }
        : {}),
    },
  };
}
