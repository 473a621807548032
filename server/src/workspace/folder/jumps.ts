import {
  enough,
  type Half,
  isEqual,
  jumpHalvesOf,
  names,
  type Page,
  PairTables,
  pagesNamedOn,
  pairHalves,
} from '../../newspaper/index.ts';
import type { Dump } from '../dump.ts';
import { Turns } from '../pause.ts';
import { closeness } from './closeness.ts';
import type { IndexedPage, IssuePages } from './issuePages.ts';
import { PagesByName } from './pagesByName.ts';
import { type FilePlace, folioNames, pageNamesOf } from './place.ts';
import type { DumpIdentity } from './record.ts';
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
  /** Which dump it is, and the pages of the other dumps of its issue. */
  readonly self: DumpIdentity;
  readonly beside: IssuePages;
  view(uri: string): Promise<DumpView | undefined>;
}

/** As many dumps of one page are looked into, the nearest first. */
const mostPartners = 6;
/** As many pages of its own dump a page is compared with by what it names; a front page names ten others at most. */
const mostNamed = 60;
/** Pages of one dump belong together more surely than those of two. */
const ownDumpBonus = 1;
/** What must speak for two halves more than {@link enough} where the dumps lie apart, by closeness. */
const doubt = [3, 2, 0.5, 0];

/** Leads the jump lines of a dump to their other halves: in the dump itself and in the dumps of the same issue. */
export async function findJumps(view: DumpView, sources: JumpSources): Promise<Jumps> {
  const pages = view.issue.pages.map(({ page }) => page);
  const { self, beside: others } = sources;
  const { pageNames, pairs } = pairingOf(view, pages, self.place);
  if (others.isEmpty) {
    if (pairs === undefined) return noJumps;
    const known = foundAlone
      .get(view.dump)
      ?.find((each) => each.pairs === pairs && standsTheSame(each.view, view, pairs));
    if (known !== undefined) return known.jumps;
  }
  const turns = new Turns();
  const tables = new PairTables();
  const links: JumpLink[] = [];
  const missed: Missed[] = [];
  for (let here = 0; here < pages.length; here++) {
    const beside = pairs?.[here] ?? noPages;
    if (beside.length === 0 && others.isEmpty) continue;
    if (turns.over) await turns.next();
    const halves = jumpHalvesOf(pages[here]!);
    const hereNames = pageNames[here]!;
    const within = foundWithin(pages, pageNames, here, beside, tables);
    for (const { there, mine, other, score } of within.links) {
      links.push({ here: { view, page: here, half: mine }, there: { view, page: there, half: other }, score });
    }
    for (const half of within.missed) missed.push({ page: here, half, uri: view.uri });
    for (const { record, page: there, near } of partners(self, others, halves, hereNames)) {
      if (turns.over) await turns.next();
      const other = await sources.view(record.uri);
      if (other?.issue.pages[there] === undefined) continue;
      const otherNames = pageNamesOf(other.issue, record.place)[there] ?? [];
      const bonus = -doubt[near]!;
      const [left, right] = [
        { page: pages[here]!, names: hereNames },
        { page: pageOf(other, there), names: otherNames },
      ];
      for (const { mine, other: half, score } of linksBetween(left, right, bonus, tables)) {
        links.push({ here: { view, page: here, half: mine }, there: { view: other, page: there, half }, score });
      }
      for (const half of halves) if (names(otherNames, half.page)) missed.push({ page: here, half, uri: record.uri });
    }
  }
  const best = bestOf(links);
  const led = new Set(best.map(({ here }) => here.half));
  const jumps = { links: best, missed: missed.filter(({ half }) => !led.has(half)) };
  if (others.isEmpty && pairs !== undefined) {
    const before = foundAlone.get(view.dump)?.slice(0, mostFound - 1) ?? [];
    foundAlone.set(view.dump, [{ view, pairs, jumps }, ...before]);
  }
  return jumps;
}

type Pairs = readonly (readonly number[])[];

/** What was found in a dump without any other beside it: most keys are typed where it does not matter. */
interface FoundAlone {
  readonly view: DumpView;
  readonly pairs: Pairs;
  readonly jumps: Jumps;
}

/** The last states of a dump: what is typed is often taken back. */
const foundAlone = new WeakMap<Dump, readonly FoundAlone[]>();
const mostFound = 2;

/** Whether all pages that are paired with others are as they were, and where. */
function standsTheSame(before: DumpView, now: DumpView, pairs: Pairs): boolean {
  const [old, pages] = [before.issue.pages, now.issue.pages];
  for (let at = 0; at < pages.length; at++) {
    if (pairs[at]!.length === 0) continue;
    if (pages[at]!.page !== old[at]!.page || pages[at]!.line !== old[at]!.line) return false;
  }
  return true;
}

interface Partner extends IndexedPage {
  readonly near: number;
}

/** Pages of other dumps that a page's jump lines name, or whose jump lines name the page; the nearest first. */
function partners(
  self: DumpIdentity,
  others: IssuePages,
  halves: readonly Half[],
  own: readonly string[],
): readonly Partner[] {
  if (others.isEmpty) return [];
  const named = new Set(halves.flatMap(({ page }) => page ?? []));
  const found = [...[...named].flatMap(others.called), ...others.naming(own)];
  /** By dump, the pages of it that are taken already. */
  const taken = new Map<IndexedPage['record'], Set<number>>();
  const all = found.flatMap((page) => {
    const pages = taken.get(page.record) ?? new Set();
    if (pages.has(page.page)) return [];
    taken.set(page.record, pages.add(page.page));
    return [{ ...page, near: closeness(self, page.record) }];
  });
  return all.sort(nearestFirst).slice(0, mostPartners);
}

function nearestFirst(one: Partner, other: Partner): number {
  if (one.near !== other.near) return other.near - one.near;
  const [uri, otherUri] = [one.record.uri, other.record.uri];
  return uri === otherUri ? one.page - other.page : uri < otherUri ? -1 : 1;
}

const noJumps: Jumps = { links: [], missed: [] };
const noPages: readonly number[] = [];

/** What the pages of a dump are called and name, and which of them are to be compared by that. */
interface Pairing {
  readonly place: FilePlace;
  /** The pages that this was read from, or later ones that are called the same and name the same. */
  readonly pages: readonly Page[];
  readonly pageNames: readonly (readonly string[])[];
  /** By page, the pages of the dump that it names in a jump line or that name it; undefined where no page names another. */
  readonly pairs: Pairs | undefined;
}

const pairings = new WeakMap<Dump, Pairing>();

/** Worked out once, until a page has another name or names others; a dump of many pages has few that do. */
function pairingOf({ dump, issue }: DumpView, pages: readonly Page[], place: FilePlace): Pairing {
  const known = pairings.get(dump);
  const isKnown =
    known !== undefined &&
    known.place === place &&
    known.pages.length === pages.length &&
    pages.every((page, i) => page === known.pages[i] || saysTheSame(page, known.pages[i]!));
  const pairing = isKnown ? { ...known, pages } : readPairing(pages, pageNamesOf(issue, place), place);
  pairings.set(dump, pairing);
  return pairing;
}

function saysTheSame(page: Page, before: Page): boolean {
  return isEqual(folioNames(page), folioNames(before)) && isEqual(pagesNamedOn(page), pagesNamedOn(before));
}

function readPairing(pages: readonly Page[], pageNames: Pairing['pageNames'], place: FilePlace): Pairing {
  const pairs = pages.map(() => new Set<number>());
  const byName = new PagesByName(pageNames);
  for (let here = 0; here < pages.length; here++) {
    // in a dump of several issues the pages of a name are many, and the nearest ones are meant
    const meant = pagesNamedOn(pages[here]!).flatMap((name) => byName.nearest(here, name, mostPartners));
    for (const there of meant.slice(0, mostNamed)) {
      pairs[here]!.add(there);
      pairs[there]!.add(here);
    }
  }
  const isPaired = pairs.some(({ size }) => size > 0);
  return { place, pages, pageNames, pairs: isPaired ? pairs.map((set) => [...set]) : undefined };
}

/** Two halves that may belong together: `mine` is on the page that was asked about. */
interface FoundLink {
  readonly mine: Half;
  readonly other: Half;
  readonly score: number;
}

/** What was found for a page in its own dump, and what with: good as long as these pages stay as they are. */
interface FoundWithin {
  readonly partners: readonly NamedPage[];
  readonly names: readonly string[];
  readonly places: readonly number[];
  readonly links: readonly (FoundLink & { readonly there: number })[];
  /** Halves whose page is there, whether it has their other half or not. */
  readonly missed: readonly Half[];
}

const foundOnPage = new WeakMap<Page, FoundWithin>();

/** Leads the jump lines of a page to other pages of its dump, `beside`. */
function foundWithin(
  pages: readonly Page[],
  pageNames: readonly (readonly string[])[],
  here: number,
  beside: readonly number[],
  tables: PairTables,
): FoundWithin {
  const page = pages[here]!;
  const own = pageNames[here]!;
  const known = foundOnPage.get(page);
  if (
    known !== undefined &&
    known.names === own &&
    isEqual(known.places, beside) &&
    known.partners.every((partner, i) => partner.page === pages[beside[i]!] && partner.names === pageNames[beside[i]!])
  ) {
    return known;
  }
  const halves = jumpHalvesOf(page);
  const partners = beside.map((there) => ({ page: pages[there]!, names: pageNames[there]! }));
  const links = partners.flatMap((partner, i) =>
    linksBetween({ page, names: own }, partner, ownDumpBonus, tables).map((link) => ({ ...link, there: beside[i]! })),
  );
  const missed = halves.filter((half) => partners.some((partner) => names(partner.names, half.page)));
  const found = { partners, names: own, places: beside, links, missed };
  foundOnPage.set(page, found);
  return found;
}

/** A page and what it is called. */
interface NamedPage {
  readonly page: Page;
  readonly names: readonly string[];
}

function linksBetween(here: NamedPage, there: NamedPage, bonus: number, tables: PairTables): readonly FoundLink[] {
  const going = pairHalves(here.page, here.names, there.page, there.names, tables);
  const coming = pairHalves(there.page, there.names, here.page, here.names, tables);
  // most pages that name one another share no article after all
  if (going.length === 0 && coming.length === 0) return noLinks;
  return [
    ...going.map(({ to, from, score }) => ({ mine: to, other: from, score: score + bonus })),
    ...coming.map(({ to, from, score }) => ({ mine: from, other: to, score: score + bonus })),
  ].filter(({ score }) => score >= enough);
}

const noLinks: readonly FoundLink[] = [];

function pageOf({ issue }: DumpView, page: number): Page {
  return issue.pages[page]!.page;
}

/** The likeliest links, so that no half has two others; of two halves in the dump that was asked about each leads to the other. */
function bestOf(links: JumpLink[]): readonly JumpLink[] {
  // a page has each of its halves once
  const other = new Map<Half, Half>();
  return links
    .sort((a, b) => b.score - a.score)
    .filter(({ here: { half: one }, there: { half: two } }) => {
      if (other.get(one) === two) return true;
      if (other.has(one) || other.has(two)) return false;
      other.set(one, two);
      other.set(two, one);
      return true;
    })
    .sort((a, b) => a.here.page - b.here.page || a.here.half.span.start - b.here.half.span.start);
}
