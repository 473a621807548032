import type { Dirent } from 'node:fs';
import { opendir, readFile, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { matches } from '../glob.ts';
import { decode } from './decode.ts';
import { type FolderFiles, largestDump } from './files.ts';

/** Folders that never hold dumps of the reader's own. */
const skipped = new Set(['node_modules', '.git', '.hg', '.svn', '$RECYCLE.BIN', 'System Volume Information']);
/** Deeper nesting is a loop that nobody noticed. */
const deepest = 32;
/** Paths handed on at once. */
const batchLength = 200;

/** Files of this machine, decoded by what is in them. */
export const nodeFolderFiles: FolderFiles = {
  async *find(root, wanted, stop) {
    const top = pathOf(root);
    if (top === undefined || (await holdsHome(top))) return;
    // by real path: a symbolic link that leads back up is entered once
    const entered = new Set<string>();
    const waiting: { path: string; inside: string; depth: number }[] = [{ path: top, inside: '', depth: 0 }];
    let batch: string[] = [];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (stop.isCancellationRequested) return;
      const real = await realpath(next.path).catch(() => undefined);
      if (real === undefined || entered.has(real)) continue;
      entered.add(real);
      for await (const entry of entriesOf(next.path)) {
        const path = join(next.path, entry.name);
        const inside = next.inside === '' ? entry.name : `${next.inside}/${entry.name}`;
        const kind = await kindOf(entry, path);
        if (kind === 'folder') {
          const barred = skipped.has(entry.name) || next.depth >= deepest;
          if (!barred && !wanted.exclude.some((glob) => matches(glob, inside))) {
            waiting.push({ path, inside, depth: next.depth + 1 });
          }
        } else if (kind === 'file' && isWanted(inside, wanted.include, wanted.exclude)) {
          batch.push(uriOf(path));
          if (batch.length >= batchLength) {
            yield batch;
            batch = [];
          }
        }
      }
    }
    if (batch.length > 0) yield batch;
  },
  async read(uri) {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    try {
      const found = await stat(path);
      // a pipe or a device may never end
      if (!found.isFile() || found.size > largestDump) return undefined;
      return decode(await readFile(path));
    } catch {
      // gone between listing and reading, or not ours to read: the rest of the folder goes on without it
      return undefined;
    }
  },
};

function isWanted(path: string, include: readonly string[], exclude: readonly string[]): boolean {
  return include.some((glob) => matches(glob, path)) && !exclude.some((glob) => matches(glob, path));
}

async function* entriesOf(folder: string): AsyncGenerator<Dirent> {
  try {
    yield* await opendir(folder);
  } catch {
    // vanished, or not ours to read
  }
}

async function kindOf(entry: Dirent, path: string): Promise<'file' | 'folder' | undefined> {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return undefined;
  const target = await stat(path).catch(() => undefined);
  return target?.isFile() ? 'file' : target?.isDirectory() ? 'folder' : undefined;
}

/** Whether a folder is the reader's home, or one that the home lies in: nobody keeps only newspapers there. */
async function holdsHome(folder: string): Promise<boolean> {
  const [top, home] = await Promise.all([folder, homedir()].map((path) => realpath(path).catch(() => path)));
  return top === home || home!.startsWith(top!.endsWith(sep) ? top! : top! + sep);
}

function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** A path as URI, spelled as VS Code spells it, so that an open file is known to be the same one. */
export function uriOf(path: string): string {
  const segments = path
    .split(sep)
    .map((segment) =>
      encodeURIComponent(segment).replace(/[!'()*]/gu, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`),
    );
  if (/^[A-Za-z]%3A$/u.test(segments[0]!)) segments[0] = `/${segments[0]!.toLowerCase().replace('%3a', '%3A')}`;
  return `file://${segments.join('/')}`;
}
