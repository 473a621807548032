import type { Dump } from '../workspace/dump.ts';
import { dateOf, readPlace } from '../workspace/folder/place.ts';
import type { Session } from './session.ts';

/** ISO date of the issue that a dump holds: the setting's, else the file name's, else the folio's; undefined where none says. */
export function issueDateOf(dump: Dump, session: Session): string | undefined {
  return session.settingsOf(dump.uri).issueDate || dateOf(dump.issue, readPlace(dump.uri));
}
