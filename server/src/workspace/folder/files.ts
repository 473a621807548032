import { largestFile } from '../files.ts';

/** Which files of a folder are dumps: globs of paths from the folder's root, parted by `/`. */
export interface Wanted {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** Says that work is no longer wanted; LSP's cancellation token is one. */
export interface Stop {
  readonly isCancellationRequested: boolean;
}

/** The text of a file, and how it was written. */
export interface FileText {
  readonly text: string;
  /** As `TextDecoder` names it. */
  readonly encoding: string;
}

/** The only window of the folder on the files that are not open in an editor. */
export interface FolderFiles {
  /** The dumps under a root, in batches, each path once; what cannot be read on the way is passed over. */
  find(root: string, wanted: Wanted, stop: Stop): AsyncIterable<readonly string[]>;
  /** A file's text; undefined where it is gone, is too large, or is not text. Never fails. */
  read(uri: string): Promise<FileText | undefined>;
}

/** No folder at all: what an editor without files has. */
export const noFiles: FolderFiles = {
  async *find() {},
  read: async () => undefined,
};

/** Larger files are no page of a newspaper, and are passed over; in bytes. Reading one takes a second. */
export const largestDump = largestFile;

/** As many dumps of a folder are taken in; more are passed over, and the reader is told. */
export const mostDumps = 50_000;
