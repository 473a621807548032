import type { Continuation } from '../continuation/continuation.ts';
import type { Forerunners } from './forerunner.ts';
import type { Parting, Weave } from './parting.ts';
import type { Segment } from './segment.ts';

/** Who decides where a paragraph crosses a headline. */
export interface Judges {
  readonly forerunners: Pick<Forerunners, 'isForerunner'>;
  readonly parting: Pick<Parting, 'part'>;
}

/** The links of a page. */
export interface Links {
  /** By block that continues another one. */
  readonly to: ReadonlyMap<number, Continuation>;
  /** Blocks that are cut and that no link leads on from. */
  readonly lost: ReadonlySet<number>;
}

/** A link that is less certain than this may lead to the wrong block among the first of a segment. */
const certainFrom = 0.7;

/** Whether a link leads to the right block as far as that decides which texts are compared. */
export function isCertain(certainty: number): boolean {
  return certainty >= certainFrom;
}

/** The rest of an article drifts in among the first blocks of the next one: so many of its blocks may stand before it. */
const deepestDrift = 3;
/** So many blocks, the latest ones, tell what an article is about. */
const mostKnown = 24;
/** So many blocks behind a rest tell whether another article begins close by. */
const lookAhead = 3;
/** What a link that is not certain adds (nats) to the place that it leads to. */
const linked = 1.5;
/** A drift that no certain link leads to must be worth so much (nats). */
const leastWorth = 2;

/**
 * The text of each segment's article. Text belongs to the headline above it, unless a paragraph that was cut under an
 * earlier headline goes on there: then it, and more behind it, may be that article's rest; or the beginning belongs to
 * the later headline.
 */
export function unweave(segments: readonly Segment[], links: Links, judges: Judges): readonly (readonly number[])[] {
  // without links every text is its headline's own
  if (links.to.size === 0 && links.lost.size === 0) return segments.map(({ text }) => text);
  const loom = new Loom(segments, links, judges);
  for (let host = 0; host < segments.length; host++) loom.read(host);
  return loom.texts;
}

interface Arrival {
  /** Its place among the text of the segment. */
  readonly place: number;
  /** The block that it continues, and whose that is. */
  readonly beginning: number;
  readonly guest: number;
  readonly certainty: number;
}

class Loom {
  /** By segment: the text of its article, as far as segments were read. */
  readonly texts: number[][];
  readonly #segments: readonly Segment[];
  readonly #links: Links;
  readonly #judges: Judges;
  readonly #ownerOf = new Map<number, number>();

  constructor(segments: readonly Segment[], links: Links, judges: Judges) {
    this.texts = segments.map(() => []);
    this.#segments = segments;
    this.#links = links;
    this.#judges = judges;
  }

  /** Gives every block of a segment to an article: its own, the host, or an earlier one, the guest. */
  read(host: number): void {
    const { text } = this.#segments[host]!;
    const arrivals = this.#arrivals(text);
    const [first] = arrivals;
    const end = this.#segments[host - 1]?.text.at(-1);
    if (end !== undefined && arrivals.length < 2 && this.#isDoubtful(host, end, first)) {
      this.#search(host, this.#ownerOf.get(end)!, first?.place);
      return;
    }
    const own = first === undefined ? text.length : first.place;
    for (let place = 0; place < own; place++) this.#give(text[place]!, host);
    for (const [index, arrival] of arrivals.entries()) {
      const run = text.slice(arrival.place, arrivals[index + 1]?.place);
      if (this.#isForerunner(host, arrival, this.#known(host))) {
        for (const piece of this.#take(arrival)) this.#give(piece, host);
        this.#part(run, host, arrival.guest);
      } else this.#part(run, arrival.guest, host);
    }
  }

  /** Where paragraphs that were cut in earlier segments go on. */
  #arrivals(text: readonly number[]): readonly Arrival[] {
    const arrivals: Arrival[] = [];
    for (let place = 0; place < text.length; place++) {
      const link = this.#links.to.get(text[place]!);
      const guest = link && this.#ownerOf.get(link.at);
      if (guest !== undefined) arrivals.push({ place, beginning: link!.at, guest, certainty: link!.certainty });
    }
    return arrivals;
  }

  /** True where the segment before ends in a cut paragraph, and where that goes on is lost or not certain. */
  #isDoubtful(host: number, end: number, arrival: Arrival | undefined): boolean {
    if (arrival === undefined) return this.#links.lost.has(end);
    if (arrival.beginning !== end || isCertain(arrival.certainty) || arrival.place > deepestDrift) return false;
    const { heads, text } = this.#segments[host]!;
    return !this.#isForerunner(host, arrival, [...heads, ...text.slice(0, arrival.place)]);
  }

  #isForerunner(host: number, { place, beginning, guest }: Arrival, second: readonly number[]): boolean {
    const { text } = this.#segments[host]!;
    if (this.texts[guest]!.at(-1) !== beginning) return false;
    const first = this.#known(guest).slice(0, -1);
    return this.#judges.forerunners.isForerunner({
      beginning,
      rest: text[place]!,
      first,
      second,
      behind: text.slice(place + 1, place + 1 + lookAhead),
    });
  }

  /** Takes the beginning of a paragraph, which may be in several pieces, from the article it was given to. */
  #take({ beginning, guest }: Arrival): readonly number[] {
    const pieces: number[] = [];
    const text = this.texts[guest]!;
    for (let block: number | undefined = beginning; block !== undefined && text.at(-1) === block; ) {
      pieces.unshift(block);
      text.pop();
      block = this.#links.to.get(block)?.at;
    }
    return pieces;
  }

  /** Gives the first blocks of a run to one article, and the others to another one. */
  #part(run: readonly number[], guest: number, host: number): void {
    const length = this.#lengthOf(run, guest, host);
    for (let place = 0; place < run.length; place++) this.#give(run[place]!, place < length ? guest : host);
  }

  /** How many blocks of a run are the guest's; the first one always is. */
  #lengthOf(run: readonly number[], guest: number, host: number): number {
    if (run.length === 1) return 1;
    const begun = this.texts[host]!.length > 0;
    return this.#judges.parting.part({ run, guest: this.#known(guest), host: this.#known(host), begun }).length;
  }

  /** Looks for the place among the first blocks of a segment where a guest's rest begins, if anywhere. */
  #search(host: number, guest: number, linkedPlace: number | undefined): void {
    const { heads, text } = this.#segments[host]!;
    let [begin, end, most] = [0, 0, Number.NEGATIVE_INFINITY];
    // what stands before the place is the host's: that counts between places, but does not say that there is a drift
    let skipped = 0;
    for (let place = 0; place <= deepestDrift && place < text.length; place++) {
      const weave: Weave = {
        run: text.slice(place),
        guest: this.#known(guest),
        host: [...heads, ...text.slice(0, place)],
        begun: place > 0,
      };
      const { length, score, lean } = this.#judges.parting.part(weave);
      const worth = place === linkedPlace ? score + linked : score;
      if (worth > leastWorth && worth + skipped > most) [begin, end, most] = [place, place + length, worth + skipped];
      skipped += lean;
    }
    text.forEach((block, place) => {
      this.#give(block, begin <= place && place < end ? guest : host);
    });
  }

  /** What tells what an article is about. */
  #known(owner: number): readonly number[] {
    return [...this.#segments[owner]!.heads, ...this.texts[owner]!.slice(-mostKnown)];
  }

  #give(block: number, owner: number): void {
    this.texts[owner]!.push(block);
    this.#ownerOf.set(block, owner);
  }
}
