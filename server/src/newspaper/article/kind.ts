/** How a block looks to its neighbours, by number. */
export const Kind = {
  /** No block: the page begins or ends. */
  boundary: 0,
  /** A report's first paragraph, with agency, reporter, place or date. */
  dateline: 1,
  /** Text whose first words say when, as a report's first paragraph does. */
  lead: 2,
  text: 3,
  /** Text that does not end as sentences do. */
  'open text': 4,
  /** Text that ends with the writer in brackets, as an article does. */
  'last text': 5,
  /** Short, and ends as a sentence does. */
  sentence: 6,
  /** Short, and does not. */
  line: 7,
  name: 8,
  jump: 9,
  furniture: 10,
  credit: 11,
  brief: 12,
  section: 13,
  /** Says on a line of its own who wrote, as under a headline or at an article's end. */
  byline: 14,
} as const;

/** The name of a kind. */
export type KindName = keyof typeof Kind;

/** Names of the kinds, by number. */
export const kinds = Object.keys(Kind) as KindName[];

/** True for a paragraph of text, long or telling enough to be no heading. */
export function isText(kind: number): boolean {
  return kind >= Kind.dateline && kind <= Kind['last text'];
}
