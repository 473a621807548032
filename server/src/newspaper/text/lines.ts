import { isSpace } from './characters.ts';

/** Where line starts are gathered; few pages have more. */
const room = new Uint32Array(1 << 10);

/**
 * Offsets of the line starts of `text`, by LSP's rule: a line ends with LF, CRLF or CR.
 * The first entry is always 0; a text that ends with a line break has an empty last line.
 */
export function lineStarts(text: string): Uint32Array {
  let starts = room;
  starts[0] = 0;
  let count = 1;
  // searching for either break is many times as fast as looking at every character
  let feed = text.indexOf('\n');
  let carriage = text.indexOf('\r');
  while (feed >= 0 || carriage >= 0) {
    let end = carriage < 0 || (feed >= 0 && feed < carriage) ? feed : carriage;
    if (end === carriage && feed === carriage + 1) end = feed;
    if (count === starts.length) {
      const larger = new Uint32Array(count * 2);
      larger.set(starts);
      starts = larger;
    }
    starts[count++] = end + 1;
    if (feed >= 0 && feed <= end) feed = text.indexOf('\n', end + 1);
    if (carriage >= 0 && carriage <= end) carriage = text.indexOf('\r', end + 1);
  }
  return starts.slice(0, count);
}

/** Line starts after a line has grown by so many characters, or shrunk, and keeps its break. */
export function growLine(starts: Uint32Array, line: number, growth: number): Uint32Array {
  const grown = starts.slice();
  for (let behind = line + 1; behind < grown.length; behind++) grown[behind]! += growth;
  return grown;
}

/** The line (0-based) that holds `offset`, by binary search in what {@link lineStarts} gave. */
export function lineAt(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where the characters of a line end, its line break left out. */
export function lineEnd(text: string, starts: Uint32Array, line: number): number {
  let end = line + 1 < starts.length ? starts[line + 1]! : text.length;
  if (line + 1 < starts.length) {
    if (text.charCodeAt(end - 1) === 10) end--;
    if (end > starts[line]! && text.charCodeAt(end - 1) === 13) end--;
  }
  return end;
}

/** How long a line is without the white space at either end. */
export function trimmedLength(line: string): number {
  const end = trimmedEnd(line);
  let start = 0;
  while (start < end && isSpace(line.charCodeAt(start))) start++;
  return end - start;
}

/** Where the white space at a line's end begins. */
export function trimmedEnd(line: string): number {
  let end = line.length;
  while (end > 0 && isSpace(line.charCodeAt(end - 1))) end--;
  return end;
}
