import type { Span } from '../text/span.ts';
import { pageKey } from './folio.ts';

/** A jump line: the text comes from, or goes on to, another page. Offsets in the paragraph's text. */
export interface Jump {
  readonly span: Span;
  readonly direction: 'from' | 'to';
  /** The page as {@link pageKey} writes it; undefined where the line does not say. */
  readonly page: string | undefined;
}

/** Longest jump line that is looked for, in characters. */
const reach = 24;
const from =
  /^[\s　▶►▲△■□●○◆◇★]*[(（【［[]?\s*[紧緊]?[上前]?(?:接|承)\s*(?:自|本报|本報)?\s*(?:第\s*)?([A-Za-zＡ-Ｚ]?\s*[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}|头|頭)?\s*(?:版|页|頁)?\s*[)）】］\]]?/u;
const to =
  /[(（【［[▶►▲△▼▽]?\s*(?:紧|緊)?(?:下|转|轉|下转|下轉|续见|續見)\s*(?:第\s*)?([A-Za-zＡ-Ｚ]?\s*[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})\s*(?:版|页|頁)?\s*[)）】］\]]?\s*$/u;

/** The jump line at the start of a paragraph (continues from) or at its end (continues on), if there is one. */
export function readJump(text: string): Jump | undefined {
  const start = text.slice(0, reach);
  const first = start.includes('接') || start.includes('承') ? from.exec(start) : null;
  if (first !== null && /(?:版|页|頁|[0-9０-９])/u.test(first[0]) && /接|承/u.test(first[0])) {
    const bracketed = /[(（【［[▶►]/u.test(first[0]);
    if (bracketed || first[0].length === text.length) {
      return { span: { start: 0, end: first[0].length }, direction: 'from', page: keyOf(first[1]) };
    }
  }
  const offset = Math.max(0, text.length - reach);
  const end = text.slice(offset);
  // most paragraphs end with a full stop
  const last = end.endsWith('。') ? null : to.exec(end);
  // without a bracket or arrow it must be all that stands there
  if (last !== null && (last.index + offset === 0 || /^[(（【［[▶►▲△▼▽]/u.test(last[0]))) {
    return { span: { start: offset + last.index, end: text.length }, direction: 'to', page: keyOf(last[1]) };
  }
  return undefined;
}

function keyOf(printed: string | undefined): string | undefined {
  return printed === undefined ? undefined : pageKey(printed);
}
