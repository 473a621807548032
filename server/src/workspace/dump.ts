import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { analyse, type Edit, type Issue } from '../newspaper/index.ts';

/** A dump that is open in an editor: its text as the editor has it, and what is understood of it. */
export class Dump {
  private text: TextDocument;
  private known: Issue | undefined;
  private pending: Edit | undefined;

  constructor(uri: string, languageId: string, version: number, content: string) {
    this.text = TextDocument.create(uri, languageId, version, content);
  }

  get uri(): string {
    return this.text.uri;
  }

  get version(): number {
    return this.text.version;
  }

  get languageId(): string {
    return this.text.languageId;
  }

  get document(): TextDocument {
    return this.text;
  }

  /** The dump as understood at this version. Worked out when it is first asked for, from the edits since the last time. */
  get issue(): Issue {
    if (this.known === undefined || this.pending !== undefined) {
      this.known = analyse(this.text.getText(), this.known, this.pending);
      this.pending = undefined;
    }
    return this.known;
  }

  /** Takes over what the editor changed. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      if (!('range' in change)) {
        this.known = undefined;
        this.pending = undefined;
      } else if (this.known !== undefined) {
        const start = this.text.offsetAt(change.range.start);
        const end = this.text.offsetAt(change.range.end);
        this.pending = compose(this.pending, start, end, change.text.length);
      }
      this.text = TextDocument.update(this.text, [change], version);
    }
    if (changes.length === 0) this.text = TextDocument.update(this.text, [], version);
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
