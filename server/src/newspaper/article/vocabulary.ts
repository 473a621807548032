/**
 * The names of all evidence that the model knows, each with a number. Features ask for numbers once, when the program
 * starts, and hand on numbers; the table of weights and the trainer go by names.
 */
export class Vocabulary {
  /** Names are spelled out when they are first asked for: a program that starts wants numbers only. */
  readonly #spell: (() => readonly string[])[] = [];
  #count = 0;
  #names: readonly string[] = [];

  /** All names, by number. */
  get names(): readonly string[] {
    if (this.#names.length < this.#count) this.#names = this.#spell.flatMap((spell) => spell());
    return this.#names;
  }

  /** A new piece of evidence. */
  one(name: string): number {
    return this.#add(1, () => [name]);
  }

  /** One piece for each value; gives the number of the first, the others follow. */
  each(name: string, values: readonly string[]): number {
    return this.#add(values.length, () => values.map((value) => `${name} ${value}`));
  }

  /** One piece for each pair of values; the pair (i, j) has the number first + i × others + j. */
  pairs(name: string, values: readonly string[], between: string, others: readonly string[]): number {
    return this.#add(values.length * others.length, () =>
      values.flatMap((value) => others.map((other) => `${name} ${value} ${between} ${other}`)),
    );
  }

  #add(count: number, spell: () => readonly string[]): number {
    const first = this.#count;
    this.#count += count;
    this.#spell.push(spell);
    return first;
  }
}

/** Names of all evidence. */
export const vocabulary = new Vocabulary();

/** Rising limits that a figure is sorted by. */
export class Steps {
  readonly names: readonly string[];
  readonly #limits: readonly number[];

  constructor(...limits: readonly number[]) {
    this.#limits = limits;
    this.names = [...limits.map((limit) => `≤ ${limit}`), 'more'];
  }

  /** The place of the first limit that is not below `value`; their number if none is. */
  of(value: number): number {
    const limits = this.#limits;
    let place = 0;
    while (place < limits.length && limits[place]! < value) place++;
    return place;
  }
}
