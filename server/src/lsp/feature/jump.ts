import type {
  DefinitionParams,
  DocumentLink,
  DocumentLinkParams,
  Location,
  LocationLink,
  Position,
  Range,
  ReferenceParams,
} from 'vscode-languageserver';
import { message, type PlacedPage, spanOf } from '../../newspaper/index.ts';
import type { Dump } from '../../workspace/dump.ts';
import { viewOf } from '../../workspace/folder/folder.ts';
import type { JumpLink, PlacedHalf } from '../../workspace/folder/jumps.ts';
import { rangeOf, touches } from '../convert.ts';
import type { Feature, Session } from '../session.ts';
import { say } from '../translate.ts';
import * as chain from './chain.ts';
import { nameOf } from './dumpName.ts';
import { reporterReferences } from './reporter.ts';

/** From a jump line to the other half of its article, on whatever page of whatever dump; else as {@link chain.definition}. */
export const definition: Feature<DefinitionParams, LocationLink[]> = async (dump, params, session, token) => {
  const links = await linksAt(dump, params.position, session);
  if (links.length === 0) return chain.definition(dump, params, session, token);
  return links.map(({ here, there }) => ({
    originSelectionRange: spanRange(here),
    targetUri: there.view.uri,
    targetRange: articleRange(there),
    targetSelectionRange: spanRange(there),
  }));
};

/** Both halves of a jump line's article, or every place of a reporter's name; else as {@link chain.references}. */
export const references: Feature<ReferenceParams, Location[]> = async (dump, params, session, token) => {
  const links = await linksAt(dump, params.position, session);
  if (links.length > 0) {
    return [links[0]!.here, ...links.map(({ there }) => there)].map((half) => ({
      uri: half.view.uri,
      range: spanRange(half),
    }));
  }
  const named = reporterReferences(dump, params.position, session);
  if (named.length > 0) return named;
  return chain.references(dump, params, session, token);
};

/** Jump lines that lead somewhere, to be followed by a click. */
export const documentLink: Feature<DocumentLinkParams, DocumentLink[]> = async (dump, _params, session) => {
  const { links } = await session.folder.jumps(viewOf(dump));
  return links.flatMap(({ here, there }) => {
    if (here.half.jump === undefined) return [];
    const { start } = spanRange(there);
    return [
      {
        range: spanRange(here),
        // VS Code reads line and column, counted from 1, from the fragment
        target: `${there.view.uri}#L${start.line + 1},${start.character + 1}`,
        tooltip: say(message('“{0}” in {1}', titleOf(there), nameOf(there.view.uri))),
      },
    ];
  });
};

/** The links of the jump line at a place; of a half without one, those at its headline. */
async function linksAt(dump: Dump, position: Position, session: Session): Promise<readonly JumpLink[]> {
  const { links } = await session.folder.jumps(viewOf(dump));
  const at: Range = { start: position, end: position };
  return links.filter(({ here }) => touches(spanRange(here), at));
}

/** Where a half's jump line stands, or its headline. */
export function spanRange(half: PlacedHalf): Range {
  return rangeOf(placedPage(half), half.half.span);
}

function placedPage({ view, page }: PlacedHalf): PlacedPage {
  return view.issue.pages[page]!;
}

/** From a half's jump line or headline to the end of the block: what an editor shows when it peeks. */
function articleRange(half: PlacedHalf): Range {
  const placed = placedPage(half);
  const span = half.half.span;
  const { blocks } = placed.page;
  const last = blocks.findLast(({ start }) => start <= span.end) ?? blocks.at(-1)!;
  return rangeOf(placed, { start: span.start, end: Math.max(span.end, spanOf(last).end) });
}

/** What the article of a half is called: its headline, or how it begins. */
export function titleOf({ view, page, half }: PlacedHalf): string {
  const { blocks, articles } = view.issue.pages[page]!.page;
  const headline = articles[half.article]?.headline;
  return headline === undefined ? `${half.edge.slice(0, 12)}…` : blocks[headline]!.paragraph.text;
}
