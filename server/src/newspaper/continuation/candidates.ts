import type { Block, Layout, Role } from '../page/block.ts';
import { Concordance, type Echo } from './concordance.ts';
import { evidence, type Kind } from './evidence.ts';
import { type ParagraphFacts, type Reader, type Seam, seeEnd, seeStart } from './facts.ts';
import { seeSeam } from './seamEvidence.ts';
import { Survey } from './survey.ts';
import { Scale, type Witness } from './weigh.ts';

/** What all that was seen of some ends or starts weighs, in nats. */
export interface Scores {
  readonly alone: number[];
  readonly linked: number[];
}

/** Possible links. `from` and `to` are places in the lists of {@link Candidates}; sorted by `from`. */
export interface Links {
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** How many characters at the start of the target repeat the end of the source. */
  readonly overlap: readonly number[];
  /** How probable it is that `overlap` is wrong where the link is right. */
  readonly doubt: readonly number[];
  /** What the two say together, in nats: their seam and what stands between. */
  readonly linked: readonly number[];
}

/** Everything on a page that may be cut, or go on from elsewhere, and which might belong together. */
export interface Candidates {
  /** Indices of blocks, ascending. */
  readonly sources: readonly number[];
  readonly targets: readonly number[];
  /** In the order of the two lists above. */
  readonly ends: Scores;
  readonly starts: Scores;
  readonly links: Links;
  /** The words that were looked for all over the page: see {@link Concordance.asked}. */
  readonly words: Int32Array;
  /** Tells a witness what there is to see of a source, of a target, of a link, by its place. */
  seeSource(source: number, witness: Witness): void;
  seeTarget(target: number, witness: Witness): void;
  seeLink(link: number, witness: Witness): void;
}

/** A scrap of a sentence that is printed twice, at the end of a column and at the head of the next, is short and near. */
export const shortScrap = 8;
const nearTargets = 3;
/** How many of the next targets a cut may lead to, and how many blocks away. */
const mostTargets = 10;
const farthest = 40;
/**
 * Links are not looked at any further where their two ends, together with what stands between, score less than
 * this, nor for echoes where all else has settled whether they hold or their ends stay apart. Of 4,000 true links the
 * first loses some ten.
 */
const hopeless = -6;
const settled = 6;
/** A start that scores less than this begins a paragraph, whatever else begins with its first word. */
const unstrained = -3;
/** How many blocks before the head and behind it are searched for what a seam would make. */
const earshot = 12;
/** What it says that a first or last word stands elsewhere at the border of a clause, and that it stands inside one. */
const firstWordPlaces = [evidence['start.echoStart'], evidence['start.echoInside']] as const;
const lastWordPlaces = [evidence['end.echoEnd'], evidence['end.echoInside']] as const;

/**
 * Finds them. What is hopeless by the reader's weights is left out, and what costs most to find out is only found out
 * where it can decide something: by weights that are all 0 everything is observed, to learn from. `isEdited`: the page is
 * being edited, so that its seams are wanted again after the next key.
 */
export function candidatesOf(
  blocks: readonly Block[],
  roles: readonly Role[],
  layout: Layout,
  reader: Reader,
  isEdited = false,
): Candidates {
  return new Search(new Survey(blocks, roles, layout), reader, isEdited).run();
}

class Search {
  readonly #survey: Survey;
  readonly #reader: Reader;
  readonly #isEdited: boolean;
  readonly #scale: Scale;
  /** By target. */
  readonly #facts: readonly ParagraphFacts[];
  readonly #texts: readonly string[];
  readonly #concordance: Concordance;
  /** By source: its place among the targets, and where it ends as sentences end the target that repeats its last words. */
  readonly #places: number[] = [];
  readonly #repeatedIn: (number | undefined)[] = [];
  /** By target, by source: the number of the word that it begins or ends with in the concordance; −1 where it was not asked for. */
  readonly #firstWords: number[];
  readonly #lastWords: number[] = [];
  readonly #links = {
    from: [] as number[],
    to: [] as number[],
    overlap: [] as number[],
    doubt: [] as number[],
    linked: [] as number[],
    echo: [] as Echo[],
  };

  constructor(survey: Survey, reader: Reader, isEdited: boolean) {
    this.#survey = survey;
    this.#reader = reader;
    this.#isEdited = isEdited;
    this.#scale = new Scale(reader.tables);
    this.#texts = survey.blocks.map(({ paragraph }) => paragraph.text);
    this.#facts = survey.targets.map((block) => reader.read(survey.blocks[block]!.paragraph));
    this.#concordance = new Concordance(this.#texts);
    this.#firstWords = survey.targets.map(() => -1);
  }

  run(): Candidates {
    const { targets } = this.#survey;
    const starts = this.#weighStarts();
    this.#findSources();
    const seams = this.#wantWords(starts);
    this.#concordance.read();
    this.#addFirstWords(starts);
    const ends = this.#weighEnds();
    this.#findLinks(starts, ends, seams);
    return {
      sources: this.#places.map((place) => targets[place]!),
      targets,
      ends,
      starts,
      links: this.#links,
      words: this.#concordance.asked(),
      seeSource: (source, witness) => this.#seeSource(source, witness),
      seeTarget: (target, witness) => this.#seeTarget(target, witness),
      seeLink: (link, witness) => this.#seeLink(link, witness),
    };
  }

  /** What speaks for each start, but for its first word elsewhere. */
  #weighStarts(): Scores {
    const { targets } = this.#survey;
    const starts: Scores = { alone: [], linked: [] };
    for (let place = 0; place < targets.length; place++) {
      const { startAlone, startLinked } = this.#facts[place]!;
      const scale = this.#scale.begin(startAlone, startLinked);
      this.#survey.seeStart(targets[place]!, scale);
      starts.alone.push(scale.alone);
      starts.linked.push(scale.linked);
    }
    return starts;
  }

  #findSources(): void {
    for (let place = 0; place < this.#facts.length; place++) {
      const isOpen = this.#facts[place]!.end !== undefined;
      const repeatedIn = isOpen ? undefined : this.#repeatedBehind(place);
      if (!isOpen && repeatedIn === undefined) continue;
      this.#places.push(place);
      this.#repeatedIn.push(repeatedIn);
    }
  }

  /** Which of the next targets begins with the last words of one that ends as sentences end, its stop included. */
  #repeatedBehind(place: number): number | undefined {
    const text = this.#text(place);
    for (let to = place + 1; to < this.#facts.length && to <= place + nearTargets; to++) {
      const { mark, firstClause, clauseMark } = this.#facts[to]!.start;
      if (mark !== 'none' || clauseMark !== 'stop' || firstClause > shortScrap) continue;
      if (text.endsWith(this.#text(to).slice(0, firstClause + 1))) return to;
    }
    return undefined;
  }

  /** Asks for the words that may decide something. Gives the numbers of the pairs at all seams, by source and target. */
  #wantWords(starts: Scores): readonly number[] {
    const concordance = this.#concordance;
    for (let place = 0; place < this.#facts.length; place++) {
      if (starts.linked[place]! < unstrained) continue;
      const text = this.#text(place);
      this.#firstWords[place] = concordance.want(text.charCodeAt(0), text.charCodeAt(1));
    }
    const seams: number[] = [];
    for (let source = 0; source < this.#places.length; source++) {
      const place = this.#places[source]!;
      if (this.#repeatedIn[source] !== undefined) {
        this.#lastWords.push(-1);
        continue;
      }
      const text = this.#text(place);
      const last = text.charCodeAt(text.length - 1);
      this.#lastWords.push(concordance.want(text.charCodeAt(text.length - 2), last));
      const lastTarget = this.#lastTarget(place);
      for (let to = place + 1; to <= lastTarget; to++) {
        const tail = this.#text(to);
        seams.push(text.length < 2 || tail.length < 2 ? -1 : concordance.want(last, tail.charCodeAt(0)));
      }
    }
    return seams;
  }

  /** The last target that a cut may lead to; the cut itself where it leads to none. */
  #lastTarget(place: number): number {
    const { targets } = this.#survey;
    if (this.#survey.goesOnElsewhere(targets[place]!)) return place;
    let last = Math.min(place + mostTargets, targets.length - 1);
    while (targets[last]! - targets[place]! > farthest) last--;
    return last;
  }

  #addFirstWords(starts: Scores): void {
    for (let place = 0; place < this.#facts.length; place++) {
      if (this.#firstWords[place]! < 0) continue;
      const scale = this.#scale.begin(starts.alone[place], starts.linked[place]);
      this.#seeFirstWord(place, scale);
      starts.alone[place] = scale.alone;
      starts.linked[place] = scale.linked;
    }
  }

  #weighEnds(): Scores {
    const count = this.#places.length;
    const ends: Scores = { alone: [], linked: [] };
    for (let source = 0; source < count; source++) {
      const { endAlone, endLinked } = this.#facts[this.#places[source]!]!;
      const scale = this.#scale.begin(endAlone, endLinked);
      this.#seeAroundSource(source, scale);
      ends.alone.push(scale.alone);
      ends.linked.push(scale.linked);
    }
    return ends;
  }

  #findLinks(starts: Scores, ends: Scores, seams: readonly number[]): void {
    const { targets } = this.#survey;
    const scale = this.#scale;
    let seam = 0;
    for (let source = 0; source < this.#places.length; source++) {
      const place = this.#places[source]!;
      const repeatedIn = this.#repeatedIn[source];
      if (repeatedIn !== undefined) {
        this.#seeRepeatedStop(place, repeatedIn, scale.begin());
        this.#addLink(source, repeatedIn, this.#facts[repeatedIn]!.start.firstClause + 1, 0, scale.linked, 0);
        continue;
      }
      const [endAlone, endLinked] = [Math.max(0, ends.alone[source]!), ends.linked[source]!];
      const last = this.#lastTarget(place);
      for (let to = place + 1; to <= last; to++) {
        const pair = seams[seam++]!;
        this.#survey.seeBetween(targets[place]!, targets[to]!, scale.begin());
        const between = scale.linked;
        const apart = endLinked + starts.linked[to]! + between;
        if (apart < hopeless) continue;
        const { overlap, doubt, linked } = this.#seam(place, to);
        const together = apart + linked;
        scale.begin(0, linked + between).see(evidence.link, 1);
        this.#survey.seeIndentation(targets[to]!, scale);
        let echo: Echo = 0;
        // what is repeated stands at the tail's own start and would be its own echo
        if (overlap === 0 && Math.abs(together - endAlone - Math.max(0, starts.alone[to]!)) < settled) {
          echo = this.#echo(place, to, pair);
          if (echo !== 0) this.#seeEcho(echo, place, scale);
        }
        this.#addLink(source, to, overlap, doubt, scale.linked, echo);
      }
    }
  }

  #seam(place: number, to: number): Seam {
    if (!this.#isEdited) return this.#readSeam(place, to);
    const { blocks, targets } = this.#survey;
    const seams = this.#reader.seamsOf(blocks[targets[place]!]!.paragraph);
    const tail = blocks[targets[to]!]!.paragraph;
    let seam = seams.get(tail);
    if (seam === undefined) {
      seam = this.#readSeam(place, to);
      seams.set(tail, seam);
    }
    return seam;
  }

  #readSeam(place: number, to: number): Seam {
    const scale = this.#scale.begin();
    const { end } = this.#facts[place]!;
    const { overlap, doubt } = seeSeam(this.#text(place), this.#text(to), end!, this.#facts[to]!.start, scale);
    return { overlap, doubt, linked: scale.linked };
  }

  #addLink(from: number, to: number, overlap: number, doubt: number, linked: number, echo: Echo): void {
    const links = this.#links;
    links.from.push(from);
    links.to.push(to);
    links.overlap.push(overlap);
    links.doubt.push(doubt);
    links.linked.push(linked);
    links.echo.push(echo);
  }

  #echo(place: number, to: number, pair: number): Echo {
    if (pair < 0) return 0;
    const [head, tail] = [this.#text(place), this.#text(to)];
    const block = this.#survey.targets[place]!;
    const before = head.charCodeAt(head.length - 2);
    return this.#concordance.echo(pair, before, tail.charCodeAt(1), block - earshot, block + earshot);
  }

  #text(place: number): string {
    return this.#texts[this.#survey.targets[place]!]!;
  }

  #seeTarget(place: number, witness: Witness): void {
    const { start, end } = this.#facts[place]!;
    seeStart(this.#text(place), start, end === undefined, witness);
    this.#survey.seeStart(this.#survey.targets[place]!, witness);
    this.#seeFirstWord(place, witness);
  }

  #seeFirstWord(place: number, witness: Witness): void {
    this.#seePlaces(this.#firstWords[place]!, place, -1, firstWordPlaces, witness);
  }

  #seeSource(source: number, witness: Witness): void {
    const { start, end } = this.#facts[this.#places[source]!]!;
    if (end !== undefined) seeEnd(this.#text(this.#places[source]!), end, start, witness);
    this.#seeAroundSource(source, witness);
  }

  /** What speaks for the end of a source, but for what it says by itself. */
  #seeAroundSource(source: number, witness: Witness): void {
    if (this.#repeatedIn[source] !== undefined) {
      witness.see(evidence.end, 1);
      witness.see(evidence['end.stopped'], 1);
      return;
    }
    const place = this.#places[source]!;
    this.#survey.seeEnd(place, witness);
    this.#seePlaces(this.#lastWords[source]!, place, 1, lastWordPlaces, witness);
  }

  /** Where else the word stands that a block begins or ends with: a word at a border there is seldom cut from another. */
  #seePlaces(word: number, place: number, side: -1 | 1, kinds: readonly [Kind, Kind], witness: Witness): void {
    if (word < 0) return;
    const block = this.#survey.targets[place]!;
    const text = this.#texts[block]!;
    const { border, inside } = this.#concordance.places(word, text, side, block - earshot, block + earshot);
    if (border > 0) witness.see(kinds[0], Math.log((border + 1) / (inside + 1)));
    else if (inside > 0) witness.see(kinds[1], 1);
  }

  #seeLink(link: number, witness: Witness): void {
    const { targets } = this.#survey;
    const source = this.#links.from[link]!;
    const to = this.#links.to[link]!;
    const place = this.#places[source]!;
    if (this.#repeatedIn[source] !== undefined) {
      this.#seeRepeatedStop(place, to, witness);
      return;
    }
    witness.see(evidence.link, 1);
    seeSeam(this.#text(place), this.#text(to), this.#facts[place]!.end!, this.#facts[to]!.start, witness);
    this.#survey.seeBetween(targets[place]!, targets[to]!, witness);
    this.#survey.seeIndentation(targets[to]!, witness);
    const echo = this.#links.echo[link]!;
    if (echo !== 0) this.#seeEcho(echo, place, witness);
  }

  #seeRepeatedStop(place: number, to: number, witness: Witness): void {
    witness.see(evidence.link, 1);
    witness.see(evidence['seam.repeatedStop'], 1);
    this.#survey.seeBetween(this.#survey.targets[place]!, this.#survey.targets[to]!, witness);
  }

  /** What it says that the characters at a seam stand together elsewhere. */
  #seeEcho(echo: Echo, place: number, witness: Witness): void {
    const pair = echo === 2 ? evidence['seam.echo2'] : evidence['seam.echo3'];
    witness.see(echo === 4 ? evidence['seam.echo4'] : pair, 1);
    const { stops, commas } = this.#facts[place]!.end!;
    if (stops + commas === 0) witness.see(evidence['seam.echoPlain'], 1);
  }
}
