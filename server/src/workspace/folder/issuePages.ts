import { meantBy } from '../../newspaper/index.ts';
import type { DumpRecord } from './record.ts';

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
  private readonly called = new Map<string, Map<number, number[]>>();
  private readonly naming = new Map<string, Map<number, number[]>>();

  /** Takes in the pages of dump `number`. */
  put(number: number, { pages }: DumpRecord, issue: string): void {
    pages.forEach(({ names, jumps }, page) => {
      for (const name of meantBy(names)) note(this.called, keyOf(issue, name), number, page);
      for (const name of named(jumps)) note(this.naming, keyOf(issue, name), number, page);
    });
  }

  /** Forgets them. */
  remove(number: number, { pages }: DumpRecord, issue: string): void {
    for (const { names, jumps } of pages) {
      for (const name of meantBy(names)) forget(this.called, keyOf(issue, name), number);
      for (const name of named(jumps)) forget(this.naming, keyOf(issue, name), number);
    }
  }

  /** Places of the pages that a jump line may mean which names `name`, by number of the dump. */
  calledIn(issue: string, name: string): ReadonlyMap<number, readonly number[]> {
    return this.called.get(keyOf(issue, name)) ?? none;
  }

  /** The same of pages with a jump line that names one of `names`, each once for each of them. */
  *namingIn(issue: string, names: readonly string[]): Generator<ReadonlyMap<number, readonly number[]>> {
    for (const name of meantBy(names)) yield this.naming.get(keyOf(issue, name)) ?? none;
  }
}

const none: ReadonlyMap<number, readonly number[]> = new Map();

function named(jumps: readonly string[]): ReadonlySet<string> {
  return new Set(jumps.map((jump) => jump.slice(1)));
}

function keyOf(issue: string, name: string): string {
  return `${name}\n${issue}`;
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
