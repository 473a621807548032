import type { Block, PlacedPage, Span } from '../../../newspaper/index.ts';
import type { Dump } from '../../../workspace/dump.ts';
import type { Session } from '../../session.ts';

/** Where the pointer is. */
export interface Place {
  readonly dump: Dump;
  readonly placed: PlacedPage;
  readonly block: Block;
  /** Index in the text of the block's paragraph. */
  readonly index: number;
  readonly session: Session;
}

/** What a hover says about a place; undefined where it has nothing to say. */
export type Card = (place: Place) => Told | undefined;

export interface Told {
  /** What it is about, in the page. */
  readonly span: Span;
  readonly markdown: string;
}
