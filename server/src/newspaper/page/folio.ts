import { numberedPart, numeralPage } from '../press/furniture.ts';
import { fits } from '../press/read.ts';
import type { PageInBlocks } from './page.ts';
import { perParagraph } from './paragraph.ts';

/** What the furniture of a page says of it. */
export interface Folio {
  /** Number of the page as {@link pageKey} writes it; undefined where the page does not say. */
  readonly name: string | undefined;
  /** ISO date of the issue; undefined where the page does not say. */
  readonly date: string | undefined;
}

/** Furniture stands at the top of a page or at its foot; so many blocks are looked at there. */
const edgeBlocks = 6;
/** Longer lines are text. */
const longest = 48;

const known = new WeakMap<PageInBlocks, Folio>();

/** The page's own number and date, read once a page. */
export function folioOf(page: PageInBlocks): Folio {
  let folio = known.get(page);
  if (folio === undefined) {
    folio = readFolio(page);
    known.set(page, folio);
  }
  return folio;
}

interface Line {
  readonly text: string;
  readonly isFolio: boolean;
  /** It is a masthead's line or a date, so that a date in it is that of the issue. */
  readonly isDated: boolean;
}

/** Where lines stand close together, several lines of furniture are one block. */
const linesOf = perParagraph(({ raw }): readonly Line[] =>
  raw.split(/\r\n?|\n/u).flatMap((line): Line[] => {
    const text = line.trim();
    if (text === '' || text.length > longest) return [];
    const isFolio = fits('folios', text);
    return [{ text, isFolio, isDated: isFolio || fits('mastheads', text) || isDate.test(text) }];
  }),
);

function readFolio({ blocks, roles }: PageInBlocks): Folio {
  let name: string | undefined;
  let date: string | undefined;
  const read = (block: number): void => {
    const role = roles[block];
    for (const { text, isFolio, isDated } of linesOf(blocks[block]!.paragraph)) {
      if (isFolio || role === 'folio') name ??= readPageName(text);
      if (isDated || role === 'folio' || role === 'masthead') date ??= readDate(text);
    }
  };
  for (let block = 0; block < Math.min(edgeBlocks, blocks.length); block++) read(block);
  for (let block = Math.max(edgeBlocks, blocks.length - 2); block < blocks.length; block++) read(block);
  return { name, date };
}

/** A line that is a date, with or without the day of the week. */
const isDate =
  /^.{0,10}?[\d〇○零一二三四五六七八九０-９]{4}\s?[年./-].{2,10}(?:日|\d)[\s　]*(?:(?:星期|周|週).)?[\s　]*$/u;

/** The number of a page in a line of furniture such as `第2版 要闻`, `A04 国际` or `要闻 03`. */
export function readPageName(text: string): string | undefined {
  const printed =
    /第[\s　]?([A-ZＡ-Ｚ]?[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})[\s　]?[版頁页]/u.exec(text) ??
    /(?:^|[\s　])([A-ZＡ-Ｚ]?[0-9０-９]{1,3})[\s　]?[版頁页]/u.exec(text) ??
    /(?:^|[\s　])([A-HＡ-Ｈ][\s　]?[0-9０-９]{1,2})(?:$|[\s　:：·｜|/-])/u.exec(text) ??
    /^(0[0-9])[\s　:：·｜|/-]/u.exec(text) ??
    numberedPart.exec(text) ??
    numeralPage.exec(text);
  return printed === null ? undefined : pageKey(printed[1] ?? printed[2]!);
}

const numerals = '〇一二三四五六七八九';

/** A page's number in one spelling, however it is printed: `1`, `A4`; `０１`, `一`, `01` and `头` are `1`. */
export function pageKey(printed: string): string {
  const tight = printed
    .replace(/[\s　]/gu, '')
    .replace(/[０-９Ａ-Ｚａ-ｚ]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  if (tight === '头' || tight === '頭') return '1';
  if (/^[〇零○一二三四五六七八九十]+$/u.test(tight)) return String(numeralValue(tight));
  const [, letter, digits] = /^([A-Za-z]?)0*(\d+)$/u.exec(tight) ?? [];
  return digits === undefined ? tight.toUpperCase() : letter!.toUpperCase() + digits;
}

function numeralValue(printed: string): number {
  const even = printed.replace(/[零○]/gu, '〇');
  if (!even.includes('十')) return Number([...even].map((each) => numerals.indexOf(each)).join(''));
  const [tens, ones] = even.split('十');
  return (tens ? numerals.indexOf(tens) : 1) * 10 + (ones ? numerals.indexOf(ones) : 0);
}

/** The first date in a line, as ISO 8601; figures may be Arabic, full-width or Chinese. */
export function readDate(text: string): string | undefined {
  const match =
    /([12][0-9]{3}|[１２][０-９]{3}|[一二][〇○零一二三四五六七八九]{3})[\s　]?[年./-][\s　/]?([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})[\s　]?[月./-][\s　/]?([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})/u.exec(
      text,
    );
  if (match === null) return republicDate(text);
  const [year, month, day] = match.slice(1).map((part) => Number(pageKey(part)));
  return isoDate(year!, month!, day!);
}

/** The year before the first of the Republic, by which papers of the Republic and of Taiwan count. */
const beforeRepublic = 1911;

function republicDate(text: string): string | undefined {
  const match =
    /民[國国]\s?([0-9０-９]{1,3}|[〇○零一二三四五六七八九十百]{1,5})\s?年\s?([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s?月\s?([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})/u.exec(
      text,
    );
  if (match === null) return undefined;
  const [year, month, day] = match.slice(1).map((part) => hundreds(part));
  return isoDate(beforeRepublic + year!, month!, day!);
}

/** The value of a numeral below 200, in figures or characters. */
function hundreds(printed: string): number {
  const [, rest] = /^一?百[零〇○]?(.*)$/u.exec(printed) ?? [];
  if (rest === undefined) return Number(pageKey(printed));
  return 100 + (rest === '' ? 0 : Number(pageKey(rest)));
}

/** The ISO date, or undefined where the calendar has no such day. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1800) return undefined;
  return date.toISOString().slice(0, 10);
}
