import picomatch from 'picomatch/posix.js';

const known = new Map<string, (path: string) => boolean>();

/** Whether a path (relative, parted by `/`) is meant by a glob, or lies in a folder that is. */
export function matches(glob: string, path: string): boolean {
  let test = known.get(glob);
  if (test === undefined) {
    const bare = glob.replace(/\/+$/u, '');
    test = picomatch([bare, `${bare}/**`], { dot: true, nonegate: true });
    known.set(glob, test);
  }
  return test(path);
}

/** The glob that means this path and no other. */
export function literalGlob(path: string): string {
  return path.replace(/[\\*?[\]{}()!+@|^$]/gu, '\\$&');
}
