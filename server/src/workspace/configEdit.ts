import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import type { Change } from '../newspaper/index.ts';
import { type Ignored, plain, readConfig } from './config.ts';

/** A new `.broadsheet.json` that ignores one thing. */
export function newConfig(entry: Ignored): string {
  return `{\n  "ignored": [\n    ${written(entry)}\n  ]\n}\n`;
}

/**
 * The changes of a `.broadsheet.json` that ignore one thing more: the entry is written on a line of its own, in the
 * manner of the file, and nothing else is touched, as JSON libraries do that lay out the neighbours too. None where it
 * is there already; undefined where the file is no JSON, or something else stands where the list belongs.
 */
export function ignoreChanges(text: string, entry: Ignored): readonly Change[] | undefined {
  const { config, problems } = readConfig(text);
  if (text.trim() === '' || text === '\ufeff')
    return [{ span: { start: text.length, end: text.length }, text: newConfig(entry) }];
  if (problems.some(({ syntax }) => syntax)) return undefined;
  if (config.ignored.some((item) => sameEntry(item, entry))) return [];
  const root = rootOf(text);
  if (root?.type !== 'object') return undefined;
  const list = findNodeAtLocation(root, ['ignored']);
  const { indent, lineBreak } = mannerOf(text);
  if (list === undefined) {
    const inner = lineBreak + indent;
    return insertLast(text, root, `"ignored": [${inner}${indent}${written(entry)}${inner}]`, inner, lineBreak);
  }
  if (list.type !== 'array') return undefined;
  return insertLast(text, list, written(entry), lineBreak + indent.repeat(2), lineBreak + indent);
}

/** The changes of a `.broadsheet.json` that take an entry out again; undefined where it is not there. */
export function restoreChanges(text: string, entry: Ignored): readonly Change[] | undefined {
  const { config, problems, places } = readConfig(text);
  const found = config.ignored.findIndex((item) => sameEntry(item, entry));
  if (found < 0 || problems.some(({ syntax }) => syntax)) return undefined;
  // entries that could not be read stand in the list as well, so its index is looked up by place
  const list = findNodeAtLocation(rootOf(text)!, ['ignored'])!;
  const index = list.children!.findIndex(({ offset }) => offset === places[found]!.start);
  return removal(text, list, index);
}

/** The changes that take an item out of a list, with its comma and, where it has one, its line. */
function removal(text: string, { children = [] }: Node, index: number): Change[] {
  const { offset, length } = children[index]!;
  const next = children[index + 1];
  if (next !== undefined) return [{ span: { start: offset, end: next.offset }, text: '' }];
  const previous = children[index - 1];
  const trailing = /^[ \t]*,/u.exec(text.slice(offset + length))?.[0].length ?? 0;
  const end = offset + length + trailing;
  const indent = lineBefore(text, offset);
  const ownLine = offset - indent.length - /(?:\r\n|\n|\r)?$/u.exec(text.slice(0, offset - indent.length))![0].length;
  const from = previous === undefined ? 0 : previous.offset + previous.length;
  const comma = previous === undefined || trailing > 0 ? 0 : (/^[ \t]*,/u.exec(text.slice(from))?.[0].length ?? 0);
  const isOwnLine = /^[ \t]*$/u.test(indent);
  const start = isOwnLine ? Math.max(ownLine, from + comma) : previous === undefined ? offset : from + comma;
  const change = { span: { start, end }, text: '' };
  return comma === 0 ? [change] : [{ span: { start: from, end: from + comma }, text: '' }, change];
}

/** Whether two entries ignore the same thing; what is noted beside them does not matter. */
export function sameEntry(a: Ignored, b: Ignored): boolean {
  return a.code === b.code && a.hash === b.hash && a.file === b.file;
}

/** An entry on one line, so that two people's entries seldom meet in a merge. */
function written({ code, hash, file, note }: Ignored): string {
  const members = Object.entries({ code, hash, file, note }).filter(([, value]) => value !== undefined);
  return `{ ${members.map(([name, value]) => `"${name}": ${JSON.stringify(value)}`).join(', ')} }`;
}

function rootOf(text: string): Node | undefined {
  return parseTree(plain(text), [], { allowTrailingComma: true });
}

/** The changes that add `item` behind all that a list or object holds. */
function insertLast(
  text: string,
  { offset, length, children }: Node,
  item: string,
  before: string,
  after: string,
): Change[] {
  const last = children?.at(-1);
  if (last === undefined) {
    const place = offset + 1;
    // what stands in empty brackets is kept, should it be a comment
    const closing = text.slice(place, offset + length - 1).includes('\n') ? '' : after;
    return [{ span: { start: place, end: place }, text: before + item + closing }];
  }
  const end = last.offset + last.length;
  const line = /^[ \t]*(,?)[ \t]*(?:\/\/.*|\/\*.*\*\/[ \t]*)?$/mu.exec(text.slice(end).split(/[\r\n]/u, 1)[0]!);
  const isOwnLine = /^[ \t]*$/u.test(lineBefore(text, last.offset));
  const lead = isOwnLine ? before.replace(/[ \t]*$/u, '') + lineBefore(text, last.offset) : before;
  // on one line with others: there it goes too
  if (line === null) return [{ span: { start: end, end }, text: `, ${item}` }];
  // a remark behind the last one stays with it
  const lineEnd = end + line[0].length;
  const place = { start: lineEnd, end: lineEnd };
  if (line[1] === ',') return [{ span: place, text: `${lead}${item},` }];
  if (lineEnd === end) return [{ span: place, text: `,${lead}${item}` }];
  return [
    { span: { start: end, end }, text: ',' },
    { span: place, text: lead + item },
  ];
}

function lineBefore(text: string, offset: number): string {
  return text.slice(Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1, offset);
}

/** How the file is indented and how its lines end. */
function mannerOf(text: string): { indent: string; lineBreak: string } {
  return {
    indent: /^([ \t]+)\S/mu.exec(text)?.[1] ?? '  ',
    lineBreak: /\r\n|\n|\r/u.exec(text)?.[0] ?? '\n',
  };
}
