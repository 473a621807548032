import type { Figure, FigureKind } from '../../../server/src/protocol.ts';

/** A figure as the view lists it: plain data, so that it can be sent to the view and written into a file. */
export interface Row {
  /** Its place among all rows that were sent together. */
  readonly id: number;
  /** Name of the dump. */
  readonly file: string;
  /** Counted from one. */
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly kind: FigureKind;
  readonly value: Figure['value'];
  readonly unit?: string;
  readonly bound?: '>' | '<' | '~';
  readonly resolved?: string;
  readonly subject?: string;
  readonly place?: string;
  /** The day that the text gives for it, in ISO 8601. */
  readonly date?: string;
  readonly article?: string;
  /** The same number for the figures of one sentence. */
  readonly sentence: number;
}

/** Whether the rows are those of the dump in the editor or of all dumps that are open. */
export type Scope = 'dump' | 'open';

/** What the extension tells the view. */
export interface Listed {
  readonly type: 'rows';
  readonly scope: Scope;
  /** What the rows are of: the name of a dump, or how many dumps. */
  readonly source: string;
  /** The dump in the editor, for a view that is there again after the window was loaded anew. */
  readonly uri?: string;
  readonly rows: readonly Row[];
}

/** What the view tells the extension. */
export type Asked =
  | { readonly type: 'ready'; readonly scope: Scope }
  | { readonly type: 'scope'; readonly scope: Scope }
  | { readonly type: 'open'; readonly id: number }
  | {
      readonly type: 'export';
      readonly format: 'csv' | 'json';
      readonly mark: boolean;
      readonly ids: readonly number[];
    };

/** The columns of the view and of an export, in their order. */
export const columns = ['value', 'unit', 'kind', 'subject', 'place', 'date', 'article', 'line'] as const;
export type Column = (typeof columns)[number];

/** What the view says, in the reader's language. */
export interface Words {
  readonly columns: Readonly<Record<Column, string>>;
  readonly kinds: Readonly<Record<FigureKind, string>>;
  readonly title: string;
  readonly filter: string;
  readonly kind: string;
  readonly allKinds: string;
  readonly scope: string;
  readonly thisDump: string;
  readonly openDumps: string;
  readonly exportCsv: string;
  readonly exportJson: string;
  readonly mark: string;
  readonly count: string;
  readonly none: string;
  readonly more: string;
  readonly hint: string;
  readonly chart: string;
  readonly bars: string;
  readonly line: string;
  readonly barsOf: string;
  readonly lineOf: string;
  readonly noChart: string;
}
