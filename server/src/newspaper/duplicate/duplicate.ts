/** A headline printed again. Block indices of the page. */
export interface Duplicate {
  readonly block: number;
  readonly of: number;
  readonly match: 'exact' | 'partial' | 'near';
}
