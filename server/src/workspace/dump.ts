import type { Range, TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { analyseInSteps, type Edit, type Issue, issueOf, type Page } from '../newspaper/index.ts';
import { DumpText } from './dumpText.ts';
import { pause, Turns } from './pause.ts';
import { type Typing, typedIn, typingPause } from './typing.ts';

/** A dump that is open in an editor: its text as the editor has it, and what is understood of it. */
export class Dump {
  readonly uri: string;
  readonly languageId: string;
  private text: DumpText;
  private current: number;
  private characters = 0;
  private known: Issue | undefined;
  private pending: Edit | undefined;
  private work: Work | undefined;
  /** Pages of a first reading that an edit broke off. */
  private read: readonly Page[] = [];
  private typed: Typing | undefined;

  constructor(uri: string, languageId: string, version: number, content: string) {
    this.uri = uri;
    this.languageId = languageId;
    this.current = version;
    this.text = new DumpText(content);
  }

  get version(): number {
    return this.current;
  }

  /** In UTF-16 code units. */
  get length(): number {
    return this.text.length;
  }

  /** How many characters were put in or taken out since it was opened, in UTF-16 code units. */
  get edited(): number {
    return this.characters;
  }

  /** The text, or that of a range. */
  getText(range?: Range): string {
    return this.text.get(range);
  }

  /** The first characters, at most `length` of them. Costs next to nothing once the dump is understood. */
  beginning(length: number): string {
    let text = '';
    for (const { page } of this.issue.pages) {
      text += page.text;
      if (text.length >= length) break;
    }
    return text.slice(0, length);
  }

  /** The dump as understood at this version, from the edits since the last time; worked out at once if need be. */
  get issue(): Issue {
    if (!this.isUnderstoodNow) {
      const work = this.begun();
      let issue = work.goOn();
      while (issue === undefined) issue = work.goOn();
      this.take(issue);
    }
    return this.known!;
  }

  /**
   * Works out {@link issue} with pauses in which other messages are read, so that a long reading holds nobody up.
   * False where the dump changed meanwhile or `isCancelled`: whoever asked asks again, or does not care any more.
   */
  async understand(isCancelled: () => boolean): Promise<boolean> {
    const { version } = this;
    if (this.isUnderstood(version)) return true;
    const work = this.begun();
    // another request that waits for the same reading may have ended it during a pause
    while (!work.abandoned && !isCancelled() && !this.isUnderstood(version)) {
      const issue = work.goOn();
      if (issue === undefined) await pause();
      else this.take(issue);
    }
    return this.isUnderstood(version);
  }

  private isUnderstood(version: number): boolean {
    return this.version === version && this.known !== undefined && this.pending === undefined;
  }

  /** The reading under way, or a new one. */
  private begun(): Work {
    this.work ??= new Work(analyseInSteps(this.text, this.known, this.pending, this.read));
    return this.work;
  }

  private take(issue: Issue): void {
    this.work = undefined;
    this.known = issue;
    this.pending = undefined;
    this.read = [];
    this.text.share(issue);
  }

  /** Whether it is understood as it is now, so that asking for {@link issue} costs nothing. */
  get isUnderstoodNow(): boolean {
    return this.isUnderstood(this.current);
  }

  /** The pages that the reading under way has read, as a dump of their own; undefined where none is under way. */
  get readSoFar(): Dump | undefined {
    const pages = this.work?.pages ?? [];
    if (pages.length === 0) return undefined;
    const issue = issueOf(pages.slice());
    const part = new Dump(this.uri, this.languageId, this.version, pages.map(({ text }) => text).join(''));
    part.take(issue);
    return part;
  }

  /** Where the reader is writing at `now` (`performance.now()`); undefined when the pause has been long enough. */
  typing(now: number): Typing['position'] | undefined {
    return this.typed !== undefined && now - this.typed.time < typingPause ? this.typed.position : undefined;
  }

  /** Takes over what the editor changed. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    if (this.known === undefined && this.work !== undefined && this.work.pages.length > this.read.length)
      this.read = this.work.pages;
    this.work?.abandon();
    this.work = undefined;
    this.typed = typedIn(changes, performance.now());
    for (const change of changes) {
      if ('range' in change) {
        const { start, end } = this.text.replace(change.range, change.text);
        this.characters += end - start + change.text.length;
        if (this.known !== undefined) this.pending = compose(this.pending, start, end, change.text.length);
      } else {
        this.known = undefined;
        this.pending = undefined;
        this.characters += this.length + change.text.length;
        this.text = new DumpText(change.text);
      }
    }
    this.current = version;
  }
}

/** A reading under way, which several requests may wait for. */
class Work {
  abandoned = false;
  /** What was read up to now. */
  pages: readonly Page[] = [];
  private readonly steps: Generator<readonly Page[], Issue>;

  constructor(steps: Generator<readonly Page[], Issue>) {
    this.steps = steps;
  }

  /** Gives up: the dump has changed. */
  abandon(): void {
    this.abandoned = true;
  }

  /** Reads for one turn. The issue once all is read. */
  goOn(): Issue | undefined {
    const turns = new Turns();
    do {
      const step = this.steps.next();
      if (step.done === true) return step.value;
      this.pages = step.value;
    } while (!turns.over);
    return undefined;
  }
}

/** One edit that covers `earlier` and a later replacement of `[start, end)` by `length` units. */
function compose(earlier: Edit | undefined, start: number, end: number, length: number): Edit {
  if (earlier === undefined) return { start, oldEnd: end, newEnd: start + length };
  const covered = Math.max(earlier.newEnd, end);
  return {
    start: Math.min(earlier.start, start),
    oldEnd: earlier.oldEnd + (covered - earlier.newEnd),
    newEnd: covered + length - (end - start),
  };
}
