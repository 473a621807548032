/** What the model tells apart. The last ones it is told: a pattern of the press decides, and neighbours may count on it. */
export const labels = [
  'body',
  'headline',
  'kicker',
  'deck',
  'subhead',
  'stray',
  'repetition',
  'jump',
  'furniture',
  'credit',
  'brief',
] as const;

/** See {@link labels}. */
export type Label = (typeof labels)[number];

/** The number of a label: its place in {@link labels}. */
export function labelIndex(label: Label): number {
  return labels.indexOf(label);
}

/** Labels from the first up to this one are open: evidence decides. */
export const openLabels = labelIndex('jump');
