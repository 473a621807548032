import type { TextDocumentEdit } from 'vscode-languageserver';
import { message } from '../../newspaper/index.ts';
import type { FixFolderResult } from '../../protocol.ts';
import { Turns } from '../../workspace/pause.ts';
import type { Progress } from '../progress.ts';
import type { Session } from '../session.ts';
import { say } from '../translate.ts';
import { fixAllEdits } from './codeAction.ts';
import { dumpsIn } from './dumpsIn.ts';

const annotation = 'broadsheet.fixFolder';

/** Every preferred fix of every dump as one edit, which the client shows before it is carried out. */
export async function fixFolder(
  session: Session,
  folder: string | undefined,
  { report, stop }: Progress,
): Promise<FixFolderResult> {
  const uris = dumpsIn(session, folder);
  const annotates = session.capabilities.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;
  const turns = new Turns();
  const documentChanges: TextDocumentEdit[] = [];
  const skipped: FixFolderResult['skipped'] = [];
  for (const [done, uri] of uris.entries()) {
    if (stop.isCancellationRequested) break;
    const view = await session.folder.view(uri);
    if (view !== undefined) {
      await session.configs.load(uri).catch(() => undefined);
      const edits = session.settingsOf(uri).enable ? fixAllEdits(view.dump, session) : [];
      const { encoding } = view;
      if (edits.length > 0 && encoding !== undefined && encoding !== 'utf-8') skipped.push({ uri, encoding });
      else if (edits.length > 0) {
        const version = encoding === undefined ? view.dump.version : null;
        documentChanges.push({
          textDocument: { uri: view.uri, version },
          edits: annotates ? edits.map((edit) => ({ ...edit, annotationId: annotation })) : edits,
        });
      }
      if (encoding !== undefined) session.forget(uri);
    }
    report(done + 1, uris.length);
    await turns.next();
  }
  // half of the folder mended is worse than none
  if (stop.isCancellationRequested) return { edit: null, files: 0, skipped, cancelled: true };
  const label = say(message('Join every certain continuation and remove every repeated headline'));
  const changeAnnotations = { [annotation]: { label, needsConfirmation: true } };
  const edit = documentChanges.length === 0 ? null : { documentChanges, ...(annotates ? { changeAnnotations } : {}) };
  return { edit, files: documentChanges.length, skipped, cancelled: false };
}
