import { canonicalUri } from '../../workspace/folder/canonicalUri.ts';
import type { Session } from '../session.ts';

/** The dumps under a folder, or all; in the order of their names, so that pages of one issue follow one another. */
export function dumpsIn(session: Session, folder: string | undefined): readonly string[] {
  const root = folder === undefined ? '' : `${canonicalUri(folder).replace(/\/$/u, '')}/`;
  return session.folder.uris.filter((uri) => canonicalUri(uri).startsWith(root)).sort((a, b) => (a < b ? -1 : 1));
}
