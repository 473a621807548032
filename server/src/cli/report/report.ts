import type { Outcome } from '../order.ts';

/** Puts outcomes into words, one after the other as they come, so that none has to be kept. */
export interface Report {
  /** What stands before the first outcome. */
  begin(): string;
  /** One outcome; those with an `error` only go to reports that tell of errors ({@link Report.tellsErrors}). */
  add(outcome: Outcome): string;
  /** What stands behind the last one. */
  end(): string;
  /** Whether errors are part of the report; otherwise they are only said beside it. */
  readonly tellsErrors: boolean;
}

/** The outcome as one JSON object, without what is only for this program. */
export function plainOutcome({ problems, fix, ...outcome }: Outcome): object {
  const { bytes: _bytes, ...fixed } = fix ?? {};
  return {
    ...outcome,
    ...(fix === undefined ? {} : { fix: fixed }),
    ...(problems.length === 0 ? {} : { problems }),
  };
}

/** One JSON object a line. */
export const ndjson: Report = {
  tellsErrors: true,
  begin: () => '',
  add: (outcome) => `${JSON.stringify(plainOutcome(outcome))}\n`,
  end: () => '',
};

/** One JSON array of all. */
export function json(): Report {
  let separator = '\n';
  return {
    tellsErrors: true,
    begin: () => '[',
    add(outcome) {
      const text = separator + JSON.stringify(plainOutcome(outcome));
      separator = ',\n';
      return text;
    },
    end: () => '\n]\n',
  };
}
