import type { DumpIdentity } from './record.ts';

/** How near two dumps of one issue stand: 3 in one folder under one kind of name, 2 in one of these, 0 in neither. */
export function closeness({ place: one }: DumpIdentity, { place: other }: DumpIdentity): number {
  const folder = one.folder === other.folder;
  // pages may have folders of their own: 2020-02-07/01/page.dump.txt
  const beside = folder || parent(one.folder) === parent(other.folder);
  const series = one.series === other.series;
  return folder && series ? 3 : (beside && series) || folder ? 2 : series && one.series !== '' ? 1 : 0;
}

function parent(folder: string): string {
  return folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
}
