import { scratch } from '../page/scratch.ts';

/**
 * One matching of all cuts and starts together, as probabilities.
 *
 * Every source (a block that may be cut) goes on in at most one target, every target (a block that may begin
 * mid-sentence) continues at most one source. The probability of a whole state of a page is proportional to the product
 * of what its members weigh: a source that is cut but leads nowhere, a target that continues nothing, a link. Belief
 * propagation finds how probable each single link is when everything else is left open; for matchings it always
 * settles, it is exact where the links form no rings, and a round costs one step a link.
 */
export interface Matching {
  /** Log-odds, by source, that it is cut and its rest lost, against not being cut. */
  readonly sources: readonly number[];
  /** Log-odds, by target, that it continues something lost, against beginning a paragraph. */
  readonly targets: readonly number[];
  /** Links, sorted by source. `scores` are log-odds of the link against both ends being whole. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly scores: readonly number[];
}

/** Probabilities of a {@link Matching}, in its order. */
export interface Marginals {
  readonly links: readonly number[];
  /** A source is cut and its rest is lost. */
  readonly lost: readonly number[];
  /** A target begins mid-sentence and what it continues is lost. */
  readonly orphaned: readonly number[];
}

const mostRounds = 60;
const settled = 1e-5;
/** Scores beyond this say no more; it keeps products of exponentials within a double's precision. */
const limit = 30;

/** By source, by target: the odds that it leads nowhere, that it continues nothing. */
const sourceOddsOf = scratch(Float64Array);
const targetOddsOf = scratch(Float64Array);
/** By link. */
const strengthOf = scratch(Float64Array);
const sourceFreeOf = scratch(Float64Array);
const targetFreeOf = scratch(Float64Array);
/** By source, by target: what the messages, then what the probabilities of its links come to. */
const sourceSumsOf = scratch(Float64Array);
const targetSumsOf = scratch(Float64Array);

/** How probable each link, loss and orphan is. */
export function marginals({ sources, targets, from, to, scores }: Matching): Marginals {
  const count = scores.length;
  const sourceOdds = sourceOddsOf(sources.length);
  for (let source = 0; source < sources.length; source++) sourceOdds[source] = Math.exp(bounded(sources[source]!));
  const targetOdds = targetOddsOf(targets.length);
  for (let target = 0; target < targets.length; target++) targetOdds[target] = Math.exp(bounded(targets[target]!));
  const strength = strengthOf(count);
  for (let link = 0; link < count; link++) {
    const free = (1 + sourceOdds[from[link]!]!) * (1 + targetOdds[to[link]!]!);
    strength[link] = Math.exp(bounded(scores[link]!)) / free;
  }
  // How probable each end of a link is free for it, as far as all other links of that end can tell.
  const sourceFree = sourceFreeOf(count).fill(1, 0, count);
  const targetFree = targetFreeOf(count).fill(1, 0, count);
  const sourceSums = sourceSumsOf(sources.length);
  const targetSums = targetSumsOf(targets.length);
  for (let round = 0; round < mostRounds; round++) {
    sourceSums.fill(0, 0, sources.length);
    for (let link = 0; link < count; link++) sourceSums[from[link]!]! += strength[link]! * targetFree[link]!;
    for (let link = 0; link < count; link++) {
      sourceFree[link] = 1 / (1 + Math.max(0, sourceSums[from[link]!]! - strength[link]! * targetFree[link]!));
    }
    targetSums.fill(0, 0, targets.length);
    for (let link = 0; link < count; link++) targetSums[to[link]!]! += strength[link]! * sourceFree[link]!;
    let change = 0;
    for (let link = 0; link < count; link++) {
      const free = 1 / (1 + Math.max(0, targetSums[to[link]!]! - strength[link]! * sourceFree[link]!));
      change = Math.max(change, Math.abs(free - targetFree[link]!));
      targetFree[link] = free;
    }
    if (change < settled) break;
  }
  const links: number[] = [];
  sourceSums.fill(0, 0, sources.length);
  targetSums.fill(0, 0, targets.length);
  for (let link = 0; link < count; link++) {
    const odds = strength[link]! * sourceFree[link]! * targetFree[link]!;
    const probability = odds / (1 + odds);
    links.push(probability);
    sourceSums[from[link]!]! += probability;
    targetSums[to[link]!]! += probability;
  }
  return {
    links,
    lost: left(sourceSums, sourceOdds, sources.length),
    orphaned: left(targetSums, targetOdds, targets.length),
  };
}

/** How probable it is of each end that it is one, and has no link. */
function left(linked: Float64Array, odds: Float64Array, ends: number): readonly number[] {
  const probabilities: number[] = [];
  for (let end = 0; end < ends; end++) {
    probabilities.push((Math.max(0, 1 - linked[end]!) * odds[end]!) / (1 + odds[end]!));
  }
  return probabilities;
}

function bounded(score: number): number {
  return Math.max(-limit, Math.min(limit, score));
}
