/**
 * Where the pages of a dump start: offsets of line starts, ascending, from `from` (a page start itself, always the
 * first entry). A page starts at a form feed or at its folio; furniture that follows furniture opens no further page.
 */
export function* pageStarts(text: string, from = 0): Generator<number> {
  yield from;
  for (let at = text.indexOf('\f', from + 1); at >= 0; at = text.indexOf('\f', at + 1)) {
    const before = text.charCodeAt(at - 1);
    if (before === 10 || before === 13) yield at;
  }
}
