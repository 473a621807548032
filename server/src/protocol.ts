/**
 * What Broadsheet says beyond plain LSP: names of the requests and the shape of what they carry.
 * Imports nothing, so that a client can use it without the server.
 */

/** As in LSP: both counted from zero, `character` in UTF-16 code units. */
export interface Position {
  line: number;
  character: number;
}

export interface Range {
  start: Position;
  end: Position;
}

export interface TextDocumentIdentifier {
  uri: string;
}

/** `ArticlesParams` → `Article[]`, in the order of the page. */
export const articlesRequest = 'broadsheet/articles';

export interface ArticlesParams {
  textDocument: TextDocumentIdentifier;
}

export interface Article {
  title: string;
  headline: Range | null;
  page?: number;
  section?: string;
  bylines: string[];
  dateline?: string;
  /** In reading order, which need not be the order of the dump. */
  parts: Part[];
}

export type PartRole = 'headline' | 'kicker' | 'deck' | 'byline' | 'jump' | 'body' | 'caption' | 'credit';

export interface Part {
  range: Range;
  role: PartRole;
  /** The same paragraph as the part before. */
  continues?: boolean;
  /** How many characters at the start of this part repeat the end of the part before. */
  overlap?: number;
}

/** `FiguresParams` → `Figure[]`, in the order of the text. */
export const figuresRequest = 'broadsheet/figures';

export interface FiguresParams {
  textDocument: TextDocumentIdentifier;
  /** Only the figures that touch this range. */
  range?: Range;
}

export type FigureKind =
  | 'count'
  | 'money'
  | 'percent'
  | 'fraction'
  | 'ordinal'
  | 'measure'
  | 'date'
  | 'interval'
  | 'duration';

export interface Figure {
  range: Range;
  text: string;
  kind: FigureKind;
  /** Money in whole units of the currency; dates, intervals and durations in ISO 8601, with XX for what is not said. */
  value: number | [number, number] | string;
  /** The measure word as printed; ISO 4217 for money; % for percent; none for dates, durations and fractions. */
  unit?: string;
  /** `>` more than, `<` less than, `~` about. */
  bound?: '>' | '<' | '~';
  /** The date with year and month filled in from the date of the issue. */
  resolved?: string;
  /** What is counted, and where. */
  subject?: string;
  place?: string;
}

/** `LooksLikeDumpParams` → `LooksLikeDumpResult`: the evidence that a plain text is a newspaper dump. */
export const looksLikeDumpRequest = 'broadsheet/looksLikeDump';

/** As many characters of a file as a client sends with `looksLikeDumpRequest`. */
export const looksLikeDumpLength = 20_000;

export interface LooksLikeDumpParams {
  text: string;
}

export interface LooksLikeDumpResult {
  /** 0 surely not … 1 surely; a client offers to read the file as a dump from 0.5 on. */
  score: number;
  /** One line for each piece of evidence, in the language of the user interface. */
  reasons: string[];
}

/**
 * `ReadFileParams` → `ReadFileResult`, asked by the server of the client: the text of a file that the server cannot
 * read itself, as in the browser. Only ever a `.broadsheet.json` inside of a workspace folder.
 */
export const readFileRequest = 'broadsheet/readFile';

export interface ReadFileParams {
  uri: string;
}

export interface ReadFileResult {
  /** Null where there is no such file. */
  text: string | null;
}

/** `IgnoredParams` → `IgnoredEntry[]`: what is ignored for good, in the order in which it was. */
export const ignoredRequest = 'broadsheet/ignored';

export interface IgnoredParams {
  /** Only what this dump obeys; without it everything in the workspace. */
  textDocument?: TextDocumentIdentifier;
}

/** One finding where there is a `hash`, a kind in some files where there is a `file`, else a kind in the folder. */
export interface IgnoredEntry {
  code: string;
  hash?: string;
  /** A glob, from the folder of the configuration. */
  file?: string;
  note?: string;
  /** Where it stands in which `.broadsheet.json`; null where it is only held until the session ends. */
  location: { uri: string; range: Range } | null;
}

/** `IgnoredEntry` → `boolean`: takes it out of its `.broadsheet.json` (by `workspace/applyEdit`), or no longer holds it. */
export const restoreRequest = 'broadsheet/restore';

/** `SuspectEncodingParams` → `SuspectEncodingResult | null`: null where the dump was read rightly, as far as can be seen. */
export const suspectEncodingRequest = 'broadsheet/suspectEncoding';

export interface SuspectEncodingParams {
  textDocument: TextDocumentIdentifier;
}

export interface SuspectEncodingResult {
  /** What to reopen the file with, by its IANA name; null where no encoding brings the text back. */
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5' | null;
}
