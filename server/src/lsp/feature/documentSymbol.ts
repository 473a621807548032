import { type DocumentSymbol, type DocumentSymbolParams, SymbolKind } from 'vscode-languageserver';
import {
  folioOf,
  message,
  type OutlineEntry,
  outlineOf,
  type Page,
  type PlacedPage,
  spanOf,
} from '../../newspaper/index.ts';
import { inChunks } from '../chunks.ts';
import { rangeOf } from '../convert.ts';
import type { Feature } from '../session.ts';
import { say } from '../translate.ts';

const kinds: Record<OutlineEntry['kind'], SymbolKind> = {
  section: SymbolKind.Namespace,
  article: SymbolKind.Class,
  subhead: SymbolKind.Property,
  brief: SymbolKind.Field,
};

/** The outline: pages, their sections and articles, briefs and subheads within them. A dump of one page is that page. */
export const documentSymbol: Feature<DocumentSymbolParams, DocumentSymbol[]> = (dump) => {
  const { pages } = dump.issue;
  if (pages.length === 1) return inChunks([keptOf(pages[0]!, 0).symbols]);
  return inChunks(
    pages.map((placed, place) => {
      const entry = keptOf(placed, place);
      entry.page ??= entry.symbols.length === 0 ? [] : [pageSymbol(placed, place, entry.symbols)];
      return entry.page;
    }),
  );
};

interface Kept {
  readonly line: number;
  readonly place: number;
  readonly symbols: readonly DocumentSymbol[];
  /** The symbol of the page itself, none for an empty page; made when it is first asked for, as a dump of one page has none. */
  page: readonly DocumentSymbol[] | undefined;
}

/** The symbols of a page: good for as long as the page stays as it is, where it is. */
const kept = new WeakMap<Page, Kept>();

function keptOf(placed: PlacedPage, place: number): Kept {
  let entry = kept.get(placed.page);
  if (entry === undefined || entry.line !== placed.line || entry.place !== place) {
    const symbols = outlineOf(placed.page).map((item) => symbolOf(placed, item));
    entry = { line: placed.line, place, symbols, page: undefined };
    kept.set(placed.page, entry);
  }
  return entry;
}

function pageSymbol(placed: PlacedPage, place: number, children: readonly DocumentSymbol[]): DocumentSymbol {
  const { page } = placed;
  const { name, date } = folioOf(page);
  const [first] = page.blocks;
  const range = rangeOf(placed, { start: first?.start ?? 0, end: page.blocks.at(-1)?.end ?? page.text.length });
  return {
    name: say(message('Page {0}', name ?? place + 1)),
    kind: SymbolKind.Module,
    ...(date === undefined ? {} : { detail: date }),
    range,
    selectionRange: first === undefined ? range : rangeOf(placed, spanOf(first)),
    children: [...children],
  };
}

function symbolOf(placed: PlacedPage, entry: OutlineEntry): DocumentSymbol {
  const { blocks } = placed.page;
  const symbol: DocumentSymbol = {
    name: entry.name.trim() || '…',
    kind: kinds[entry.kind],
    range: rangeOf(placed, { start: blocks[entry.first]!.start, end: blocks[entry.last]!.end }),
    selectionRange: rangeOf(placed, spanOf(blocks[entry.block]!)),
  };
  const detail = detailOf(entry);
  if (detail !== '') symbol.detail = detail;
  if (entry.children.length > 0) symbol.children = entry.children.map((child) => symbolOf(placed, child));
  return symbol;
}

/** Byline, date and length of an article; the section of a brief that stands apart from it. */
function detailOf({ signature, length, section }: OutlineEntry): string {
  const parts = [section, signature?.bylines.join('、'), signature?.date].filter((part) => part);
  if (length !== undefined) parts.push(say(message('{0} characters', length)));
  return parts.join(' · ');
}
