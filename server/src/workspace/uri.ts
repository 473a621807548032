import { remembering } from './remember.ts';

/** Whether a file lies in a folder, however each URI is escaped. */
export function within(folder: string, file: string): boolean {
  const path = plain(file);
  const base = plain(folder);
  if (!path.startsWith(base) || path[base.length] !== '/') return false;
  return !(path.includes('..') && path.split('/').includes('..'));
}

/** The path of a file from the folder that another file is in, parted by `/`. */
export function relativePath(sibling: string, file: string): string {
  return plain(file).slice(plain(sibling).lastIndexOf('/') + 1);
}

/** A URI without escapes: clients differ in what they escape. */
const plain = remembering((uri) => {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
});
