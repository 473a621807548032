/**
 * How much each fact weighs (nats) when articles that are woven into one another are parted. Learned by
 * `server/build/articles.ts`.
 *
 * A guest is the article whose rest drifted past the headline of another one, its host. Facts are about a place where
 * the guest may end and the host go on.
 */
export const partingWeights = {
  /** Likeness to the guest less likeness to the host, summed over the blocks that the guest would keep. */
  cohesion: 1.06,
  /** Likeness to the host's headline of the block that the host would go on with. */
  headline: 3.28,
  /** What the blocks on both sides share: a seam has little of it. */
  adjacent: -9.1,
  /** The host, of which no text has stood yet, would go on with a dateline. */
  dateline: 2.8,
  /** The same with the way reports without dateline begin. */
  lead: 1.1,
  /** The host has begun, and yet would go on as a report begins. */
  lateLead: 0.46,
  /** The host would go on with its jump line. */
  jump: 6.73,
  /** The host would go on with its deck. */
  deck: 4.95,
  /** The guest would end with its writer's name in brackets, or with a byline or credit. */
  ending: 2.21,
  /** The guest would end in other closing brackets. */
  bracket: 1.37,
  /** The guest would end without the mark of a sentence's end. */
  openEnd: -0.67,
  /** The guest would end with a line of few characters. */
  shortEnd: -0.7,
  /** The host would go on with a line of few characters. */
  shortStart: -0.61,
  /** The guest would end with a subhead. */
  subheadEnd: 0.25,
  /** The host would go on with a subhead. */
  subheadStart: -0.1,
  /** The logarithm of the number of blocks that the guest would keep. */
  length: -0.28,
  /** Nothing would be left to the host. */
  nothingLeft: -0.98,
  /** Nothing would be left to the host, and no text of it has stood before. */
  hostEmpty: -1.88,
  /** A paragraph that is cut within the drift would be torn (times the certainty of the link). */
  torn: -3.2,
  /** The host would go on with the rest of a paragraph of its own that was cut before the drift (same). */
  resumed: 3.66,
  /** That rest would be left to the guest (same). */
  strayed: -1.16,
} satisfies Record<string, number>;

/** The name of a fact about a place where a guest may end. */
export type PartingFact = keyof typeof partingWeights;
