/** How a block looks to its neighbours. */
export const kinds = [
  /** No block: the page begins or ends. */
  'boundary',
  /** A report's first paragraph, with agency, reporter, place or date. */
  'dateline',
  /** Text whose first words say when, as a report's first paragraph does. */
  'lead',
  'text',
  /** Text that does not end as sentences do. */
  'open text',
  /** Text that ends with the writer in brackets, as an article does. */
  'last text',
  /** Short, and ends as a sentence does. */
  'sentence',
  /** Short, and does not. */
  'line',
  'name',
  'jump',
  'furniture',
  'credit',
  'brief',
  'section',
] as const;

/** See {@link kinds}. */
export type KindName = (typeof kinds)[number];

/** Numbers of the kinds: their places in {@link kinds}. */
export const Kind = Object.fromEntries(kinds.map((name, number) => [name, number])) as Readonly<
  Record<KindName, number>
>;

/** True for a paragraph of text, long or telling enough to be no heading. */
export function isText(kind: number): boolean {
  return kind >= Kind.dateline && kind <= Kind['last text'];
}
