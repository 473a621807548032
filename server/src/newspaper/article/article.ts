/** An article: block indices of its page. */
export interface Article {
  /** The headline's block; undefined for text that stands before any headline. */
  readonly headline: number | undefined;
  /** All its blocks in reading order, headline, kicker and deck included. */
  readonly blocks: readonly number[];
}

/** A section label and the briefs under it, by block index; a brief may stand apart, behind other articles. */
export interface Section {
  /** The label's block; undefined where briefs stand without one. */
  readonly label: number | undefined;
  readonly briefs: readonly number[];
}
