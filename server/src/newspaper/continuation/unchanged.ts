import type { Block, Layout } from '../page/block.ts';
import { type Change, type Former, haveSameEdges } from '../page/former.ts';
import type { Paragraph } from '../page/paragraph.ts';
import { isEqual } from '../text/equal.ts';
import { reader } from './assign.ts';
import type { LoneMark } from './balance.ts';
import { roughLength, roughSentence, seeEnd, seeStart } from './facts.ts';
import { fillsLastLine } from './survey.ts';
import { Notes } from './weigh.ts';

/** Seams are read in so many characters on either side. */
const seamReach = 12;
/** More characters, commas or stops than these are looked at as part of the evidence only. */
const longest = 40;
const mostCommas = 2;
/** Characters around an edit that may make an echo of a seam with it. */
const echoReach = 4;

/** Whether links, cuts and orphans of a page stay what they were in its former state: nothing they are read from changed. */
export function leaveContinuations({ page, changes }: Former, blocks: readonly Block[], layout: Layout): boolean {
  return (
    blocks.every((block, at) => fillsLastLine(block, layout) === fillsLastLine(page.blocks[at]!, page.layout)) &&
    changes.every((change) => leavesContinuations(change, blocks))
  );
}

function leavesContinuations(change: Change, blocks: readonly Block[]): boolean {
  const { before, now } = change;
  return (
    haveSameEdges(change, seamReach, seamReach) &&
    Math.min(before.text.length, longest) === Math.min(now.text.length, longest) &&
    isEqual(evidenceOf(before), evidenceOf(now)) &&
    !touchesEcho(change, blocks)
  );
}

/** All that a paragraph's two ends say; of places, lengths and numbers only as much as is asked. */
function evidenceOf(paragraph: Paragraph): unknown {
  const { end, start } = reader.read(paragraph);
  const notes = new Notes();
  if (end !== undefined) seeEnd(paragraph.text, end, start, notes);
  seeStart(paragraph.text, start, end === undefined, notes);
  return [
    notes.facts,
    end && {
      ...end,
      length: 0,
      lastClause: roughLength(end.lastClause),
      lastSentence: roughSentence(end.lastSentence),
      stops: Math.min(end.stops, mostCommas),
      commas: Math.min(end.commas, mostCommas),
      open: marks(end.open),
      unopened: marks(end.unopened),
    },
    {
      ...start,
      length: roughLength(start.length),
      firstClause: roughLength(start.firstClause),
      firstSentence: roughSentence(start.firstSentence),
      open: marks(start.open),
      unopened: marks(start.unopened),
    },
  ];
}

function marks(lone: readonly LoneMark[]): unknown {
  return lone.map(({ mark, at }) => [mark, at === 0]);
}

/**
 * Whether what is looked for all over the page may stand in what was edited, before or after: a seam, made of the last
 * character of one block and the first of another one, or the two characters that a block begins or ends with.
 */
function touchesEcho({ before, now }: Change, blocks: readonly Block[]): boolean {
  const shorter = Math.min(before.text.length, now.text.length);
  let start = 0;
  while (start < shorter && before.text.charCodeAt(start) === now.text.charCodeAt(start)) start++;
  let same = 0;
  while (same < shorter - start && before.text.at(-1 - same) === now.text.at(-1 - same)) same++;
  const lasts = new Set<string>();
  const firsts = new Set<string>();
  const words = new Set<string>();
  for (const { paragraph } of blocks) {
    const { text } = paragraph;
    lasts.add(text.slice(-1));
    firsts.add(text.slice(0, 1));
    words.add(text.slice(-2)).add(text.slice(0, 2));
  }
  return [before.text, now.text].some((text) => {
    const end = Math.min(text.length, text.length - same + echoReach);
    for (let at = Math.max(0, start - echoReach); at + 1 < end; at++) {
      const pair = text.slice(at, at + 2);
      if (words.has(pair) || (lasts.has(pair[0]!) && firsts.has(pair[1]!))) return true;
    }
    return false;
  });
}
