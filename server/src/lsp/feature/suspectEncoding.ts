import type { SuspectEncodingParams, SuspectEncodingResult } from '../../protocol.ts';
import { encodingOf } from '../encoding.ts';
import type { Feature } from '../session.ts';

/** With which encoding a dump that was read wrongly is to be read again. */
export const suspectEncoding: Feature<SuspectEncodingParams, SuspectEncodingResult> = (dump) => {
  const suspect = encodingOf(dump);
  return suspect && { encoding: suspect.written ?? null };
};
