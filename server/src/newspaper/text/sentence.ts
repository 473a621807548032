import type { Span } from './span.ts';

const sentenceEnds = '。！？!?｡';
const clauseEnds = '，,；;：:';
const closers = '”’」』）)》〉】］]"';

/** The sentence of `text` that holds `index`: from behind the last full stop to the next one, closing quotes included. */
export function sentenceAt(text: string, index: number): Span {
  return stretch(text, index, sentenceEnds);
}

/** The clause of `text` that holds `index`: like {@link sentenceAt}, but commas, colons and semicolons part too. */
export function clauseAt(text: string, index: number): Span {
  return stretch(text, index, sentenceEnds + clauseEnds);
}

function stretch(text: string, index: number, ends: string): Span {
  let start = Math.min(index, text.length);
  while (start > 0 && !isEnd(text, start - 1, ends)) start--;
  while (start < index && closers.includes(text[start]!)) start++;
  let end = Math.min(index, text.length);
  while (end < text.length && !isEnd(text, end, ends)) end++;
  if (end < text.length) end++;
  while (end < text.length && closers.includes(text[end]!)) end++;
  return { start, end };
}

/** Whether the character at `index` ends something; a point or comma between digits does not. */
function isEnd(text: string, index: number, ends: string): boolean {
  const character = text[index]!;
  if (!ends.includes(character)) return false;
  return !(',:'.includes(character) && isDigit(text, index - 1) && isDigit(text, index + 1));
}

function isDigit(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return (unit >= 48 && unit <= 57) || (unit >= 0xff10 && unit <= 0xff19);
}
