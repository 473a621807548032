import type { Continuation } from '../continuation/continuation.ts';
import type { Block, Role } from '../page/block.ts';
import { edge } from '../press/press.ts';
import { fits } from '../press/read.ts';
import { type Cluster, type Cohesion, overlap } from './cohesion.ts';
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

  /** How many blocks of the run are the guest's, and how much speaks for that (nats). */
  part(weave: Weave): { readonly length: number; readonly score: number } {
    let best = 0;
    let most = Number.NEGATIVE_INFINITY;
    this.candidates(weave).forEach((facts, place) => {
      let score = 0;
      for (const [fact, value] of facts) score += partingWeights[fact] * value;
      if (score > most) {
        most = score;
        best = place;
      }
    });
    // past the longest run nothing was looked at: what goes on there went on before
    return { length: best + 1 === longestRun ? weave.run.length : best + 1, score: most };
  }

  /** How much more the first block of the run is like what the host is known to have than like what the guest is. */
  lean({ run, guest, host }: Weave): number {
    const [guests, hosts] = this.#cohesion.clusters();
    this.#fill(guests, guest);
    this.#fill(hosts, host);
    const { paragraph } = this.#blocks[run[0]!]!;
    return hosts.likeness(paragraph) - guests.likeness(paragraph);
  }

  /** What speaks for and against the guest's ending with each block of the run. */
  candidates(weave: Weave): ReadonlyMap<PartingFact, number>[] {
    const run = weave.run.slice(0, longestRun);
    const cohesion = this.#differences(weave, run);
    const places = run.map(() => new Map<PartingFact, number>());
    let sum = 0;
    run.forEach((block, place) => {
      const facts = places[place]!;
      sum += cohesion[place]!;
      facts.set('cohesion', sum);
      facts.set('length', Math.log(place + 1));
      this.#endFacts(facts, block);
      const next = run[place + 1];
      if (next === undefined) {
        facts.set('nothingLeft', 1);
        if (!weave.begun) facts.set('hostEmpty', 1);
      } else this.#startFacts(facts, weave, block, next);
    });
    this.#linkFacts(places, run);
    return places;
  }

  /** For each block of the run, likeness to the guest and what of the run stands before it, less that to the host and what stands behind. */
  #differences({ guest, host }: Weave, run: readonly number[]): Float64Array {
    const [guests, hosts] = this.#cohesion.clusters();
    this.#fill(guests, guest);
    this.#fill(hosts, host);
    const differences = new Float64Array(run.length);
    for (let place = 0; place < run.length; place++) {
      const { paragraph } = this.#blocks[run[place]!]!;
      differences[place] = guests.likeness(paragraph);
      guests.add(paragraph);
    }
    for (let place = run.length - 1; place >= 0; place--) {
      const { paragraph } = this.#blocks[run[place]!]!;
      differences[place]! -= hosts.likeness(paragraph);
      hosts.add(paragraph);
    }
    return differences;
  }

  #fill(cluster: Cluster, known: readonly number[]): void {
    cluster.clear();
    for (const block of known) cluster.add(this.#blocks[block]!.paragraph, isHead(this.#roles[block]!) ? headTimes : 1);
  }

  #endFacts(facts: Map<PartingFact, number>, block: number): void {
    const role = this.#roles[block]!;
    const { text } = this.#blocks[block]!.paragraph;
    if (role === 'byline' || role === 'credit' || fits('endings', text.slice(-edge))) facts.set('ending', 1);
    else if (/[)）]$/u.test(text)) facts.set('bracket', 1);
    if (role === 'subhead') facts.set('subheadEnd', 1);
    if (text.length < shortLine) facts.set('shortEnd', 1);
    if (!/[。！？!?”」…)）]$/u.test(text)) facts.set('openEnd', 1);
  }

  #startFacts(facts: Map<PartingFact, number>, { begun, host }: Weave, block: number, next: number): void {
    const role = this.#roles[next]!;
    const { paragraph } = this.#blocks[next]!;
    const { rarity } = this.#cohesion;
    facts.set('adjacent', overlap(this.#blocks[block]!.paragraph, paragraph, rarity));
    let headline = 0;
    for (const head of host)
      if (isHead(this.#roles[head]!)) headline += overlap(this.#blocks[head]!.paragraph, paragraph, rarity);
    facts.set('headline', headline);
    if (role === 'jump') facts.set('jump', 1);
    if (role === 'deck') facts.set('deck', 1);
    if (role === 'subhead') facts.set('subheadStart', 1);
    if (paragraph.text.length < shortLine) facts.set('shortStart', 1);
    const start = paragraph.text.slice(0, edge);
    const dateline = fits('datelines', start);
    if (dateline || fits('leads', start)) facts.set(begun ? 'lateLead' : dateline ? 'dateline' : 'lead', 1);
  }

  /** What cut paragraphs say: both halves of one belong to the same article. */
  #linkFacts(places: readonly Map<PartingFact, number>[], run: readonly number[]): void {
    const placeOf = new Map(run.map((block, place) => [block, place]));
    run.forEach((block, place) => {
      const link = this.#linkTo.get(block);
      if (place === 0 || link === undefined || link.at >= block) return;
      const head = placeOf.get(link.at);
      if (head !== undefined) for (let torn = head; torn < place; torn++) raise(places[torn]!, 'torn', link.certainty);
      else if (link.at < run[0]! && this.#isHosts(link.at, run[0]!)) {
        raise(places[place - 1]!, 'resumed', link.certainty);
        for (let strayed = place; strayed < run.length; strayed++) raise(places[strayed]!, 'strayed', link.certainty);
      }
    });
  }

  /** True where no headline stands between a cut block and the run. */
  #isHosts(block: number, first: number): boolean {
    for (let between = block; between < first; between++) if (this.#roles[between] === 'headline') return false;
    return true;
  }
}

function raise(facts: Map<PartingFact, number>, fact: PartingFact, value: number): void {
  facts.set(fact, (facts.get(fact) ?? 0) + value);
}

/** No rest is looked for behind so many blocks, so that a page of any length takes time in proportion. */
const longestRun = 48;
/** A headline says in few words what the article is about. */
const headTimes = 6;
/** Fewer characters make no paragraph of running text. */
const shortLine = 30;
