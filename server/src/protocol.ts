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
  /** The dump that `range` is in, where it is another one: the article goes on at another page. */
  uri?: string;
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

/** A command for `workspace/executeCommand`: checks a dump now, whatever `broadsheet.run` says. Its URI, or all that are open. */
export const checkCommand = 'broadsheet.check';

/** `CheckFolderParams` → `CheckFolderResult`: checks every dump of the workspace. Shows progress, and can be cancelled. */
export const checkFolderRequest = 'broadsheet/checkFolder';

export interface CheckFolderParams {
  /** Only the dumps under this folder. */
  folder?: string;
  /** A token that the client gave for progress, as in LSP; without it the server asks for one itself. */
  workDoneToken?: string | number;
}

export interface CheckFolderResult {
  /** How many dumps were checked, and how many could not be read (gone, too large, no text). */
  checked: number;
  unread: number;
  /** How often each code was found, most often first. */
  codes: { code: string; count: number }[];
  /** The dumps that something was found in, those with most first; at most 1,000 of them. */
  files: { uri: string; count: number; codes: { code: string; count: number }[] }[];
  /** Findings that are counted and not shown, since the list of problems would be of no use with them. */
  leftOut: number;
  /** Whether it was stopped before the end. */
  cancelled: boolean;
}

/** `FixFolderParams` → `FixFolderResult`: every preferred fix of every dump, as one edit for the client to show and apply. */
export const fixFolderRequest = 'broadsheet/fixFolder';

export interface FixFolderParams {
  folder?: string;
  workDoneToken?: string | number;
}

export interface FixFolderResult {
  /** A `WorkspaceEdit` of LSP whose every edit asks to be confirmed; null where there is nothing to mend. */
  edit: { documentChanges: object[]; changeAnnotations?: object } | null;
  /** How many dumps it changes. */
  files: number;
  /** Dumps that would change and are left as they are: open them first. Their encoding is not the one that editors take for granted. */
  skipped: { uri: string; encoding: string }[];
  cancelled: boolean;
}

/**
 * `FindDumpsParams` → `string[]`, asked by the server of a client that said `dumps: true` among its initialization
 * options: the URIs of the files that the globs mean, where the server has no access to them.
 */
export const findDumpsRequest = 'broadsheet/findDumps';

export interface FindDumpsParams {
  /** A workspace folder; globs are of paths in it. */
  folder: string;
  include: string[];
  exclude: string[];
}

/** `ReadDumpParams` → `ReadDumpResult`, asked of the same clients: the text of a file that `findDumpsRequest` gave. */
export const readDumpRequest = 'broadsheet/readDump';

export interface ReadDumpParams {
  uri: string;
}

export interface ReadDumpResult {
  /** As an editor would show it; null where there is no such file, or no text in it. */
  text: string | null;
  /** The file itself in base 64, where that text is garbled. */
  bytes?: string;
}
