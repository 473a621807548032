import { meantBy } from '../../newspaper/index.ts';
import type { DumpRecord, PageRecord } from './record.ts';

/** A page of a dump in the index. */
export interface IndexedPage {
  readonly record: DumpRecord;
  /** Its place in the dump. */
  readonly page: number;
}

/** The pages of the other dumps of an issue, as jump lines look them up. */
export interface IssuePages {
  /** Whether there is no other dump. */
  readonly isEmpty: boolean;
  /** Pages that a jump line may mean which names `name`. */
  readonly called: (name: string) => readonly IndexedPage[];
  /** Pages with a jump line that names one of `names`, or may mean it. */
  readonly naming: (names: readonly string[]) => readonly IndexedPage[];
}

/** Pages by issue and by what they are called and name: to look through all of an issue for each of them would take too long. */
export class PageNames {
  /** By issue and name, by number of the dump: places of its pages. */
  private readonly places = new Map<string, Map<number, number[]>>();

  /** Takes in the pages of dump `number`. */
  put(number: number, { pages }: DumpRecord, issue: string): void {
    pages.forEach((page, place) => {
      for (const key of keysOf(page, issue)) note(this.places, key, number, place);
    });
  }

  /** Forgets them. */
  remove(number: number, { pages }: DumpRecord, issue: string): void {
    for (const page of pages) for (const key of keysOf(page, issue)) forget(this.places, key, number);
  }

  /** Places of the pages that a jump line may mean which names `name`, by number of the dump. */
  calledIn(issue: string, name: string): ReadonlyMap<number, readonly number[]> {
    return this.places.get(calledKey(issue, name)) ?? none;
  }

  /** The same of pages with a jump line that names one of `names`, each once for each of them. */
  *namingIn(issue: string, names: readonly string[]): Generator<ReadonlyMap<number, readonly number[]>> {
    for (const name of meantBy(names)) yield this.places.get(namingKey(issue, name)) ?? none;
  }
}

const none: ReadonlyMap<number, readonly number[]> = new Map();

/** What a page is looked up by, each once. */
function keysOf({ names, jumps }: PageRecord, issue: string): ReadonlySet<string> {
  return new Set([
    ...meantBy(names).map((name) => calledKey(issue, name)),
    ...jumps.map((jump) => namingKey(issue, jump.slice(1))),
  ]);
}

function calledKey(issue: string, name: string): string {
  return `called ${name}\n${issue}`;
}

function namingKey(issue: string, name: string): string {
  return `naming ${name}\n${issue}`;
}

function note(map: Map<string, Map<number, number[]>>, key: string, number: number, page: number): void {
  let dumps = map.get(key);
  if (dumps === undefined) {
    dumps = new Map();
    map.set(key, dumps);
  }
  const pages = dumps.get(number);
  if (pages === undefined) dumps.set(number, [page]);
  else pages.push(page);
}

function forget(map: Map<string, Map<number, number[]>>, key: string, number: number): void {
  const dumps = map.get(key);
  dumps?.delete(number);
  if (dumps?.size === 0) map.delete(key);
}
