/** What sort of quantity a figure is. */
export type FigureKind =
  | 'count'
  | 'money'
  | 'percent'
  | 'fraction'
  | 'ordinal'
  | 'measure'
  | 'date'
  | 'interval'
  | 'duration';

/**
 * What a figure says: a number in full, two of them for a range, an ISO 8601 expression (unknown parts XX) for dates,
 * intervals and durations, two of those for a range of durations, or null where the text names no definite number
 * (数十人) or a date outside of the common calendar (大年初一).
 */
export type FigureValue = number | readonly [number, number] | string | readonly [string, string] | null;

/** Which side of the printed number the true one lies on, or that it lies about there. */
export type FigureBound = '>' | '<' | '~';

/** A number that a text states, with its unit. Offsets are UTF-16 code units into the text it was read from. */
export interface Figure {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly kind: FigureKind;
  readonly value: FigureValue;
  /**
   * The measure word or unit as printed (例, 人次, 公里); ISO 4217 for money; `%` for percent; 农历 for a date of the
   * lunar calendar. Absent for bare numbers, fractions, durations, intervals and dates of the common calendar.
   */
  readonly unit?: string;
  readonly bound?: FigureBound;
  /** What is counted (确诊病例), where the clause says so. */
  readonly subject?: string;
  /** Where it is counted (沈阳市), where the clause says so. */
  readonly place?: string;
}
