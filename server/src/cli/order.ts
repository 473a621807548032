import type { Encoding } from '../newspaper/index.ts';
import type { PartRole } from '../protocol.ts';
import type { JumpRecord } from './together.ts';

/** What is to be done with every dump; plain data, so that it can be sent to workers. */
export interface Order {
  readonly command: 'check' | 'fix' | 'outline' | 'articles' | 'figures';
  readonly locale: string | undefined;
  /** One `.broadsheet.json` for all instead of the nearest of each. */
  readonly config: string | undefined;
  readonly write: boolean;
  readonly backup: boolean;
  /** Whether `fix` tells what it does as a unified diff. */
  readonly diff: boolean;
  /** Whether `articles` reads on where jump lines lead, and `check` says nothing of those that lead somewhere. */
  readonly follow: boolean;
  /** Where `articles` writes a file each, and in which manner. */
  readonly out: string | undefined;
  readonly manner: 'markdown' | 'plain' | 'json';
}

/** A dump to work on: a file, or a text that came in. */
export interface Item {
  /** What it is called in messages: its path, `-`, or the number of its line. */
  readonly name: string;
  readonly path?: string;
  readonly bytes?: Uint8Array;
  readonly text?: string;
  /** What came with the text and goes out with the result. */
  readonly id?: unknown;
  /** That only its {@link Outcome.record} is asked for: what others of its issue have to know of it. */
  readonly first?: boolean;
  /** Its issue, where jump lines lead from one dump of that to another. */
  readonly issue?: IssueOfRun;
  /** Why it cannot be worked on. */
  readonly error?: string;
}

/** The dumps of one issue that are given in one run. */
export interface IssueOfRun {
  /** What tells it from other issues of the run. */
  readonly key: string;
  /** Undefined for a worker that was told of them with an earlier dump. */
  readonly records: readonly JumpRecord[] | undefined;
}

/** What came of one dump. What the command does not ask for is absent. */
export interface Outcome {
  readonly name: string;
  readonly id?: unknown;
  readonly encoding?: Encoding;
  readonly error?: string;
  /** What is wrong in the configuration, each with its place. */
  readonly problems: readonly string[];
  readonly findings?: readonly CheckedFinding[];
  readonly fix?: Fixed;
  readonly outline?: readonly OutlineEntry[];
  readonly articles?: readonly ArticleText[];
  readonly figures?: readonly FigureRow[];
  /** Files written by `articles --out`. */
  readonly files?: readonly string[];
  /** Only where it was asked for by {@link Item.first}. */
  readonly record?: JumpRecord;
}

/** Lines and columns count from 1, columns in UTF-16 code units, ends exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface CheckedFinding extends Place {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  readonly certainty: number;
  /** What `.broadsheet.json` knows it by. */
  readonly hash?: string;
  readonly related: readonly (Place & { readonly message: string })[];
}

export interface Fixed {
  readonly changed: boolean;
  readonly written: boolean;
  readonly diff?: string;
  /** The mended text, where it is not written to a file. */
  readonly text?: string;
  readonly bytes?: Uint8Array;
}

export interface OutlineEntry {
  readonly kind: 'page' | 'section' | 'article' | 'brief' | 'other';
  readonly name: string;
  readonly detail?: string;
  readonly line: number;
  readonly endLine: number;
  readonly children: readonly OutlineEntry[];
}

export interface ArticleText {
  readonly title: string;
  /** Of its first part, counted from 1. */
  readonly line: number;
  readonly page?: number;
  readonly section?: string;
  readonly bylines: readonly string[];
  readonly dateline?: string;
  /** In reading order, broken paragraphs joined. */
  readonly paragraphs: readonly { readonly role: PartRole; readonly text: string }[];
}

export interface FigureRow extends Place {
  readonly text: string;
  readonly kind: string;
  readonly value: unknown;
  readonly unit?: string;
  readonly bound?: string;
  readonly resolved?: string;
  readonly subject?: string;
  readonly place?: string;
}
