import type { Issue } from '../../newspaper/index.ts';
import { Dump } from '../dump.ts';
import { canonicalUri } from './canonicalUri.ts';
import type { FolderFiles } from './files.ts';

/** A dump and what is understood of it, open in an editor or read from its file. */
export interface DumpView {
  readonly uri: string;
  readonly issue: Issue;
  readonly dump: Dump;
  /** How its file is written; undefined where an editor holds it. */
  readonly encoding: string | undefined;
}

/** As many characters of dumps that are not open are kept understood, so that neighbours are not read again and again. */
const keptCharacters = 1_000_000;

/** Reads dumps that are not open, and keeps the last ones. */
export class Views {
  private readonly kept = new Map<string, DumpView>();
  /** The last reading under way of each file that did not change meanwhile. */
  private readonly readings = new Map<string, symbol>();
  private characters = 0;
  private readonly files: FolderFiles;

  constructor(files: FolderFiles) {
    this.files = files;
  }

  /** The dump as it was read before; undefined where it is not kept. */
  known(uri: string): DumpView | undefined {
    const key = canonicalUri(uri);
    const known = this.kept.get(key);
    if (known !== undefined) {
      this.kept.delete(key);
      this.kept.set(key, known);
    }
    return known;
  }

  /** The dump as its file has it; undefined where that is gone or is no text. */
  async read(uri: string): Promise<DumpView | undefined> {
    const known = this.known(uri);
    if (known !== undefined) return known;
    const key = canonicalUri(uri);
    const reading = Symbol(key);
    this.readings.set(key, reading);
    const file = await this.files.read(uri);
    // a file that changed meanwhile may have been read as it was before
    const isLast = this.readings.get(key) === reading;
    if (isLast) this.readings.delete(key);
    if (file === undefined) return undefined;
    const dump = new Dump(uri, 'newspaper', 0, file.text);
    const view = { uri, issue: dump.issue, dump, encoding: file.encoding };
    if (isLast) this.keep(view);
    return view;
  }

  /** Forgets a dump whose file changed. */
  forget(uri: string): void {
    const key = canonicalUri(uri);
    this.readings.delete(key);
    this.characters -= this.kept.get(key)?.issue.length ?? 0;
    this.kept.delete(key);
  }

  /** Keeps a dump that was read from its file. */
  keep(view: DumpView): void {
    this.forget(view.uri);
    if (view.issue.length > keptCharacters) return;
    this.kept.set(canonicalUri(view.uri), view);
    this.characters += view.issue.length;
    for (const [oldest, { issue }] of this.kept) {
      if (this.characters <= keptCharacters) break;
      this.kept.delete(oldest);
      this.characters -= issue.length;
    }
  }
}
