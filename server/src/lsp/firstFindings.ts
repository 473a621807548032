import type { Dump } from '../workspace/dump.ts';
import { type Chunks, diagnosticsOf } from './feature/diagnostic.ts';
import { fatesToCome } from './feature/jumpFates.ts';
import type { Session } from './session.ts';

/** Shorter dumps are read before anybody would notice, in UTF-16 code units: some 0.75 MB. */
const long = 250_000;
/** So long the first pages of a long dump are read before what is wrong on them is told, in milliseconds. */
const patience = 50;

/** Whether the first pages of a dump are told of before the others: see {@link firstFindings}. */
export function isLong(dump: Dump): boolean {
  return dump.length >= long;
}

/** Who takes part in opening a long dump. */
export interface Opening {
  readonly session: Session;
  /** Nobody waits for the answer any more. */
  readonly isCancelled: () => boolean;
  /** Called once all is read: the client may ask again. */
  readonly done: () => void;
}

const opening = new WeakSet<Dump>();

/**
 * What is wrong on the first pages of a long dump that is not read yet, so that a reader who has just opened it has not to
 * wait; it is read to its end behind the scene. Undefined where it is read, or no such dump: then all can be told.
 */
export async function firstFindings(dump: Dump, { session, isCancelled, done }: Opening): Promise<Chunks | undefined> {
  if (dump.isUnderstoodNow) return undefined;
  const end = performance.now() + patience;
  if (await dump.understand(() => isCancelled() || performance.now() > end)) return undefined;
  const part = isCancelled() ? undefined : dump.readSoFar;
  if (part === undefined) return undefined;
  if (!opening.has(dump)) {
    opening.add(dump);
    void dump
      .understand(() => false)
      .then((isRead) => {
        opening.delete(dump);
        if (isRead) done();
      });
  }
  const fateOf = fatesToCome(part);
  return diagnosticsOf(part, session).map((chunk) => chunk.filter((item) => fateOf(item) === undefined));
}
