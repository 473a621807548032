import type { Span } from '../text/span.ts';

/** A jump line: the text comes from, or goes on to, another page. Offsets in the paragraph's text. */
export interface Jump {
  readonly span: Span;
  readonly direction: 'from' | 'to';
  /** The page as printed, digits folded: `1`, `A4`; undefined where the line does not say. */
  readonly page: string | undefined;
}

/** Longest jump line that is looked for, in characters. */
const reach = 24;
const from =
  /^[\s　▶►▲△■□●○◆◇★]*[(（【［[]?\s*[紧緊]?[上前]?(?:接|承)\s*(?:自|本报|本報)?\s*(?:第\s*)?([A-Za-zＡ-Ｚ]?\s*[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}|头|頭)?\s*(?:版|页|頁)?\s*[)）】］\]]?/u;
const to =
  /[(（【［[▶►]?\s*(?:紧|緊)?(?:下|转|轉|下转|下轉|续见|續見)\s*(?:第\s*)?([A-Za-zＡ-Ｚ]?\s*[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})\s*(?:版|页|頁)?\s*[)）】］\]]?\s*$/u;

/** The jump line at the start of a paragraph (continues from) or at its end (continues on), if there is one. */
export function readJump(text: string): Jump | undefined {
  const first = from.exec(text.slice(0, reach));
  if (first !== null && /(?:版|页|頁|[0-9０-９])/u.test(first[0]) && /接|承/u.test(first[0])) {
    const bracketed = /[(（【［[▶►]/u.test(first[0]);
    if (bracketed || first[0].length === text.length) {
      return { span: { start: 0, end: first[0].length }, direction: 'from', page: pageName(first[1]) };
    }
  }
  const offset = Math.max(0, text.length - reach);
  const last = to.exec(text.slice(offset));
  if (last !== null && /^[(（【［[▶►]/u.test(last[0])) {
    return { span: { start: offset + last.index, end: text.length }, direction: 'to', page: pageName(last[1]) };
  }
  return undefined;
}

const numerals = '零一二三四五六七八九';

function pageName(printed: string | undefined): string | undefined {
  if (printed === undefined) return undefined;
  if (printed === '头' || printed === '頭') return '1';
  if (/^[一二三四五六七八九十]+$/u.test(printed)) {
    const [tens, ones] = printed.includes('十') ? printed.split('十') : ['', printed];
    const high = printed.includes('十') ? (tens ? numerals.indexOf(tens) : 1) : 0;
    return String(high * 10 + (ones ? numerals.indexOf(ones) : 0));
  }
  return printed
    .replace(/\s/gu, '')
    .replace(/[０-９Ａ-Ｚ]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .toUpperCase();
}
