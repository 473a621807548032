import type { Half } from './half.ts';
import { PairTable } from './pairTable.ts';

/** Halves that are compared together with others time and again: a jump line's own, or all articles of a page. */
export type HalfGroup = readonly Half[];

/** Tables of so many characters of text are kept. */
const keptCharacters = 600_000;

/**
 * The tables of groups, those used last: a page is compared with many others, most of them near by. To be let go of
 * when all pages are compared.
 */
export class PairTables {
  private readonly kept = new Map<HalfGroup, PairTable>();
  private characters = 0;

  /** The table of a group. */
  of(group: HalfGroup): PairTable {
    const { kept } = this;
    let table = kept.get(group);
    if (table !== undefined) kept.delete(group);
    else {
      table = new PairTable(group);
      this.characters += table.characters;
    }
    kept.set(group, table);
    for (const [oldest, { characters }] of kept) {
      if (this.characters <= keptCharacters || oldest === group) break;
      kept.delete(oldest);
      this.characters -= characters;
    }
    return table;
  }
}
