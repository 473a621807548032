import { constants } from 'node:fs';
import { access, copyFile, open, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { message } from '../newspaper/index.ts';
import { Refusal } from './refusal.ts';

let written = 0;

/**
 * Puts `bytes` in the place of a file's content: all of it or nothing, since a new file in the same folder takes the
 * old one's name once it is whole on the disk. `before` is what the file must still hold; undefined for a new file.
 */
export async function writeAtomically(path: string, bytes: Buffer, before?: Buffer, backup = false): Promise<void> {
  // behind a link stands the file that is meant
  const target = before === undefined ? path : await realpath(path);
  if (before !== undefined) await access(target, constants.W_OK);
  const temporary = join(dirname(target), `.${basename(target).slice(0, 60)}.${process.pid}-${written++}.tmp`);
  try {
    const mode = before === undefined ? 0o666 : (await stat(target)).mode;
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(bytes);
      if (before !== undefined) await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    if (before !== undefined) {
      if (!(await readFile(target)).equals(before)) {
        throw new Refusal(message('it was changed by something else meanwhile; nothing was written'));
      }
      if (backup) await copyToFree(target);
    }
    await rename(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}

/** Copies a file beside itself as `.bak`, `.bak.2` …: an earlier backup is never lost. */
async function copyToFree(path: string): Promise<void> {
  for (let number = 1; ; number++) {
    try {
      await copyFile(path, number === 1 ? `${path}.bak` : `${path}.bak.${number}`, constants.COPYFILE_EXCL);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
