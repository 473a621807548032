/** No page of a newspaper has so many blocks. */
const mostUsual = 1 << 10;

/**
 * Gives a list that is needed for no longer than one page is read, `each` numbers a block and `more` beside: the same one
 * for page after page, with whatever stands in it. To make new lists costs more than most of what is done with them. A page
 * of very many blocks gets one of its own, which nobody keeps.
 */
export function scratch<T>(kind: new (length: number) => T, each = 1, more = 0): (blocks: number) => T {
  let kept: T | undefined;
  return (blocks) => {
    if (blocks > mostUsual) return new kind(blocks * each + more);
    kept ??= new kind(mostUsual * each + more);
    return kept;
  };
}
