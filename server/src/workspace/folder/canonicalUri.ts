/** One spelling for a URI: editors and servers escape different characters, and Windows names its drives in either case. */
export function canonicalUri(uri: string): string {
  let plain = uri;
  try {
    plain = decodeURIComponent(uri);
  } catch {
    // a lone % in a name: as it is
  }
  return plain.replace(
    /^(file:\/\/\/)([A-Z]):/u,
    (_, scheme: string, drive: string) => `${scheme}${drive.toLowerCase()}:`,
  );
}
