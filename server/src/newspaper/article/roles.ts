import type { Duplicate } from '../duplicate/duplicate.ts';
import type { Block, Layout, Role } from '../page/block.ts';

/** What each block of a page is, and which headlines are printed again. */
export function assignRoles(
  blocks: readonly Block[],
  _layout: Layout,
): { readonly roles: readonly Role[]; readonly duplicates: readonly Duplicate[] } {
  const roles = blocks.map(
    ({ paragraph: { text } }): Role => (text.length <= 40 && !/[。！？!?”；;，,：:]$/.test(text) ? 'headline' : 'body'),
  );
  return { roles, duplicates: [] };
}
