import type { Half } from './half.ts';
import type { PairTable } from './pairTable.ts';
import type { HalfGroup, PairTables } from './pairTables.ts';

/** What the pairs of characters of a half weigh, in the order of its text, and all together. */
interface Weighed {
  readonly rarities: Float64Array;
  readonly weight: number;
}

/**
 * How alike the texts of halves are. Pairs of characters weigh by how rare they are among all halves: what all of them
 * say tells none apart.
 */
export class TextLikeness {
  private readonly tables: readonly PairTable[];
  private readonly halves: number;
  /** By the number of halves that have a pair: how much the pair weighs. */
  private readonly rarity: Float64Array;
  private readonly weighed = new Map<Half, Weighed>();
  private readonly numbers = new Map<Half, Map<PairTable, Uint32Array>>();

  constructor(groups: readonly HalfGroup[], tables: PairTables) {
    this.tables = groups.map((group) => tables.of(group));
    this.halves = groups.reduce((sum, group) => sum + group.length, 0);
    this.rarity = Float64Array.from({ length: this.halves + 1 }, (_, count) =>
      count === 0 ? 0 : Math.log((this.halves + 1) / count) ** 2,
    );
  }

  /** Cosine of two texts; where it cannot be as high as `least`, perhaps 0 instead, which is found sooner. */
  of(one: Half, other: Half, least: number): number {
    const against = this.tableWith(other);
    against.mark(other);
    const { rarities, weight } = this.weigh(one);
    const numbers = this.numbersIn(against, one);
    let shared = 0;
    for (let at = 0; at < numbers.length; at++) if (against.isMarked(numbers[at]!)) shared += rarities[at]!;
    if (shared === 0 || shared < least * Math.sqrt(weight * this.leastWeightOf(other))) return 0;
    return shared / Math.sqrt(weight * this.weigh(other).weight);
  }

  private weigh(half: Half): Weighed {
    let weighed = this.weighed.get(half);
    if (weighed === undefined) {
      const length = this.tableWith(half).numbersOf(half).length;
      const rarities = new Float64Array(length);
      for (const table of this.tables) {
        const numbers = this.numbersIn(table, half);
        for (let at = 0; at < length; at++) rarities[at]! += table.counts[numbers[at]!]!;
      }
      let weight = 0;
      for (let at = 0; at < length; at++) {
        rarities[at] = this.rarity[rarities[at]!]!;
        weight += rarities[at]!;
      }
      weighed = { rarities, weight };
      this.weighed.set(half, weighed);
    }
    return weighed;
  }

  /** Which numbers a table has for the pairs of a half, looked up once for all that the half is compared with. */
  private numbersIn(table: PairTable, half: Half): Uint32Array {
    const own = this.tableWith(half);
    if (own === table) return table.numbersOf(half);
    let known = this.numbers.get(half);
    if (known === undefined) {
      known = new Map();
      this.numbers.set(half, known);
    }
    let numbers = known.get(table);
    if (numbers === undefined) {
      numbers = own.numbersOf(half).map((number) => table.numberOf(own.pairs[number]!));
      known.set(table, numbers);
    }
    return numbers;
  }

  /** What a half weighs if all halves of other groups have all that it has. */
  private leastWeightOf(half: Half): number {
    const table = this.tableWith(half);
    const others = this.halves - table.size;
    let weight = 0;
    for (const number of table.numbersOf(half)) weight += this.rarity[table.counts[number]! + others]!;
    return weight;
  }

  private tableWith(half: Half): PairTable {
    return this.tables.find((table) => table.has(half))!;
  }
}
