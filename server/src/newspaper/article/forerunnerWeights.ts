/**
 * How much each fact weighs (nats) when a paragraph that was cut under one headline goes on under the next one. As a
 * rule the rest drifted. But the beginning may as well stand ahead of its own headline, as a forerunner; these facts
 * are about that. Learned by `server/build/articles.ts`.
 */
export const forerunnerWeights = {
  /** Always there; forerunners are rare. */
  always: -1.32,
  /** Likeness of the paragraph to the headline above its beginning. */
  likeFirstHead: -1.92,
  /** Likeness of the paragraph to the headline above its rest. */
  likeSecondHead: 4.52,
  /** Likeness of the paragraph to the text under the first headline. */
  likeFirstText: -1.64,
  /** Likeness of the paragraph to the text between the second headline and the rest. */
  likeSecondText: -4.58,
  /** Text stands between the second headline and the rest. */
  secondBegun: -5.29,
  /** The beginning opens with a dateline though the first article has begun. */
  lateDateline: 6.3,
  /** The same with the way reports without dateline begin. */
  lateLead: 0.36,
  /** A dateline opens one of the blocks close to the rest, so the second article begins there. */
  secondDateline: -1.41,
  /** The beginning and a phrase of the second headline start alike, as with a name that the first article does not know. */
  newSubject: 0.28,
} satisfies Record<string, number>;

/** The name of a fact about a possible forerunner. */
export type ForerunnerFact = keyof typeof forerunnerWeights;

/** Facts that can only speak against a forerunner: their weights are not above 0. */
export const againstForerunner = [
  'likeFirstHead',
  'likeFirstText',
  'likeSecondText',
  'secondBegun',
  'secondDateline',
] as const satisfies readonly ForerunnerFact[];

/** The name of a fact that can only speak against a forerunner. */
export type AgainstForerunner = (typeof againstForerunner)[number];
