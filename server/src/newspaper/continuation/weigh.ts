import type { Fact } from './facts.ts';

/** How much each kind of evidence weighs, in nats. */
export type Weights = Readonly<Record<string, number>>;

/** One table for ends and starts that stand alone, one for links: there, much of what the two ends say the seam says too. */
export interface Tables {
  readonly alone: Weights;
  readonly linked: Weights;
}

/** What all evidence together says. */
export function weigh(facts: readonly Fact[], table: Weights): number {
  let sum = 0;
  for (const { id, value } of facts) sum += (table[id] ?? 0) * value;
  return sum;
}
