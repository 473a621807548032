import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { uriOf } from '../../server/src/workspace/folder/files.node.ts';

/** A folder that is gone again after the test. */
export interface TemporaryFolder {
  readonly path: string;
  readonly uri: string;
  write(name: string, content: string | Uint8Array): string;
  remove(): void;
}

/** Makes a folder with these files. */
export function temporaryFolder(files: Record<string, string | Uint8Array> = {}): TemporaryFolder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'broadsheet-')));
  const folder: TemporaryFolder = {
    path,
    uri: uriOf(path),
    write(name, content) {
      const file = join(path, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      return uriOf(file);
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
  for (const [name, content] of Object.entries(files)) folder.write(name, content);
  return folder;
}
