import * as vscode from 'vscode';
import { isNewspaper } from './server.ts';

/** An article or a brief as the outline has it. */
export interface Piece {
  readonly name: string;
  readonly range: vscode.Range;
  /** Where its headline stands. */
  readonly headline: vscode.Range;
  /** A brief has no headline of its own and is not counted as an article. */
  readonly brief: boolean;
  /** The page that it stands on, or the whole document. */
  readonly page: vscode.Range | undefined;
}

/** What the server's document symbols say of each open dump, asked for once a version. */
export class Outline {
  readonly #known = new WeakMap<vscode.TextDocument, { version: number; pieces: Promise<readonly Piece[]> }>();

  /** In the order of the text. Empty where the server is off or has found nothing. */
  pieces(document: vscode.TextDocument): Promise<readonly Piece[]> {
    if (!isNewspaper(document)) return Promise.resolve([]);
    const known = this.#known.get(document);
    if (known?.version === document.version) return known.pieces;
    const pieces = ask(document);
    this.#known.set(document, { version: document.version, pieces });
    // nothing found may only mean that the server is not ready yet: ask again
    const forget = () => this.#known.delete(document);
    void pieces.then((list) => list.length === 0 && forget(), forget);
    return pieces;
  }

  /** After the server was started, stopped or set otherwise. */
  forget(document: vscode.TextDocument): void {
    this.#known.delete(document);
  }
}

async function ask(document: vscode.TextDocument): Promise<readonly Piece[]> {
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  const pieces: Piece[] = [];
  const walk = (list: readonly vscode.DocumentSymbol[], page: vscode.Range | undefined) => {
    for (const { kind, name, range, selectionRange, children } of list) {
      const brief = kind === vscode.SymbolKind.Field;
      if (brief || kind === vscode.SymbolKind.Class) {
        pieces.push({ name, range, headline: selectionRange, brief, page });
      }
      walk(children, kind === vscode.SymbolKind.Module ? range : page);
    }
  };
  walk(symbols ?? [], undefined);
  return pieces.sort((a, b) => a.headline.start.compareTo(b.headline.start));
}

/** The innermost article or brief at a position. */
export function pieceAt(pieces: readonly Piece[], position: vscode.Position): Piece | undefined {
  return pieces.findLast(({ range }) => range.contains(position));
}

/** The next place after a position, or the last one before it; round at the end. */
export function step<T>(
  places: readonly T[],
  start: (place: T) => vscode.Position,
  from: vscode.Position,
  forward: boolean,
): T | undefined {
  return forward
    ? (places.find((place) => start(place).isAfter(from)) ?? places[0])
    : (places.findLast((place) => start(place).isBefore(from)) ?? places.at(-1));
}

export function findings(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'broadsheet')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}
