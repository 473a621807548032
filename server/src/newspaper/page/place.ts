import type { Block } from './block.ts';
import type { Page } from './page.ts';

/** The block that holds `offset` of its page, line breaks within it included; undefined between blocks. */
export function blockAt(page: Page, offset: number): Block | undefined {
  let low = 0;
  let high = page.blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (page.blocks[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  const block = page.blocks[low];
  return block !== undefined && block.start <= offset && offset <= block.end ? block : undefined;
}
