import type { Block } from '../page/block.ts';
import { type Change, haveSameEdges } from '../page/former.ts';
import type { Paragraph } from '../page/paragraph.ts';
import { isHan } from '../text/characters.ts';
import { isEqual } from '../text/equal.ts';
import { paragraphFacts } from './facts.ts';
import type { LoneMark } from './openEnd.ts';

/** Seams are read in so many characters on either side. */
const seamReach = 12;
/** Longer texts are all the same to the evidence, and so are more commas or stops. */
const longest = 65;
const mostCommas = 2;
/** Characters around an edit that may make an echo of a seam with it. */
const echoReach = 4;

/** Whether links, cuts and orphans of a page stay what they were with one paragraph changed: nothing they are read from did. */
export function leavesContinuations(change: Change, blocks: readonly Block[]): boolean {
  const { before, now } = change;
  return (
    haveSameEdges(change, seamReach, seamReach) &&
    Math.min(before.text.length, longest) === Math.min(now.text.length, longest) &&
    lastLine(before) === lastLine(now) &&
    isEqual(evidenceOf(before), evidenceOf(now)) &&
    !touchesEcho(change, blocks)
  );
}

function lastLine({ text, pieces }: Paragraph): number {
  return pieces.length === 1 ? 0 : text.length - pieces.at(-1)!.at;
}

/** All that a paragraph's two ends say; of places, lengths and numbers only as much as is asked. */
function evidenceOf(paragraph: Paragraph): unknown {
  const { end, start, endEvidence, startEvidence } = paragraphFacts(paragraph);
  return [
    endEvidence,
    startEvidence,
    end && {
      ...end,
      ...{ length: 0, lastSentence: 0, lastClause: 0 },
      stops: Math.min(end.stops, mostCommas),
      commas: Math.min(end.commas, mostCommas),
      open: marks(end.open),
      unopened: marks(end.unopened),
    },
    { ...start, ...{ length: 0, firstClause: 0 }, open: marks(start.open), unopened: marks(start.unopened) },
  ];
}

function marks(lone: readonly LoneMark[]): unknown {
  return lone.map(({ mark, at }) => [mark, at === 0]);
}

/**
 * Whether a seam of the page may stand in what was edited, before or after. A seam is made of the last characters of one
 * block and the first of another one.
 */
function touchesEcho({ before, now }: Change, blocks: readonly Block[]): boolean {
  const shorter = Math.min(before.text.length, now.text.length);
  let start = 0;
  while (start < shorter && before.text.charCodeAt(start) === now.text.charCodeAt(start)) start++;
  let same = 0;
  while (same < shorter - start && before.text.at(-1 - same) === now.text.at(-1 - same)) same++;
  const lasts = new Set<number>();
  const firsts = new Set<number>();
  for (const { paragraph } of blocks) {
    const { text } = paragraph;
    lasts.add(text.charCodeAt(text.length - 1));
    firsts.add(text.charCodeAt(0));
  }
  return [before.text, now.text].some((text) => {
    const end = Math.min(text.length, text.length - same + echoReach);
    for (let at = Math.max(0, start - echoReach); at + 1 < end; at++) {
      const [left, right] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
      if (isHan(left) && isHan(right) && lasts.has(left) && firsts.has(right)) return true;
    }
    return false;
  });
}
