import type { Folder } from './folder.ts';
import type { JumpLink, PlacedHalf } from './jumps.ts';
import type { DumpView } from './view.ts';

/** One piece of an article that is printed on several pages. */
export interface Piece {
  readonly view: DumpView;
  /** Place of the page in the dump. */
  readonly page: number;
  /** Place of the article among those of the page. */
  readonly article: number;
  /** The link that leads from the piece before to this one; undefined for the first. */
  readonly link: JumpLink | undefined;
}

/** No article goes over more pages; links that lead in a ring end here as well. */
const mostPieces = 8;

/** All pieces of an article in reading order; one piece where no jump line leads on. */
export async function wholeArticle(
  folder: Folder,
  view: DumpView,
  page: number,
  article: number,
): Promise<readonly Piece[]> {
  const first: Piece = { view, page, article, link: undefined };
  const pieces = [first];
  for (let at = first; pieces.length < mostPieces; ) {
    const link = await linkOf(folder, at, 'to');
    const next = link && pieceOf(link.there, link);
    if (next === undefined || has(pieces, next)) break;
    pieces.push(next);
    at = next;
  }
  for (let at = first; pieces.length < mostPieces; ) {
    const link = await linkOf(folder, at, 'from');
    const before = link && pieceOf(link.there, undefined);
    if (link === undefined || before === undefined || has(pieces, before)) break;
    pieces[0] = { ...at, link: { here: link.there, there: link.here, score: link.score } };
    pieces.unshift(before);
    at = before;
  }
  return pieces;
}

async function linkOf(
  folder: Folder,
  { view, page, article }: Piece,
  direction: 'to' | 'from',
): Promise<JumpLink | undefined> {
  const { links } = await folder.jumps(view);
  return links.find(
    ({ here }) => here.page === page && here.half.article === article && here.half.direction === direction,
  );
}

function pieceOf({ view, page, half }: PlacedHalf, link: JumpLink | undefined): Piece | undefined {
  return half.article < 0 ? undefined : { view, page, article: half.article, link };
}

function has(pieces: readonly Piece[], { view, page, article }: Piece): boolean {
  return pieces.some((piece) => piece.view.uri === view.uri && piece.page === page && piece.article === article);
}
