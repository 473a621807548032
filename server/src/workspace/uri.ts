/** Whether a file lies in a folder, however each URI is escaped. */
export function within(folder: string, file: string): boolean {
  const path = plain(file);
  return path.startsWith(`${plain(folder)}/`) && !path.split('/').includes('..');
}

/** The path of a file from the folder that another file is in, parted by `/`. */
export function relativePath(sibling: string, file: string): string {
  return plain(file).slice(plain(sibling).lastIndexOf('/') + 1);
}

/** A URI without escapes: clients differ in what they escape. */
function plain(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
