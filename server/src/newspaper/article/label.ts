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
export type LabelName = (typeof labels)[number];

/** Numbers of the labels: their places in {@link labels}. */
export const Label = Object.fromEntries(labels.map((name, number) => [name, number])) as Readonly<
  Record<LabelName, number>
>;

/** Labels below this one are open: evidence decides. */
export const openLabels = Label.jump;
