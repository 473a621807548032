import type { Location, Position } from 'vscode-languageserver';
import { type Block, blockAt, type ReporterName, readNames, textIndex } from '../../newspaper/index.ts';
import type { Dump } from '../../workspace/dump.ts';
import { offsetIn, pageAt } from '../convert.ts';
import type { Session } from '../session.ts';
import { nameStretch, rangeOfStretch } from './dumpName.ts';

/** The name of the reporter at an index of a block's text, where one stands there. */
export function reporterIn(block: Block, whole: boolean, index: number): ReporterName | undefined {
  return readNames(block.paragraph.text, whole).find(({ span }) => span.start <= index && index <= span.end);
}

/** Every place of the name of the reporter that a place in a dump names, over all dumps. */
export function reporterReferences(dump: Dump, position: Position, session: Session): Location[] {
  const placed = pageAt(dump.issue, position.line);
  const offset = offsetIn(placed, position);
  const block = blockAt(placed.page, offset);
  if (block === undefined) return [];
  const role = placed.page.roles[block.index]!;
  const reporter = reporterIn(block, isByline(role), textIndex(block.paragraph, offset - block.start));
  if (reporter === undefined) return [];
  session.folder.refresh();
  return session.folder.index
    .withName(reporter.name)
    .map(({ record, name }) => ({ uri: record.uri, range: rangeOfStretch(nameStretch(record, name)) }));
}

/** Whether a block of that role is nothing but names. */
export function isByline(role: string): boolean {
  return role === 'byline' || role === 'strayByline';
}
