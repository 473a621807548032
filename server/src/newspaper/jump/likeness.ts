import type { Half } from './half.ts';
import type { PairTable } from './pairTable.ts';
import type { HalfGroup, PairTables } from './pairTables.ts';

/**
 * How alike the texts of halves are. Pairs of characters weigh by how rare they are among all halves: what all of them
 * say tells none apart.
 */
export class TextLikeness {
  private readonly tables: readonly PairTable[];
  private readonly halves: number;
  /** By the number of halves that have a pair: how much the pair weighs. */
  private readonly rarity: Float64Array;
  private readonly weights = new Map<Half, number>();

  constructor(groups: readonly HalfGroup[], tables: PairTables) {
    this.tables = groups.map((group) => tables.of(group));
    this.halves = groups.reduce((sum, group) => sum + group.length, 0);
    this.rarity = Float64Array.from({ length: this.halves + 1 }, (_, count) =>
      count === 0 ? 0 : Math.log((this.halves + 1) / count) ** 2,
    );
  }

  /** Cosine of two texts; where it cannot be as high as `least`, perhaps 0 instead, which is found sooner. */
  of(one: Half, other: Half, least: number): number {
    const table = this.tableWith(one);
    const against = this.tableWith(other);
    against.mark(other);
    let shared = 0;
    for (const number of table.numbersOf(one)) {
      if (against.isMarked(table.pairs[number]!)) shared += this.rarityOf(table, number);
    }
    const weight = this.weightOf(one);
    if (shared === 0 || shared < least * Math.sqrt(weight * this.leastWeightOf(other))) return 0;
    return shared / Math.sqrt(weight * this.weightOf(other));
  }

  private weightOf(half: Half): number {
    let weight = this.weights.get(half);
    if (weight === undefined) {
      const table = this.tableWith(half);
      weight = 0;
      for (const number of table.numbersOf(half)) weight += this.rarityOf(table, number);
      this.weights.set(half, weight);
    }
    return weight;
  }

  /** What a half weighs if all halves of other groups have all that it has. */
  private leastWeightOf(half: Half): number {
    const table = this.tableWith(half);
    const others = this.halves - table.size;
    let weight = 0;
    for (const number of table.numbersOf(half)) weight += this.rarity[table.counts[number]! + others]!;
    return weight;
  }

  private rarityOf(table: PairTable, number: number): number {
    const pair = table.pairs[number]!;
    let count = table.counts[number]!;
    for (const other of this.tables) if (other !== table) count += other.countOf(pair);
    return this.rarity[count]!;
  }

  private tableWith(half: Half): PairTable {
    return this.tables.find((table) => table.has(half))!;
  }
}
