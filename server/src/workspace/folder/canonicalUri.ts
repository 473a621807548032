import { remembering } from '../remember.ts';

/** One spelling for a URI: editors and servers escape different characters, and Windows names its drives in either case. */
export const canonicalUri = remembering((uri) => {
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
});
