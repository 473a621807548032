import type { Block, Layout, Role } from '../page/block.ts';
import { type Candidates, candidatesOf } from './candidates.ts';
import type { Continuation, Evidence, Orphan } from './continuation.ts';
import { evidence, evidenceIds, type Kind } from './evidence.ts';
import { Reader } from './facts.ts';
import { type Marginals, marginals } from './marginals.ts';
import { hasHan } from './openEnd.ts';
import { type Tables, type Weights, type Witness, weightsOf } from './weigh.ts';
import { alone, linked } from './weights.ts';

/** Reads paragraphs and weighs them by the weights that ship. */
export const reader = new Reader({ alone: weightsOf(alone), linked: weightsOf(linked) });

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

/** What {@link linkContinuations} finds. */
export interface Linked {
  readonly continuations: readonly Continuation[];
  readonly orphans: readonly Orphan[];
  /** Pairs of characters of which it counted where else on the page they stand: see {@link Candidates.words}. */
  readonly words: Int32Array;
}

const nothing: Linked = { continuations: [], orphans: [], words: new Int32Array(0) };

/**
 * Which blocks of a page are cut, which continue them, and which begin mid-sentence with nothing leading to them.
 * `isEdited`: see {@link candidatesOf}.
 */
export function linkContinuations(
  blocks: readonly Block[],
  roles: readonly Role[],
  layout: Layout,
  isEdited = false,
): Linked {
  if (!isHanText(blocks)) return nothing;
  const candidates = candidatesOf(blocks, roles, layout, reader, isEdited);
  return { ...decide(candidates, reader.tables), words: candidates.words };
}

/** So much of a block is looked at to see whether it is written in Han characters. */
const lookedAt = 24;

/** Whether most blocks hold Han characters. All evidence was learned from such text and says nothing of code or tables. */
function isHanText(blocks: readonly Block[]): boolean {
  let written = 0;
  for (const { paragraph } of blocks) if (isWritten(paragraph.text)) written++;
  return 2 * written >= blocks.length;
}

/** Whether a block is written in Han characters, by its first ones. */
export function isWritten(text: string): boolean {
  return hasHan(text, 0, lookedAt);
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
  cut: readonly number[],
  paragraphs: number,
): { readonly ends: readonly number[]; readonly starts: number } {
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

/** What {@link brokenness} says of an end or a start: only a page that seems whole says something. */
export function amongOthers(broken: number): number {
  return Math.max(mostWhole, Math.min(0, broken));
}

/** Chooses among the candidates of a page: the links, losses and orphans that are more probable than not. */
export function decide(
  candidates: Candidates,
  tables: Tables,
): { readonly continuations: readonly Continuation[]; readonly orphans: readonly Orphan[] } {
  const { sources, targets, ends, starts, links } = candidates;
  const { from, to } = links;
  const scores: number[] = [];
  for (let link = 0; link < from.length; link++) {
    scores.push(ends.linked[from[link]!]! + starts.linked[to[link]!]! + links.linked[link]!);
  }
  const matching = { sources: ends.alone.slice(), targets: starts.alone.slice(), from, to, scores };
  // once without what the rest of the page says, and once with it
  const among = brokenness(cutOf(marginals(matching), from), targets.length);
  const [endAmong, startAmong] = [evidence['end.amongWhole'], evidence['start.amongWhole']];
  const endsAmong = among.ends.map(amongOthers);
  const startsAmong = amongOthers(among.starts);
  for (let source = 0; source < sources.length; source++) {
    matching.sources[source]! += tables.alone[endAmong.number]! * endsAmong[source]!;
  }
  const whole = tables.alone[startAmong.number]! * startsAmong;
  for (let target = 0; target < targets.length; target++) matching.targets[target]! += whole;
  for (let link = 0; link < from.length; link++) {
    scores[link]! += tables.linked[endAmong.number]! * endsAmong[from[link]!]!;
  }
  const probable = marginals(matching);
  const cut = cutOf(probable, from);

  const order: number[] = [];
  for (let link = 0; link < from.length; link++) {
    const probability = probable.links[link]!;
    const source = from[link]!;
    if (probability < linkFrom || cut[source]! < cutFrom || probability < worthNaming * probable.lost[source]!)
      continue;
    order.push(link);
  }
  order.sort((one, other) => probable.links[other]! - probable.links[one]! || one - other);
  const linkOf = sources.map(() => -1);
  const isContinued = targets.map(() => false);
  for (const link of order) {
    if (linkOf[from[link]!]! >= 0 || isContinued[to[link]!]) continue;
    linkOf[from[link]!] = link;
    isContinued[to[link]!] = true;
  }

  const continuations: Continuation[] = [];
  for (let source = 0; source < sources.length; source++) {
    const at = sources[source]!;
    const link = linkOf[source]!;
    if (link >= 0) {
      const target = to[link]!;
      const reasons = new Reasons(tables.linked);
      candidates.seeSource(source, reasons);
      reasons.see(endAmong, endsAmong[source]!);
      candidates.seeTarget(target, reasons);
      candidates.seeLink(link, reasons);
      const certainty = probable.links[link]! * (1 - links.doubt[link]!);
      continuations.push({
        at,
        to: targets[target]!,
        overlap: links.overlap[link]!,
        certainty,
        evidence: reasons.strongestFirst,
      });
    } else if (cut[source]! >= cutFrom) {
      const reasons = new Reasons(tables.alone);
      candidates.seeSource(source, reasons);
      reasons.see(endAmong, endsAmong[source]!);
      const certainty = probable.lost[source]!;
      continuations.push({ at, to: undefined, overlap: 0, certainty, evidence: reasons.strongestFirst });
    }
  }
  const orphans: Orphan[] = [];
  for (let target = 0; target < targets.length; target++) {
    const certainty = probable.orphaned[target]!;
    if (certainty < orphanFrom || isContinued[target]) continue;
    const reasons = new Reasons(tables.alone);
    candidates.seeTarget(target, reasons);
    reasons.see(startAmong, startsAmong);
    orphans.push({ block: targets[target]!, certainty, evidence: reasons.strongestFirst });
  }
  return { continuations, orphans };
}

/** How probable it is of each source that it is cut, whether its rest is lost or not. */
export function cutOf(probable: Marginals, from: readonly number[]): number[] {
  const cut = probable.lost.slice();
  for (let link = 0; link < from.length; link++) cut[from[link]!]! += probable.links[link]!;
  return cut;
}

/** Less than this is not worth a word. */
const leastWeight = 0.05;

/** Keeps what is seen and how much it weighs. What holds of every paragraph is left out. */
class Reasons implements Witness {
  readonly #weights: Weights;
  readonly #found: Evidence[] = [];

  constructor(weights: Weights) {
    this.#weights = weights;
  }

  see(kind: Kind, value: number): void {
    const weight = this.#weights[kind.number]! * value;
    if (kind.en === '' || Math.abs(weight) < leastWeight) return;
    const found = { id: evidenceIds[kind.number]!, weight };
    // a reason or two dozen are in order soonest where each is put in its place
    let place = this.#found.push(found) - 1;
    for (; place > 0 && this.#found[place - 1]!.weight < weight; place--) this.#found[place] = this.#found[place - 1]!;
    this.#found[place] = found;
  }

  get strongestFirst(): readonly Evidence[] {
    return this.#found;
  }
}
