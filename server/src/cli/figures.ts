import { CancellationToken } from 'vscode-languageserver';
import { figures } from '../lsp/feature/figures.ts';
import type { Session } from '../lsp/session.ts';
import type { Dump } from '../workspace/dump.ts';
import { placeOf } from './findings.ts';
import type { FigureRow } from './order.ts';

/** The figures of a dump, in the order of the text. */
export async function figuresOf(dump: Dump, session: Session): Promise<FigureRow[]> {
  const params = { textDocument: { uri: dump.uri } };
  const found = (await figures(dump, params, session, CancellationToken.None)) ?? [];
  return found.map(({ range, ...figure }) => ({ ...placeOf(range), ...figure }));
}
