import {
  encodingMargin,
  encodingSample,
  type Message,
  message,
  type SuspectEncoding,
  suspectEncoding,
} from '../newspaper/index.ts';
import type { Dump } from '../workspace/dump.ts';

interface Known {
  readonly suspect: SuspectEncoding | undefined;
  /** So far may {@link Dump.edited} go before the text is looked at again. */
  readonly until: number;
}

const known = new WeakMap<Dump, Known>();

/** Whether a dump was read in the wrong encoding, and which is the right one. */
export function encodingOf(dump: Dump): SuspectEncoding | undefined {
  let entry = known.get(dump);
  if (entry === undefined || dump.edited > entry.until) {
    const sample = dump.beginning(encodingSample);
    const spare = Math.max(0, Math.ceil(encodingMargin(sample)) - 1);
    entry = { suspect: suspectEncoding(sample), until: dump.edited + spare };
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
