/**
 * What the model tells apart, by number. The last ones it is told: a pattern of the press decides, and neighbours may
 * count on it.
 */
export const Label = {
  body: 0,
  headline: 1,
  kicker: 2,
  deck: 3,
  subhead: 4,
  stray: 5,
  repetition: 6,
  jump: 7,
  furniture: 8,
  credit: 9,
  brief: 10,
} as const;

/** The name of a label. */
export type LabelName = keyof typeof Label;

/** Names of the labels, by number. */
export const labels = Object.keys(Label) as LabelName[];

/** Labels below this one are open: evidence decides. */
export const openLabels = Label.jump;
