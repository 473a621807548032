import { enough, type Half, jumpHalvesOf, names, type Page, PairTables, pairHalves } from '../../newspaper/index.ts';
import { canonicalUri } from './canonicalUri.ts';
import { closeness } from './closeness.ts';
import { PagesByName } from './pagesByName.ts';
import { Turns } from './pause.ts';
import { pageNamesOf } from './place.ts';
import type { DumpIdentity, DumpRecord } from './record.ts';
import type { DumpView } from './view.ts';

/** One half of an article that two pages share: which page of which dump, and what stands there. */
export interface PlacedHalf {
  readonly view: DumpView;
  /** Place of the page in the dump. */
  readonly page: number;
  readonly half: Half;
}

/** Two halves that belong together; `here` is in the dump that was asked about. */
export interface JumpLink {
  readonly here: PlacedHalf;
  readonly there: PlacedHalf;
  readonly score: number;
}

/** A jump line whose other half was not found, though a dump of the page that it names is there. */
export interface Missed {
  readonly page: number;
  readonly half: Half;
  /** A dump that has the page. */
  readonly uri: string;
}

/** What becomes of the jump lines of a dump. */
export interface Jumps {
  readonly links: readonly JumpLink[];
  readonly missed: readonly Missed[];
}

/** What the jump lines of a dump are looked up in. */
export interface JumpSources {
  /** Which dump it is, and what the index knows of the dumps of its issue. */
  readonly self: DumpIdentity;
  readonly issue: readonly DumpRecord[];
  view(uri: string): Promise<DumpView | undefined>;
}

/** As many dumps of one page are looked into, the nearest first. */
const mostPartners = 6;
/** Pages of one dump belong together more surely than those of two. */
const ownDumpBonus = 1;
/** What must speak for two halves more than {@link enough} where the dumps lie apart, by closeness. */
const doubt = [3, 2, 0.5, 0];

/** Leads the jump lines of a dump to their other halves: in the dump itself and in the dumps of the same issue. */
export async function findJumps(view: DumpView, sources: JumpSources): Promise<Jumps> {
  const pages = view.issue.pages.map(({ page }) => page);
  const { self } = sources;
  const pageNames = pageNamesOf(view.issue, self.place);
  const pairs = pairsWithin(pages, pageNames);
  const turns = new Turns();
  const tables = new PairTables();
  const links: JumpLink[] = [];
  const missed: Missed[] = [];
  const own = canonicalUri(self.uri);
  const others = sources.issue.filter(({ uri }) => canonicalUri(uri) !== own);
  for (let here = 0; here < pages.length; here++) {
    const halves = jumpHalvesOf(pages[here]!);
    const hereNames = pageNames[here]!;
    for (const there of pairs.get(here) ?? []) {
      if (turns.over) await turns.next();
      const otherNames = pageNames[there]!;
      for (const link of linksBetween(
        { view, page: here, names: hereNames },
        { view, page: there, names: otherNames },
        ownDumpBonus,
        tables,
      ))
        links.push(link);
      remember(missed, halves, here, otherNames, view.uri);
    }
    for (const { record, page: there, near } of partners(self, others, halves, hereNames)) {
      if (turns.over) await turns.next();
      const other = await sources.view(record.uri);
      if (other?.issue.pages[there] === undefined) continue;
      const otherNames = pageNamesOf(other.issue, record.place)[there] ?? [];
      const bonus = -doubt[near]!;
      links.push(
        ...linksBetween(
          { view, page: here, names: hereNames },
          { view: other, page: there, names: otherNames },
          bonus,
          tables,
        ),
      );
      remember(missed, halves, here, otherNames, record.uri);
    }
  }
  const best = bestOf(links);
  const led = new Set(best.map(({ here }) => here.half));
  return { links: best, missed: missed.filter(({ half }) => !led.has(half)) };
}

interface Partner {
  readonly record: DumpRecord;
  readonly page: number;
  readonly near: number;
}

/** Pages of other dumps that a page's jump lines name, or whose jump lines name the page; the nearest first. */
function partners(
  self: DumpIdentity,
  others: readonly DumpRecord[],
  halves: readonly Half[],
  own: readonly string[],
): Partner[] {
  if (others.length === 0) return [];
  return others
    .flatMap((record) =>
      record.pages.flatMap((page, index) => {
        const named = halves.some((half) => names(page.names, half.page));
        const naming = page.jumps.some((jump) => names(own, jump.slice(1)));
        return named || naming ? [{ record, page: index, near: closeness(self, record) }] : [];
      }),
    )
    .sort((a, b) => b.near - a.near)
    .slice(0, mostPartners);
}

/** The pages of one dump of which one names the other in a jump line; a dump of many pages has few that do. */
function pairsWithin(pages: readonly Page[], pageNames: readonly (readonly string[])[]): Map<number, Set<number>> {
  const pairs = new Map<number, Set<number>>();
  const add = (one: number, other: number) => {
    const list = pairs.get(one);
    if (list === undefined) pairs.set(one, new Set([other]));
    else list.add(other);
  };
  const byName = new PagesByName(pageNames);
  pages.forEach((page, here) => {
    const halves = jumpHalvesOf(page);
    if (halves.length === 0) return;
    for (const name of new Set(halves.map((half) => half.page))) {
      // in a dump of several issues the pages of a name are many, and the nearest ones are meant
      for (const there of name === undefined ? [] : byName.nearest(here, name, mostPartners)) {
        add(here, there);
        add(there, here);
      }
    }
  });
  return pairs;
}

interface NamedPage {
  readonly view: DumpView;
  readonly page: number;
  readonly names: readonly string[];
}

function linksBetween(here: NamedPage, there: NamedPage, bonus: number, tables: PairTables): JumpLink[] {
  const [left, right] = [pageOf(here), pageOf(there)];
  const going = pairHalves(left, here.names, right, there.names, tables);
  const coming = pairHalves(right, there.names, left, here.names, tables);
  // most pages that name one another share no article after all
  if (going.length === 0 && coming.length === 0) return [];
  const link = (mine: Half, other: Half, score: number): JumpLink => ({
    here: { view: here.view, page: here.page, half: mine },
    there: { view: there.view, page: there.page, half: other },
    score: score + bonus,
  });
  return [
    ...going.map(({ to, from, score }) => link(to, from, score)),
    ...coming.map(({ to, from, score }) => link(from, to, score)),
  ].filter(({ score }) => score >= enough);
}

function pageOf({ view, page }: NamedPage): Page {
  return view.issue.pages[page]!.page;
}

function remember(
  missed: Missed[],
  halves: readonly Half[],
  page: number,
  otherNames: readonly string[],
  uri: string,
): void {
  for (const half of halves) if (names(otherNames, half.page)) missed.push({ page, half, uri });
}

/** The likeliest links, so that no half has two others. */
function bestOf(links: JumpLink[]): readonly JumpLink[] {
  const taken = new Set<string>();
  return links
    .sort((a, b) => b.score - a.score)
    .filter(({ here, there }) => {
      const keys = [here, there].map(
        ({ view, page, half }) => `${half.direction} ${half.article} ${half.span.start} ${page} ${view.uri}`,
      );
      if (keys.some((key) => taken.has(key))) return false;
      for (const key of keys) taken.add(key);
      return true;
    })
    .sort((a, b) => a.here.page - b.here.page || a.here.half.span.start - b.here.half.span.start);
}
