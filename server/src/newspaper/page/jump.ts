import { isDigit, isSpace } from '../text/characters.ts';
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
  /^[\s　▶►▲△■□●○◆◇★]*[(（【［[]?\s*(?:全?文)?[紧緊]?[上前]?(?:接|承|[续續]自?)\s*(?:自|本报|本報)?\s*(?:第\s*)?([A-Za-zＡ-Ｚ]?\s*[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}|头|頭)?\s*(?:版|页|頁)?\s*[)）】］\]]?/u;
const to =
  /([(（【［[▶►▲△▼▽●○■□◆◇★→☞》＞>»]{1,3})?\s*(?:全?文)?(?:紧|緊)?(?:下|转|轉|下转|下轉|续见|續見)\s*(?:第\s*)?([A-Za-zＡ-Ｚ]?\s*[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})\s*(?:(?:版|页|頁)(?:[·:：\s]?\p{sc=Han}{2,4})?)?[①-⑩]?\s*[)）】］\]]?\s*$/u;

/** What a jump line begins with, and ends with, besides white space; most paragraphs do neither. */
const openings = '▶►▲△■□●○◆◇★(（【［[紧緊上前接承全文续續';
const endings = ')）】］]版页頁一二三四五六七八九十';

/** The jump line at the start of a paragraph (continues from) or at its end (continues on), if there is one. */
export function readJump(text: string): Jump | undefined {
  return jumpFrom(text) ?? jumpTo(text);
}

function jumpFrom(text: string): Jump | undefined {
  if (!isSpace(text.charCodeAt(0)) && !openings.includes(text.charAt(0))) return undefined;
  const start = text.slice(0, reach);
  const found = /[接承续續]/u.test(start) ? from.exec(start) : null;
  if (found === null || !/(?:版|页|頁|[0-9０-９])/u.test(found[0])) return undefined;
  // a report goes on with the days, too
  if (/[续續]/u.test(found[0]) && !/[版页頁]/u.test(found[0])) return undefined;
  const bracketed = /[(（【［[▶►]/u.test(found[0]);
  if (!bracketed && found[0].length !== text.length) return undefined;
  return { span: { start: 0, end: found[0].length }, direction: 'from', page: keyOf(found[1]) };
}

function jumpTo(text: string): Jump | undefined {
  const last = text.charCodeAt(text.length - 1);
  if (!isSpace(last) && !isDigit(last) && !endings.includes(text.charAt(text.length - 1))) return undefined;
  const offset = Math.max(0, text.length - reach);
  const found = to.exec(text.slice(offset));
  // without a bracket or arrow it must be all that stands there
  if (found === null || (found.index + offset > 0 && found[1] === undefined)) return undefined;
  return { span: { start: offset + found.index, end: text.length }, direction: 'to', page: keyOf(found[2]) };
}

function keyOf(printed: string | undefined): string | undefined {
  return printed === undefined ? undefined : pageKey(printed);
}
