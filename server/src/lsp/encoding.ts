import { encodingSample, type Message, message, type SuspectEncoding, suspectEncoding } from '../newspaper/index.ts';
import type { Dump } from '../workspace/dump.ts';

/** Kept with the part of the text that tells: nothing is looked at again before that changes. */
const known = new WeakMap<Dump, { readonly sample: string; readonly suspect: SuspectEncoding | undefined }>();

/** Whether a dump was read in the wrong encoding, and which is the right one. */
export function encodingOf(dump: Dump): SuspectEncoding | undefined {
  const sample = dump.beginning(encodingSample);
  let entry = known.get(dump);
  if (entry?.sample !== sample) {
    entry = { sample, suspect: suspectEncoding(sample) };
    known.set(dump, entry);
  }
  return entry.suspect;
}

/** What the reader is told of it. */
export function encodingWords({ written }: SuspectEncoding): Message {
  return written === undefined
    ? message('This text was read in the wrong encoding and saved like that; its characters are lost in this file.')
    : message(
        'This text seems to be written in {0} and read in another encoding; reopen it with {0}.',
        written === 'big5' ? 'Big5' : written.toUpperCase(),
      );
}
