import { type Config, configName, emptyConfig, type Ignored, type ReadConfig, readConfig } from './config.ts';
import { sameEntry } from './configEdit.ts';
import type { Files } from './files.ts';
import { remembering } from './remember.ts';
import { relativePath, within } from './uri.ts';

/** Which `.broadsheet.json` a dump obeys. */
export interface Obeyed {
  /** Undefined for a dump outside of every workspace folder: what is ignored in it is held until the session ends. */
  readonly uri: string | undefined;
  /** Undefined where the file is not there (yet). */
  readonly read: ReadConfig | undefined;
  readonly config: Config;
  /** The dump's path from the folder of the configuration. */
  readonly path: string;
}

/** What {@link Configs} tells when a `.broadsheet.json` was read anew; `read` is undefined where it is gone. */
export type OnRead = (uri: string, read: ReadConfig | undefined) => void;

/**
 * Knows the `.broadsheet.json` of every open dump: the nearest one from the dump's folder up to its workspace folder.
 * Nothing outside of workspace folders is read. Text that is open in the editor goes before what is on disk.
 */
export class Configs {
  /** Whether the client tells of changed files; where it does not, they are read again every time. */
  watched = false;
  private folders: readonly string[] = [];
  private readonly known = new Map<string, ReadConfig | undefined>();
  private readonly buffers = new Map<string, string>();
  /** Readings under way: whoever asks meanwhile waits for them. */
  private readonly pending = new Map<string, Promise<void>>();
  private unsaved: Config = emptyConfig;
  private readonly files: Files;
  private readonly onRead: OnRead;

  constructor(files: Files, onRead: OnRead) {
    this.files = files;
    this.onRead = onRead;
  }

  /** Takes over which folders are open. */
  setFolders(uris: readonly string[]): void {
    this.folders = uris.map((uri) => uri.replace(/\/$/u, ''));
    this.known.clear();
    this.candidates = this.candidatesUnder();
    this.obeyed = this.obeying();
  }

  /** The roots of what is open. */
  get roots(): readonly string[] {
    return this.folders;
  }

  /** Whether {@link load} would find nothing to read. */
  isLoaded(dump: string): boolean {
    return !this.candidates(dump).some((uri) => this.isMissing(uri));
  }

  /** Reads what a dump has to obey, unless it is known. Wait for it before {@link of}. */
  async load(dump: string): Promise<void> {
    const missing = this.candidates(dump).filter((uri) => this.isMissing(uri));
    await Promise.all(
      missing.map((uri) => (this.watched && this.known.has(uri) ? this.pending.get(uri) : this.read(uri))),
    );
  }

  private isMissing(uri: string): boolean {
    return !this.watched || !this.known.has(uri) || this.pending.has(uri);
  }

  /** What a dump has to obey, as far as it is loaded. */
  of(dump: string): Obeyed {
    return this.obeyed(dump);
  }

  /** Kept until a `.broadsheet.json` or what is held changes: it is asked for several times after every key. */
  private obeyed = this.obeying();

  private obeying(): (dump: string) => Obeyed {
    return remembering((dump) => this.find(dump));
  }

  private find(dump: string): Obeyed {
    const candidates = this.candidates(dump);
    const root = candidates.at(-1);
    if (root === undefined) return { uri: undefined, read: undefined, config: this.unsaved, path: dump };
    const uri = candidates.find((candidate) => this.known.get(candidate) !== undefined) ?? root;
    const read = this.known.get(uri);
    return { uri, read, config: read?.config ?? emptyConfig, path: relativePath(uri, dump) };
  }

  /** Every `.broadsheet.json` that was found so far. */
  get all(): readonly { uri: string; read: ReadConfig }[] {
    return [...this.known].flatMap(([uri, read]) => (read === undefined ? [] : [{ uri, read }]));
  }

  /** What is ignored until the session ends. */
  get heldOnly(): readonly Ignored[] {
    return this.unsaved.ignored;
  }

  /** Ignores something until the session ends. */
  hold(entry: Ignored): void {
    this.unsaved = { ...this.unsaved, ignored: [...this.unsaved.ignored, entry] };
    this.obeyed = this.obeying();
  }

  /** Shows again what was held; false where it was not. */
  release(entry: Ignored): boolean {
    const ignored = this.unsaved.ignored.filter((item) => !sameEntry(item, entry));
    const released = ignored.length < this.unsaved.ignored.length;
    if (released) this.unsaved = { ...this.unsaved, ignored };
    this.obeyed = this.obeying();
    return released;
  }

  /** The editor shows a `.broadsheet.json`, with this text; undefined when it closes it. */
  async edited(uri: string, text: string | undefined): Promise<void> {
    if (text === undefined) this.buffers.delete(uri);
    else this.buffers.set(uri, text);
    await this.read(uri);
  }

  /** Reads a `.broadsheet.json` again, as it has changed on disk. */
  read(uri: string): Promise<void> {
    const before = this.pending.get(uri) ?? Promise.resolve();
    const reading = before
      .catch(() => undefined)
      .then(() => this.readNow(uri))
      .finally(() => {
        if (this.pending.get(uri) === reading) this.pending.delete(uri);
      });
    this.pending.set(uri, reading);
    return reading;
  }

  private async readNow(uri: string): Promise<void> {
    if (!this.folders.some((folder) => within(folder, uri))) return;
    let text = this.buffers.get(uri);
    text ??= await this.files.read(uri);
    const before = this.known.get(uri);
    // an unchanged file stays the same object: everything that was worked out from it stays good
    if (this.known.has(uri) && before?.text === text) return;
    const read = text === undefined ? undefined : readConfig(text);
    this.known.set(uri, read);
    this.obeyed = this.obeying();
    if (before !== undefined || read !== undefined) this.onRead(uri, read);
  }

  /** Where the `.broadsheet.json` of a dump may be: in its folder first, in its workspace folder last. */
  private candidates = this.candidatesUnder();

  private candidatesUnder(): (dump: string) => readonly string[] {
    return remembering((dump) => {
      const folder = this.folders.filter((uri) => within(uri, dump)).sort((a, b) => b.length - a.length)[0];
      if (folder === undefined) return [];
      const candidates: string[] = [];
      for (let at = parentOf(dump); within(folder, `${at}/`); at = parentOf(at)) candidates.push(`${at}/${configName}`);
      return candidates;
    });
  }
}

/** Whether a file is a `.broadsheet.json`. */
export function isConfig(uri: string): boolean {
  return uri.endsWith(`/${configName}`);
}

function parentOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}
