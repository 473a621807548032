import { type FormattingOptions, findNodeAtLocation, type JSONPath, modify, type Node, parseTree } from 'jsonc-parser';
import type { Change } from '../newspaper/index.ts';
import { type Ignored, plain, readConfig } from './config.ts';

/** A new `.broadsheet.json` that ignores one thing. */
export function newConfig(entry: Ignored): string {
  return `${JSON.stringify({ ignored: [entry] }, undefined, 2)}\n`;
}

/**
 * The changes of a `.broadsheet.json` that ignore one thing more: nothing but the entry is written, in the manner of
 * the file. None where it is there already; undefined where the file is no JSON, since then nothing in it is safe.
 */
export function ignoreChanges(text: string, entry: Ignored): readonly Change[] | undefined {
  const { config, problems } = readConfig(text);
  if (problems.some(({ syntax }) => syntax)) return undefined;
  if (config.ignored.some((item) => sameEntry(item, entry))) return [];
  const list = listIn(text);
  // what stands there is not ours to overwrite
  if (list !== undefined && list.type !== 'array') return undefined;
  return list === undefined ? changes(text, ['ignored'], [entry]) : changes(text, ['ignored', -1], entry);
}

/** The changes of a `.broadsheet.json` that take an entry out again; undefined where it is not there. */
export function restoreChanges(text: string, entry: Ignored): readonly Change[] | undefined {
  const { config, problems, places } = readConfig(text);
  const found = config.ignored.findIndex((item) => sameEntry(item, entry));
  if (found < 0 || problems.some(({ syntax }) => syntax)) return undefined;
  // entries that could not be read stand in the list as well, so its index is looked up by place
  const index = listIn(text)!.children!.findIndex(({ offset }) => offset === places[found]!.start);
  return changes(text, ['ignored', index], undefined);
}

/** Whether two entries ignore the same thing; what is noted beside them does not matter. */
export function sameEntry(a: Ignored, b: Ignored): boolean {
  return a.code === b.code && a.hash === b.hash && a.file === b.file;
}

function listIn(text: string): Node | undefined {
  const root = parseTree(plain(text), [], { allowTrailingComma: true });
  return root && findNodeAtLocation(root, ['ignored']);
}

function changes(text: string, path: JSONPath, value: unknown): readonly Change[] {
  const isArrayInsertion = path.at(-1) === -1;
  return modify(plain(text), path, value, { formattingOptions: manner(text), isArrayInsertion })
    .map(({ offset, length, content }) => ({ span: { start: offset, end: offset + length }, text: content }))
    .sort((a, b) => a.span.start - b.span.start);
}

/** How the file is indented and how its lines end. */
function manner(text: string): FormattingOptions {
  const indent = /^([ \t]+)\S/mu.exec(text)?.[1] ?? '  ';
  const tabs = indent.startsWith('\t');
  return {
    insertSpaces: !tabs,
    tabSize: tabs ? 1 : indent.length,
    eol: /\r\n|\n|\r/u.exec(text)?.[0] ?? '\n',
  };
}
