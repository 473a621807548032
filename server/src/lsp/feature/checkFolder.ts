import type { Diagnostic } from 'vscode-languageserver';
import type { CheckFolderResult } from '../../protocol.ts';
import type { Dump } from '../../workspace/dump.ts';
import { Turns } from '../../workspace/pause.ts';
import type { Progress } from '../progress.ts';
import type { Session } from '../session.ts';
import { diagnosticsAcross } from './acrossFiles.ts';
import { dumpsIn } from './dumpsIn.ts';

/** As many findings are sent for files that are not open; the rest is counted. */
const shownInAll = 20_000;
/** As many files are named in the summary. */
const namedFiles = 1_000;

/** Shows what was found in a dump that is not open. */
export type Publish = (uri: string, diagnostics: Diagnostic[]) => void;

/** Checks every dump of the folder, one after the other, and sums up what was found. */
export async function checkFolder(
  session: Session,
  folder: string | undefined,
  { report, stop }: Progress,
  publish: Publish,
): Promise<CheckFolderResult> {
  const uris = dumpsIn(session, folder);
  const result: CheckFolderResult = { checked: 0, unread: 0, codes: [], files: [], leftOut: 0, cancelled: false };
  const total = new Map<string, number>();
  const turns = new Turns();
  let room = shownInAll;
  for (const [done, uri] of uris.entries()) {
    if (stop.isCancellationRequested) break;
    const found = await checkDump(session, uri);
    if (found === undefined) result.unread++;
    else {
      result.checked++;
      const codes = new Map<string, number>();
      for (const { code } of found.diagnostics) {
        add(codes, String(code));
        add(total, String(code));
      }
      if (found.diagnostics.length > 0)
        result.files.push({ uri, count: found.diagnostics.length, codes: sorted(codes) });
      if (found.open) session.occasions.ask(found.dump);
      else {
        publish(uri, found.diagnostics.slice(0, room));
        result.leftOut += Math.max(0, found.diagnostics.length - room);
        room = Math.max(0, room - found.diagnostics.length);
      }
    }
    report(done + 1, uris.length);
    await turns.next();
  }
  result.cancelled = stop.isCancellationRequested;
  result.codes = sorted(total);
  result.files = result.files.sort((a, b) => b.count - a.count).slice(0, namedFiles);
  return result;
}

/** The findings of one dump, open or not; undefined where it cannot be read. */
export async function checkDump(
  session: Session,
  uri: string,
): Promise<{ dump: Dump; diagnostics: Diagnostic[]; open: boolean } | undefined> {
  const view = await session.folder.view(uri);
  if (view === undefined) return undefined;
  const open = view.encoding === undefined;
  await session.configs.load(uri).catch(() => undefined);
  const diagnostics = (await diagnosticsAcross(view.dump, session)).flat();
  if (!open) session.forget(uri);
  return { dump: view.dump, diagnostics, open };
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function sorted(counts: ReadonlyMap<string, number>): { code: string; count: number }[] {
  return [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count);
}
