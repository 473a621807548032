import type { Block, Layout, Role } from '../page/block.ts';
import { type Candidates, candidatesOf } from './candidates.ts';
import type { Continuation, Evidence, Orphan } from './continuation.ts';
import { evidencePhrases } from './evidence.ts';
import type { Fact } from './facts.ts';
import { type Marginals, marginals } from './marginals.ts';
import { hasHan } from './openEnd.ts';
import { type Tables, type Weights, weigh } from './weigh.ts';
import { alone, linked } from './weights.ts';

const tables: Tables = { alone, linked };

/** A block is taken for cut from this probability on. */
const cutFrom = 0.5;
/**
 * One with nothing leading to it is taken for an orphan already here. Chosen on generated pages: from 0.17 down false ones
 * grow faster than true ones, on simplified pages as on traditional ones.
 */
const orphanFrom = 0.2;
/** A link less probable than this is no better than saying that the rest is lost. */
const linkFrom = 0.2;
/** One that is so much less probable than that is still worth naming: a reader sees at a glance whether it is right. */
const worthNaming = 0.65;

/** Which blocks of a page are cut, which continue them, and which begin mid-sentence with nothing leading to them. */
export function linkContinuations(
  blocks: readonly Block[],
  roles: readonly Role[],
  layout: Layout,
): { readonly continuations: readonly Continuation[]; readonly orphans: readonly Orphan[] } {
  if (!isHanText(blocks)) return { continuations: [], orphans: [] };
  return decide(candidatesOf(blocks, roles, layout, tables), tables);
}

/** So much of a block is looked at to see whether it is written in Han characters. */
const lookedAt = 24;

/** Whether most blocks hold Han characters. All evidence was learned from such text and says nothing of code or tables. */
function isHanText(blocks: readonly Block[]): boolean {
  let written = 0;
  for (const { paragraph } of blocks) if (hasHan(paragraph.text.slice(0, lookedAt))) written++;
  return 2 * written >= blocks.length;
}

/**
 * How many cuts a page may be expected to have: so many in a hundred paragraphs of a page that is broken at all, and the
 * weight of that expectation as a number of cuts.
 */
const usualShare = 0.1;
const firmness = 0.5;

/**
 * How much more or less broken than usual a page is, as a logarithm: for each end the other ends of the page, for a start
 * all of them. `cut` is how probable it is of each end that it is cut, before the page was looked at as a whole.
 */
export function brokenness(
  cut: Float64Array,
  paragraphs: number,
): { readonly ends: Float64Array; readonly starts: number } {
  let sum = 0;
  for (const probability of cut) sum += probability;
  const usual = Math.log(usualShare * paragraphs + firmness);
  return {
    ends: cut.map((own) => Math.log(Math.max(0, sum - own) + firmness) - usual),
    starts: Math.log(sum + firmness) - usual,
  };
}

/**
 * However many whole paragraphs a page has, they say no more than this: a page may have one cut and no other. With -2.5 a
 * plain cut among 50 whole paragraphs went unnoticed.
 */
const mostWhole = -1;

/** What {@link brokenness} says of an end, or of a start: only a page that seems whole says something. */
export function amongOthers(of: 'end' | 'start', value: number): Fact {
  return { id: `${of}.amongWhole`, value: Math.max(mostWhole, Math.min(0, value)) };
}

/** Chooses among the candidates of a page: the links, losses and orphans that are more probable than not. */
export function decide(
  { sources, targets, sourceFacts, targetFacts, links }: Candidates,
  tables: Tables,
): { readonly continuations: readonly Continuation[]; readonly orphans: readonly Orphan[] } {
  const from = Int32Array.from(links, (link) => link.from);
  const to = Int32Array.from(links, (link) => link.to);
  const endScores = Float64Array.from(sourceFacts, (facts) => weigh(facts, tables.linked));
  const startScores = targetFacts.map((facts) => weigh(facts, tables.linked));
  const matching = {
    sources: Float64Array.from(sourceFacts, (facts) => weigh(facts, tables.alone)),
    targets: Float64Array.from(targetFacts, (facts) => weigh(facts, tables.alone)),
    from,
    to,
    scores: Float64Array.from(
      links,
      (link) => endScores[link.from]! + startScores[link.to]! + weigh(link.facts, tables.linked),
    ),
  };
  // once without what the rest of the page says, and once with it
  const among = brokenness(cutOf(marginals(matching), from), targets.length);
  const endsAmong = [...among.ends].map((value) => [amongOthers('end', value)]);
  const startsAmong = [amongOthers('start', among.starts)];
  for (const [source, facts] of endsAmong.entries()) matching.sources[source]! += weigh(facts, tables.alone);
  const whole = weigh(startsAmong, tables.alone);
  for (const target of targets.keys()) matching.targets[target]! += whole;
  for (const link of links.keys()) matching.scores[link]! += weigh(endsAmong[from[link]!]!, tables.linked);
  const probable = marginals(matching);
  const cut = cutOf(probable, from);

  const order = [...links.keys()]
    .filter(
      (link) =>
        probable.links[link]! >= linkFrom &&
        cut[from[link]!]! >= cutFrom &&
        probable.links[link]! >= worthNaming * probable.lost[from[link]!]!,
    )
    .sort((one, other) => probable.links[other]! - probable.links[one]! || one - other);
  const linked = new Map<number, number>();
  const continued = new Set<number>();
  for (const link of order) {
    if (linked.has(from[link]!) || continued.has(to[link]!)) continue;
    linked.set(from[link]!, link);
    continued.add(to[link]!);
  }

  const continuations: Continuation[] = [];
  for (const [source, at] of sources.entries()) {
    const link = linked.get(source);
    if (link !== undefined) {
      const { overlap, doubt, facts, to: target } = links[link]!;
      continuations.push({
        at,
        to: targets[target]!,
        overlap,
        certainty: probable.links[link]! * (1 - doubt),
        evidence: reasons(
          [...sourceFacts[source]!, ...endsAmong[source]!, ...targetFacts[target]!, ...facts],
          tables.linked,
        ),
      });
    } else if (cut[source]! >= cutFrom) {
      const evidence = reasons([...sourceFacts[source]!, ...endsAmong[source]!], tables.alone);
      continuations.push({ at, to: undefined, overlap: 0, certainty: probable.lost[source]!, evidence });
    }
  }
  const orphans: Orphan[] = [];
  for (const [target, block] of targets.entries()) {
    if (continued.has(target) || probable.orphaned[target]! < orphanFrom) continue;
    orphans.push({
      block,
      certainty: probable.orphaned[target]!,
      evidence: reasons([...targetFacts[target]!, ...startsAmong], tables.alone),
    });
  }
  return { continuations, orphans };
}

/** How probable it is of each source that it is cut, whether its rest is lost or not. */
export function cutOf(probable: Marginals, from: Int32Array): Float64Array {
  const cut = Float64Array.from(probable.lost);
  for (let link = 0; link < from.length; link++) cut[from[link]!]! += probable.links[link]!;
  return cut;
}

/** Less than this is not worth a word. */
const leastWeight = 0.05;

/** What was seen and how much it weighs, strongest first. What holds of every paragraph is left out. */
function reasons(facts: readonly Fact[], table: Weights): Evidence[] {
  const found: Evidence[] = [];
  for (const { id, value } of facts) {
    const weight = (table[id] ?? 0) * value;
    if (evidencePhrases[id] !== undefined && Math.abs(weight) >= leastWeight) found.push({ id, weight });
  }
  return found.sort((one, other) => other.weight - one.weight);
}
