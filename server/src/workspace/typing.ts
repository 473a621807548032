import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';

/** How long the end of a line counts as being typed after the last key, in milliseconds. */
export const typingPause = 1500;

/** Longer insertions are pasted or come from a fix; input methods commit a word or two at once. */
const longestInput = 8;

/** Where the reader is writing: the end of a line, and when the last character came (milliseconds, `performance.now()`). */
export interface Typing {
  readonly position: Position;
  readonly time: number;
}

/** The place behind what a change typed; undefined for a deletion, a paste, several cursors and line breaks. */
export function typedIn(changes: readonly TextDocumentContentChangeEvent[], time: number): Typing | undefined {
  const [change] = changes;
  if (changes.length !== 1 || change === undefined || !('range' in change)) return undefined;
  const { range, text } = change;
  if (text.length === 0 || text.length > longestInput || /[\r\n]/u.test(text) || range.start.line !== range.end.line) {
    return undefined;
  }
  return { position: { line: range.start.line, character: range.start.character + text.length }, time };
}
