import type { Connection } from 'vscode-languageserver';
import { type ReadFileResult, readFileRequest } from '../protocol.ts';
import type { Files } from '../workspace/files.ts';

/** Files as `local` reads them, where they are of this machine; all others are asked of the client, if it knows how. */
export function filesOf(connection: Connection, local: Files | undefined): Files {
  return {
    async read(uri) {
      if (local !== undefined && uri.startsWith('file:')) return local.read(uri);
      try {
        const { text } = await connection.sendRequest<ReadFileResult>(readFileRequest, { uri });
        return text ?? undefined;
      } catch {
        return undefined;
      }
    },
  };
}
