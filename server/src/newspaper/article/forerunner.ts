import type { Block, Role } from '../page/block.ts';
import { startsWithDateline, startsWithLead } from '../press/read.ts';
import type { Cohesion } from './cohesion.ts';
import { type AgainstForerunner, type ForerunnerFact, forerunnerWeights } from './forerunnerWeights.ts';
import { isHead } from './segment.ts';

/** A paragraph that is cut under one headline and goes on under a later one. All blocks ascending. */
export interface Crossing {
  readonly beginning: number;
  readonly rest: number;
  /** What the first headline's article has before the beginning, headline included. */
  readonly first: readonly number[];
  /** What the second headline's article has before the rest, headline included. */
  readonly second: readonly number[];
  /** What stands close behind the rest. */
  readonly behind: readonly number[];
}

/** Tells whether the beginning of a cut paragraph stands ahead of its own headline. */
export class Forerunners {
  readonly #blocks: readonly Block[];
  readonly #roles: readonly Role[];
  readonly #cohesion: Cohesion;

  constructor(blocks: readonly Block[], roles: readonly Role[], cohesion: Cohesion) {
    this.#blocks = blocks;
    this.#roles = roles;
    this.#cohesion = cohesion;
  }

  /** True where the beginning belongs to the headline that stands behind it. */
  isForerunner(crossing: Crossing): boolean {
    const { beginning, rest, first, second, behind } = crossing;
    for (const known of [[beginning, rest], first, second, behind]) this.#cohesion.note(known);
    const reasons = this.#reasonsFor(crossing, forerunnerWeights);
    // forerunners are rare: most often nothing speaks for one, and what speaks against it need not be read
    return reasons > 0 && reasons + this.#reasonsAgainst(crossing, forerunnerWeights) > 0;
  }

  /**
   * What speaks for and against the paragraph's belonging to the second headline: the sum of all facts, each times its
   * weight. So a fact by itself is the score by a table that has 1 for it and 0 for the others.
   */
  score(crossing: Crossing, weights: Readonly<Record<ForerunnerFact, number>>): number {
    return this.#reasonsFor(crossing, weights) + this.#reasonsAgainst(crossing, weights);
  }

  /** The sum of the facts that may speak for it, and of how rare forerunners are. */
  #reasonsFor({ beginning, rest, first, second }: Crossing, weights: Readonly<Record<ForerunnerFact, number>>): number {
    const start = this.#text(beginning);
    const heads = this.#headsOf(second);
    let score = weights.always + weights.likeSecondHead * this.#likeness(beginning, rest, heads);
    if (first.some((block) => this.#isRunningText(block))) {
      if (startsWithDateline(start)) score += weights.lateDateline;
      else if (startsWithLead(start)) score += weights.lateLead;
    }
    const subject = this.#subject(heads, start);
    if (subject !== '' && !first.some((block) => this.#text(block).includes(subject))) score += weights.newSubject;
    return score;
  }

  /** The sum of the facts that can only speak against it. */
  #reasonsAgainst(
    { beginning, rest, first, second, behind }: Crossing,
    weights: Readonly<Record<AgainstForerunner, number>>,
  ): number {
    const secondText = this.#textOf(second);
    let score =
      weights.likeFirstHead * this.#likeness(beginning, rest, this.#headsOf(first)) +
      weights.likeFirstText * this.#likeness(beginning, rest, this.#textOf(first)) +
      weights.likeSecondText * this.#likeness(beginning, rest, secondText);
    if (secondText.length > 0) score += weights.secondBegun;
    if (this.#haveDateline(secondText) || this.#haveDateline(behind)) score += weights.secondDateline;
    return score;
  }

  /** How much a paragraph in two pieces is like what is known. */
  #likeness(beginning: number, rest: number, known: readonly number[]): number {
    if (known.length === 0) return 0;
    const { shared } = this.#cohesion;
    const [cluster] = this.#cohesion.clusters();
    for (const block of known) cluster.add(block, shared);
    return cluster.rareLikeness(beginning, shared) + cluster.rareLikeness(rest, shared);
  }

  #haveDateline(blocks: readonly number[]): boolean {
    return blocks.some((block) => startsWithDateline(this.#text(block)));
  }

  #headsOf(known: readonly number[]): readonly number[] {
    return known.filter((block) => isHead(this.#roles[block]!));
  }

  #textOf(known: readonly number[]): readonly number[] {
    return known.filter((block) => this.#isRunningText(block));
  }

  #isRunningText(block: number): boolean {
    return this.#roles[block] === 'body' && this.#text(block).length > shortText;
  }

  #text(block: number): string {
    return this.#blocks[block]!.paragraph.text;
  }

  /** What a phrase of the heads and `start` begin with alike, if it is long enough for a name. */
  #subject(heads: readonly number[], start: string): string {
    for (const head of heads) {
      for (const phrase of this.#text(head).split(/[\s：:，,“”《》]+/u)) {
        let alike = 0;
        while (alike < shortName && alike < phrase.length && phrase[alike] === start[alike]) alike++;
        if (alike === shortName) return start.slice(0, shortName);
      }
    }
    return '';
  }
}

/** A block of fewer characters hardly tells what an article is about. */
const shortText = 20;
/** Two characters may be alike by chance; most names have three. */
const shortName = 3;
