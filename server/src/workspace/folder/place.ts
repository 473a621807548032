import { folioOf, isoDate, type PageInBlocks, pageKey } from '../../newspaper/index.ts';
import { remembering } from '../remember.ts';

/** Where a dump belongs: which issue of which paper, as its file name and its folders say. */
export interface FilePlace {
  /** ISO date of the issue. */
  readonly date: string | undefined;
  /** Number of the page, as {@link pageKey} writes it. */
  readonly page: string | undefined;
  /** What is left of the name: files of one paper share it. */
  readonly series: string;
  /** The folder as a URI, or '' where there is none. */
  readonly folder: string;
}

const date = /((?:19|20)\d\d)([-_.年/]?)(0?[1-9]|1[0-2])[-_.月/]?(0[1-9]|[12]\d|3[01]|[1-9](?!\d))日?/u;
/** A page's number behind a date: `-01`, `_A02`, `第3版`, `p4`. */
const afterDate =
  /^[-_. 　]*(?:第|[Pp](?:age)?[-_ ]?)?([A-Ha-h]?\d{1,3}|[一二三四五六七八九十]{1,3})(?:[版頁页]|$|[-_. 　])/u;
/** A name that is nothing but a page's number, or ends with one. */
const alone = /^(.*?[-_ 　.])??(?:第|[Pp](?:age)?[-_ ]?)?([A-Ha-h]?\d{1,3}|[一二三四五六七八九十]{1,3})[版頁页]?$/u;

/** What the name of a dump says: `2020-02-07-01`, `20200207_A02`, `2020-02-07/第3版`, `2020/02/07/01`. */
export const readPlace = remembering((uri): FilePlace => {
  const path = decoded(uri);
  const cut = path.lastIndexOf('/');
  const folder = cut < 0 ? '' : path.slice(0, cut);
  const stem = path.slice(cut + 1).replace(/(?:\.dump)?\.[A-Za-z]\w*$/u, '');
  const inName = date.exec(stem);
  if (inName !== null && iso(inName) !== undefined) {
    const rest = stem.slice(inName.index + inName[0].length);
    const page = afterDate.exec(rest)?.[1];
    return { date: iso(inName), page: keyOf(page), series: stem.slice(0, inName.index), folder };
  }
  const [, before = '', page] = alone.exec(stem) ?? [undefined, stem];
  const above = folder.split('/').slice(-3).join('/');
  const inFolder = [...above.matchAll(new RegExp(date, 'gu'))].at(-1);
  return { date: inFolder === undefined ? undefined : iso(inFolder), page: keyOf(page), series: before, folder };
});

/** The path in a URI, or the URI itself where it is spelled wrongly. */
function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

function iso([, year, , month, day]: RegExpExecArray): string | undefined {
  return isoDate(Number(year), Number(month), Number(day));
}

function keyOf(page: string | undefined): string | undefined {
  return page === undefined ? undefined : pageKey(page);
}

/** The pages of a dump, understood or not. */
interface Pages {
  readonly pages: readonly { readonly page: PageInBlocks }[];
}

/** What each page of a dump is called: by its folio, and a dump of one page by its file name too. */
export function pageNamesOf({ pages }: Pages, place: FilePlace): readonly (readonly string[])[] {
  const names = pages.map(({ page }) => folioNames(page));
  const [first] = names as [readonly string[]];
  if (pages.length === 1) {
    if (place.page !== undefined && !first.includes(place.page)) names[0] = [...first, place.page];
    // a front page has a masthead and no folio; its neighbour tells
  } else if (first.length === 0 && names[1]![0] === '2') names[0] = frontPage;
  return names;
}

const frontPage: readonly string[] = ['1'];
const noNames: readonly string[] = [];
const namesOfPage = new WeakMap<PageInBlocks, readonly string[]>();

/** What a page's folio calls it; the same object for as long as the page stays as it is. */
export function folioNames(page: PageInBlocks): readonly string[] {
  let names = namesOfPage.get(page);
  if (names === undefined) {
    const { name } = folioOf(page);
    names = name === undefined ? noNames : [name];
    namesOfPage.set(page, names);
  }
  return names;
}

/** The date of a dump: its file's name is surer than what recognition made of the folio. */
export function dateOf({ pages }: Pages, place: FilePlace): string | undefined {
  if (place.date !== undefined) return place.date;
  for (const { page } of pages) {
    const { date } = folioOf(page);
    if (date !== undefined) return date;
  }
  return undefined;
}
