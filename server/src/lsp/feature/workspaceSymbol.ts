import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import type { Folder } from '../../workspace/folder/folder.ts';
import { pinyinInitials } from '../../workspace/folder/pinyin.ts';
import { articleStretch, type DumpRecord, noArticle } from '../../workspace/folder/record.ts';
import { Best, match, readQuery } from '../../workspace/folder/search.ts';
import { nameOf, nameStretch, pageOf, rangeOfStretch } from './dumpName.ts';

/** As many symbols are answered; a reader who does not see his among them types on. */
export const shownSymbols = 200;

/** A reporter comes behind headlines that answer as well. */
const reporterMalus = 0.5;

interface Hit {
  readonly record: DumpRecord;
  readonly article: number;
  /** Place among the names of the dump; undefined for a headline. */
  readonly name?: number;
  readonly bySound: boolean;
}

/** Headlines and reporters of all dumps that answer a query, best first. */
export function workspaceSymbol(folder: Folder, sent: string): WorkspaceSymbol[] {
  folder.refresh();
  const query = readQuery(sent);
  const best = new Best<Hit>(shownSymbols);
  for (const record of folder.index.all()) {
    record.headlines.forEach((headline, article) => {
      const found = headline === '' ? undefined : match(query, headline);
      if (found !== undefined) best.add({ record, article, bySound: found.bySound }, found.score);
    });
    // without a query the list would be full of reporters
    if (query === '') continue;
    record.names.forEach((reporter, name) => {
      const found = match(query, reporter);
      if (found === undefined) return;
      const article = record.nameStretches[name * 5]!;
      best.add({ record, article, name, bySound: found.bySound }, found.score - reporterMalus);
    });
  }
  return best.list().map(symbolOf);
}

function symbolOf({ record, article, name, bySound }: Hit): WorkspaceSymbol {
  const headline = article === noArticle ? '' : (record.headlines[article] ?? '');
  const title = name === undefined ? headline : record.names[name]!;
  const stretch = name === undefined ? articleStretch(record, article) : nameStretch(record, name);
  const where = [record.date, pageOf(record, article), nameOf(record.uri)];
  return {
    // editors filter once more by the letters of the name, so these have to be in it
    name: bySound ? `${title} · ${pinyinInitials(title)}` : title,
    kind: name === undefined ? SymbolKind.Class : SymbolKind.Object,
    containerName: [...(name === undefined ? [] : [headline]), ...where].filter(Boolean).join(' · '),
    location: { uri: record.uri, range: rangeOfStretch(stretch) },
  };
}
