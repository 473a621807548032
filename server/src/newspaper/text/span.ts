/** A stretch of text: UTF-16 code units, `end` exclusive. What the offsets count from is said where a span is used. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
