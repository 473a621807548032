import { canonicalUri } from './canonicalUri.ts';
import { type IndexedPage, type IssuePages, PageNames } from './issuePages.ts';
import { Postings } from './postings.ts';
import { articleSketch, type DumpIdentity, type DumpRecord, headlineHash, mostArticles } from './record.ts';

/** An article of a dump in the index. */
export interface IndexedArticle {
  readonly record: DumpRecord;
  readonly article: number;
}

/** A reporter's name in a dump of the index. */
export interface IndexedName {
  readonly record: DumpRecord;
  /** Its place among the names of the dump. */
  readonly name: number;
}

/** So many of an article's hashes can be looked up; more would find little more. */
const lookedUp = 4;

/**
 * The dumps of all folders, by issue, headline, text and reporter. A dump is put in and taken out alone; nothing is
 * worked out over all of them.
 */
export class FolderIndex {
  /** By file number. A number of a dump that is gone is given again. */
  private readonly records: (DumpRecord | undefined)[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly free: number[] = [];
  private readonly issues = new Map<string, Set<number>>();
  private readonly headlines = new Postings();
  private readonly sketches = new Postings();
  private readonly reporters = new Map<string, Set<number>>();
  private readonly pages = new PageNames();

  /** How many dumps there are. */
  get size(): number {
    return this.numbers.size;
  }

  /** True where there is no dump but this one. */
  isAlone(uri: string): boolean {
    return this.size === 0 || (this.size === 1 && this.numbers.has(canonicalUri(uri)));
  }

  /** All dumps. */
  *all(): Generator<DumpRecord> {
    for (const number of this.numbers.values()) yield this.records[number]!;
  }

  /** What is known of a dump. */
  get(uri: string): DumpRecord | undefined {
    const number = this.numbers.get(canonicalUri(uri));
    return number === undefined ? undefined : this.records[number];
  }

  /** Takes a dump in, in place of what was known of it. */
  put(record: DumpRecord): void {
    const key = canonicalUri(record.uri);
    this.remove(record.uri);
    const number = this.free.pop() ?? this.records.length;
    this.records[number] = record;
    this.numbers.set(key, number);
    this.eachKey(record, number, (postings, hash, id) => postings.add(hash, id));
    addTo(this.issues, issueKey(record), number);
    this.pages.put(number, record, issueKey(record));
    for (const name of record.names) addTo(this.reporters, name, number);
  }

  /** Forgets a dump. */
  remove(uri: string): boolean {
    const key = canonicalUri(uri);
    const number = this.numbers.get(key);
    if (number === undefined) return false;
    const record = this.records[number]!;
    this.eachKey(record, number, (postings, hash, id) => postings.remove(hash, id));
    removeFrom(this.issues, issueKey(record), number);
    this.pages.remove(number, record, issueKey(record));
    for (const name of record.names) removeFrom(this.reporters, name, number);
    this.records[number] = undefined;
    this.numbers.delete(key);
    this.free.push(number);
    return true;
  }

  /** The dumps of the same issue: of the same date, or without one of the same folder. */
  issueOf(record: DumpIdentity): readonly DumpRecord[] {
    return [...(this.issues.get(issueKey(record)) ?? [])].map((number) => this.records[number]!);
  }

  /** The pages of the other dumps of a dump's issue. */
  pagesBeside(dump: DumpIdentity): IssuePages {
    const issue = issueKey(dump);
    const own = this.numbers.get(canonicalUri(dump.uri));
    const dumps = this.issues.get(issue);
    const pagesIn = (places: ReadonlyMap<number, readonly number[]>): IndexedPage[] =>
      [...places].flatMap(([number, pages]) =>
        number === own ? [] : pages.map((page) => ({ record: this.records[number]!, page })),
      );
    return {
      isEmpty: (dumps?.size ?? 0) === (own !== undefined && dumps?.has(own) ? 1 : 0),
      called: (name) => pagesIn(this.pages.calledIn(issue, name)),
      naming: (names) => [...this.pages.namingIn(issue, names)].flatMap(pagesIn),
    };
  }

  /** Articles that have this headline, blanks, width and punctuation aside. */
  withHeadline(headline: string): readonly IndexedArticle[] {
    const hash = headlineHash(headline);
    return hash === 0 ? [] : this.headlines.get(hash).map((id) => this.articleOf(id));
  }

  /** Articles that share some of the text that a sketch was made of. */
  withText(sketch: Uint32Array): readonly IndexedArticle[] {
    const ids = new Set<number>();
    for (const hash of sketch.subarray(0, lookedUp)) for (const id of this.sketches.get(hash)) ids.add(id);
    return [...ids].map((id) => this.articleOf(id));
  }

  /** Where a reporter's name stands. */
  withName(name: string): readonly IndexedName[] {
    return [...(this.reporters.get(name) ?? [])].flatMap((number) => {
      const record = this.records[number]!;
      return record.names.flatMap((each, place) => (each === name ? [{ record, name: place }] : []));
    });
  }

  private articleOf(id: number): IndexedArticle {
    return { record: this.records[Math.floor(id / mostArticles)]!, article: id % mostArticles };
  }

  private eachKey(
    record: DumpRecord,
    number: number,
    visit: (postings: Postings, hash: number, id: number) => void,
  ): void {
    record.headlines.forEach((headline, article) => {
      const id = number * mostArticles + article;
      const hash = headlineHash(headline);
      if (hash !== 0) visit(this.headlines, hash, id);
      for (const part of articleSketch(record, article).subarray(0, lookedUp)) visit(this.sketches, part, id);
    });
  }
}

/** What tells the issue of a dump from others. */
export function issueKey({ date, place }: DumpIdentity): string {
  return date ?? `folder ${place.folder}`;
}

function addTo(map: Map<string, Set<number>>, key: string, value: number): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}

function removeFrom(map: Map<string, Set<number>>, key: string, value: number): void {
  const set = map.get(key);
  set?.delete(value);
  if (set?.size === 0) map.delete(key);
}
