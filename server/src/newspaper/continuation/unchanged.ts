import type { Block, Layout } from '../page/block.ts';
import { type Change, type Former, haveSameEdges } from '../page/former.ts';
import type { Paragraph } from '../page/paragraph.ts';
import { isWritten, reader } from './assign.ts';
import type { LoneMark } from './balance.ts';
import { shortScrap } from './candidates.ts';
import { pairCode } from './concordance.ts';
import { type ParagraphFacts, roughLength, roughSentence, seeEnd, seeStart } from './facts.ts';
import type { EndFacts } from './openEnd.ts';
import type { StartFacts } from './openStart.ts';
import { fillsLastLine, leadsElsewhere } from './survey.ts';
import { type Fact, Notes } from './weigh.ts';

/** Seams are read in so many characters on either side. */
const seamReach = 12;
/** More characters, commas or stops than these are looked at as part of the evidence only. */
const longest = 40;
const mostCommas = 2;
/** A pair of characters is read with one character before it and one behind it. */
const wordReach = 2;

/** Whether links, cuts and orphans of a page stay what they were in its former state: nothing they are read from changed. */
export function leaveContinuations({ page, changes }: Former, blocks: readonly Block[], layout: Layout): boolean {
  if (!changes.every((change) => leavesContinuations(change, blocks, page.words))) return false;
  return blocks.every((block, at) => fillsLastLine(block, layout) === fillsLastLine(page.blocks[at]!, page.layout));
}

function leavesContinuations(change: Change, blocks: readonly Block[], words: Int32Array): boolean {
  const { before, now } = change;
  const [was, is] = [reader.read(before), reader.read(now)];
  return (
    haveSameEdges(change, seamReach, is.end === undefined ? 0 : seamReach) &&
    Math.min(before.text.length, longest) === Math.min(now.text.length, longest) &&
    isWritten(before.text) === isWritten(now.text) &&
    leadsElsewhere(before) === leadsElsewhere(now) &&
    isSameEnd(was.end, is.end) &&
    isSameStart(was.start, is.start) &&
    haveSameEvidence(before, was, now, is) &&
    (is.end !== undefined || haveSameEdges(change, 0, longestScrap) || !mayBeRepeated(change, blocks)) &&
    isUnlike(change, blocks) &&
    !touchesWords(change, words)
  );
}

/** What two ends say, lengths and numbers only as much as is asked. */
function isSameEnd(one: EndFacts | undefined, other: EndFacts | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return (
    one.mark === other.mark &&
    one.number === other.number &&
    one.measured === other.measured &&
    one.clauseOpenness === other.clauseOpenness &&
    Math.min(one.stops, mostCommas) === Math.min(other.stops, mostCommas) &&
    Math.min(one.commas, mostCommas) === Math.min(other.commas, mostCommas) &&
    roughLength(one.length) === roughLength(other.length) &&
    roughLength(one.lastClause) === roughLength(other.lastClause) &&
    roughSentence(one.lastSentence) === roughSentence(other.lastSentence) &&
    areSameMarks(one.open, other.open)
  );
}

function isSameStart(one: StartFacts, other: StartFacts): boolean {
  return (
    one.mark === other.mark &&
    one.number === other.number &&
    one.clauseMark === other.clauseMark &&
    one.clauseStart === other.clauseStart &&
    roughLength(one.length) === roughLength(other.length) &&
    roughLength(one.firstClause) === roughLength(other.firstClause) &&
    roughSentence(one.firstSentence) === roughSentence(other.firstSentence) &&
    areSameMarks(one.open, other.open) &&
    areSameMarks(one.unopened, other.unopened)
  );
}

function areSameMarks(some: readonly LoneMark[], others: readonly LoneMark[]): boolean {
  return some.length === others.length && some.every(({ mark }, place) => mark === others[place]!.mark);
}

/** Whether the same is seen of both: if it weighs the same, each single thing is compared. */
function haveSameEvidence(before: Paragraph, was: ParagraphFacts, now: Paragraph, is: ParagraphFacts): boolean {
  if (was.endAlone !== is.endAlone || was.endLinked !== is.endLinked) return false;
  if (was.startAlone !== is.startAlone || was.startLinked !== is.startLinked) return false;
  const [some, others] = [notesOn(before, was), notesOn(now, is)];
  return (
    some.length === others.length &&
    some.every(({ id, value }, place) => id === others[place]!.id && value === others[place]!.value)
  );
}

function notesOn({ text }: Paragraph, { end, start }: ParagraphFacts): readonly Fact[] {
  const notes = new Notes();
  if (end !== undefined) seeEnd(text, end, start, notes);
  seeStart(text, start, end === undefined, notes);
  return notes.facts;
}

/** A scrap of a sentence that is printed twice, its stop included. */
const longestScrap = shortScrap + 1;

/** Whether a block behind begins with a scrap that the end of a whole paragraph may be. */
function mayBeRepeated({ block }: Change, blocks: readonly Block[]): boolean {
  for (let behind = block + 1; behind < blocks.length; behind++) {
    const { clauseMark, firstClause } = reader.read(blocks[behind]!.paragraph).start;
    if (clauseMark === 'stop' && firstClause <= shortScrap) return true;
  }
  return false;
}

/** Whether no other block says what a changed paragraph said or says now: a block is not held against its like. */
function isUnlike({ block, before, now }: Change, blocks: readonly Block[]): boolean {
  return blocks.every(({ paragraph: { text } }, at) => at === block || (text !== before.text && text !== now.text));
}

/** Whether a word that was looked for all over the page stands, or stood, where the paragraph was edited. */
function touchesWords({ before, now, sameStart, sameEnd }: Change, words: Int32Array): boolean {
  return hasWord(before.text, sameStart, sameEnd, words) || hasWord(now.text, sameStart, sameEnd, words);
}

/** Whether a pair stands there that reaches into what lies between the first `start` characters and the last `same`. */
function hasWord(text: string, start: number, same: number, words: Int32Array): boolean {
  const last = Math.min(text.length - 2, text.length - same);
  for (let at = Math.max(0, start - wordReach); at <= last; at++) {
    if (words.includes(pairCode(text.charCodeAt(at), text.charCodeAt(at + 1)))) return true;
  }
  return false;
}
