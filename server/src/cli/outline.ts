import { CancellationToken, type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import { documentSymbol } from '../lsp/feature/documentSymbol.ts';
import type { Session } from '../lsp/session.ts';
import type { Dump } from '../workspace/dump.ts';
import type { OutlineEntry } from './order.ts';

const kinds: Partial<Record<SymbolKind, OutlineEntry['kind']>> = {
  [SymbolKind.Module]: 'page',
  [SymbolKind.Namespace]: 'section',
  [SymbolKind.Class]: 'article',
  [SymbolKind.Field]: 'brief',
};

/** The outline of a dump, as the editor shows it. */
export async function outlineOf(dump: Dump, session: Session): Promise<OutlineEntry[]> {
  const params = { textDocument: { uri: dump.uri } };
  return ((await documentSymbol(dump, params, session, CancellationToken.None)) ?? []).map(entryOf);
}

function entryOf({ kind, name, detail, selectionRange, range, children }: DocumentSymbol): OutlineEntry {
  return {
    kind: kinds[kind] ?? 'other',
    name,
    ...(detail ? { detail } : {}),
    line: selectionRange.start.line + 1,
    endLine: range.end.line + 1,
    children: (children ?? []).map(entryOf),
  };
}
