import type { Block, Layout } from '../page/block.ts';
import { type Change, type Former, haveSameEdges } from '../page/former.ts';
import type { Paragraph } from '../page/paragraph.ts';
import { isEqual } from '../text/equal.ts';
import { isWritten, reader } from './assign.ts';
import type { LoneMark } from './balance.ts';
import { pairCode } from './concordance.ts';
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
    changes.every((change) => leavesContinuations(change, page.words) && isUnlike(change, blocks))
  );
}

function leavesContinuations(change: Change, words: Int32Array): boolean {
  const { before, now } = change;
  return (
    haveSameEdges(change, seamReach, seamReach) &&
    Math.min(before.text.length, longest) === Math.min(now.text.length, longest) &&
    isWritten(before.text) === isWritten(now.text) &&
    isEqual(evidenceOf(before), evidenceOf(now)) &&
    !touchesWords(change, words)
  );
}

/** Whether no other block says what a changed paragraph said or says now: a block is not held against its like. */
function isUnlike({ block, before, now }: Change, blocks: readonly Block[]): boolean {
  return blocks.every(({ paragraph: { text } }, at) => at === block || (text !== before.text && text !== now.text));
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

/** Whether a word that was looked for all over the page stands, or stood, where the paragraph was edited. */
function touchesWords({ before, now }: Change, words: Int32Array): boolean {
  const shorter = Math.min(before.text.length, now.text.length);
  let start = 0;
  while (start < shorter && before.text.charCodeAt(start) === now.text.charCodeAt(start)) start++;
  let same = 0;
  while (
    same < shorter - start &&
    before.text.charCodeAt(before.text.length - 1 - same) === now.text.charCodeAt(now.text.length - 1 - same)
  )
    same++;
  return hasWord(before.text, start, same, words) || hasWord(now.text, start, same, words);
}

function hasWord(text: string, start: number, same: number, words: Int32Array): boolean {
  const end = Math.min(text.length, text.length - same + echoReach);
  for (let at = Math.max(0, start - echoReach); at + 1 < end; at++) {
    if (words.includes(pairCode(text.charCodeAt(at), text.charCodeAt(at + 1)))) return true;
  }
  return false;
}
