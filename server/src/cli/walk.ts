import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import picomatch from 'picomatch';

/** Files that are taken from a folder that is named without a glob. */
const usual = '**/*.{txt,newspaper}';

/** Folders that nobody means. */
const passedOver = new Set(['node_modules', '.git', '.hg', '.svn']);

/**
 * The files that a path, a folder or a glob means, in the order of their names. Folders are read one after the other
 * as the files are taken, so that a hundred thousand files need no more memory than the largest folder.
 */
export async function* filesOf(path: string): AsyncGenerator<string> {
  const kind = await kindOf(path);
  if (kind === 'file') yield path;
  else if (kind === 'folder') yield* walk(path, picomatch(usual), '', Number.POSITIVE_INFINITY);
  else {
    const pattern = path.split(sep).join('/');
    const { base, glob, isGlob } = picomatch.scan(pattern);
    if (!isGlob || glob === '') return;
    const depth = glob.includes('**') ? Number.POSITIVE_INFINITY : glob.split('/').length;
    yield* walk(base || '.', picomatch(glob), '', depth);
  }
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

async function* walk(
  folder: string,
  matches: (path: string) => boolean,
  within: string,
  depth: number,
): AsyncGenerator<string> {
  let entries: Dirent[];
  try {
    entries = await readdir(join(folder, within), { withFileTypes: true });
  } catch {
    // it vanished, or may not be read: what is in it cannot be named
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = within === '' ? entry.name : `${within}/${entry.name}`;
    if (entry.isDirectory()) {
      if (depth > 1 && !passedOver.has(entry.name)) yield* walk(folder, matches, path, depth - 1);
    } else if (matches(path)) {
      const file = folder === '.' ? join(path) : join(folder, path);
      // links to files are followed, links to folders are not: they may lead in circles
      if (entry.isFile() || (entry.isSymbolicLink() && (await kindOf(file)) === 'file')) yield file;
    }
  }
}
