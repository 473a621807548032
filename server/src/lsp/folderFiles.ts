import type { Connection } from 'vscode-languageserver';
import { findDumpsRequest, type ReadDumpResult, readDumpRequest } from '../protocol.ts';
import { decode } from '../workspace/folder/decode.ts';
import type { FolderFiles } from '../workspace/folder/files.ts';

/**
 * The files of the folders: those of this machine as `local` reads them, all others as the client does, if it said
 * that it can.
 */
export function folderFilesOf(
  connection: Connection,
  local: FolderFiles | undefined,
  clientReads: boolean,
): FolderFiles {
  const isLocal = (uri: string): boolean => local !== undefined && uri.startsWith('file:');
  return {
    async *find(root, wanted, stop) {
      if (isLocal(root)) yield* local!.find(root, wanted, stop);
      else if (clientReads) {
        try {
          yield await connection.sendRequest<string[]>(findDumpsRequest, { folder: root, ...wanted });
        } catch (error) {
          connection.console.warn(String(error));
        }
      }
    },
    async read(uri) {
      if (isLocal(uri)) return local!.read(uri);
      if (!clientReads) return undefined;
      try {
        const { text, bytes } = await connection.sendRequest<ReadDumpResult>(readDumpRequest, { uri });
        if (bytes !== undefined) return decode(Uint8Array.from(atob(bytes), (byte) => byte.charCodeAt(0)));
        // the client decoded it as an editor does, so an edit of it is safe
        return text === null ? undefined : { text, encoding: 'utf-8' };
      } catch {
        return undefined;
      }
    },
  };
}
