import type { Block } from '../page/block.ts';
import type { Former } from '../page/former.ts';
import { pairCount } from './pairs.ts';
import { Shared, sharedPairs, sharedWorths } from './shared.ts';

/*
 * Do two pieces of text speak of the same thing? They do when they share names and terms. So text is taken as the set of
 * its pairs of characters, each worth the more the fewer blocks of the page have it.
 */

/** Text already known to belong together, to which other text is compared. */
export class Cluster {
  readonly #counts = new Uint8ClampedArray(pairCount);
  #mass = 0;

  /** Adds a block; `times`: how often it counts. A headline says in a few words what its article is about, so it counts several times. */
  add(block: number, page: Shared, times = 1): void {
    const start = page.startOf(block);
    const end = page.endOf(block);
    const counts = this.#counts;
    const pairs = sharedPairs;
    for (let at = start; at < end; at++) counts[pairs[at]!]! += times;
    this.#mass += times * page.sizeOf(block);
  }

  /** Forgets everything, to be used again. */
  clear(): void {
    this.#counts.fill(0);
    this.#mass = 0;
  }

  /** How much a block of the page speaks of what the cluster speaks of; 0 where they share nothing. */
  likeness(block: number, page: Shared): number {
    const start = page.startOf(block);
    const end = page.endOf(block);
    const counts = this.#counts;
    const [pairs, worths] = [sharedPairs, sharedWorths];
    let shared = 0;
    for (let at = start; at < end; at++) shared += counts[pairs[at]!]! * worths[at]!;
    return this.#share(shared, page.sizeOf(block));
  }

  /** The same where little text is to tell a lot: pairs that are rare on the page, such as those of names, count for more. */
  rareLikeness(block: number, page: Shared): number {
    const start = page.startOf(block);
    const end = page.endOf(block);
    const counts = this.#counts;
    const [pairs, worths] = [sharedPairs, sharedWorths];
    let shared = 0;
    for (let at = start; at < end; at++) shared += counts[pairs[at]!]! * worths[at]! ** 2;
    return this.#share(shared / 3, page.sizeOf(block));
  }

  /** A long cluster shares more with anything, and a long paragraph does, though less than in proportion. */
  #share(shared: number, asked: number): number {
    return (100 * shared) / ((this.#mass + 100) * dampingOf(asked));
  }
}

/** By number of pairs: what a paragraph's likeness is divided by, once it was worked out. Powers take long. */
const dampings = new Float64Array(1024);

function dampingOf(asked: number): number {
  const known = dampings[asked];
  if (known !== undefined && known > 0) return known;
  const damping = (asked + 8) ** 0.4;
  dampings[asked] = damping;
  return damping;
}

/** The clusters of the page that is being read: to make new ones costs more than what is done with them. */
let clusters: readonly [Cluster, Cluster] | undefined;

/**
 * The cohesion of one page. Everything is worked out when it is first asked for: most pages never ask. No page may ask
 * once another one has begun to.
 */
export class Cohesion {
  readonly #blocks: readonly Block[];
  readonly #former: Former | undefined;
  #shared: Shared | undefined;
  #asked: Uint8Array | undefined;

  /** `former`: an earlier state of the page. */
  constructor(blocks: readonly Block[], former?: Former) {
    this.#blocks = blocks;
    this.#former = former;
  }

  /** By block: 1 for those whose text was asked for; undefined where nothing was. */
  get asked(): Uint8Array | undefined {
    return this.#asked;
  }

  /** Notes blocks whose text is asked for. */
  note(blocks: readonly number[]): void {
    this.#asked ??= new Uint8Array(this.#blocks.length);
    for (let at = 0; at < blocks.length; at++) this.#asked[blocks[at]!] = 1;
  }

  /** What the blocks of this page share. */
  get shared(): Shared {
    this.#shared ??= new Shared(this.#blocks, this.#former);
    return this.#shared;
  }

  /** Two empty clusters. They are the same two every time: those handed out before are emptied. */
  clusters(): readonly [Cluster, Cluster] {
    this.shared.makeRoom();
    clusters ??= [new Cluster(), new Cluster()];
    for (const cluster of clusters) cluster.clear();
    return clusters;
  }

  /** What two blocks share, from 0 for nothing to about the worth of one pair for the same text twice. */
  overlap(one: number, other: number): number {
    const page = this.shared;
    const oneStart = page.startOf(one);
    const otherStart = page.startOf(other);
    asking = (asking + 1) >>> 0;
    const [pairs, worths] = [sharedPairs, sharedWorths];
    for (let at = oneStart; at < page.endOf(one); at++) lastAsked[pairs[at]!] = asking;
    let shared = 0;
    for (let at = otherStart; at < page.endOf(other); at++) {
      if (lastAsked[pairs[at]!] === asking) shared += worths[at]!;
    }
    return shared / Math.sqrt((page.sizeOf(one) + 10) * (page.sizeOf(other) + 10));
  }
}

/** By pair: the number of the overlap that met it last in its first block. */
const lastAsked = new Uint32Array(pairCount);
let asking = 0;
