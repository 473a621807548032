import {
  type DefinitionParams,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type Location,
  type LocationLink,
  type Position,
  type ReferenceParams,
} from 'vscode-languageserver';
import {
  blockAt,
  chainOf,
  headOf,
  type Page,
  type PlacedPage,
  type Span,
  spanOf,
  tailOf,
} from '../../newspaper/index.ts';
import type { Dump } from '../../workspace/dump.ts';
import { offsetIn, pageAt, rangeOf } from '../convert.ts';
import type { Feature } from '../session.ts';

/** From one half of a broken paragraph to the other, and from a repeated headline to the one it repeats. */
export const definition: Feature<DefinitionParams, LocationLink[]> = (dump, { position }) => {
  const { placed, block } = at(dump, position);
  if (block === undefined) return undefined;
  const { page } = placed;
  const targets: { from: Span; to: Span; whole: Span }[] = [];
  const link = (from: Span, to: Span, target: number) =>
    targets.push({ from, to, whole: spanOf(page.blocks[target]!) });
  for (const { block: repeated, of } of page.duplicates) {
    if (repeated === block) link(spanOf(page.blocks[block]!), spanOf(page.blocks[of]!), of);
  }
  for (const { at: head, to } of page.continuations) {
    if (to === undefined) continue;
    if (head === block) link(tailOf(page.blocks[head]!), headOf(page.blocks[to]!), to);
    else if (to === block) link(headOf(page.blocks[to]!), tailOf(page.blocks[head]!), head);
  }
  return targets.map(({ from, to, whole }) => ({
    originSelectionRange: rangeOf(placed, from),
    targetUri: dump.uri,
    targetRange: rangeOf(placed, whole),
    targetSelectionRange: rangeOf(placed, to),
  }));
};

/** All pieces of a broken paragraph, or a headline with its repetitions, in reading order. */
export const references: Feature<ReferenceParams, Location[]> = (dump, { position }) => {
  const { placed, block } = at(dump, position);
  if (block === undefined) return undefined;
  return kin(placed.page, block).map((member) => ({
    uri: dump.uri,
    range: rangeOf(placed, spanOf(placed.page.blocks[member]!)),
  }));
};

/** The same, to be lit up while the cursor is on one of them. */
export const documentHighlight: Feature<DocumentHighlightParams, DocumentHighlight[]> = (dump, { position }) => {
  const { placed, block } = at(dump, position);
  if (block === undefined) return undefined;
  return kin(placed.page, block).map((member) => ({
    range: rangeOf(placed, spanOf(placed.page.blocks[member]!)),
    kind: DocumentHighlightKind.Text,
  }));
};

function at(dump: Dump, position: Position): { placed: PlacedPage; block: number | undefined } {
  const placed = pageAt(dump.issue, position.line);
  return { placed, block: blockAt(placed.page, offsetIn(placed, position))?.index };
}

/** The blocks that are one with `block`: its chain of continuations, or its headline and all repetitions of that. */
function kin(page: Page, block: number): readonly number[] {
  const link = page.continuations.find(({ at: head, to }) => to !== undefined && (head === block || to === block));
  if (link !== undefined) {
    const chain = chainOf(page, link);
    return [chain[0]!.at, ...chain.flatMap(({ to }) => (to === undefined ? [] : [to]))];
  }
  const original = page.duplicates.find((duplicate) => duplicate.block === block)?.of ?? block;
  const repetitions = page.duplicates.filter(({ of }) => of === original).map((duplicate) => duplicate.block);
  return repetitions.length > 0 ? [original, ...repetitions] : [];
}
