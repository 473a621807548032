/** Lists of an answer by the pieces that they were put together from. */
const pieces = new WeakMap<readonly unknown[], readonly (readonly unknown[])[]>();

/**
 * One list of several that stay the same from answer to answer, such as one for each page: whoever writes the answer may
 * use again what it wrote of a piece before (see {@link chunksOf}). For all others it is a list like any other.
 */
export function inChunks<Item>(chunks: readonly (readonly Item[])[]): Item[] {
  const list: Item[] = [];
  for (const chunk of chunks) for (const item of chunk) list.push(item);
  pieces.set(list, chunks);
  return list;
}

/** The pieces of a list that {@link inChunks} made; undefined for other lists. Pieces are never changed. */
export function chunksOf(list: readonly unknown[]): readonly (readonly unknown[])[] | undefined {
  return pieces.get(list);
}
