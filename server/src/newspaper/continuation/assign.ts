import type { Block, Layout, Role } from '../page/block.ts';
import { type Candidates, candidatesOf } from './candidates.ts';
import type { Continuation, Evidence, Orphan } from './continuation.ts';
import { evidencePhrases } from './evidence.ts';
import type { Fact } from './facts.ts';
import { marginals } from './marginals.ts';
import { hasHan } from './openEnd.ts';
import { type Tables, type Weights, weigh } from './weigh.ts';
import { alone, linked } from './weights.ts';

const tables: Tables = { alone, linked };

/** A block is taken for cut from this probability on. */
const cutFrom = 0.5;
/**
 * One with nothing leading to it is taken for an orphan already here. Chosen on generated pages: on simplified ones none
 * was false, on traditional ones about half.
 */
const orphanFrom = 0.3;
/** A link less probable than this is no better than saying that the rest is lost. */
const linkFrom = 0.2;

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

/** Chooses among the candidates of a page: the links, losses and orphans that are more probable than not. */
export function decide(
  { sources, targets, sourceFacts, targetFacts, links }: Candidates,
  tables: Tables,
): { readonly continuations: readonly Continuation[]; readonly orphans: readonly Orphan[] } {
  const lostScores = Float64Array.from(sourceFacts, (facts) => weigh(facts, tables.alone));
  const orphanScores = Float64Array.from(targetFacts, (facts) => weigh(facts, tables.alone));
  const endScores = sourceFacts.map((facts) => weigh(facts, tables.linked));
  const startScores = targetFacts.map((facts) => weigh(facts, tables.linked));
  const from = Int32Array.from(links, (link) => link.from);
  const to = Int32Array.from(links, (link) => link.to);
  const scores = Float64Array.from(
    links,
    (link) => endScores[link.from]! + startScores[link.to]! + weigh(link.facts, tables.linked),
  );
  const probable = marginals({ sources: lostScores, targets: orphanScores, from, to, scores });
  const cut = Float64Array.from(probable.lost);
  for (let link = 0; link < links.length; link++) cut[from[link]!]! += probable.links[link]!;

  const order = [...links.keys()]
    .filter(
      (link) =>
        probable.links[link]! >= linkFrom &&
        cut[from[link]!]! >= cutFrom &&
        probable.links[link]! >= probable.lost[from[link]!]!,
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
      const { overlap, facts, to: target } = links[link]!;
      continuations.push({
        at,
        to: targets[target]!,
        overlap,
        certainty: probable.links[link]!,
        evidence: reasons([...sourceFacts[source]!, ...targetFacts[target]!, ...facts], tables.linked),
      });
    } else if (cut[source]! >= cutFrom) {
      const evidence = reasons(sourceFacts[source]!, tables.alone);
      continuations.push({ at, to: undefined, overlap: 0, certainty: probable.lost[source]!, evidence });
    }
  }
  const orphans: Orphan[] = [];
  for (const [target, block] of targets.entries()) {
    if (continued.has(target) || probable.orphaned[target]! < orphanFrom) continue;
    orphans.push({
      block,
      certainty: probable.orphaned[target]!,
      evidence: reasons(targetFacts[target]!, tables.alone),
    });
  }
  return { continuations, orphans };
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
