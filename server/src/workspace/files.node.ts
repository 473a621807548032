import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Files, largestFile } from './files.ts';

/** Files of this machine. What is no regular file (a device, a pipe) counts as not there, since reading it may never end. */
export const nodeFiles: Files = {
  async read(uri) {
    if (!uri.startsWith('file:')) return undefined;
    const path = fileURLToPath(uri);
    try {
      const { size, ...is } = await stat(path).then((found) => ({ size: found.size, file: found.isFile() }));
      return is.file && size <= largestFile ? await readFile(path, 'utf8') : undefined;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  },
};
