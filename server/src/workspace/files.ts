/** The only window on files that are not open in the editor. */
export interface Files {
  /** The text of a file; undefined where there is none. Fails where it cannot be read. */
  read(uri: string): Promise<string | undefined>;
}

/** No file that Broadsheet reads is larger: whoever put that there did not mean us. */
export const largestFile = 4 * 1024 * 1024;
