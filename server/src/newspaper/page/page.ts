import type { Article, Section } from '../article/article.ts';
import type { Continuation, Orphan } from '../continuation/continuation.ts';
import type { Duplicate } from '../duplicate/duplicate.ts';
import type { Twins } from '../duplicate/search.ts';
import type { Block, Layout, Role, Setting } from './block.ts';

/** A page as far as it has to be known to see its number and where its jump lines lead. */
export type PageInBlocks = Pick<Page, 'blocks' | 'roles'>;

/**
 * One page of a dump and everything understood of it. Offsets and lines count from the page's start, so a page
 * stays as it is when an edit moves it.
 */
export interface Page {
  readonly text: string;
  readonly lineStarts: Uint32Array;
  readonly layout: Layout;
  /** What the blocks were told apart by, kept for the next edit. */
  readonly setting: Setting;
  readonly blocks: readonly Block[];
  /** By block index. */
  readonly roles: readonly Role[];
  readonly duplicates: readonly Duplicate[];
  /** What the roles were read from, kept for the next edit: blocks that say the same, and see `readTies`. */
  readonly twins: readonly Twins[];
  readonly ties: Uint16Array;
  readonly continuations: readonly Continuation[];
  readonly orphans: readonly Orphan[];
  /** Pairs of characters of which it counted for these where else on the page they stand. */
  readonly words: Int32Array;
  /** In the order of their headlines. */
  readonly articles: readonly Article[];
  readonly sections: readonly Section[];
  /** By block index: 1 for those whose text had a say in which blocks belong together; undefined where none had. */
  readonly asked: Uint8Array | undefined;
}
