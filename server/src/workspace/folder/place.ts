import { folioOf, type Issue, isoDate, pageKey } from '../../newspaper/index.ts';

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
export function readPlace(uri: string): FilePlace {
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
}

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

/** What each page of a dump is called: by its folio, and a dump of one page by its file name too. */
export function pageNamesOf(issue: Issue, place: FilePlace): readonly (readonly string[])[] {
  const { pages } = issue;
  const folios = pages.map(({ page }) => folioOf(page).name);
  return pages.map((_, index) => {
    const names = new Set<string>();
    if (folios[index] !== undefined) names.add(folios[index]);
    if (pages.length === 1 && place.page !== undefined) names.add(place.page);
    // a front page has a masthead and no folio; its neighbour tells
    if (index === 0 && names.size === 0 && folios[1] === '2') names.add('1');
    return [...names];
  });
}

/** The date of a dump: its file's name is surer than what recognition made of the folio. */
export function dateOf(issue: Issue, place: FilePlace): string | undefined {
  if (place.date !== undefined) return place.date;
  for (const { page } of issue.pages) {
    const { date } = folioOf(page);
    if (date !== undefined) return date;
  }
  return undefined;
}
