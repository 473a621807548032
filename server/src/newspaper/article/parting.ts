import type { Continuation } from '../continuation/continuation.ts';
import type { Block, Role } from '../page/block.ts';
import { endsSigned, startsWithDateline, startsWithLead } from '../press/read.ts';
import type { Cluster, Cohesion } from './cohesion.ts';
import { type PartingFact, partingWeights } from './partingWeights.ts';
import { isHead } from './segment.ts';

/** Where a guest's rest stands among the blocks of its host, and what is known of both. All blocks ascending. */
export interface Weave {
  /** The blocks in question: the first is the guest's, then come more of its, then the host's. */
  readonly run: readonly number[];
  /** What the guest is known to have, its headline first. */
  readonly guest: readonly number[];
  /** What the host is known to have, its headline first. */
  readonly host: readonly number[];
  /** Text of the host stands before the run. */
  readonly begun: boolean;
}

/** Where a run of blocks is parted. */
export interface Seam {
  /** How many blocks of the run are the guest's. */
  readonly length: number;
  /** How much speaks for that (nats). */
  readonly score: number;
  /** How much more the first block of the run is like what the host is known to have than like what the guest is. */
  readonly lean: number;
}

/** Parts the weaves of one page. */
export class Parting {
  readonly #blocks: readonly Block[];
  readonly #roles: readonly Role[];
  /** By block: the link that leads to it. */
  readonly #linkTo: ReadonlyMap<number, Continuation>;
  readonly #cohesion: Cohesion;

  constructor(
    blocks: readonly Block[],
    roles: readonly Role[],
    linkTo: ReadonlyMap<number, Continuation>,
    cohesion: Cohesion,
  ) {
    this.#cohesion = cohesion;
    this.#blocks = blocks;
    this.#roles = roles;
    this.#linkTo = linkTo;
  }

  /** Where the run is parted. */
  part(weave: Weave): Seam {
    const { scores, lean } = this.read(weave, partingWeights);
    let best = 0;
    for (let place = 1; place < scores.length; place++) if (scores[place]! > scores[best]!) best = place;
    // past the longest run nothing was looked at: what goes on there went on before
    return { length: best + 1 === longestRun ? weave.run.length : best + 1, score: scores[best]!, lean };
  }

  /**
   * What speaks for and against the guest's ending with each block of the run, as far as runs are looked at: the sum of all
   * facts, each times its weight. So a fact by itself is the score by a table that has 1 for it and 0 for the others.
   * And see {@link Seam.lean}.
   */
  read(
    weave: Weave,
    weights: Readonly<Record<PartingFact, number>>,
  ): { readonly scores: Float64Array; readonly lean: number } {
    const { run, guest, host, begun } = weave;
    const length = Math.min(run.length, longestRun);
    for (const known of [guest, host, run.slice(0, length)]) this.#cohesion.note(known);
    const { cohesion, lean } = this.#compare(weave, length);
    const scores = new Float64Array(length);
    let sum = 0;
    for (let place = 0; place < length; place++) {
      sum += cohesion[place]!;
      scores[place] =
        weights.cohesion * sum + weights.length * Math.log(place + 1) + this.#endScore(run[place]!, weights);
      if (place + 1 === length) scores[place]! += weights.nothingLeft + (begun ? 0 : weights.hostEmpty);
      else scores[place]! += this.#startScore(weave, run[place]!, run[place + 1]!, weights);
    }
    this.#addLinks(scores, run, weights);
    return { scores, lean };
  }

  /** For each block of the run, likeness to the guest and what of the run stands before it, less that to the host and what stands behind. */
  #compare({ guest, host, run }: Weave, length: number): { readonly cohesion: Float64Array; readonly lean: number } {
    const { shared } = this.#cohesion;
    const [guests, hosts] = this.#cohesion.clusters();
    this.#fill(guests, guest);
    this.#fill(hosts, host);
    const cohesion = new Float64Array(length);
    const toHost = hosts.likeness(run[0]!, shared);
    for (let place = 0; place < length; place++) {
      cohesion[place] = guests.likeness(run[place]!, shared);
      if (place + 1 < length) guests.add(run[place]!, shared);
    }
    const toGuest = cohesion[0]!;
    for (let place = length - 1; place >= 0; place--) {
      cohesion[place]! -= hosts.likeness(run[place]!, shared);
      if (place > 0) hosts.add(run[place]!, shared);
    }
    return { cohesion, lean: toHost - toGuest };
  }

  #fill(cluster: Cluster, known: readonly number[]): void {
    const { shared } = this.#cohesion;
    for (const block of known) cluster.add(block, shared, isHead(this.#roles[block]!) ? headTimes : 1);
  }

  #endScore(block: number, weights: Readonly<Record<PartingFact, number>>): number {
    const role = this.#roles[block]!;
    const { text } = this.#blocks[block]!.paragraph;
    const last = text.charAt(text.length - 1);
    let score = 0;
    if (role === 'byline' || role === 'credit' || endsSigned(text)) score += weights.ending;
    else if (roundBrackets.includes(last)) score += weights.bracket;
    if (role === 'subhead') score += weights.subheadEnd;
    if (text.length < shortLine) score += weights.shortEnd;
    if (!closers.includes(last)) score += weights.openEnd;
    return score;
  }

  #startScore(
    { begun, host }: Weave,
    block: number,
    next: number,
    weights: Readonly<Record<PartingFact, number>>,
  ): number {
    const role = this.#roles[next]!;
    const { paragraph } = this.#blocks[next]!;
    let score = weights.adjacent * this.#cohesion.overlap(block, next);
    for (const head of host) {
      if (isHead(this.#roles[head]!)) score += weights.headline * this.#cohesion.overlap(head, next);
    }
    if (role === 'jump') score += weights.jump;
    if (role === 'deck') score += weights.deck;
    if (role === 'subhead') score += weights.subheadStart;
    if (paragraph.text.length < shortLine) score += weights.shortStart;
    const dateline = startsWithDateline(paragraph.text);
    if (dateline || startsWithLead(paragraph.text)) {
      score += begun ? weights.lateLead : dateline ? weights.dateline : weights.lead;
    }
    return score;
  }

  /** What cut paragraphs say: both halves of one belong to the same article. */
  #addLinks(scores: Float64Array, run: readonly number[], weights: Readonly<Record<PartingFact, number>>): void {
    for (let place = 1; place < scores.length; place++) {
      const block = run[place]!;
      const link = this.#linkTo.get(block);
      if (link === undefined || link.at >= block) continue;
      const { at } = link;
      const certainty = roughCertainty(link.certainty);
      const head = run.lastIndexOf(at, place);
      if (head >= 0) for (let torn = head; torn < place; torn++) scores[torn]! += weights.torn * certainty;
      else if (at < run[0]! && this.#isHosts(at, run[0]!)) {
        scores[place - 1]! += weights.resumed * certainty;
        for (let strayed = place; strayed < scores.length; strayed++) scores[strayed]! += weights.strayed * certainty;
      }
    }
  }

  /** True where no headline stands between a cut block and the run. */
  #isHosts(block: number, first: number): boolean {
    for (let between = block; between < first; between++) if (this.#roles[between] === 'headline') return false;
    return true;
  }
}

/**
 * How certain a link is as far as the comparison of texts asks for it, in tenths: each key changes all links of a page by
 * some thousandths, and hardly ever by more.
 */
export function roughCertainty(certainty: number): number {
  return Math.round(10 * certainty) / 10;
}

/** No rest is looked for behind so many blocks, so that a page of any length takes time in proportion. */
const longestRun = 48;
/** A headline says in few words what the article is about. */
const headTimes = 6;
/** Fewer characters make no paragraph of running text. */
const shortLine = 30;
/** What closes a bracket, and what closes a sentence, a quotation or a bracket. */
const roundBrackets = ')）';
const closers = '。！？!?”」…)）';
