import type { Block, Role } from '../page/block.ts';
import { edge } from '../press/press.ts';
import { fits } from '../press/read.ts';
import type { Cluster, Cohesion } from './cohesion.ts';
import { type ForerunnerFact, forerunnerWeights } from './forerunnerWeights.ts';
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
    let score = 0;
    for (const [fact, value] of this.facts(crossing)) score += forerunnerWeights[fact] * value;
    return score > 0;
  }

  /** What speaks for and against the paragraph's belonging to the second headline. */
  facts({ beginning, rest, first, second, behind }: Crossing): ReadonlyMap<ForerunnerFact, number> {
    const facts = new Map<ForerunnerFact, number>([['always', 1]]);
    const like = (fact: ForerunnerFact, known: readonly number[]): void => {
      const [cluster] = this.#cohesion.clusters();
      this.#fill(cluster, known);
      const paragraphs = [this.#blocks[beginning]!.paragraph, this.#blocks[rest]!.paragraph];
      facts.set(
        fact,
        paragraphs.reduce((sum, paragraph) => sum + cluster.rareLikeness(paragraph), 0),
      );
    };
    const [firstHeads, firstText] = this.#parts(first);
    const [secondHeads, secondText] = this.#parts(second);
    like('likeFirstHead', firstHeads);
    like('likeSecondHead', secondHeads);
    like('likeFirstText', firstText);
    like('likeSecondText', secondText);
    const start = this.#text(beginning).slice(0, edge);
    if (firstText.length > 0) {
      if (fits('datelines', start)) facts.set('lateDateline', 1);
      else if (fits('leads', start)) facts.set('lateLead', 1);
    }
    if (secondText.length > 0) facts.set('secondBegun', 1);
    const near = [...secondText, ...behind];
    if (near.some((block) => fits('datelines', this.#text(block).slice(0, edge)))) facts.set('secondDateline', 1);
    const subject = this.#subject(secondHeads, start);
    if (subject !== '' && !first.some((block) => this.#text(block).includes(subject))) facts.set('newSubject', 1);
    return facts;
  }

  /** Heads, and running text. */
  #parts(known: readonly number[]): readonly [readonly number[], readonly number[]] {
    const heads = known.filter((block) => isHead(this.#roles[block]!));
    const text = known.filter((block) => this.#roles[block] === 'body' && this.#text(block).length > shortText);
    return [heads, text];
  }

  #fill(cluster: Cluster, known: readonly number[]): void {
    for (const block of known) cluster.add(this.#blocks[block]!.paragraph);
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
