import { type EvidenceId, evidenceIds, type Kind } from './evidence.ts';

/** One observation: what was seen, and how much of it (1 for what is there or not). */
export interface Fact {
  readonly id: EvidenceId;
  readonly value: number;
}

/** Takes what is seen: of a paragraph, of what two of them make together, of a page. */
export interface Witness {
  see(kind: Kind, value: number): void;
}

/** How much each kind of evidence weighs, in nats, by its number. */
export type Weights = Float64Array;

/** One table for ends and starts that stand alone, one for links: there, much of what the two ends say the seam says too. */
export interface Tables {
  readonly alone: Weights;
  readonly linked: Weights;
}

/** Weights by number; a kind that has none in `table` weighs nothing. */
export function weightsOf(table: Readonly<Record<string, number>>): Weights {
  return Float64Array.from(evidenceIds, (id) => table[id] ?? 0);
}

/** Keeps everything that is seen, to be put into words or learned from. */
export class Notes implements Witness {
  readonly facts: Fact[] = [];

  see(kind: Kind, value: number): void {
    this.facts.push({ id: evidenceIds[kind.number]!, value });
  }
}

/** Only adds up what is seen weighs, by both tables at once: nearly all that is seen on a page is never named. */
export class Scale implements Witness {
  alone = 0;
  linked = 0;
  readonly #alone: Weights;
  readonly #linked: Weights;

  constructor({ alone, linked }: Tables) {
    this.#alone = alone;
    this.#linked = linked;
  }

  see(kind: Kind, value: number): void {
    this.alone += this.#alone[kind.number]! * value;
    this.linked += this.#linked[kind.number]! * value;
  }

  /** Starts from what is on it already. */
  begin(alone = 0, linked = 0): this {
    this.alone = alone;
    this.linked = linked;
    return this;
  }
}
