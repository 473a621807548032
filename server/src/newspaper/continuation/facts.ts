import type { Paragraph } from '../page/paragraph.ts';
import { perParagraph } from '../page/paragraph.ts';
import type { EvidenceId } from './evidence.ts';
import { type EndFacts, hasHan, isStopped, type LoneMark, readBalance, readEnd } from './openEnd.ts';
import { readStart, type StartFacts } from './openStart.ts';

/** One observation: what was seen, and how much of it (1 for what is there or not). */
export interface Fact {
  readonly id: EvidenceId;
  readonly value: number;
}

/** What a paragraph by itself says of its end and of its start. */
export interface ParagraphFacts {
  /** Undefined where it ends as sentences end, so that it is not taken for cut. */
  readonly end: EndFacts | undefined;
  readonly start: StartFacts;
  /** Observations on its end; none where it ends as sentences end. */
  readonly endEvidence: readonly Fact[];
  readonly startEvidence: readonly Fact[];
}

/** Reads a paragraph's two ends, once for as long as it lives. */
export const paragraphFacts: (paragraph: Paragraph) => ParagraphFacts = perParagraph(({ text }) => {
  const balance = readBalance(text);
  const end = isStopped(text) ? undefined : readEnd(text, balance);
  const start = readStart(text, balance);
  return {
    end,
    start,
    endEvidence: end === undefined ? [] : endEvidence(text, end, start),
    startEvidence: startEvidence(text, start, end === undefined),
  };
});

const known = new Map<EvidenceId, Fact>();

/** An observation that is there or not. */
export function seen(id: EvidenceId): Fact {
  let fact = known.get(id);
  if (fact === undefined) {
    fact = { id, value: 1 };
    known.set(id, fact);
  }
  return fact;
}

/** Holds a number that may run away within what the weights were learned on. */
export function within(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

function endEvidence(text: string, end: EndFacts, start: StartFacts): Fact[] {
  const facts: Fact[] = [seen('end')];
  if (end.mark !== 'none') facts.push(seen(`end.${end.mark}` as EvidenceId));
  facts.push({ id: 'end.openness', value: within(-6, end.openness, 6) });
  const fragment = within(-6, end.clauseOpenness, 6);
  facts.push({ id: fragment > 0 ? 'end.fragment' : 'end.clause', value: fragment });
  if (end.looseness > 0) facts.push({ id: 'end.scrap', value: within(0, end.looseness, 6) });
  for (const { mark, at } of lastOfEachKind(end.open))
    facts.push(seen(at === 0 ? 'end.openFromStart' : `end.open${kindOf(mark)}`));
  if (end.hanging !== '') facts.push(seen('end.hanging'));
  if (end.number !== '') facts.push(seen('end.number'));
  if (end.measured !== '') facts.push(seen('end.measured'));
  if (end.latin) facts.push(seen('end.latin'));
  if (!hasHan(text.slice(-16))) facts.push(seen('end.foreign'));
  if (end.signature !== undefined) facts.push(seen('end.signature'));
  const isMarked = start.mark === 'bullet' || start.opening === 'enumerator';
  if (isMarked && end.stops === 0) facts.push(seen('end.bulleted'));
  if (isLabelled(text, end)) facts.push(seen('end.labelled'));
  if (end.stops > 0) facts.push(seen('end.innerStop'));
  if (end.commas > 0) facts.push(seen('end.innerComma'));
  if (end.commas > 1) facts.push(seen('end.innerCommas'));
  const band = endLengths.find(([most]) => end.length <= most);
  facts.push(band === undefined ? { id: 'end.long', value: excess(end.length) } : seen(band[1]));
  return facts;
}

/** A line such as 图片来源：… or 档案编号：…, with a label before its first colon, is up to so long, and the label too. */
const longestLabelled = 32;
const longestLabel = 10;

function isLabelled(text: string, { length, stops, commas }: EndFacts): boolean {
  if (length > longestLabelled || stops > 0 || commas > 0) return false;
  const at = text.search(/[：:]/);
  return at > 1 && at <= longestLabel && at < length - 1 && !attribution.test(text.slice(0, at));
}

/** How a clause ends that says who speaks, and how long such a clause is at most. */
const attribution = /[说說称稱指]$|表示|指出|介绍|介紹|认为|認為|强调|強調|透露|坦言|告诉|告訴|回忆|回憶|看来|看來/;
const longestAttribution = 30;
/** From this length on each doubling says more. */
const long = 64;
/** Shorter ends, by the most characters that they have. What stands before a column's end fills a line at least, and no line has but 3. */
const endLengths = [
  [3, 'end.length3'],
  [8, 'end.length8'],
  [16, 'end.length16'],
  [32, 'end.length32'],
  [long, 'end.length64'],
] as const;

/** A logarithm of lengths, rounded so that a character more or less seldom makes a difference. */
function rounded(logarithm: number, steps: number): number {
  return Math.round(steps * logarithm) / steps;
}

/** About how long something is, in steps of an eighth; exact up to nine. */
export function roughLength(length: number, steps = 8): number {
  return Math.exp(rounded(Math.log(Math.max(1, length)), steps));
}

/** The same of a sentence, in steps of a quarter. */
export function roughSentence(length: number): number {
  return roughLength(length, 4);
}

/** How much longer than usual a text is, as a logarithm. */
function excess(length: number): number {
  return within(0, rounded(Math.log(length / long), 8), 2);
}

/** Stops of questions and calls, which are paragraphs of their own more often than statements are. */
const calls = new Set('！？!?﹗﹖');

function startEvidence(text: string, start: StartFacts, stopped: boolean): Fact[] {
  const facts: Fact[] = [seen('start')];
  if (start.mark !== 'none' && start.mark !== 'empty') facts.push(seen(`start.${start.mark}` as EvidenceId));
  const strangeness = within(-6, -start.paragraphStart, 6);
  facts.push({ id: strangeness > 0 ? 'start.strange' : 'start.usual', value: strangeness });
  const fragment = within(-6, -start.clauseStart, 6);
  facts.push({ id: fragment > 0 ? 'start.fragment' : 'start.clause', value: fragment });
  if (start.looseness > 0) facts.push({ id: 'start.scrap', value: within(0, start.looseness, 6) });
  for (const { mark } of lastOfEachKind(start.unopened)) facts.push(seen(`start.unopened${kindOf(mark)}`));
  if (start.number !== '') facts.push(seen('start.number'));
  if (start.measure !== '') facts.push(seen('start.measure'));
  if (start.leaning !== '') facts.push(seen('start.leaning'));
  if (!hasHan(text.slice(0, 16))) facts.push(seen('start.foreign'));
  if (start.lowerCase) facts.push(seen('start.lowerCase'));
  if (start.opening !== undefined)
    facts.push(seen(start.opening === 'caption' ? 'start.picture' : `start.${start.opening}`));
  const { firstClause, clauseMark: mark } = start;
  if (firstClause <= 2) facts.push(seen('start.clause2'));
  else if (firstClause <= 4) facts.push(seen('start.clause4'));
  else if (firstClause > 14) facts.push(seen('start.clauseLong'));
  if (firstClause <= longestAttribution && attribution.test(text.slice(Math.max(0, firstClause - 2), firstClause)))
    facts.push(seen('start.attribution'));
  if (mark === 'stop') facts.push(seen(calls.has(text[firstClause] ?? '') ? 'start.firstCall' : 'start.firstStop'));
  if (mark === 'colon') facts.push(seen('start.firstColon'));
  if (mark === 'enumeration') facts.push(seen('start.firstEnumeration'));
  if (mark === 'semicolon') facts.push(seen('start.firstSemicolon'));
  if (start.length <= 32)
    facts.push(seen(start.length <= 8 ? 'start.length8' : start.length <= 16 ? 'start.length16' : 'start.length32'));
  else if (start.length > long) facts.push({ id: 'start.long', value: excess(start.length) });
  if (!stopped) facts.push(seen('start.unstopped'));
  // a list that has grown keeps room for more, and there is one for each paragraph
  return facts.slice();
}

type Kind = 'Quote' | 'Bracket' | 'Title';

function kindOf(mark: string): Kind {
  if ('《〈》〉＜＞'.includes(mark)) return 'Title';
  return '（）()［］[]【】〔〕〖〗｛｝{}﹙﹚'.includes(mark) ? 'Bracket' : 'Quote';
}

function lastOfEachKind(marks: readonly LoneMark[]): Iterable<LoneMark> {
  if (marks.length < 2) return marks;
  return new Map(marks.map((lone) => [kindOf(lone.mark), lone])).values();
}
