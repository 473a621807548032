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
  readonly sources: Float64Array;
  /** Log-odds, by target, that it continues something lost, against beginning a paragraph. */
  readonly targets: Float64Array;
  /** Links, sorted by source. `scores` are log-odds of the link against both ends being whole. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly scores: Float64Array;
}

/** Probabilities of a {@link Matching}, in its order. */
export interface Marginals {
  readonly links: Float64Array;
  /** A source is cut and its rest is lost. */
  readonly lost: Float64Array;
  /** A target begins mid-sentence and what it continues is lost. */
  readonly orphaned: Float64Array;
}

const mostRounds = 60;
const settled = 1e-5;
/** Scores beyond this say no more; it keeps products of exponentials within a double's precision. */
const limit = 30;

/** How probable each link, loss and orphan is. */
export function marginals({ sources, targets, from, to, scores }: Matching): Marginals {
  const count = scores.length;
  const sourceOdds = sources.map((score) => Math.exp(bounded(score)));
  const targetOdds = targets.map((score) => Math.exp(bounded(score)));
  const strength = new Float64Array(count);
  for (let link = 0; link < count; link++) {
    const free = (1 + sourceOdds[from[link]!]!) * (1 + targetOdds[to[link]!]!);
    strength[link] = Math.exp(bounded(scores[link]!)) / free;
  }
  // How probable each end of a link is free for it, as far as all other links of that end can tell.
  const sourceFree = new Float64Array(count).fill(1);
  const targetFree = new Float64Array(count).fill(1);
  const sourceSums = new Float64Array(sources.length);
  const targetSums = new Float64Array(targets.length);
  for (let round = 0; round < mostRounds; round++) {
    sourceSums.fill(0);
    for (let link = 0; link < count; link++) sourceSums[from[link]!]! += strength[link]! * targetFree[link]!;
    for (let link = 0; link < count; link++) {
      sourceFree[link] = 1 / (1 + Math.max(0, sourceSums[from[link]!]! - strength[link]! * targetFree[link]!));
    }
    targetSums.fill(0);
    for (let link = 0; link < count; link++) targetSums[to[link]!]! += strength[link]! * sourceFree[link]!;
    let change = 0;
    for (let link = 0; link < count; link++) {
      const free = 1 / (1 + Math.max(0, targetSums[to[link]!]! - strength[link]! * sourceFree[link]!));
      change = Math.max(change, Math.abs(free - targetFree[link]!));
      targetFree[link] = free;
    }
    if (change < settled) break;
  }
  const links = new Float64Array(count);
  const sourceLeft = new Float64Array(sources.length).fill(1);
  const targetLeft = new Float64Array(targets.length).fill(1);
  for (let link = 0; link < count; link++) {
    const odds = strength[link]! * sourceFree[link]! * targetFree[link]!;
    const probability = odds / (1 + odds);
    links[link] = probability;
    sourceLeft[from[link]!]! -= probability;
    targetLeft[to[link]!]! -= probability;
  }
  return {
    links,
    lost: sourceLeft.map((left, source) => (Math.max(0, left) * sourceOdds[source]!) / (1 + sourceOdds[source]!)),
    orphaned: targetLeft.map((left, target) => (Math.max(0, left) * targetOdds[target]!) / (1 + targetOdds[target]!)),
  };
}

function bounded(score: number): number {
  return Math.max(-limit, Math.min(limit, score));
}
