import { analyse, type Issue } from '../../newspaper/index.ts';
import type { Dump } from '../dump.ts';
import { Turns } from '../pause.ts';
import { canonicalUri } from './canonicalUri.ts';
import { type FileText, type FolderFiles, mostDumps, type Stop, type Wanted } from './files.ts';
import { FolderIndex } from './folderIndex.ts';
import { findJumps, type Jumps } from './jumps.ts';
import { dateOf, readPlace } from './place.ts';
import { type DumpIdentity, type DumpRecord, recordOf } from './record.ts';
import { findTwins, type Twin } from './twins.ts';
import { type DumpView, Views } from './view.ts';

/** The dumps that are open in an editor: they count as the editor has them, not as their files are. */
export interface OpenDumps {
  get(uri: string): Dump | undefined;
  all(): Iterable<Dump>;
}

/** No editor. */
export const noDumps: OpenDumps = { get: () => undefined, all: () => [] };

/** Hears how far a long piece of work is. */
export type Report = (done: number, all: number) => void;

/** What building the index came to. */
export interface Built {
  readonly dumps: number;
  /** Files that are no text, or went while they were read. */
  readonly unread: number;
  /** Whether there are more than {@link mostDumps}, and the rest was left out. */
  readonly full: boolean;
}

/** What is known of a dump beyond its own text. */
interface Across {
  readonly generation: number;
  jumps?: Promise<Jumps>;
  twins?: Promise<readonly Twin[]>;
}

const noTwins: Promise<readonly Twin[]> = Promise.resolve([]);

/** An open dump as it is now. */
export function viewOf(dump: Dump): DumpView {
  return { uri: dump.uri, issue: dump.issue, dump, encoding: undefined };
}

/** All dumps of the workspace: those in its folders, and those that are open. */
export class Folder {
  readonly index = new FolderIndex();
  private readonly files: FolderFiles;
  private readonly open: OpenDumps;
  /** The dumps that are not open, as far as they were read. */
  readonly views: Views;
  /** The files that the globs mean, in canonical spelling, with the one to use. */
  private readonly members = new Map<string, string>();
  /** The last reading under way of each file, by canonical spelling. */
  private readonly readings = new Map<string, symbol>();
  /** What each open dump was when it was last taken in. */
  private readonly taken = new Map<string, Issue>();
  private readonly records = new WeakMap<Issue, DumpRecord>();
  private readonly across = new WeakMap<Issue, Across>();
  /** Changes with everything that answers may depend on. */
  private generation = 0;
  /** How much of {@link generation} comes from each dump. */
  private readonly changes = new Map<string, number>();

  constructor(files: FolderFiles, open: OpenDumps) {
    this.files = files;
    this.open = open;
    this.views = new Views(files);
  }

  /** The dumps that there are, open or not. */
  get uris(): readonly string[] {
    const uris = new Map(this.members);
    for (const { uri } of this.open.all()) uris.set(canonicalUri(uri), uri);
    return [...uris.values()];
  }

  /**
   * Finds the dumps under the roots and takes them in, those beside open ones first; what was known and is no longer
   * there is forgotten. Gives way to other work after every dump. Stopped halfway, it keeps what it has.
   */
  async build(roots: readonly string[], wanted: Wanted, report: Report, stop: Stop): Promise<Built> {
    const before = [...this.members];
    const { found, full } = await this.list(roots, wanted, stop);
    if (stop.isCancellationRequested) return { dumps: this.index.size, unread: 0, full };
    for (const [key, uri] of before) {
      if (found.has(key)) continue;
      this.members.delete(key);
      if (!this.open.get(uri)) this.forget(uri);
    }
    for (const [key, uri] of found) this.members.set(key, uri);
    const unread = await this.takeIn(this.nearestFirst([...found.values()]), report, stop);
    return { dumps: this.index.size, unread, full };
  }

  /**
   * Looks for dumps that nobody told of, and for those that went unseen: an editor that watches a folder may miss what
   * is in a new one. Reads only the new ones. Answers with how many came or went.
   */
  async lookAgain(roots: readonly string[], wanted: Wanted, stop: Stop): Promise<number> {
    // what is told of during the search is no matter of the search, which may have been there before
    const before = new Map(this.members);
    const { found } = await this.list(roots, wanted, stop);
    if (stop.isCancellationRequested) return 0;
    const gone = [...before].filter(([key]) => !found.has(key)).map(([, uri]) => ({ uri, gone: true }));
    const come = [...found].filter(([key]) => !before.has(key)).map(([, uri]) => ({ uri, gone: false }));
    await this.changed([...gone, ...come], stop);
    return gone.length + come.length;
  }

  /** The dumps under the roots by canonical spelling, and whether there are more than are taken in. */
  private async list(
    roots: readonly string[],
    wanted: Wanted,
    stop: Stop,
  ): Promise<{ found: Map<string, string>; full: boolean }> {
    const found = new Map<string, string>();
    let full = false;
    for (const root of roots) {
      if (full) break;
      for await (const batch of this.files.find(root, wanted, stop)) {
        for (const uri of batch) {
          if (found.size >= mostDumps) full = true;
          else found.set(canonicalUri(uri), uri);
        }
        if (full || stop.isCancellationRequested) break;
      }
    }
    return { found, full };
  }

  /**
   * Takes in files again that changed, and forgets those that went. They are the ones that the globs mean. What is said
   * to be gone is looked for: such news may be late, and another file may be there by now.
   */
  async changed(changes: readonly { readonly uri: string; readonly gone: boolean }[], stop: Stop): Promise<void> {
    const there: string[] = [];
    for (const { uri, gone } of changes) {
      this.views.forget(uri);
      const reading = gone ? await this.readLast(uri) : undefined;
      if (reading !== undefined && reading.file === undefined) {
        this.members.delete(canonicalUri(uri));
        if (this.openDump(uri) === undefined) this.forget(uri);
      } else if (this.members.has(canonicalUri(uri)) || this.members.size < mostDumps) {
        this.members.set(canonicalUri(uri), uri);
        there.push(uri);
      }
    }
    await this.takeIn(there, () => {}, stop);
  }

  /** A dump was closed: from now on its file counts, if it is one of the folder's. */
  async closed(uri: string, stop: Stop): Promise<void> {
    this.taken.delete(canonicalUri(uri));
    this.views.forget(uri);
    // until its file is read, what the editor had is the best that is known
    if (this.members.has(canonicalUri(uri))) await this.takeIn([uri], () => {}, stop);
    else this.forget(uri);
  }

  /** A dump as it is now, open or not; undefined where it is gone or is no text. */
  async view(uri: string): Promise<DumpView | undefined> {
    return this.openDump(uri) ?? (await this.views.read(uri));
  }

  /** What the index keeps of a dump, as the dump is now. */
  recordOf({ uri, issue }: Pick<DumpView, 'uri' | 'issue'>): DumpRecord {
    let record = this.records.get(issue);
    if (record?.uri !== uri) {
      record = recordOf(uri, issue, readPlace(uri));
      this.records.set(issue, record);
    }
    return record;
  }

  /** Brings the index up to what the editors have. Next to nothing where nothing was typed. */
  refresh(): void {
    this.refreshBut(undefined);
  }

  /** The same, one dump left out: what is asked about a dump itself does not need it in the index, which would cost much after every key. */
  private refreshBut(left: string | undefined): void {
    for (const dump of this.open.all()) {
      if (dump.uri === left) continue;
      const key = canonicalUri(dump.uri);
      const { issue } = dump;
      if (this.taken.get(key) === issue) continue;
      this.taken.set(key, issue);
      this.put(this.recordOf({ uri: dump.uri, issue }));
    }
  }

  /** Whether there is no dump but this one. */
  isAlone(uri: string): boolean {
    this.refreshBut(uri);
    return this.index.isAlone(uri);
  }

  /** Where the jump lines of a dump lead. Worked out once, until a dump changes. */
  jumps(view: DumpView): Promise<Jumps> {
    const across = this.acrossOf(view);
    across.jumps ??= this.findJumps(view);
    return across.jumps;
  }

  /** The articles of a dump that other dumps have as well. Worked out once, until a dump changes. */
  twins(view: DumpView): Promise<readonly Twin[]> {
    const across = this.acrossOf(view);
    across.twins ??= this.index.isAlone(view.uri) ? noTwins : this.findTwins(view);
    return across.twins;
  }

  private findJumps(view: DumpView): Promise<Jumps> {
    const self = identityOf(view);
    return findJumps(view, { self, beside: this.index.pagesBeside(self), view: (uri) => this.view(uri) });
  }

  private async findTwins(view: DumpView): Promise<readonly Twin[]> {
    const generation = this.generationOfOthers(view.uri);
    const twins = await findTwins(view, identityOf(view), this.index, generation, (uri) => this.view(uri));
    if (twins.length === 0) return twins;
    const record = this.recordOf(view);
    // the two halves of one article have its headline both, and are no repetition of one another
    const { links } = await this.jumps(view);
    const halves = new Set(
      links.map(({ here, there }) => {
        const first = record.pages[here.page]?.firstArticle ?? 0;
        return `${first + here.half.article} ${canonicalUri(there.view.uri)}`;
      }),
    );
    return twins.filter(({ article, other }) => !halves.has(`${article} ${canonicalUri(other.record.uri)}`));
  }

  private acrossOf(view: DumpView): Across {
    this.refreshBut(view.uri);
    const generation = this.generationOfOthers(view.uri);
    let across = this.across.get(view.issue);
    if (across === undefined || across.generation !== generation) {
      across = { generation };
      this.across.set(view.issue, across);
    }
    return across;
  }

  /** Changes with all dumps but one. */
  private generationOfOthers(uri: string): number {
    return this.generation - (this.changes.get(canonicalUri(uri)) ?? 0);
  }

  private async takeIn(uris: readonly string[], report: Report, stop: Stop): Promise<number> {
    const turns = new Turns();
    let unread = 0;
    for (let done = 0; done < uris.length; done++) {
      if (stop.isCancellationRequested) break;
      const uri = uris[done]!;
      if (this.openDump(uri) === undefined) {
        const reading = await this.readLast(uri);
        // it may have been opened while its file was read
        if (reading === undefined || this.openDump(uri) !== undefined) continue;
        if (reading.file === undefined) {
          unread++;
          this.forget(uri);
        } else {
          this.put(recordOf(uri, analyse(reading.file.text), readPlace(uri)));
          // news that it was gone may have come late
          this.members.set(canonicalUri(uri), uri);
        }
      }
      report(done + 1, uris.length);
      await turns.next();
    }
    return unread;
  }

  /** Reads a file. Undefined where it is being read once more: of several readings the last counts, whichever ends first. */
  private async readLast(uri: string): Promise<{ readonly file: FileText | undefined } | undefined> {
    const key = canonicalUri(uri);
    const reading = Symbol(key);
    this.readings.set(key, reading);
    const file = await this.files.read(uri);
    if (this.readings.get(key) !== reading) return undefined;
    this.readings.delete(key);
    return { file };
  }

  private nearestFirst(uris: string[]): readonly string[] {
    const near = new Set([...this.open.all()].map(({ uri }) => readPlace(uri).folder));
    if (near.size === 0) return uris;
    const beside = uris.filter((uri) => near.has(readPlace(uri).folder));
    return [...beside, ...uris.filter((uri) => !near.has(readPlace(uri).folder))];
  }

  private openDump(uri: string): DumpView | undefined {
    let dump = this.open.get(uri);
    if (dump === undefined) {
      const key = canonicalUri(uri);
      for (const each of this.open.all()) if (canonicalUri(each.uri) === key) dump = each;
    }
    return dump === undefined ? undefined : viewOf(dump);
  }

  private put(record: DumpRecord): void {
    this.index.put(record);
    this.noteChange(record.uri);
  }

  private forget(uri: string): void {
    if (this.index.remove(uri)) this.noteChange(uri);
  }

  private noteChange(uri: string): void {
    this.generation++;
    const key = canonicalUri(uri);
    this.changes.set(key, (this.changes.get(key) ?? 0) + 1);
  }
}

function identityOf({ uri, issue }: DumpView): DumpIdentity {
  const place = readPlace(uri);
  return { uri, place, date: dateOf(issue, place) };
}
