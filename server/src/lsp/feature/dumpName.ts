import type { Range } from 'vscode-languageserver';
import { message } from '../../newspaper/index.ts';
import { type DumpRecord, noArticle, type Stretch } from '../../workspace/folder/record.ts';
import { say } from '../translate.ts';

/** A dump's file name, as a reader knows it. */
export function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The page that an article of a dump stands on, in words; undefined where the dump does not say. */
export function pageOf(record: DumpRecord, article: number): string | undefined {
  if (article === noArticle) return undefined;
  const name = record.pages.findLast(({ firstArticle }) => firstArticle <= article)?.names[0];
  return name === undefined ? undefined : say(message('page {0}', name));
}

/** A place that the index knows, as LSP has it. */
export function rangeOfStretch([line, character, endLine, endCharacter]: Stretch): Range {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}

/** Where a reporter's name stands. */
export function nameStretch({ nameStretches }: DumpRecord, name: number): Stretch {
  return [...nameStretches.subarray(name * 5 + 1, name * 5 + 5)] as unknown as Stretch;
}
