import type { Continuation } from '../continuation/continuation.ts';
import type { Forerunners } from './forerunner.ts';
import type { Parting } from './parting.ts';
import type { Segment } from './segment.ts';

/** Who decides where a paragraph crosses a headline. */
export interface Judges {
  readonly forerunners: Pick<Forerunners, 'isForerunner'>;
  readonly parting: Pick<Parting, 'guestLength'>;
}

/**
 * The text of each segment's article. Text belongs to the headline above it, unless a paragraph that was cut under an
 * earlier headline goes on there: then it, and more behind it, may be that article's rest; or the beginning belongs to
 * the later headline.
 */
export function unweave(
  segments: readonly Segment[],
  linkTo: ReadonlyMap<number, Continuation>,
  { forerunners, parting }: Judges,
): readonly (readonly number[])[] {
  const texts: number[][] = segments.map(() => []);
  const ownerOf = new Map<number, number>();
  const known = (owner: number): number[] => [...segments[owner]!.heads, ...texts[owner]!];
  const give = (block: number, owner: number): void => {
    texts[owner]!.push(block);
    ownerOf.set(block, owner);
  };
  /** Takes the beginning of a paragraph, which may be in several pieces, from the article it was given to. */
  const take = (last: number, owner: number): number[] => {
    const pieces: number[] = [];
    for (let block: number | undefined = last; block !== undefined && texts[owner]!.at(-1) === block; ) {
      pieces.unshift(block);
      texts[owner]!.pop();
      block = linkTo.get(block)?.at;
    }
    return pieces;
  };

  segments.forEach(({ text }, host) => {
    const arrivals = arrivalsIn(text, linkTo, ownerOf);
    for (const block of text.slice(0, arrivals[0]?.place)) give(block, host);
    arrivals.forEach(({ place, beginning, guest }, index) => {
      const run = text.slice(place, arrivals[index + 1]?.place);
      const pieces = take(beginning, guest);
      const crossing = { beginning, rest: run[0]!, first: known(guest), second: known(host), behind: run.slice(1) };
      const forerunner = pieces.length > 0 && forerunners.isForerunner(crossing);
      for (const piece of pieces) give(piece, forerunner ? host : guest);
      const [ahead, behind] = forerunner ? [host, guest] : [guest, host];
      const begun = texts[behind]!.length > 0;
      const length = parting.guestLength({ run, guest: known(ahead), host: known(behind), begun });
      run.forEach((block, at) => {
        give(block, at < length ? ahead : behind);
      });
    });
  });
  return texts;
}

interface Arrival {
  /** Its place among the text of the segment. */
  readonly place: number;
  /** The block that it continues, and whose that is. */
  readonly beginning: number;
  readonly guest: number;
}

/** Where paragraphs that were cut in earlier segments go on. */
function arrivalsIn(
  text: readonly number[],
  linkTo: ReadonlyMap<number, Continuation>,
  ownerOf: ReadonlyMap<number, number>,
): readonly Arrival[] {
  return text.flatMap((block, place) => {
    const beginning = linkTo.get(block)?.at;
    const guest = beginning === undefined ? undefined : ownerOf.get(beginning);
    return beginning === undefined || guest === undefined ? [] : [{ place, beginning, guest }];
  });
}
